using BenchmarkDotNet.Attributes;
using Sqo.Qualification.Benchmarks.Workload;

namespace Sqo.Qualification.Benchmarks;

/// <summary>The same three quantiles of more and more deals, in cents, beside a pass that only sums amount times probability.</summary>
public class DistributionScaleBenchmarks
{
    private Portfolio _portfolio = null!;

    [Params(10_000, 100_000, 1_000_000)]
    public int Deals { get; set; }

    [GlobalSetup]
    public void Setup() => _portfolio = new Portfolio(Deals, isInCents: true);

    [Benchmark(Baseline = true, Description = "sum of amount x probability")]
    public double Plain()
    {
        var sum = 0.0;
        for (var i = 0; i < _portfolio.Amounts.Length; i++) sum += (double)_portfolio.Amounts[i] * _portfolio.Probabilities[i];
        return sum;
    }

    [Benchmark(Description = "RevenueDistribution")]
    public double Library() => DistributionBenchmarks.Three(_portfolio.Distribution());
}
