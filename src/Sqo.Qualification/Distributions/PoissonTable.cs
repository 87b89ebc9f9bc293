using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Draws Poisson numbers of one rate: by inversion that starts from a guide to the cumulative probabilities (Chen and Asau 1974).
/// </summary>
internal sealed class PoissonTable
{
    private const int Guides = 256;

    private readonly double[] _cumulative;
    private readonly int[] _first = new int[Guides];

    /// <param name="rate">The rate; its exponential must not underflow.</param>
    public PoissonTable(double rate)
    {
        // Less than a double resolves lies beyond.
        _cumulative = new double[(int)(rate + (9 * Math.Sqrt(rate)) + 24)];
        var p = Exponential.Exp(-rate);
        var sum = 0.0;
        for (var number = 0; number < _cumulative.Length; number++)
        {
            _cumulative[number] = sum += p;
            p *= rate / (number + 1);
        }

        _cumulative[_cumulative.Length - 1] = 1;
        var first = 0;
        for (var guide = 0; guide < Guides; guide++)
        {
            while (_cumulative[first] <= guide / (double)Guides) first++;
            _first[guide] = first;
        }
    }

    /// <param name="share">A random number from 0 to below 1.</param>
    public int Draw(double share)
    {
        var cumulative = _cumulative;
        var number = _first[(int)(share * Guides)];
        while (share >= cumulative[number]) number++;
        return number;
    }
}
