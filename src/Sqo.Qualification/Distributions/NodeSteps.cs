using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Equal steps on a scale for the shared factor, and a bound on the error of using nodes in place of the normal curve. Given z, a
/// cumulative probability F(x | z) is a polynomial in the deals' conditional probabilities p, so it is analytic in z. For complex z, its
/// size is at most the product of |p| + |1 - p| over the deals, times exp(|r| - Re r) for new business of rate r. Let M be the integral of
/// that product times the size of the normal density, along the curve on which places on the scale have the imaginary part y. Then the
/// error of the trapezoidal rule with step h is at most 2 M / (exp(2 pi y / h) - 1) (Trefethen and Weideman 2014).
/// </summary>
internal sealed class NodeSteps
{
    // For the integral, each curve is cut into this many pieces of equal length on the scale. A piece is divided further if probits of
    // deals change by more than a limit on it, which is greater where the deals add little to the logarithm.
    private const int Pieces = 96;
    private const double MostChange = 0.25;
    private const double MostChangeOfLittle = 1;
    private const double Little = 0.2;

    // A curve may be this much farther from the real axis between the ends of a piece.
    private const double CurveSlack = 1.01;

    // To make a scale, the terms are examined at steps of at most this, for a curve of this imaginary part. Each distance tried is half of
    // the one before.
    private const double WidestLook = 0.2;
    private const double Aim = 4;
    private const double MostAimed = Aim * Aim / 2;
    private const int Trials = 11;

    // A curve on which the logarithm of the product exceeds this is useless. Above the greatest height, only the coarsest bound is used.
    private const double MostLog = 600;
    private const double MostHeight = 30;

    // The bound from P and eta is used only while s = v² exp(v² / 2) satisfies (x² + 1) s / 2 + s / MostSquare <= 1 up to the greatest
    // real part x: there it falls as x rises.
    private const double MostSquare = 0.6;

    // Covers the interpolation of deals between two rows of the table, at most 0.4 %.
    private const double TableSlack = 1.01;

    // The best y for a step h is about 2 pi / h; these suit errors from 0.02 to 1e-6.
    private static readonly double[] Curves = [3, 3.5, 4, 4.5, 5];

    private readonly LatticeTerms _terms;
    private readonly SharedFactor _factor;
    private readonly ProbitTable _counts;
    private readonly double[] _logs;

    public NodeSteps(LatticeTerms terms, SharedFactor factor)
    {
        (_terms, _factor) = (terms, factor);
        _counts = ProbitTable.Neighbors(factor.Probits, terms.Counts, factor.Correlation);
        Scale = ScaleOf(terms, factor, _counts);
        _logs = LogsOfIntegrals(terms, factor, _counts);
    }

    public NodeScale Scale { get; }

    /// <summary>The imaginary parts of the curves, with upper bounds of the logarithm of M.</summary>
    public IEnumerable<(double Imaginary, double Log)> Bounds => Curves.Zip(_logs, (curve, log) => (curve, log));

    /// <summary>The widest step for which one of the curves guarantees the error.</summary>
    public double Widest(double error)
    {
        var widest = 0.0;
        for (var i = 0; i < Curves.Length; i++)
        {
            // The denominator is at least the logarithm of 1 + 2 M / error, since M is at least 1.
            widest = Math.Max(widest, Trigonometry.TwoPi * Curves[i] / (_logs[i] + Logarithm.Of(2 / error) + Math.Max(1e-3, error / 2)));
        }

        return widest;
    }

    /// <summary>The number of nodes from the negative reach to the reach.</summary>
    public int CountOf(double step, double reach) =>
        (int)Math.Min(int.MaxValue, 1 + Math.Ceiling((Scale.PlaceOf(reach) - Scale.PlaceOf(-reach)) / step));

    /// <summary>About the variance of the number of deals won under z.</summary>
    public double Variance(double z)
    {
        var variance = 0.0;
        for (var row = 0; row < _counts.Probits.Length; row++)
        {
            var p = _factor.Probability(_counts.Probits[row], z);
            variance += _counts.Powers[row] * p * (1 - p);
        }

        return variance;
    }

    /// <summary>
    /// An upper bound of the logarithm of the size of F(x | z) times the normal density within an ellipse, for any x.
    /// </summary>
    /// <param name="from">One focus of the ellipse.</param>
    /// <param name="to">The other focus.</param>
    /// <param name="ratio">The sum of its half axes divided by half of the distance between the foci, above 1.</param>
    public double LogWithin(double from, double to, double ratio)
    {
        var (center, half) = ((from + to) / 2, (to - from) / 2);
        var (wide, high) = (half * (ratio + (1 / ratio)) / 2, half * (ratio - (1 / ratio)) / 2);
        var pieces = (int)Math.Ceiling(2 * wide * _factor.Slope / MostChange) + Pieces;
        var (most, left) = (double.NegativeInfinity, -wide);
        for (var piece = 1; piece <= pieces; piece++)
        {
            var right = wide * ((2.0 * piece / pieces) - 1);
            // The ellipse is highest, and the density greatest, at the least distance from the center, and from 0.
            var inward = left * right > 0 ? Math.Min(Math.Abs(left), Math.Abs(right)) : 0;
            var distance = high * Math.Sqrt(Math.Max(0, 1 - (inward / wide * (inward / wide))));
            var (z, next) = (center + left, center + right);
            var nearest = z * next > 0 ? Math.Min(Math.Abs(z), Math.Abs(next)) : 0;
            var log = LogsOfDeals(_factor, _counts, z, next, [distance])[0];
            // Beyond the limit, deals are no longer added up.
            if (!(log <= MostLog)) return double.PositiveInfinity;
            most = Math.Max(most, log + LogOfOthers(_terms, _factor, next, distance) + Logarithm.Of(NormalProbability.Density(nearest)));
            left = right;
        }

        return most;
    }

    /// <summary>
    /// A scale on which the product is about equally large all along one curve: its density is the imaginary part of that curve divided by
    /// the distance of the curve from the real axis.
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
            // Between two trials, the logarithm is roughly a power of the distance.
            return trial == 0 ? 1
                : trial < 0 ? Aim / trials[Trials - 1]
                : Aim / trials[trial] / Exponential.Exp(
                    Logarithm.Of(2) * Logarithm.Of(MostAimed / logs[trial]) / Logarithm.Of(logs[trial - 1] / logs[trial]));
        });
        return NodeScale.Of(densities, step);
    }

    /// <summary>
    /// Upper bounds of the logarithm of M, one for each curve. The part beyond the greatest reach is omitted: nodes end there, too, so it
    /// adds less than the cut does.
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
            var mostChange = Logs(end, endAbove, out var logs) <= Little ? MostChangeOfLittle : MostChange;
            var parts = (int)Math.Ceiling((end - start) * factor.Slope / mostChange);
            if (parts <= 1)
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
        // Where a curve can't be followed, the sum is NaN.
        return Array.ConvertAll(Indexes.Of(sums.Length), i =>
            has[i] && sums[i] >= 0 ? Logarithm.Of(Math.Max(1, sums[i])) : double.PositiveInfinity);

        // Bounds for the piece from z to the next number; returns the largest contribution of the deals.
        double Logs(double next, double[] nextAbove, out double[] logs)
        {
            var farthest = Array.ConvertAll(Indexes.Of(sums.Length), i => CurveSlack * Math.Max(above[i], nextAbove[i]));
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
                // A curve is at most as long as the way across and up.
                var length = next - z + Math.Abs(nextAbove[i] - above[i]);
                sums[i] += logs[i] > MostLog ? double.PositiveInfinity
                    : length * NormalProbability.Density(nearest) * Exponential.Exp(logs[i]);
            }

            (z, above) = (next, nextAbove);
        }
    }

    /// <summary>
    /// Upper bounds of the logarithm of the deals' product for real parts between two numbers, one for each greatest distance from the real
    /// axis.
    /// </summary>
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
                // Already too large to be useful.
                if (logs[i] > MostLog) continue;
                logs[i] += TableSlack * counts.Powers[row] * LogOfSize(u, farthest, tail, density, heights[i], stretches[i]);
            }
        }

        return logs;
    }

    /// <summary>The same for new business, plus d² / 2 for the growth of the normal density at a distance d.</summary>
    private static double LogOfOthers(LatticeTerms terms, SharedFactor factor, double to, double distance)
    {
        // 1 - cos is twice the squared sine of half the angle, which is at most a quarter turn.
        Trigonometry.At(Math.Min(0.25, factor.LogDeviation * distance / (2 * Trigonometry.TwoPi)), out var sine, out _);
        return (terms.NewRate * factor.Growth(to) * 2 * sine * sine) + (distance * distance / 2);
    }

    /// <summary>
    /// An upper bound of the logarithm of |Phi(x + iv)| + |1 - Phi(x + iv)| for all x from u to another number: the least of three bounds,
    /// none of which rises with x where it is used. It doesn't fall as v rises.
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
        return least > 0 ? Math.Min(bound, eta * eta / (2 * least * (1 - least))) : bound;
    }
}
