using BenchmarkDotNet.Attributes;
using Sqo.Qualification.Benchmarks.Workload;

namespace Sqo.Qualification.Benchmarks;

/// <summary>A million opportunities at a time.</summary>
public class DecideAllBenchmarks
{
    private const int Count = 1_000_000;

    private readonly Deal[] _opportunities = Opportunities.Make(Count);
    private readonly QualificationProfile<Deal> _profile = LibraryProfile.Create();
    private readonly HandWritten.HandDecision[] _handDecisions = new HandWritten.HandDecision[Count];
    private readonly Decision[] _decisions = new Decision[Count];

    [Benchmark(Baseline = true, OperationsPerInvoke = Count, Description = "hand-written loop")]
    public void Hand()
    {
        for (var i = 0; i < Count; i++) _handDecisions[i] = HandWritten.Decide(_opportunities[i], Opportunities.AsOf);
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "Decide in a loop")]
    public void OneByOne()
    {
        for (var i = 0; i < Count; i++) _decisions[i] = _profile.Decide(_opportunities[i], Opportunities.AsOf);
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "DecideAll, one thread")]
    public void OneThread() => _profile.DecideAll(_opportunities, _decisions, Opportunities.AsOf);

    [Benchmark(OperationsPerInvoke = Count, Description = "DecideAll, two threads")]
    public void TwoThreads() => _profile.DecideAll(_opportunities, _decisions, Opportunities.AsOf, degreeOfParallelism: 2);
}
