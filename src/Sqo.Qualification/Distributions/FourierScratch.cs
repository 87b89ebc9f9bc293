using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Memory for transforms, reused by one law after the other.</summary>
internal sealed class FourierScratch
{
    public double[] Real { get; private set; } = [];

    public double[] Imaginary { get; private set; } = [];

    public RareScratch Rare { get; } = new();

    // Vaaler's weights by the frequency; the last ones, since laws often have as many frequencies.
    private double[] _softness = [];
    private double[] _first = [];
    private double[] _second = [];

    /// <summary>Vaaler's weights pi u (1 - u) cot(pi u) + u of each frequency, for u from 0 to 1.</summary>
    public double[] Softness(int frequencies)
    {
        if (_softness.Length == frequencies + 1) return _softness;
        _softness = new double[frequencies + 1];
        for (var n = 1; n <= frequencies; n++)
        {
            var u = n / (frequencies + 1.0);
            Trigonometry.At(u / 2, out var sine, out var cosine);
            _softness[n] = (Math.PI * u * (1 - u) * cosine / sine) + u;
        }

        return _softness;
    }

    /// <summary>Any numbers of at least a length, to be overwritten.</summary>
    public (double[] First, double[] Second) Numbers(int length)
    {
        if (_first.Length < length) (_first, _second) = (new double[length], new double[length]);
        return (_first, _second);
    }

    /// <summary>Makes the first numbers 0.</summary>
    public void Clear(int size)
    {
        if (Real.Length < size)
        {
            (Real, Imaginary) = (new double[size], new double[size]);
            return;
        }

        Array.Clear(Real, 0, size);
        Array.Clear(Imaginary, 0, size);
    }
}
