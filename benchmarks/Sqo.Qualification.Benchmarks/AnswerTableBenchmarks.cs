using BenchmarkDotNet.Attributes;
using Sqo.Qualification.Benchmarks.Workload;

namespace Sqo.Qualification.Benchmarks;

/// <summary>Another weight over a million opportunities: asked again, or by an answer table.</summary>
public class AnswerTableBenchmarks
{
    private const int Count = 1_000_000;

    private readonly Deal[] _opportunities = Opportunities.Make(Count);
    private readonly QualificationProfile<Deal> _profile = LibraryProfile.Create();
    private readonly QualificationProfile<Deal> _reweighted = LibraryProfile.CreateReweighted(demo: 35);
    private readonly Decision[] _decisions = new Decision[Count];
    private readonly AnswerTable<Deal> _table;

    public AnswerTableBenchmarks() => _table = _profile.AnswerAll(_opportunities, Opportunities.AsOf);

    [Benchmark(Baseline = true, OperationsPerInvoke = Count, Description = "DecideAll")]
    public void Again() => _reweighted.DecideAll(_opportunities, _decisions, Opportunities.AsOf);

    [Benchmark(OperationsPerInvoke = Count, Description = "Decide(table)")]
    public void ByTable() => _reweighted.Decide(_table, _decisions);

    [Benchmark(OperationsPerInvoke = Count, Description = "CountVerdicts(table)")]
    public VerdictCounts Verdicts() => _reweighted.CountVerdicts(_table);

    [Benchmark(OperationsPerInvoke = Count, Description = "AnswerAll")]
    public AnswerTable<Deal> Fill() => _profile.AnswerAll(_opportunities, Opportunities.AsOf);
}
