using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Pipeline;

public class PipelineMovementTests
{
    private static readonly DateTime First = new(2017, 5, 31);
    private static readonly DateTime Second = new(2017, 6, 30);

    [Fact]
    public void Between_EveryKind_IsTold()
    {
        var earlier = new PipelineSnapshot(First,
        [
            Open("stays", 10), Open("slips", expected: new(2017, 6, 30)), Open("pulled", expected: new(2017, 10, 1)),
            Open("within", expected: new(2017, 7, 1)), Open("wins"), Open("loses"), Open("vanishes"), Open("forward", stage: "lead"),
            Open("back", stage: "offer"), Open("aside", stage: "lead"), Open("up", 10), Open("down", 10), Open("learned"),
            Closed("reopened", OpportunityOutcome.Lost, First), Closed("won before", OpportunityOutcome.Won, First),
        ]);
        var later = new PipelineSnapshot(Second,
        [
            Open("new"), Closed("new and won", OpportunityOutcome.Won, Second),
            Closed("told late", OpportunityOutcome.Won, First.AddDays(-9)), Open("stays", 10), Open("slips", expected: new(2017, 7, 1)),
            Open("pulled", expected: new(2017, 9, 30)), Open("within", expected: new(2017, 7, 31)),
            Closed("wins", OpportunityOutcome.Won, First), Closed("loses", OpportunityOutcome.Lost, Second),
            Open("forward", stage: "offer"), Open("back", stage: "lead"), Open("aside", stage: "parked"), Open("up", 10.5m),
            Open("down", 0), Open("learned", 3), Open("reopened"), Closed("won before", OpportunityOutcome.Won, First),
        ]);
        var movement = PipelineMovement.Between(earlier, later, ["lead", "offer"]);
        Assert.Equal("new", Ids(movement.New));
        Assert.Equal("wins, new and won", Ids(movement.Won));
        Assert.Equal("loses", Ids(movement.Lost));
        Assert.Equal("vanishes", Ids(movement.Vanished));
        Assert.Equal("reopened", Ids(movement.Reopened));
        Assert.Equal("slips, within", Ids(movement.Slipped));
        Assert.Equal("pulled", Ids(movement.PulledIn));
        Assert.Equal("slips", Ids(movement.Pushed));
        Assert.Equal("forward", Ids(movement.Forward));
        Assert.Equal("back", Ids(movement.Back));
        Assert.Equal("up", Ids(movement.AmountUp));
        Assert.Equal("down", Ids(movement.AmountDown));
        Assert.Equal(2, movement.Unchanged);
        Assert.Equal(
            "slips, pulled, within, wins, loses, vanishes, forward, back, aside, up, down, reopened, new, new and won",
            Ids(movement.Movements));
        Assert.Equal(StageMove.Unordered, movement.Movements.Single(m => m.Id == "aside").StageMove);
        var slip = movement.Slipped[0];
        Assert.Equal((1, 1, 1), (slip.DaysSlipped, slip.MonthsPushed, slip.QuartersPushed));
        Assert.Equal(
            (-1, -1, -1), (movement.PulledIn[0].DaysSlipped, movement.PulledIn[0].MonthsPushed, movement.PulledIn[0].QuartersPushed));
        Assert.Equal((30, 0, 0), (movement.Slipped[1].DaysSlipped, movement.Slipped[1].MonthsPushed, movement.Slipped[1].QuartersPushed));
        Assert.Equal(0.5m, movement.AmountUp[0].AmountChange);
        Assert.Equal("slips: Stayed", slip.ToString());
        Assert.Equal("2017-05-31 to 2017-06-30: 14 moved, 2 unchanged", movement.ToString());
    }

    [Fact]
    public void Between_AmountsInTwoCurrencies_AreNotCompared()
    {
        var before = Opportunity.Create(o => (o.Id, o.Amount, o.Currency) = ("a", 10, "EUR"));
        var after = Opportunity.Create(o => (o.Id, o.Amount, o.Currency) = ("a", 100, "SEK"));
        Assert.Equal(1, PipelineMovement.Between(new(First, [before]), new(Second, [after])).Unchanged);
    }

    [Fact]
    public void Through_KeptSnapshots_ComparesEachWithTheNext()
    {
        var third = new DateTime(2017, 7, 31);
        var history = PipelineHistory.Of([
            new(First, [Open("a", expected: new(2017, 6, 30))]),
            new(Second, [Open("a", expected: new(2017, 7, 31))]),
            new(third, [Open("a", expected: new(2017, 12, 31))])]);
        var movements = PipelineMovement.Through(history);
        Assert.Equal([(First, Second), (Second, third)], movements.Select(movement => (movement.From, movement.To)));
        Assert.Equal(2, movements.SelectMany(movement => movement.Pushed).Count(movement => movement.Id == "a"));
        Assert.Equal(5, movements[1].Pushed[0].MonthsPushed);
        Assert.Throws<ArgumentException>("history", () => PipelineMovement.Through(PipelineHistory.Reconstruct([Open("a")])));
    }

    [Fact]
    public void Between_AnyTwoDays_AccountsForEveryOpenDeal() => Property.Holds(200, (random, size) =>
    {
        var deals = RandomDeals.Of(random, size * 4);
        if (deals.All(deal => deal.Created is null)) return;
        var history = PipelineHistory.Reconstruct(deals);
        var days = (history.Last - history.First).Days;
        if (days == 0) return;
        var from = random.Below(days);
        var earlier = history.AsOf(history.First.AddDays(from));
        var later = history.AsOf(history.First.AddDays(from + 1 + random.Below(days - from)));
        var movement = PipelineMovement.Between(earlier, later, RandomDeals.Stages);
        var stayed = movement.Movements.Count(m => m.Fate == MovementFate.Stayed) + movement.Unchanged;
        Assert.Equal(later.Open.Count, stayed + movement.New.Count);
        Assert.Equal(earlier.Open.Count, stayed + movement.Won.Concat(movement.Lost).Count(m => m.Earlier is not null));
        Assert.Empty(movement.Vanished);
        Assert.Empty(movement.Reopened);
        Assert.Equal(
            deals
                .Where(deal =>
                    deal.Created is not null && deal.Outcome == OpportunityOutcome.Won && deal.Closed > earlier.AsOf
                        && deal.Closed <= later.AsOf)
                .Select(deal => deal.Id)
                .OrderBy(id => id),
            movement.Won.Select(m => m.Id).OrderBy(id => id));
    });

    [Fact]
    public void Between_ArgumentsThatCannotBe_AreRefused()
    {
        var snapshot = new PipelineSnapshot(First, []);
        Assert.Throws<ArgumentException>("later", () => PipelineMovement.Between(snapshot, snapshot));
        Assert.Throws<ArgumentException>("stageOrder", () => PipelineMovement.Between(snapshot, new(Second, []), ["a", "a"]));
        Assert.Throws<ArgumentException>("stageOrder", () => PipelineMovement.Between(snapshot, new(Second, []), ["a", " "]));
        Assert.Throws<ArgumentNullException>("earlier", () => PipelineMovement.Between(null!, snapshot));
    }

    private static string Ids(IEnumerable<OpportunityMovement> movements) => string.Join(", ", movements.Select(movement => movement.Id));

    private static Opportunity Open(string id, decimal? amount = null, DateTime? expected = null, string? stage = null) =>
        Opportunity.Create(o => (o.Id, o.Amount, o.ExpectedClose, o.Stage, o.Created) = (id, amount, expected, stage, new(2017, 1, 1)));

    private static Opportunity Closed(string id, OpportunityOutcome outcome, DateTime day) =>
        Opportunity.Create(o => (o.Id, o.Outcome, o.Closed) = (id, outcome, day));
}
