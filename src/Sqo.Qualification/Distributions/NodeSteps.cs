using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Equal steps on a scale for the shared factor, with the error of nodes instead of the normal curve. A cumulative probability F(x | z) is
/// a polynomial in the conditional probabilities of deals, so it is analytic in z; for complex z it is at most the product of their
/// |p| + |1 - p|, and of exp(|r| - Re r) for the rate r of new business. With M the integral of that product under the normal curve along
/// the numbers whose places on the scale have the imaginary part y, the error of the trapezoidal rule of step h is at most
/// 2 M / (exp(2 pi y / h) - 1) (Trefethen and Weideman 2014).
/// </summary>
internal sealed class NodeSteps
{
    // The pieces into which the curves are cut for the integral: so many of equal length on the scale. Where deals matter, a piece is
    // divided if their probits change by more than a limit.
    private const int Pieces = 96;
    private const double MostChange = 0.25;
    private const double Little = 0.2;

    // The steps in which the terms are looked at for a scale, the imaginary part of the curve for which it is made, and the number of
    // distances tried, each half of the one before.
    private const double WidestLook = 0.2;
    private const double Aim = 4;
    private const double MostAimed = Aim * Aim / 2;
    private const int Trials = 11;

    // A curve with a greater logarithm of the product is of no use. Higher above the real axis, only the coarsest bound holds.
    private const double MostLog = 600;
    private const double MostHeight = 30;

    // If v² exp(v² / 2) is at most this, or less where the real part is large, the bound from P and eta falls as the real part rises.
    private const double MostSquare = 0.6;

    // Allows for deals between two rows of the table.
    private const double TableSlack = 1.01;

    // At a step h, the best y is about 2 pi / h: these are for errors from 0.02 to 1e-6.
    private static readonly double[] Curves = [3, 3.5, 4, 4.5, 5];

    // Upper bounds of the logarithm of M, by curve.
    private readonly double[] _logs;

    public NodeSteps(LatticeTerms terms, SharedFactor factor)
    {
        var counts = ProbitTable.Neighbors(factor.Probits, terms.Counts, factor.Correlation);
        Scale = ScaleOf(terms, factor, counts);
        _logs = LogsOfIntegrals(terms, factor, counts);
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
    /// The scale on which the product along one of the curves is about as large everywhere: as many places for each unit of z as that
    /// curve's imaginary part divided by its distance from the real axis.
    /// </summary>
    private static NodeScale ScaleOf(LatticeTerms terms, SharedFactor factor, ProbitTable counts)
    {
        var half = (int)Math.Ceiling(FactorNodes.GreatestReach / Math.Min(WidestLook, 1 / factor.Slope));
        var step = FactorNodes.GreatestReach / half;
        var trials = new double[Trials];
        for (var trial = 0; trial < Trials; trial++) trials[trial] = trial == 0 ? Aim : trials[trial - 1] / 2;
        var densities = Array.ConvertAll(Indexes.Of((2 * half) + 1), place =>
        {
            var z = (place - half) * step;
            var logs = LogsOfDeals(factor, counts, z, z, trials);
            for (var i = 0; i < Trials; i++) logs[i] += LogOfOthers(terms, factor, z, trials[i]);
            var trial = Array.FindIndex(logs, log => log <= MostAimed);
            // The logarithm is about a power of the distance between two trials.
            return trial == 0 ? 1
                : trial < 0 ? Aim / trials[Trials - 1]
                : Aim / trials[trial] / Exponential.Exp(
                    Logarithm.Of(2) * Logarithm.Of(MostAimed / logs[trial]) / Logarithm.Of(logs[trial - 1] / logs[trial]));
        });
        return NodeScale.Of(densities, step);
    }

    /// <summary>
    /// Upper bounds of the logarithm of M by curve. What lies beyond the greatest reach is left out: as nodes end there, too, it adds less
    /// than the cut.
    /// </summary>
    private double[] LogsOfIntegrals(LatticeTerms terms, SharedFactor factor, ProbitTable counts)
    {
        const double Reach = FactorNodes.GreatestReach;
        var (first, last) = (Scale.PlaceOf(-Reach), Scale.PlaceOf(Reach));
        var sums = new double[Curves.Length];
        var (z, above) = (-Reach, Scale.Above(-Reach, Curves));
        for (var piece = 1; piece <= Pieces; piece++)
        {
            var start = z;
            var end = piece == Pieces ? Reach : Scale.At(first + (piece * (last - first) / Pieces), -Reach, Reach);
            var endAbove = Scale.Above(end, Curves);
            var parts = (int)Math.Ceiling((end - start) * factor.Slope / MostChange);
            if (Logs(end, endAbove, out var logs) <= Little || parts <= 1)
            {
                Add(end, endAbove, logs);
                continue;
            }

            for (var part = 1; part <= parts; part++)
            {
                var next = part == parts ? end : start + (part * (end - start) / parts);
                var nextAbove = part == parts ? endAbove : Scale.Above(next, Curves);
                Logs(next, nextAbove, out logs);
                Add(next, nextAbove, logs);
            }
        }

        var has = Scale.HasInverse(Curves);
        // Where a curve can't be followed, the sum is not a number.
        return Array.ConvertAll(Indexes.Of(sums.Length), i =>
            has[i] && sums[i] >= 0 ? Logarithm.Of(Math.Max(1, sums[i])) : double.PositiveInfinity);

        // From z to the next number; returns the greatest that comes from deals.
        double Logs(double next, double[] nextAbove, out double[] logs)
        {
            var farthest = Array.ConvertAll(Indexes.Of(sums.Length), i => Math.Max(above[i], nextAbove[i]));
            logs = LogsOfDeals(factor, counts, z, next, farthest);
            var greatest = 0.0;
            for (var i = 0; i < logs.Length; i++)
            {
                greatest = Math.Max(greatest, logs[i]);
                logs[i] += LogOfOthers(terms, factor, next, farthest[i]);
            }

            return greatest;
        }

        void Add(double next, double[] nextAbove, double[] logs)
        {
            var nearest = z * next > 0 ? Math.Min(Math.Abs(z), Math.Abs(next)) : 0;
            for (var i = 0; i < sums.Length; i++)
            {
                var (across, up) = (next - z, nextAbove[i] - above[i]);
                sums[i] += logs[i] > MostLog ? double.PositiveInfinity
                    : Math.Sqrt((across * across) + (up * up)) * NormalProbability.Density(nearest) * Exponential.Exp(logs[i]);
            }

            (z, above) = (next, nextAbove);
        }
    }

    /// <summary>Upper bounds of the logarithms of the products of deals, between two numbers and up to some distances above.</summary>
    private static double[] LogsOfDeals(SharedFactor factor, ProbitTable counts, double from, double to, double[] distances)
    {
        var logs = new double[distances.Length];
        var heights = Array.ConvertAll(distances, distance => factor.Slope * distance);
        var stretches = Array.ConvertAll(heights, v => Exponential.Exp(Math.Min(MostLog, v * v / 2)));
        for (var row = 0; row < counts.Probits.Length; row++)
        {
            var (low, high) = (factor.Probit(counts.Probits[row], from), factor.Probit(counts.Probits[row], to));
            var (u, farthest) = (low > 0 ? low : high < 0 ? -high : 0, Math.Max(-low, high));
            var (tail, density) = (NormalProbability.Of(-u), NormalProbability.Density(u));
            for (var i = 0; i < logs.Length; i++)
            {
                // More is of no use.
                if (logs[i] > MostLog) continue;
                logs[i] += TableSlack * counts.Powers[row] * LogOfSize(u, farthest, tail, density, heights[i], stretches[i]);
            }
        }

        return logs;
    }

    /// <summary>The same of new business, and of exp(d² / 2), by which the normal curve is higher at a distance d.</summary>
    private static double LogOfOthers(LatticeTerms terms, SharedFactor factor, double to, double distance)
    {
        Trigonometry.At(Math.Min(0.5, factor.LogDeviation * distance / Trigonometry.TwoPi), out _, out var cosine);
        return (terms.NewRate * factor.Growth(to) * (1 - cosine)) + (distance * distance / 2);
    }

    /// <summary>
    /// An upper bound of the logarithm of |Phi(x + iv)| + |1 - Phi(x + iv)| for x from u to another number: the least of three bounds, of
    /// which none rises with x as far as it is used.
    /// </summary>
    /// <param name="u">The least real part, not negative.</param>
    /// <param name="farthest">The greatest real part.</param>
    /// <param name="tail">The probability beyond u.</param>
    /// <param name="density">The density at u.</param>
    /// <param name="v">The imaginary part.</param>
    /// <param name="stretch">exp(v² / 2).</param>
    public static double LogOfSize(double u, double farthest, double tail, double density, double v, double stretch)
    {
        if (v > MostHeight) return v * v / 2;
        var bound = Math.Min(v * v / 2, 2 * stretch * tail);
        var square = v * v * stretch;
        if (!(((farthest * farthest) + 1) * square / 2 <= 1 - (square / MostSquare))) return bound;
        // p = P + i eta: |p| + |1 - p| <= 1 + eta^2 / (2 P (1 - P)) for P from 0 to 1.
        var eta = density * v * stretch;
        var least = tail - (density * u * square / 2);
        return Math.Min(bound, eta * eta / (2 * least * (1 - least)));
    }
}
