using System;
using System.Linq;
using Xunit;
using static Sqo.Qualification.Tests.Prioritization.Capacity.PlanCase;

namespace Sqo.Qualification.Tests.Prioritization.Capacity;

public class PlanOutcomeTests
{
    private static readonly DateTime LockedAt = new(2026, 11, 23, 8, 30, 0);

    [Fact]
    public void Parse_WhatToJsonWrote_IsTheSameRecord()
    {
        var record = Record();
        var json = record.ToJson();
        var read = PlanRecord.Parse(json);
        Assert.Equal(json, read.ToJson());
        Assert.Equal(LockedAt, read.LockedAt);
        Assert.Equal(ForecastPeriod.Of(new DateTime(2026, 11, 23), new DateTime(2026, 11, 29)), read.Period);
        Assert.Equal(record.ExpectedValue, read.ExpectedValue);
        Assert.Equal(
            ["a Ann 01:30:00 1000 0.5 ", "b Ann 01:00:00 700.5 0.25 ", "m Ann 00:30:00  1 Promised"],
            read.Deals.OrderBy(deal => deal.Id, StringComparer.Ordinal).Select(
                deal => FormattableString.Invariant($"{deal.Id} {deal.Owner} {deal.Time} {deal.Value} {deal.Probability} {deal.MustDo}")));
    }

    [Theory]
    [InlineData("\"1000\"", "\"1001\"")]
    [InlineData("Promised", "Pinned")]
    [InlineData("sqo-plan/1", "sqo-plan/9")]
    [InlineData("\"0.5\"", "\"1.5\"")]
    [InlineData("Promised", "Wished")]
    [InlineData("\"1000\"", "\"-5\"")]
    [InlineData("{\"id\":\"a\"", "{\"more\":\"a\",\"id\":\"a\"")]
    public void Parse_ChangedRecord_IsRefused(string written, string changed)
    {
        var json = Record().ToJson();
        Assert.Contains(written, json, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => PlanRecord.Parse(json.Replace(written, changed, StringComparison.Ordinal)));
    }

    [Fact]
    public void Of_DealsAfterwards_SaysWhatCameOfHoursValueAndWins()
    {
        var later = new[]
        {
            Closed("a", OpportunityOutcome.Won, 900, 24), Closed("m", OpportunityOutcome.Lost, null, 24),
            Closed("early", OpportunityOutcome.Won, 50, 23), Closed("late", OpportunityOutcome.Won, 70, 25),
        };
        var outcome = PlanOutcome.Of(Record(), later, deal => deal.Id == "a" ? TimeSpan.FromHours(2) : null);
        Assert.Equal((1, 1, 0, 1), (outcome.Won, outcome.Lost, outcome.Open, outcome.Missing));
        Assert.Equal((TimeSpan.FromHours(3), TimeSpan.FromHours(2), 2), (outcome.PlannedTime, outcome.WorkedTime, outcome.UnknownTimes));
        Assert.Equal((900m, 0), (outcome.WonValue, outcome.UnknownValues));
        Assert.Equal((1, 70m), (outcome.WonUnplanned, outcome.WonValueUnplanned));
        Assert.Equal(
            """
            2 of 3 planned hours are known to have been worked; deals with unknown hours: 2
            1 won, 1 lost, 0 open, 1 no longer there
            Won: 900; expected in all: 675
            Deals won outside the plan: 1, worth 70
            """,
            outcome.ToText());
        Assert.StartsWith(
            "2 av 3 planerade timmar har veterligen arbetats; affärer med okänd tid: 2\n", outcome.ToText(ExplanationTexts.Swedish),
            StringComparison.Ordinal);
        var next = Plan([Deal("x", 1, 60)], [Hours("Ann", 1)], new(previous: outcome));
        Assert.Same(outcome, next.Previous);
        Assert.Contains("  Won: 900; expected in all: 675", next.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_BadInput_NamesTheDeal()
    {
        var deal = Deal("a", 1, 60);
        var twice = Assert.Throws<ArgumentException>(() => PlanOutcome.Of(Record(), [deal, deal]));
        Assert.Contains("\"a\" twice", twice.Message, StringComparison.Ordinal);
        Assert.Contains(
            "\"a\" is -00:01:00",
            Assert.Throws<ArgumentException>(() => PlanOutcome.Of(Record(), [deal], _ => TimeSpan.FromMinutes(-1))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Plan([deal], [Hours("Ann", 1)]).Lock(new DateTime(2026, 1, 5, 0, 0, 0, DateTimeKind.Local)));
    }

    private static PlanRecord Record()
    {
        Opportunity[] deals = [Deal("a", 1_000, 90, chance: 0.5), Deal("b", 700.50m, 60, chance: 0.25), Deal("m", null, 30)];
        var week = ForecastPeriod.Of(new DateTime(2026, 11, 23), new DateTime(2026, 11, 29));
        var plan = Plan(
            deals, [OwnerHours.In("Ann", week, TimeSpan.FromHours(3))], new(deal => deal.Id == "m" ? MustDo.Promised : null));
        return plan.Lock(LockedAt);
    }

    private static Opportunity Closed(string id, OpportunityOutcome outcome, decimal? value, int day) => Opportunity.Create(o =>
        (o.Id, o.Outcome, o.ClosedAmount, o.Closed) = (id, outcome, value, new DateTime(2026, 11, day)));
}
