using BenchmarkDotNet.Attributes;
using Sqo.Qualification.Benchmarks.Workload;

namespace Sqo.Qualification.Benchmarks;

/// <summary>One decision at a time by three criteria, where what a decision costs before its first criterion shows most.</summary>
public class DecideThreeBenchmarks
{
    private const int Count = 4_096;

    private readonly Deal[] _opportunities = Opportunities.Make(Count);
    private readonly QualificationProfile<Deal> _profile = LibraryProfile.CreateThree();

    [Benchmark(Baseline = true, OperationsPerInvoke = Count, Description = "hand-written")]
    public double Hand()
    {
        double sum = 0;
        foreach (var opportunity in _opportunities) sum += HandWritten.DecideThree(opportunity).Score;
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "Decide")]
    public double Library()
    {
        double sum = 0;
        foreach (var opportunity in _opportunities) sum += _profile.Decide(opportunity, Opportunities.AsOf).Score;
        return sum;
    }
}
