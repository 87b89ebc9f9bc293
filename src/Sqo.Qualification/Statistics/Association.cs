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

    private static double HyperbolicTangent(double z)
    {
        var e = Exponential.Exp(-2 * Math.Abs(z));
        return Math.Sign(z) * (1 - e) / (1 + e);
    }
}
