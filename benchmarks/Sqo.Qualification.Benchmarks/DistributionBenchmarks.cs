using System;
using BenchmarkDotNet.Attributes;
using Sqo.Qualification.Benchmarks.Workload;

namespace Sqo.Qualification.Benchmarks;

/// <summary>P10, P50 and P90 of 10,000 independent deals, from the deals as they are.</summary>
public class DistributionBenchmarks
{
    private readonly Portfolio _portfolio = new(10_000, isInCents: false);

    [Benchmark(Description = "Monte Carlo, 10,000 draws")]
    public double MonteCarlo()
    {
        var sums = _portfolio.MonteCarlo(10_000);
        return sums[1_000] + sums[5_000] + sums[9_000];
    }

    [Benchmark(Description = "exact dynamic programming")]
    public double Program()
    {
        var cumulative = _portfolio.Program();
        return Place(0.1) + Place(0.5) + Place(0.9);

        int Place(double p)
        {
            var at = Array.BinarySearch(cumulative, p);
            return at < 0 ? ~at : at;
        }
    }

    [Benchmark(Baseline = true, Description = "RevenueDistribution")]
    public double Library() => Three(_portfolio.Distribution());

    [Benchmark(Description = "RevenueDistribution, widened by 20 %")]
    public double Widened() => Three(_portfolio.Distribution().Widened(0.2));

    internal static double Three(RevenueDistribution distribution) =>
        distribution.Quantile(0.1) + distribution.Quantile(0.5) + distribution.Quantile(0.9);
}
