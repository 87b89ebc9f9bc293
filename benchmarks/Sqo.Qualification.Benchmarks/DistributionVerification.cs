using System;
using Sqo.Qualification.Benchmarks.Workload;

namespace Sqo.Qualification.Benchmarks;

/// <summary>Whether the rivals of the distribution come to the same quantiles, each within its own error.</summary>
public static class DistributionVerification
{
    public static int Run()
    {
        var failures = 0;
        Check("10,000 deals", new Portfolio(10_000, isInCents: false), 1e-4, simulate: true);
        Check("2,000 deals and a whale", new Portfolio(2_000, isInCents: false, hasWhale: true), 1e-3, simulate: false);
        return failures;

        void Check(string name, Portfolio portfolio, double tolerance, bool simulate)
        {
            var distribution = portfolio.Distribution();
            var exact = portfolio.Program();
            var draws = simulate ? portfolio.MonteCarlo(2_000) : null;
            double worst = 0, worstDrawn = 0;
            foreach (var p in (double[])[0.1, 0.5, 0.9])
            {
                var place = Array.FindIndex(exact, sum => sum >= p - 1e-11);
                worst = Math.Max(worst, Math.Abs(distribution.Quantile(p) - (place * 250.0)) / distribution.StandardDeviation);
                if (draws is not null)
                {
                    worstDrawn = Math.Max(
                        worstDrawn, Math.Abs(distribution.Quantile(p) - draws[(int)(p * draws.Length)]) / distribution.StandardDeviation);
                }
            }

            // Five standard errors of a quantile of 2,000 draws at P10 and P90.
            if (worst > tolerance || worstDrawn > 0.2) failures++;
            var drawn = simulate ? FormattableString.Invariant($", off 2,000 draws by {worstDrawn:E1}") : "";
            Console.WriteLine(FormattableString.Invariant(
                $"{name}: {distribution.Method}, off exact dynamic programming by {worst:E1} standard deviations{drawn}."));
        }
    }
}
