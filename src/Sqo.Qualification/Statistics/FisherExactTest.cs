using System;

namespace Sqo.Qualification;

/// <summary>
/// The exact test of Fisher (1935) that two rates are equal: given how many succeed in all, the probability of every division between the
/// groups that is at most as likely as the one that was seen.
/// </summary>
internal static class FisherExactTest
{
    // Divisions that are equally likely differ by rounding.
    private const double Rounding = 1 + 1e-7;
    private const double Negligible = 1e-20;

    /// <summary>The two-sided p-value, from 0 to 1; 1 if a group is empty.</summary>
    public static double PValue(ObservedRate first, ObservedRate second)
    {
        double n = first.Trials, m = second.Trials, k = (double)first.Successes + second.Successes;
        double least = Math.Max(0, k - m), most = Math.Min(k, n);
        if (least == most) return 1;
        // Probabilities relative to that of the mode, which is the largest, so that none overflows.
        var mode = Math.Min(most, Math.Max(least, Math.Floor((n + 1) * (k + 1) / (n + m + 2))));
        double seen = 1, x = mode;
        for (; x < first.Successes && seen > 0; x++) seen *= Up(x);
        for (; x > first.Successes && seen > 0; x--) seen *= Down(x);
        double all = 0, within = 0;
        var term = 1.0;
        for (x = mode; x <= most && !IsNegligible(term); term *= Up(x++)) Count(term);
        term = Down(mode);
        for (x = mode - 1; x >= least && !IsNegligible(term); term *= Down(x--)) Count(term);
        return Math.Min(1, within / all);

        void Count(double probability)
        {
            all += probability;
            if (probability <= seen * Rounding) within += probability;
        }

        bool IsNegligible(double probability) => probability <= Negligible && probability <= Negligible * seen;

        double Up(double at) => (n - at) * (k - at) / ((at + 1) * (m - k + at + 1));

        double Down(double at) => at * (m - k + at) / ((n - at + 1) * (k - at + 1));
    }
}
