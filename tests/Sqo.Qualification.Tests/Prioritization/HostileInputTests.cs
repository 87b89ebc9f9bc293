using System;
using System.Linq;
using Sqo.Qualification.Tests.Prioritization.Capacity;
using Xunit;

namespace Sqo.Qualification.Tests.Prioritization;

/// <summary>Extreme and contradictory input to every part of the room.</summary>
public class HostileInputTests
{
    private static readonly DateTime Day = new(2026, 3, 2);

    private static readonly RankingValue Expected = RankingValue.ExpectedValue(deal => deal.Probability, deal => deal.Amount);

    [Fact]
    public void Competition_MoreCompetitorsThanTheWorldHas_TakesNoTime()
    {
        var one = PlanCase.Deal("a", 1_000, 0, chance: 0.5);
        RankedOpportunity Ranked(double perCompetitor, int count) => Ranking.Create(
            [one], Expected.Times(RankingFactor.Competition(perCompetitor, _ => count))).Ranked[0];
        Assert.Equal(500, Ranked(1, int.MaxValue).Value);
        Assert.Equal(0, Ranked(0.999, int.MaxValue).Value);
        Assert.Equal(0.8 * 0.8 * 0.8 * 500, Ranked(0.8, 3).Value, 1e-9);
        Assert.Equal(500, Ranked(0.8, 0).Value);
        Assert.Throws<ArgumentException>(() => Ranked(2, 5_000));
    }

    [Fact]
    public void Probability_OutsideItsRange_IsRefusedInTheSameWordsEverywhere()
    {
        var one = PlanCase.Deal("a\n\u202E", 1_000, 60);
        var messages = new Action[]
        {
            () => Ranking.Create([one], RankingValue.ExpectedValue(_ => 1.5, deal => deal.Amount)),
            () => RankingIndex.Create([], RankingValue.ExpectedValue(_ => 1.5, deal => deal.Amount)).With(one),
            () => CapacityPlan.Create([one], [PlanCase.Hours("Ann", 1)], PlanCase.Minutes, _ => 1.5),
            () => WeightedPipeline.Of(new(Day, [one]), _ => 1.5),
        }.Select(action => Assert.Throws<ArgumentException>("probability", action).Message).ToArray();
        Assert.StartsWith(
            "The probability of opportunity \"a\\u000A\\u202E\" is 1.5; it must lie from 0 to 1.", messages[0],
            StringComparison.OrdinalIgnoreCase);
        Assert.Single(messages.Distinct());
    }

    [Fact]
    public void RankingChange_LessThanIsUsuallyShown_ShowsADifference()
    {
        Opportunity Deal(string id, double chance) => PlanCase.Deal(id, 10_000, 0, chance: chance);
        var before = Ranking.Create([Deal("a", 0.20004), Deal("b", 0.2)], Expected);
        var after = Ranking.Create([Deal("a", 0.19996), Deal("b", 0.2)], Expected, new(previous: before.Entries));
        Assert.Contains("a: down from no. 1 to no. 2: chance from 20.004% to 19.996%", after.Changes.Select(change => change.ToString()));
    }

    [Fact]
    public void RankingLine_NoTimeLeftToAnswer_IsNotCalledUnknown()
    {
        var line = Ranking.Create([PlanCase.Deal("a", 10, 0)], Expected.Times(RankingFactor.Response(_ => null))).Ranked[0];
        Assert.EndsWith("\u00D7 answer due 1 (no answer due, or unknown)", line.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("(inget svar väntas, eller okänt)", line.ToText(ExplanationTexts.Swedish), StringComparison.Ordinal);
    }

    [Fact]
    public void ResponseList_DueBeyondAllDates_NamesTheDeal()
    {
        var last = DateTime.MaxValue.Date;
        var deal = Opportunity.Create(o => (o.Id, o.Funnel[FunnelStage.QualifiedOpportunity]) = ("D-9", EventTime.OnDay(last)));
        foreach (var calendar in new[] { null, WorkingCalendar.MondayToFriday })
        {
            Assert.Contains("\"D-9\"", Assert.Throws<ArgumentOutOfRangeException>(
                "targets", () => ResponseList.Create([deal], last, new(TimeSpan.FromDays(3)), calendar)).Message);
        }
    }

    [Fact]
    public void DealsAtRisk_FunctionsOutOfRange_NameTheDeal()
    {
        PipelineSnapshot snapshot = new(Day, [PlanCase.Deal("D-9", 1, 0)]);
        Assert.Contains("\"D-9\" are -5; they must be 0 or above", Assert.Throws<ArgumentException>(
            "pushes", () => DealsAtRisk.Of(snapshot, new(pushes: _ => -5))).Message);
        Assert.Contains("\"D-9\"", Assert.Throws<ArgumentException>(
            "lastContact", () => DealsAtRisk.Of(snapshot, new(lastContact: _ => DateTime.SpecifyKind(Day, DateTimeKind.Local)))).Message);
    }

    [Fact]
    public void DealsAtRisk_AmountAtItsThreshold_IsNotAbove()
    {
        var won = Enumerable.Range(0, 20).Select(i => Opportunity.Create(o =>
            (o.Id, o.Amount, o.Outcome, o.Closed) = ("W" + i, 100, OpportunityOutcome.Won, Day)));
        PipelineSnapshot snapshot = new(Day, [.. won, PlanCase.Deal("at", 115, 0), PlanCase.Deal("above", 115.01m, 0)]);
        // In binary, 1.15 x 100 is below 115.
        var risks = DealsAtRisk.Of(snapshot, new(signs: [RiskSign.LargeAmount], amountMultiple: 1.15));
        Assert.Equal(["above"], risks.Deals.Select(deal => deal.Id));
    }

    [Fact]
    public void Effort_BeyondAllHours_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("time", () => Effort.Fixed(TimeSpan.MaxValue));
        var message = Assert.Throws<ArgumentException>(
            "effort", () => CapacityPlan.Create([PlanCase.Deal("D-9", 1, 0)], [], _ => TimeSpan.MaxValue)).Message;
        Assert.Contains("\"D-9\" is 10675199.02:48:05.4775807; it must be from 0 to 10,000 hours", message);
        Assert.Contains("\"D-9\" is 77", Assert.Throws<ArgumentException>("mustDo", () => PlanCase.Plan(
            [PlanCase.Deal("D-9", 1, 0)], [], new(mustDo: _ => (MustDo)77))).Message);
    }

    [Fact]
    public void OwnerHours_OfAllYears_AreTooManyRatherThanBelowZero()
    {
        var all = ForecastPeriod.Of(DateTime.MinValue, DateTime.MaxValue.Date);
        var refused = Assert.Throws<ArgumentOutOfRangeException>("hours", () => OwnerHours.In("Ann", all, TimeSpan.FromDays(7)));
        Assert.True((TimeSpan)refused.ActualValue! > TimeSpan.FromHours(10_000));
    }

    [Theory]
    [InlineData("must", 0.25)]
    [InlineData("free", 0.5)]
    public void PlanLimit_ShareBesideAMustDoWithACurve_CountsItsTimeBeyondTheFirstHour(string member, double least)
    {
        // Three of the four hours of the curve are free, beside three of the block.
        var plan = CapacityPlan.Create(
            [PlanCase.Deal("must", 1_000, 0), PlanCase.Deal("free", 900, 0, chance: 0.5)],
            [PlanCase.Hours("Ann", 8)],
            deal => deal.Id == "must" ? Effort.Response([0, 0.1, 0.3, 0.6, 0.9]) : Effort.Fixed(TimeSpan.FromHours(3)),
            options: new(
                deal => deal.Id == "must" ? MustDo.Promised : null,
                limits: [PlanLimit.Share("new", deal => deal.Id == member, least)]));
        Assert.Equal(1_350, plan.ExpectedValue, 1e-9);
        var use = Assert.Single(plan.Limits);
        Assert.Equal(0.5, use.Used, 1e-12);
        Assert.False(use.IsBroken);
        Assert.DoesNotContain("breaks the limit", plan.ToText());
    }

    [Fact]
    public void Plan_ManyEqualDealsThatMayMove_IsExactIfItReachesTheBound()
    {
        var plan = PlanCase.Plan(
            Enumerable.Range(0, 3_000).Select(i => PlanCase.Deal("D" + i, 1_000, 120, chance: 0.5)),
            [PlanCase.Hours("Ann", 4), PlanCase.Hours("Bob", 4), PlanCase.Hours("Cid", 4)],
            new(mayMove: _ => true));
        Assert.Equal((3_000.0, true), (plan.ExpectedValue, plan.IsExact));
        Assert.Contains("No other selection brings more", plan.ToText());
    }

    [Fact]
    public void ToText_OfAPlan_IsTrue()
    {
        // Nobody's deal that goes to somebody, and a deal that must be done although its effort is unknown.
        var text = CapacityPlan.Create(
            [PlanCase.Deal("a", 1_000, 60, owner: null), PlanCase.Deal("b", 1_000, 60)],
            [PlanCase.Hours("Ann", 4), .. Enumerable.Range(10, 40).Select(i => PlanCase.Hours("Owner number " + i, 0))],
            deal => deal.Id == "b" ? null : TimeSpan.FromHours(2),
            options: new(deal => deal.Id == "b" ? MustDo.Overdue : null, mayMove: _ => true)).ToText();
        Assert.DoesNotContain("missing", text);
        Assert.Contains("b: must be done, unknown effort", text);
        Assert.Contains("Owner number 49", text);

        // Bob has no hours left either.
        var mixed = PlanCase.Plan(
            [PlanCase.Deal("a", 900, 120), PlanCase.Deal("b", 500, 120), PlanCase.Deal("c", 500, 120, owner: "Bob")],
            [PlanCase.Hours("Ann", 2), PlanCase.Hours("Bob", 2)]);
        Assert.Equal(PlanBottleneck.Mixed, mixed.Bottleneck);
        Assert.Contains("Some owners lack hours, others don't", mixed.ToText());
    }
}
