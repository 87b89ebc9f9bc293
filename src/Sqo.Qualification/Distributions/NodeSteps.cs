using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Equal steps on a scale for the shared factor, with the error of nodes instead of the normal curve. A cumulative probability F(x | z) is
/// a polynomial in the conditional probabilities, so it is analytic in z; for complex z it is at most the product of |p| + |1 - p|. With M
/// the integral of that product under the normal curve along the numbers whose places on the scale have the imaginary part y, the error of
/// the trapezoidal rule of step h is at most 2 M / (exp(2 pi y / h) - 1) (Trefethen and Weideman 2014).
/// </summary>
internal sealed class NodeSteps
{
    // The points at which the product is calculated, on each curve.
    private const int Points = 48;

    // The steps in which the terms are looked at for a scale, the imaginary part of the curve for which it is made, and the number of
    // distances tried, each half of the one before.
    private const double WidestLook = 0.2;
    private const double Aim = 4;
    private const double MostAimed = Aim * Aim / 2;
    private const int Trials = 11;

    // Larger logarithms of a product make no step wide enough; an exponential must not overflow.
    private const double TooLarge = 600;
    private const double MostLog = 700;
    private const double MostHeight = 30;

    // What a sum over the table may be too small by.
    private const double OfTable = 1.01;

    // At a step h, the best y is about 2 pi / h: these are for errors from 0.05 to 1e-6.
    private static readonly double[] Curves = [2.5, 3, 3.5, 4, 4.5, 5];

    // Upper bounds of the logarithm of M by curve, with M of the curve up to where it is cut.
    private readonly double[] _logs;

    public NodeSteps(LatticeTerms terms, SharedFactor factor)
    {
        var counts = ProbitTable.Neighbors(factor.Probits, terms.Counts, factor.Correlation);
        Scale = ScaleOf(terms, factor, counts);
        _logs = LogsOfSizes(terms, factor, counts);
    }

    public NodeScale Scale { get; }

    /// <summary>The widest step that meets an error for one of the curves.</summary>
    public double Widest(double error)
    {
        var widest = 0.0;
        for (var i = 0; i < Curves.Length; i++)
        {
            // At least the logarithm of 1 + 2 M / error, as M is at least 1.
            widest = Math.Max(widest, Trigonometry.TwoPi * Curves[i] / (_logs[i] + Logarithm.Of(2 / error) + Math.Max(1e-3, error / 2)));
        }

        return widest;
    }

    /// <summary>The number of nodes up to a reach in both directions.</summary>
    public int CountOf(double step, double reach) =>
        (int)Math.Min(int.MaxValue, 1 + Math.Ceiling((Scale.PlaceOf(reach) - Scale.PlaceOf(-reach)) / step));

    /// <summary>
    /// The scale on which the product along the middle one of the curves is about as large everywhere: as many places for each unit of z
    /// as that curve's imaginary part divided by the distance at which it is.
    /// </summary>
    private static NodeScale ScaleOf(LatticeTerms terms, SharedFactor factor, ProbitTable counts)
    {
        var half = (int)Math.Ceiling(FactorNodes.GreatestReach / Math.Min(WidestLook, 1 / factor.Slope));
        var step = FactorNodes.GreatestReach / half;
        var trials = new double[Trials];
        for (var trial = 0; trial < Trials; trial++) trials[trial] = trial == 0 ? Aim : trials[trial - 1] / 2;
        var densities = Array.ConvertAll(Indexes.Of((2 * half) + 1), i =>
        {
            var logs = LogsOfProducts(terms, factor, counts, (i - half) * step, trials);
            var trial = Array.FindIndex(logs, log => log <= MostAimed);
            // The logarithm is about a power of the distance between two trials.
            return trial == 0 ? 1
                : trial < 0 ? Aim / trials[Trials - 1]
                : Aim / trials[trial] / Exponential.Exp(
                    Logarithm.Of(2) * Logarithm.Of(MostAimed / logs[trial]) / Logarithm.Of(logs[trial - 1] / logs[trial]));
        });
        return NodeScale.Of(densities, step);
    }

    private double[] LogsOfSizes(LatticeTerms terms, SharedFactor factor, ProbitTable counts)
    {
        const double Reach = FactorNodes.GreatestReach;
        var (first, last) = (Scale.PlaceOf(-Reach), Scale.PlaceOf(Reach));
        var (sums, largest) = (new double[Curves.Length], new double[Curves.Length]);
        double[] before = [], logsBefore = [];
        var zBefore = 0.0;
        for (var point = 0; point <= Points; point++)
        {
            var z = point == 0 ? -Reach : point == Points ? Reach : Scale.At(first + (point * (last - first) / Points), -Reach, Reach);
            var above = Scale.Above(z, Curves);
            var logs = LogsOfProducts(terms, factor, counts, z, above);
            // Between two points, the greater of the two is used.
            var nearest = z * zBefore > 0 ? Math.Min(Math.Abs(z), Math.Abs(zBefore)) : 0;
            for (var i = 0; i < sums.Length; i++)
            {
                largest[i] = Math.Max(largest[i], logs[i]);
                if (point == 0) continue;
                var (across, up) = (z - zBefore, above[i] - before[i]);
                var log = Math.Min(MostLog, Math.Max(logs[i], logsBefore[i]));
                sums[i] += Math.Sqrt((across * across) + (up * up)) * NormalProbability.Density(nearest) * Exponential.Exp(log);
            }

            (zBefore, before, logsBefore) = (z, above, logs);
        }

        var has = Scale.HasInverse(Curves);
        // Where a curve can't be followed, the sum is not a number.
        return Array.ConvertAll(Indexes.Of(sums.Length), i =>
            !(has[i] && sums[i] >= 0) ? double.PositiveInfinity : largest[i] > TooLarge ? largest[i] : Logarithm.Of(Math.Max(1, sums[i])));
    }

    /// <summary>
    /// Upper bounds of the logarithms of the products, and of that of exp(d² / 2) by which the normal curve is higher at a distance of d.
    /// </summary>
    private static double[] LogsOfProducts(LatticeTerms terms, SharedFactor factor, ProbitTable counts, double z, double[] above)
    {
        var rate = terms.NewRate * factor.Growth(z);
        var logs = Array.ConvertAll(above, distance =>
        {
            Trigonometry.At(factor.LogDeviation * distance / Trigonometry.TwoPi, out _, out var cosine);
            return (rate * (1 - cosine)) + (distance * distance / 2);
        });
        var heights = Array.ConvertAll(above, distance => factor.Slope * distance);
        var stretches = Array.ConvertAll(heights, v => Exponential.Exp(Math.Min(MostLog, v * v / 2)));
        for (var row = 0; row < counts.Probits.Length; row++)
        {
            var u = Math.Abs(factor.Probit(counts.Probits[row], z));
            var (tail, density) = (NormalProbability.Of(-u), NormalProbability.Density(u));
            for (var i = 0; i < logs.Length; i++)
            {
                if (logs[i] <= TooLarge) logs[i] += OfTable * counts.Powers[row] * LogOfSize(u, tail, density, heights[i], stretches[i]);
            }
        }

        return logs;
    }

    /// <summary>An upper bound of the logarithm of |Phi(u + iv)| + |1 - Phi(u + iv)|: the least of three bounds.</summary>
    /// <param name="u">The real part, not negative.</param>
    /// <param name="tail">The probability beyond u.</param>
    /// <param name="density">The density at u.</param>
    /// <param name="v">The imaginary part.</param>
    /// <param name="stretch">exp(v² / 2).</param>
    private static double LogOfSize(double u, double tail, double density, double v, double stretch)
    {
        if (v > MostHeight) return v * v / 2;
        var bound = Math.Min(v * v / 2, 2 * stretch * tail);
        // p = P + i eta: |p| + |1 - p| <= 1 + eta^2 / (2 P (1 - P)) for P from 0 to 1.
        var eta = density * v * stretch;
        var moved = density * u * v * v / 2 * stretch;
        var least = tail - moved;
        if (least > 0) bound = Math.Min(bound, eta * eta / (2 * least * (1 - least)));
        return bound;
    }
}
