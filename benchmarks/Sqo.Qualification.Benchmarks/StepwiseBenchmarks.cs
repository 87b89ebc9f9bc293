using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;
using Sqo.Qualification.Benchmarks.Workload;

namespace Sqo.Qualification.Benchmarks;

/// <summary>The ten criteria, and one more whose answer comes from outside and is there at once.</summary>
public class StepwiseBenchmarks
{
    private const int Count = 4_096;

    private readonly Deal[] _opportunities = Opportunities.Make(Count);
    private readonly QualificationProfile<Deal> _profile = LibraryProfile.Create();
    private readonly IAsyncQualifier<Deal> _qualifier = AsyncQualifier.Create<Deal>("eleven", p =>
    {
        LibraryProfile.Define(p);
        p.AsyncCriterion("outside", (deal, context, token) => new ValueTask<Answer>(Answer.From(deal.Competitors < 5))).Weight(10);
    });

    [Benchmark(Baseline = true, OperationsPerInvoke = Count, Description = "Decide, ten criteria")]
    public double Decide()
    {
        double sum = 0;
        foreach (var opportunity in _opportunities) sum += _profile.Decide(opportunity, Opportunities.AsOf).Score;
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "DecideAsync, one more from outside")]
    public async Task<double> Stepwise()
    {
        double sum = 0;
        foreach (var opportunity in _opportunities) sum += (await _qualifier.DecideAsync(opportunity, Opportunities.AsOf)).Score;
        return sum;
    }
}
