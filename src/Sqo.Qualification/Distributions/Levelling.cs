using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Terms whose hazards are multiplied by one factor, so that their mean becomes a wanted one.</summary>
internal sealed class Levelling
{
    public const double Least = 0.125;
    public const double Greatest = 8;
    private const int MostSteps = 60;

    private Levelling(RevenueTerms terms, double factor, bool isCapped)
    {
        Terms = terms;
        Factor = factor;
        IsCapped = isCapped;
    }

    public RevenueTerms Terms { get; }

    public double Factor { get; }

    public bool IsCapped { get; }

    public static Levelling To(MergedTerms merged, double mean)
    {
        var low = Least;
        var high = Greatest;
        var factor = 1.0;
        var isCapped = false;
        var (atLow, atHigh) = (merged.MeanAt(low), merged.MeanAt(high));
        var slack = 1e-12 * mean;
        if (mean <= atLow)
        {
            factor = low;
            isCapped = mean < atLow - slack;
        }
        else if (mean >= atHigh)
        {
            factor = high;
            isCapped = mean > atHigh + slack;
        }
        else
        {
            // The mean is rising and concave in the factor: false position, halved where it is slow (Illinois).
            var (fLow, fHigh) = (atLow - mean, atHigh - mean);
            var last = 0;
            for (var i = 0; i < MostSteps; i++)
            {
                factor = ((low * fHigh) - (high * fLow)) / (fHigh - fLow);
                var f = merged.MeanAt(factor) - mean;
                if (Math.Abs(f) <= slack / 4 || high - low <= 1e-15 * high) break;
                if (f < 0)
                {
                    (low, fLow) = (factor, f);
                    if (last < 0) fHigh /= 2;
                    last = -1;
                }
                else
                {
                    (high, fHigh) = (factor, f);
                    if (last > 0) fLow /= 2;
                    last = 1;
                }
            }
        }

        return new(merged.Levelled(factor), factor, isCapped);
    }

    /// <summary>1 - (1 - p)^k.</summary>
    public static double Probability(double p, double factor) => p >= 1 ? 1 : p <= 0 ? 0 : OneMinusExp(factor * LogOfOneMinus(p));

    private static double OneMinusExp(double x) =>
        x < -1e-3 ? 1 - Exponential.Exp(x) : -x * (1 + (x / 2 * (1 + (x / 3 * (1 + (x / 4 * (1 + (x / 5))))))));

    private static double LogOfOneMinus(double p)
    {
        // What the subtraction loses is put back (Kahan).
        var u = 1 - p;
        return u == 1 ? -p : Logarithm.Of(u) * (p / (1 - u));
    }
}
