using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A distribution on a lattice by the Fourier series of its cumulative probability over one window: what lies outside of the window
/// is neglected. The outcomes of terms that stand out are taken one by one, each with a series of its own for the rest.
/// </summary>
/// <param name="method">The method to name.</param>
/// <param name="errorBound">How far a cumulative probability may be off.</param>
/// <param name="window">The lattice and window of the rest.</param>
/// <param name="atoms">The sums of the terms that stand out, ascending; 0 alone if none does.</param>
/// <param name="atomWeights">Their probabilities.</param>
/// <param name="nothing">Of that, the probability that of the rest nothing comes: a jump that no series shows well.</param>
/// <param name="series">For each of them in turn the coefficients, without those of nothing, of all frequencies, real and imaginary parts by turns.</param>
internal sealed class FourierLaw(
    DistributionMethod method, double errorBound, FourierWindow window, long[] atoms, double[] atomWeights, double[] nothing, double[] series) : LatticeLaw
{
    // What misses a probability by less than this reaches it: sums that tie with it exactly are not exact here.
    private const double Ties = 1e-9;

    private readonly double[] _constants = Constants(window, atoms.Length, series);

    public override DistributionMethod Method => method;

    public override double ErrorBound => errorBound;

    public override double Cumulative(long x)
    {
        var sum = 0.0;
        for (var i = 0; i < atoms.Length && atoms[i] + window.LeastValue <= x; i++)
        {
            var place = window.PlaceAtOrBelow(x - atoms[i]);
            sum += place >= window.Size - 1 ? atomWeights[i] : Limits.Clamp(SeriesAt(i, place), 0, atomWeights[i]);
        }

        return Math.Min(1, sum);
    }

    public override double Below(long x)
    {
        var sum = 0.0;
        for (var i = 0; i < atoms.Length && atoms[i] + window.LeastValue <= x; i++)
        {
            var rest = x - atoms[i];
            var place = window.PlaceAtOrBelow(rest);
            var inside = Math.Min(place, window.Size);
            // The cumulative probability summed up over all places below, and what is left of the last step.
            var steps = SumBelow(i, inside) + (atomWeights[i] * (place - inside));
            var here = place >= window.Size - 1 ? atomWeights[i] : SeriesAt(i, place);
            sum += (window.Step * steps) + (here * (rest - window.ValueAt(place)));
        }

        return Math.Max(0, sum);
    }

    public override long Quantile(double p) =>
        LeastReaching(p - Math.Min(errorBound, Ties), window.LeastValue + atoms[0], window.GreatestValue + atoms[atoms.Length - 1]);

    private static double[] Constants(FourierWindow window, int count, double[] series)
    {
        // Half a step below the first place.
        var constants = new double[count];
        for (var i = 0; i < count; i++) constants[i] = window.Sum(series, i, 0.5 / window.Size);
        return constants;
    }

    /// <summary>The probability of the atom and of the rest being at most at a place of the window.</summary>
    private double SeriesAt(int atom, long place) =>
        nothing[atom] + ((atomWeights[atom] - nothing[atom]) * ((place + 1.0) / window.Size)) + _constants[atom] - window.Sum(series, atom, -(place + 0.5) / window.Size);

    private double SumBelow(int atom, long places) =>
        (nothing[atom] * places) + ((atomWeights[atom] - nothing[atom]) * (places * (places + 1.0) / (2.0 * window.Size))) + (_constants[atom] * places) + window.SumOfSums(series, atom, places / (double)window.Size);
}
