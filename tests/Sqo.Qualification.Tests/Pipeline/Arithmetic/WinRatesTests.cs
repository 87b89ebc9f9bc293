using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Pipeline.Arithmetic;

public class WinRatesTests
{
    private static readonly ForecastPeriod May = ForecastPeriod.Month(2017, 5);

    [Fact]
    public void Cohorts_OfOneMonth_Differ()
    {
        Opportunity[] deals =
        [
            Deal("created and won", 5, 5, OpportunityOutcome.Won, 100), Deal("won", 4, 5, OpportunityOutcome.Won, 300),
            Deal("lost", 4, 5, OpportunityOutcome.Lost, 400), Deal("lost later", 5, 6, OpportunityOutcome.Lost, 50),
            Deal("open", 5, null, OpportunityOutcome.Open, 9), Deal("unknown day, won", null, 5, OpportunityOutcome.Won, null),
        ];
        var closed = WinRates.ClosedIn(deals, May);
        Assert.Equal(new ObservedRate(3, 4), closed.All.ByCount);
        Assert.Equal(0, closed.All.Open);
        Assert.Equal(0.5, closed.All.ByValue);
        Assert.Equal(1, closed.All.UnknownAmounts);
        Assert.Equal("closed in 2017-05: 3 of 4", closed.ToString());
        var created = WinRates.CreatedIn(deals, May);
        Assert.Equal(new ObservedRate(1, 2), created.All.ByCount);
        Assert.Equal(1, created.All.Open);
        Assert.Equal(100 / 150.0, created.All.ByValue!.Value, 12);
        Assert.Equal(new ObservedRate(3, 5), WinRates.ClosedIn(deals).All.ByCount);
        Assert.Equal(new ObservedRate(2, 4), WinRates.CreatedIn(deals).All.ByCount);
        Assert.Equal((WinRateCohort.Created, May), (created.Cohort, created.Period));
    }

    [Fact]
    public void By_Segment_ShrinksTowardsTheWhole()
    {
        var deals = Opportunity.From(Enumerable.Range(0, 40), (i, o) =>
        {
            o.Id = "D" + i;
            o.Product = i < 4 ? "box" : " ";
            o.Outcome = i % 4 == 0 ? OpportunityOutcome.Won : OpportunityOutcome.Lost;
            if (i == 1) o.Outcome = OpportunityOutcome.Won;
            if (i == 2) o.Outcome = OpportunityOutcome.Won;
            if (i is 4 or 8) o.Outcome = OpportunityOutcome.Lost;
            o.Closed = May.First;
        });
        var rates = WinRates.ClosedIn(deals);
        Assert.Equal(new ObservedRate(10, 40), rates.All.ByCount);
        var rows = rates.By(deal => deal.Product);
        Assert.Equal(["box", null], rows.Select(row => row.Segment));
        // Beta(2, 6): a mean of 0.25 that counts for 8.
        Assert.Equal(0.41667, rows[0].Shrunk(8)!.Value, 5);
        Assert.Equal(new ObservedRate(3, 4).ShrunkTowards(0.25, 8), rows[0].Shrunk(8)!.Value, 14);
        Assert.Equal(0.25, rates.All.Shrunk()!.Value, 14);
        Assert.Throws<ArgumentOutOfRangeException>("strength", () => rates.All.Shrunk(0));
    }

    [Fact]
    public void Shrunk_RateOfAllAtAnEnd_StaysThere()
    {
        Assert.Null(WinRates.ClosedIn([]).All.Shrunk());
        Assert.Null(WinRates.ClosedIn([]).All.ByValue);
        Assert.Equal(1.0, WinRates.ClosedIn([Deal("w", 5, 5, OpportunityOutcome.Won, 1)]).All.Shrunk());
        Assert.Equal(0.0, WinRates.ClosedIn([Deal("l", 5, 5, OpportunityOutcome.Lost, 1)]).By(_ => "x")[0].Shrunk());
    }

    [Fact]
    public void Rates_OfAnyDeals_AreThoseCountedByHand() => Property.Holds(300, (random, size) =>
    {
        var deals = RandomDeals.Of(random, size * 4);
        var period = ForecastPeriod.Of(RandomDeals.Start.AddDays(random.Below(200)), RandomDeals.Start.AddDays(200 + random.Below(200)));
        var closed = deals.Where(deal => deal.Closed is { } day && period.Contains(day)).ToList();
        var created = deals.Where(deal => deal.Created is { } day && period.Contains(day)).ToList();
        AssertCounts(closed, WinRates.ClosedIn(deals, period));
        AssertCounts(created, WinRates.CreatedIn(deals, period));
    });

    private static void AssertCounts(List<Opportunity> cohort, WinRates rates)
    {
        AssertRow(cohort, rates.All);
        var rows = rates.By(deal => deal.Owner);
        Assert.Equal(cohort.Select(deal => deal.Owner).Distinct().Count(), rows.Count);
        Assert.All(rows, row => AssertRow([.. cohort.Where(deal => deal.Owner == row.Segment)], row));
    }

    private static void AssertRow(List<Opportunity> deals, SegmentWinRate row)
    {
        var won = deals.Where(deal => deal.Outcome == OpportunityOutcome.Won).ToList();
        var lost = deals.Where(deal => deal.Outcome == OpportunityOutcome.Lost).ToList();
        Assert.Equal(won.Count, row.Won);
        Assert.Equal(lost.Count, row.Lost);
        Assert.Equal(deals.Count - won.Count - lost.Count, row.Open);
        Assert.Equal(won.Sum(deal => deal.ClosedAmount ?? deal.Amount ?? 0), row.WonAmount);
        Assert.Equal(lost.Sum(deal => deal.Amount ?? 0), row.LostAmount);
        Assert.Equal(won.Concat(lost).Count(deal => deal.Value is null), row.UnknownAmounts);
    }

    private static Opportunity Deal(
        string id, int? createdMonth, int? closedMonth, OpportunityOutcome outcome, decimal? amount) => Opportunity.Create(o =>
    {
        o.Id = id;
        o.Amount = amount;
        o.Outcome = outcome;
        if (createdMonth is { } created) o.Created = new DateTime(2017, created, 1);
        if (closedMonth is { } closed) o.Closed = new DateTime(2017, closed, 20);
    });
}
