using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;
using Sqo.Qualification.Benchmarks.Workload;

namespace Sqo.Qualification.Benchmarks;

/// <summary>From nothing to the first answer of a new set of ten rules, in a warm process.</summary>
public class ReadyBenchmarks
{
    private readonly Deal _opportunity = Opportunities.Make(1)[0];

    [Benchmark(Baseline = true, Description = "RulesEngine 6.0.1, first answer")]
    public Task<int> RulesEngine() => new RulesEngineRules().EvaluateAsync(_opportunity, Opportunities.AsOf);

    [Benchmark(Description = "Create and Decide")]
    public double Library() => LibraryProfile.Create().Decide(_opportunity, Opportunities.AsOf).Score;
}
