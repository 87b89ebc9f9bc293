using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;
using Sqo.Qualification.Benchmarks.Workload;

namespace Sqo.Qualification.Benchmarks;

/// <summary>One decision at a time, over 4,096 varied opportunities.</summary>
public class DecideBenchmarks
{
    private const int Count = 4_096;

    private readonly Deal[] _opportunities = Opportunities.Make(Count);
    private readonly QualificationProfile<Deal> _profile = LibraryProfile.Create();
    private readonly RulesEngineRules _rulesEngine = new();
    private readonly FluentValidationRules _fluentValidation = new();

    [Benchmark(Baseline = true, OperationsPerInvoke = Count, Description = "hand-written")]
    public double Hand()
    {
        double sum = 0;
        foreach (var opportunity in _opportunities) sum += HandWritten.Decide(opportunity, Opportunities.AsOf).Score;
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "Decide")]
    public double Library()
    {
        double sum = 0;
        foreach (var opportunity in _opportunities) sum += _profile.Decide(opportunity, Opportunities.AsOf).Score;
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "Explain")]
    public double Explain()
    {
        double sum = 0;
        foreach (var opportunity in _opportunities) sum += _profile.Explain(opportunity, Opportunities.AsOf).Decision.Score;
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "RulesEngine 6.0.1")]
    public async Task<int> RulesEngine()
    {
        var held = 0;
        foreach (var opportunity in _opportunities) held += await _rulesEngine.EvaluateAsync(opportunity, Opportunities.AsOf);
        return held;
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "FluentValidation 12.2.0")]
    public int FluentValidation()
    {
        var failed = 0;
        foreach (var opportunity in _opportunities) failed += _fluentValidation.Validate(opportunity).Errors.Count;
        return failed;
    }
}
