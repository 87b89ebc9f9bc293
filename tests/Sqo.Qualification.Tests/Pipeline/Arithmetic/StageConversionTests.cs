using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Pipeline.Arithmetic;

public class StageConversionTests
{
    private static readonly DateTime Start = new(2017, 5, 1);
    private static readonly string[] Order = ["lead", "meeting", "offer"];

    [Fact]
    public void Steps_SkipsLossesAndOpenDeals_CountAsDefined()
    {
        var conversion = StageConversion.Of(
            [
                Deal("won through all", OpportunityOutcome.Won, "lead", "meeting", "offer"),
                Deal("skips", OpportunityOutcome.Open, "lead", "offer"), Deal("lost at once", OpportunityOutcome.Lost, "lead"),
                Deal("open in lead", OpportunityOutcome.Open, "lead"), Deal("won from lead", OpportunityOutcome.Won, "lead"),
                Deal("back and lost", OpportunityOutcome.Lost, "meeting", "lead"),
                Deal("again", OpportunityOutcome.Lost, "lead", "lead", "meeting", "lead"),
                Deal("unlisted", OpportunityOutcome.Lost, "parked", "Lead"), Deal("none", OpportunityOutcome.Won),
            ],
            Order);
        Assert.Equal(
            ["lead -> meeting: 4 of 6", "meeting -> offer: 1 of 3", "offer -> won: 1 of 1"],
            conversion.Steps.Select(step => step.ToString()));
        Assert.Equal([7, 3, 2], conversion.Steps.Select(step => step.Entered));
        Assert.Equal([1, 0, 1], conversion.Steps.Select(step => step.Open));
        Assert.Equal(1, conversion.WithoutChanges);
        Assert.Equal(["Lead", "parked"], conversion.UnlistedStages);
        Assert.Null(conversion.Steps[2].To);
        Assert.Equal(new ObservedRate(4, 6).Interval(), conversion.Steps[0].Rate.Interval());
    }

    [Fact]
    public void Of_Period_TakesThoseThatFirstEnteredInIt()
    {
        // Stages are entered a day apart, from May 1 on.
        var deals = new[] { Deal("a", OpportunityOutcome.Lost, "lead", "meeting", "lead"), Deal("b", OpportunityOutcome.Won, "meeting") };
        var second = StageConversion.Of(deals, Order, ForecastPeriod.Of(Start.AddDays(1), Start.AddDays(5)));
        Assert.Equal([0, 1, 0], second.Steps.Select(step => step.Entered));
        var first = StageConversion.Of(deals, Order, ForecastPeriod.Of(Start, Start));
        Assert.Equal([1, 1, 0], first.Steps.Select(step => step.Entered));
    }

    [Fact]
    public void StepsOf_ASegment_ShrinkTowardsAll()
    {
        Opportunity[] deals = [
            Deal("a", OpportunityOutcome.Won, "lead"), Deal("b", OpportunityOutcome.Lost, "lead"),
            Deal("c", OpportunityOutcome.Lost, "lead"), Deal("d", OpportunityOutcome.Lost, "lead")];
        var conversion = StageConversion.Of(deals, Order);
        var step = conversion.StepsOf(deal => deal.Id == "a")[0];
        Assert.Equal(new ObservedRate(1, 1), step.Rate);
        Assert.Equal(((0.25 * 3) + 1) / 4, step.Shrunk(3)!.Value, 14);
        Assert.Null(conversion.Steps[1].Shrunk());
    }

    [Fact]
    public void Changes_AfterTheClosing_AreNotCounted()
    {
        var deal = Opportunity.Create(o =>
        {
            o.Id = "a";
            o.Outcome = OpportunityOutcome.Lost;
            o.Closed = Start.AddDays(1);
            o.StageChanges = [new(Start, "lead"), new(Start.AddDays(2), "meeting")];
        });
        Assert.Equal(
            ["lead -> meeting: 0 of 1", "meeting -> offer: 0 of 0", "offer -> won: 0 of 0"],
            StageConversion.Of([deal], Order).Steps.Select(step => step.ToString()));
    }

    [Fact]
    public void Steps_OfAnyDeals_AreThoseCountedByHand() => Property.Holds(300, (random, size) =>
    {
        var deals = RandomDeals.Of(random, size * 4);
        ForecastPeriod? period = random.Chance(0.5)
            ? null
            : ForecastPeriod.Of(RandomDeals.Start.AddDays(random.Below(200)), RandomDeals.Start.AddDays(200 + random.Below(100)));
        var conversion = StageConversion.Of(deals, RandomDeals.Stages, period);
        for (var s = 0; s < RandomDeals.Stages.Length; s++)
        {
            int reached = 0, lost = 0, open = 0;
            foreach (var deal in deals)
            {
                var changes = deal.StageChanges
                    .Where(change => deal.Closed is null || change.At.Date <= deal.Closed)
                    .Select(change => (change.At, Place: Array.IndexOf(RandomDeals.Stages, change.Stage)))
                    .ToList();
                var entry = changes.FindIndex(change => change.Place == s);
                if (entry < 0 || (period is { } days && !days.Contains(changes[entry].At))) continue;
                if (deal.Outcome == OpportunityOutcome.Won || changes.Skip(entry).Any(change => change.Place > s)) reached++;
                else if (deal.IsOpen) open++;
                else lost++;
            }

            Assert.Equal(
                $"{reached} {lost} {open}", $"{conversion.Steps[s].Reached} {conversion.Steps[s].Lost} {conversion.Steps[s].Open}");
        }
    });

    [Fact]
    public void Of_ADealOfAHundredThousandChanges_IsCounted()
    {
        var deal = Opportunity.Create(o =>
            (o.Id, o.StageChanges) = ("a", Enumerable.Range(0, 100_000).Select(i => new StageChange(Start.AddMinutes(i), Order[i % 3]))));
        Assert.Equal([1, 1, 0], StageConversion.Of([deal], Order).Steps.Select(step => step.Reached));
    }

    [Fact]
    public void Of_StagesThatCannotBe_AreRefused()
    {
        Assert.Throws<ArgumentException>("stageOrder", () => StageConversion.Of([], []));
        Assert.Throws<ArgumentException>("stageOrder", () => StageConversion.Of([], ["a", "b", "a"]));
        Assert.Throws<ArgumentException>("stageOrder", () => StageConversion.Of([], ["a", ""]));
        Assert.Throws<ArgumentNullException>("opportunities", () => StageConversion.Of(null!, ["a"]));
    }

    private static Opportunity Deal(string id, OpportunityOutcome outcome, params string[] stages) => Opportunity.Create(o =>
    {
        o.Id = id;
        o.Outcome = outcome;
        if (outcome != OpportunityOutcome.Open) o.Closed = Start.AddDays(30);
        o.StageChanges = stages.Select((stage, i) => new StageChange(Start.AddDays(i), stage));
    });
}
