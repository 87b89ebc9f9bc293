using System;
using System.Linq;

namespace Sqo.Qualification.Benchmarks.Workload;

/// <summary>Two years of a pipeline from a seed: deals that close within months, one in ten never.</summary>
public static class Histories
{
    public static readonly DateTime AsOf = new(2026, 9, 30);

    private const int Days = 730;

    public static PipelineHistory Make(int count, ulong seed = 2026)
    {
        var random = new SplitMix(seed);
        var deals = Opportunity.From(Enumerable.Range(0, count), (i, o) =>
        {
            var created = AsOf.AddDays(-random.Below(Days));
            // The sum of two even numbers: short lives and long ones are rare.
            var closed = created.AddDays(1 + random.Below(75) + random.Below(75));
            var isClosed = closed <= AsOf && random.Chance(0.9);
            var isWon = random.Chance(0.4);
            o.Id = $"OPP-{i:D7}";
            o.Owner = $"owner {random.Below(40)}";
            o.Product = $"product {random.Below(7)}";
            o.Account = $"account {random.Below(5_000)}";
            o.Amount = 100 + (10 * random.Below(5_000));
            o.Created = created;
            o.Closed = isClosed ? closed : null;
            o.Outcome = !isClosed ? OpportunityOutcome.Open : isWon ? OpportunityOutcome.Won : OpportunityOutcome.Lost;
        });
        return PipelineHistory.Reconstruct(deals, AsOf);
    }
}
