using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>How strongly two criteria, or a criterion and an outcome, go together.</summary>
internal static class Association
{
    /// <summary>
    /// Cramer's V (1946) of a table of two by two, from 0 to 1; <see langword="null"/> if a row or column is empty.
    /// </summary>
    public static double? CramersV(long a, long b, long c, long d)
    {
        var margins = (double)(a + b) * (c + d) * (a + c) * (b + d);
        return margins == 0 ? null : Math.Abs(((double)a * d) - ((double)b * c)) / Math.Sqrt(margins);
    }

    /// <summary>The interval of V by the z transformation of Fisher (1915), kept from 0 to 1; V is a correlation here.</summary>
    public static StatisticalInterval Interval(double v, long n, double confidence)
    {
        var half = NormalQuantile.TwoSided(confidence) / Math.Sqrt(Math.Max(1, n - 3));
        if (v >= 1) return new(1, 1, confidence);
        var z = Logarithm.Of((1 + v) / (1 - v)) / 2;
        return new(Math.Max(0, HyperbolicTangent(z - half)), HyperbolicTangent(z + half), confidence);
    }

    /// <summary>
    /// The part of a bin in the information value: (share of won - share of lost) x ln(share of won / share of lost). A bin without won or
    /// without lost gets half a deal of both.
    /// </summary>
    public static double Information(long won, long lost, long allWon, long allLost, out bool isAdjusted)
    {
        isAdjusted = won == 0 ^ lost == 0;
        if (won == 0 && lost == 0) return 0;
        var half = isAdjusted ? 0.5 : 0;
        var (w, l) = ((won + half) / allWon, (lost + half) / allLost);
        return (w - l) * Logarithm.Of(w / l);
    }

    /// <summary>
    /// The interval of the lift of a group in a whole, (won / closed) / (all won / all closed), by the delta method for ln(lift) on the
    /// four counts of a multinomial table: Var = 1/a - 1/n - 1/w + 2a/(n w) - 1/N, for a won of n in the group and w won of N in all.
    /// <see langword="null"/> if none of the group was won.
    /// </summary>
    public static StatisticalInterval? OfLift(ObservedRate group, ObservedRate all, double confidence)
    {
        if (group.Successes == 0) return null;
        double a = group.Successes, n = group.Trials, w = all.Successes, total = all.Trials;
        var variance = (1 / a) - (1 / n) - (1 / w) + (2 * a / (n * w)) - (1 / total);
        var lift = a / n / (w / total);
        var factor = Exponential.Exp(NormalQuantile.TwoSided(confidence) * Math.Sqrt(Math.Max(0, variance)));
        return new(lift / factor, lift * factor, confidence);
    }

    /// <summary>
    /// The interval of an information value by the delta method: with shares p of won and q of lost deals, the derivatives are
    /// ln(p/q) + 1 - q/p and -ln(p/q) + 1 - p/q, and both shares are multinomial. Kept from 0 on.
    /// </summary>
    public static StatisticalInterval OfInformation(
        double value, (long Won, long Lost)[] bins, long allWon, long allLost, double confidence)
    {
        double firstMean = 0, firstSquares = 0, secondMean = 0, secondSquares = 0;
        foreach (var (won, lost) in bins)
        {
            if (won == 0 && lost == 0) continue;
            var half = won == 0 ^ lost == 0 ? 0.5 : 0;
            var (p, q) = ((won + half) / allWon, (lost + half) / allLost);
            var evidence = Logarithm.Of(p / q);
            var (first, second) = (evidence + 1 - (q / p), 1 - evidence - (p / q));
            firstMean += p * first;
            firstSquares += p * first * first;
            secondMean += q * second;
            secondSquares += q * second * second;
        }

        var variance = ((firstSquares - (firstMean * firstMean)) / allWon) + ((secondSquares - (secondMean * secondMean)) / allLost);
        var margin = NormalQuantile.TwoSided(confidence) * Math.Sqrt(Math.Max(0, variance));
        return new(Math.Max(0, value - margin), value + margin, confidence);
    }

    private static double HyperbolicTangent(double z)
    {
        var e = Exponential.Exp(-2 * Math.Abs(z));
        return Math.Sign(z) * (1 - e) / (1 + e);
    }
}
