using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Pipeline;

public class PipelineHistoryTests
{
    private static readonly DateTime Created = new(2017, 1, 10);
    private static readonly DateTime Closed = new(2017, 3, 20);

    [Fact]
    public void AsOf_BeforeTheClosing_MasksAllThatWasLearnedLater()
    {
        var history = PipelineHistory.Reconstruct([WonDeal()], asOf: new DateTime(2017, 6, 30));
        var deal = history.AsOf(new DateTime(2017, 2, 15)).Opportunities.Single();
        Assert.True(deal.IsOpen);
        Assert.Null(deal.Closed);
        Assert.Null(deal.ClosedAmount);
        Assert.Null(deal.Category);
        Assert.Null(deal.Probability);
        Assert.Null(deal.ExpectedClose);
        Assert.Equal("proposal", deal.Stage);
        Assert.Equal(100m, deal.Amount);
        Assert.Equal(100m, deal.Value);
        Assert.Equal(["visit"], deal.Touchpoints.Select(touchpoint => touchpoint.Channel));
        Assert.Equal(["new", "proposal"], deal.StageChanges.Select(change => change.Stage));
        Assert.Equal("East", deal.Fields["region"]);
        Assert.Equal(["Rival"], deal.Competitors);
        Assert.Equal(Created, deal.Created);
    }

    [Fact]
    public void AsOf_ByTheDayOfTheClosing_ChangesFromOpenToWon()
    {
        var history = PipelineHistory.Reconstruct([WonDeal()], asOf: new DateTime(2017, 6, 30));
        Assert.Single(history.AsOf(Closed.AddDays(-1)).Open);
        var won = history.AsOf(Closed).Opportunities.Single();
        Assert.Empty(history.AsOf(Closed).Open);
        Assert.Equal(OpportunityOutcome.Won, won.Outcome);
        Assert.Equal(90m, won.Value);
        Assert.Equal(2, won.Touchpoints.Count);
        Assert.Equal("won", won.Stage);
        Assert.Equal(ForecastCategory.Closed, won.Category);
        Assert.Equal(3, history.AsOf(history.Last).Opportunities.Single().Touchpoints.Count);
    }

    [Fact]
    public void AsOf_OutsideOfTheHistory_IsRefused()
    {
        var history = PipelineHistory.Reconstruct([WonDeal()], asOf: new DateTime(2017, 6, 30));
        Assert.Equal(Created, history.First);
        Assert.Contains(
            "2017-01-09; the history is known from 2017-01-10 to 2017-06-30",
            Assert.Throws<ArgumentOutOfRangeException>(() => history.AsOf(Created.AddDays(-1))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => history.AsOf(new DateTime(2017, 7, 1)));
        Assert.Throws<ArgumentException>(() => history.AsOf(new DateTime(2017, 6, 1, 0, 0, 0, DateTimeKind.Local)));
    }

    [Fact]
    public void Reconstruct_DealWithoutCreated_IsNamedAsUndated()
    {
        var undated = Opportunity.Create(o => o.Id = "undated");
        var history = PipelineHistory.Reconstruct([undated, WonDeal()]);
        Assert.Same(undated, history.Undated.Single());
        Assert.Single(history.AsOf(history.Last).Opportunities);
        Assert.Throws<ArgumentException>(() => PipelineHistory.Reconstruct([undated]));
    }

    [Fact]
    public void ObservedFrom_Told_IsTakenAndSaidSo()
    {
        var told = PipelineHistory.Reconstruct([WonDeal()], observedFrom: new DateTime(2017, 3, 1));
        Assert.Equal(new DateTime(2017, 3, 1), told.ObservedFrom);
        Assert.True(told.IsObservedFromGiven);
        var untold = PipelineHistory.Reconstruct([WonDeal()]);
        Assert.Equal(Closed, untold.ObservedFrom);
        Assert.False(untold.IsObservedFromGiven);
        Assert.Equal(new DateTime(2017, 4, 1), untold.Last);
    }

    [Fact]
    public void AsOf_OfKeptSnapshots_IsTheNewestNotLater()
    {
        var early = new PipelineSnapshot(new DateTime(2017, 1, 31), [Open("a")]);
        var late = new PipelineSnapshot(new DateTime(2017, 2, 28), [Open("a"), Open("b")]);
        var history = PipelineHistory.Of([early, late]);
        Assert.Same(early, history.AsOf(new DateTime(2017, 2, 27)));
        Assert.Same(late, history.AsOf(new DateTime(2017, 2, 28)));
        Assert.Throws<ArgumentOutOfRangeException>(() => history.AsOf(new DateTime(2017, 3, 1)));
        Assert.Equal([early.AsOf, late.AsOf], history.SnapshotDays);
        Assert.False(history.IsReconstructed);
        Assert.Contains(
            "is of 2017-01-31; it must be later", Assert.Throws<ArgumentException>(() => PipelineHistory.Of([late, early])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => PipelineHistory.Of([early, early]));
        Assert.Throws<ArgumentException>(() => PipelineHistory.Of([]));
        Assert.Throws<ArgumentException>(() => PipelineHistory.Of([early, null!]));
    }

    [Fact]
    public void ObservedFrom_OfKeptSnapshots_IsTheFirstDayOrAnEarlierClosing()
    {
        var day = new DateTime(2017, 4, 30);
        Assert.Equal(day, PipelineHistory.Of([new(day, [Open("a")])]).ObservedFrom);
        Assert.Equal(Closed, PipelineHistory.Of([new(day, [WonDeal()])]).ObservedFrom);
        var told = PipelineHistory.Of([new(day, [WonDeal()])], Created);
        Assert.Equal(Created, told.ObservedFrom);
        Assert.True(told.IsObservedFromGiven);
    }

    [Fact]
    public void AsOf_RecordThatChangedInNothing_IsTheSameObject()
    {
        var open = Opportunity.Create(o => (o.Id, o.Amount, o.Created) = ("a", 5, Created));
        var history = PipelineHistory.Reconstruct([open, WonDeal()], asOf: new DateTime(2017, 6, 30));
        Assert.Same(open, history.AsOf(Created).Opportunities[0]);
        Assert.NotSame(history.AsOf(history.Last).Opportunities[1], history.AsOf(Created).Opportunities[1]);
    }

    [Fact]
    public void AsOf_AnyDay_IsASnapshotThatKnowsNoFuture() => Property.Holds(300, (random, size) =>
    {
        var deals = RandomDeals.Of(random, size * 3);
        if (deals.All(deal => deal.Created is null)) return;
        var history = PipelineHistory.Reconstruct(deals);
        for (var i = 0; i < 4; i++)
        {
            var day = history.First.AddDays(random.Below((history.Last - history.First).Days + 1));
            var snapshot = history.AsOf(day);
            // The door for snapshots of the user's own refuses what knows the future.
            Assert.Equal(snapshot.Opportunities, new PipelineSnapshot(day, snapshot.Opportunities).Opportunities);
            Assert.Equal(
                deals.Where(deal => deal.Created <= day && (deal.Closed is null || deal.Closed > day)).Select(deal => deal.Id),
                snapshot.Open.Select(deal => deal.Id));
            Assert.Equal(deals.Where(deal => deal.Created <= day).Select(deal => deal.Id), snapshot.Opportunities.Select(deal => deal.Id));
            if (day == history.Last) continue;
            Assert.All(snapshot.Open, deal =>
                Assert.True(deal is { Category: null, Probability: null, ExpectedClose: null, ClosedAmount: null, Closed: null }));
        }
    });

    private static Opportunity Open(string id) => Opportunity.Create(o => (o.Id, o.Created) = (id, Created));

    private static Opportunity WonDeal() => Opportunity.Create(o =>
    {
        o.Id = "A-1";
        o.Amount = 100;
        o.ClosedAmount = 90;
        o.Created = Created;
        o.Closed = Closed;
        o.Outcome = OpportunityOutcome.Won;
        o.Category = ForecastCategory.Closed;
        o.Probability = 1;
        o.ExpectedClose = Closed;
        o.Stage = "won";
        o.Competitors = ["Rival", " "];
        o.StageChanges = [
            new(new DateTime(2017, 3, 1), "negotiation"), new(Created, "new"), new(new DateTime(2017, 2, 15, 23, 59, 0), "proposal")];
        o.Touchpoints = [
            new(new DateTime(2017, 3, 5), "call"), new(new DateTime(2017, 2, 1), "visit"), new(new DateTime(2017, 4, 1), "survey")];
        o.Fields["region"] = "East";
    });
}
