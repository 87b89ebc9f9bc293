using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Pipeline;

/// <summary>Many records go through all of the room, a million of them in the deep form; timings are for the benchmarks.</summary>
public class MillionTests
{
    private static readonly int Count = Deep.Size(100_000, 1_000_000);

    [Fact]
    public void ManyRecords_ThroughTheRoom_AreAllCounted()
    {
        var random = new SeededRandom(7);
        var start = new DateTime(2015, 1, 1);
        string[] owners = ["Ann", "Bo", "Cy"];
        var deals = Opportunity.From(Enumerable.Range(0, Count).ToArray(), (i, o) =>
        {
            o.Id = "D" + i;
            o.Owner = owners[i % 3];
            o.Amount = i % 1_000;
            o.Probability = 0.5;
            o.Created = start.AddDays(random.Below(1_000));
            o.ExpectedClose = o.Created.Value.AddDays(90);
            if (i % 2 == 0) return;
            o.Outcome = i % 4 == 1 ? OpportunityOutcome.Won : OpportunityOutcome.Lost;
            o.Closed = o.Created.Value.AddDays(random.Below(200));
        });
        Assert.Equal(Count, deals.Count);
        var history = PipelineHistory.Reconstruct(deals);
        var middle = history.AsOf(start.AddDays(500));
        Assert.Equal(deals.Count(deal => deal.Created <= middle.AsOf), middle.Opportunities.Count);
        Assert.All(middle.Open, deal => Assert.Null(deal.Probability));
        var last = history.AsOf(history.Last);
        Assert.Equal(Count / 2, last.Open.Count);
        var weighted = WeightedPipeline.Of(last);
        Assert.Equal(Count / 2, weighted.Total.Count);
        Assert.Equal((double)weighted.Total.Amount / 2, weighted.Total.Weighted, 3);
        Assert.Equal(3, weighted.ByOwner().Count);
        Assert.Equal(Count / 4, WinRates.ClosedIn(deals).All.Won);
        Assert.Equal(
            Count,
            PipelineMovement.Between(middle, last).Movements.Count + middle.Opportunities.Count(deal => !deal.IsOpen)
                + PipelineMovement.Between(middle, last).Unchanged);
    }
}
