using System;
using System.Linq;
using Xunit;

namespace Sqo.Qualification.Tests.Pipeline;

public class ResponseClockTests
{
    // A Friday.
    private static readonly DateTime Day = new(2026, 3, 6);
    private static readonly DateTime AsOf = Day.AddDays(10);
    private static readonly WorkingCalendar Office = new(opens: TimeSpan.FromHours(9), closes: TimeSpan.FromHours(17));

    [Fact]
    public void Of_AnsweredAndNot_AreMeasuredAndCensored()
    {
        var clock = ResponseClock.Of(
            [
                Deal("answered", EventTime.At(Day.AddHours(10)), Touch(Day.AddHours(8)), Touch(Day.AddHours(11), TouchSide.Marketing),
                    Touch(Day.AddHours(13)), Touch(Day.AddHours(14))),
                Deal("waiting", EventTime.At(Day.AddHours(10)), Touch(Day.AddHours(8))),
                Deal("answered later", EventTime.At(Day.AddHours(10)), Touch(AsOf.AddDays(1))),
                Deal("no start", null, Touch(Day)),
                Deal("not yet", EventTime.At(AsOf.AddDays(1))),
                Deal("unclear", EventTime.At(Day.AddHours(10)), Touch(Day.AddHours(11), null), Touch(Day.AddHours(12))),
                Deal("clear", EventTime.At(Day.AddHours(10)), Touch(Day.AddHours(11)), Touch(Day.AddHours(12), null)),
            ],
            AsOf);
        Assert.Equal(
            ["answered: 03:00:00", "waiting: at least 10.14:00:00", "answered later: at least 10.14:00:00", "clear: 01:00:00"],
            clock.Times.Select(time => time.ToString()));
        Assert.Equal(["no start", "not yet"], clock.WithoutStart);
        Assert.Equal(["unclear"], clock.Unclear);
        Assert.Equal(2, clock.Answered);
        Assert.Equal(TimeSpan.FromHours(3), clock.Median);
        Assert.Equal(0.5, clock.Hours.Survival(3), 15);
        Assert.Equal(AsOf, clock.AsOf);
    }

    [Fact]
    public void Of_WithACalendar_CountsWorkingTime()
    {
        var deal = Deal("a", EventTime.At(Day.AddHours(16)), Touch(Day.AddDays(3).AddHours(10)));
        Assert.Equal(TimeSpan.FromHours(66), ResponseClock.Of([deal], AsOf).Median);
        Assert.Equal(TimeSpan.FromHours(2), ResponseClock.Of([deal], AsOf, calendar: Office).Median);

        // Friday 17:00 in UTC is noon in the office.
        var zone = TimeZoneInfo.CreateCustomTimeZone("office", TimeSpan.FromHours(-5), "office", "office");
        var there = new WorkingCalendar(opens: Office.Opens, closes: Office.Closes, zone: zone);
        var abroad = Deal("b", EventTime.At(Utc(Day.AddHours(17))), Touch(Utc(Day.AddDays(3).AddHours(15))));
        Assert.Equal(TimeSpan.FromHours(6), ResponseClock.Of([abroad], AsOf, calendar: there).Median);

        static DateTime Utc(DateTime moment) => DateTime.SpecifyKind(moment, DateTimeKind.Utc);
    }

    [Fact]
    public void Of_DayOnly_CountsWholeDays()
    {
        var clock = ResponseClock.Of(
            [
                Deal("same day", EventTime.OnDay(Day), Touch(Day.AddHours(1))),
                Deal("later", EventTime.OnDay(Day), Touch(Day.AddDays(3).AddHours(23))),
                Deal("touch", EventTime.At(Day.AddHours(20)),
                    new Touchpoint(Day.AddDays(4), "mail", side: TouchSide.Sales, isDayOnly: true)),
                Deal("before", EventTime.OnDay(Day), Touch(Day.AddHours(-1))),
            ],
            AsOf);
        Assert.Equal([0, 3, 4, 11], clock.Times.Select(time => time.Elapsed.TotalDays));
        Assert.All(clock.Times, time => Assert.True(time.IsDayOnly));
        Assert.Equal([true, true, true, false], clock.Times.Select(time => time.IsAnswered));

        // Friday to Sunday, Monday and Tuesday.
        var worked = ResponseClock.Of(
            new[] { 2, 3, 4 }.Select(days => Deal("d" + days, EventTime.OnDay(Day), Touch(Day.AddDays(days)))), AsOf, calendar: new());
        Assert.Equal([1, 1, 2], worked.Times.Select(time => time.Elapsed.TotalDays));
    }

    [Fact]
    public void Of_DealThatClosedUnanswered_IsSeenToItsEnd()
    {
        var closed = Opportunity.Create(o =>
        {
            (o.Id, o.Outcome, o.Closed, o.Touchpoints) = ("lost", OpportunityOutcome.Lost, Day.AddDays(1), [Touch(Day.AddDays(5))]);
            o.Funnel[FunnelStage.QualifiedOpportunity] = EventTime.At(Day);
        });
        Assert.Equal("lost: at least 2.00:00:00", ResponseClock.Of([closed], AsOf).Times.Single().ToString());
        Assert.Equal("lost: at least 1.00:00:00", ResponseClock.Of([closed], Day).Times.Single().ToString());
        Assert.Null(ResponseClock.Of([closed], AsOf).Median);
    }

    [Fact]
    public void FromStageAndOfLeads_StartAtTheFirstTimeOfTheStage()
    {
        var deal = Opportunity.Create(o =>
        {
            (o.Id, o.Touchpoints) = ("a", [Touch(Day.AddHours(12))]);
            o.StageChanges = [new(Day.AddHours(2), "offer"), new(Day.AddHours(9), "offer"), new(Day, "new")];
        });
        Assert.Equal(TimeSpan.FromHours(10), ResponseClock.FromStage([deal], AsOf, "offer").Median);
        Assert.Equal(["a"], ResponseClock.FromStage([deal], AsOf, "Offer").WithoutStart);
        var lead = Lead.Create(l =>
        {
            (l.Id, l.Touchpoints) = ("l", [Touch(Day.AddHours(1)), Touch(Day.AddHours(5))]);
            l.Funnel[FunnelStage.Lead] = EventTime.At(Day);
            l.Funnel[FunnelStage.MarketingQualified] = EventTime.At(Day.AddHours(3));
        });
        Assert.Equal(TimeSpan.FromHours(1), ResponseClock.OfLeads([lead], AsOf).Median);
        Assert.Equal(TimeSpan.FromHours(2), ResponseClock.OfLeads([lead], AsOf, FunnelStage.MarketingQualified).Median);
    }

    [Fact]
    public void Of_AtTheEndOfAllTime_IsMeasured() =>
        Assert.True(
            ResponseClock.Of([Deal("a", EventTime.At(Day))], DateTime.MaxValue, calendar: Office).Times.Single().Elapsed > TimeSpan.Zero);

    [Fact]
    public void Members_BadArguments_AreRefusedByName()
    {
        Assert.Throws<ArgumentNullException>("opportunities", () => ResponseClock.Of(null!, AsOf));
        Assert.Throws<ArgumentNullException>("leads", () => ResponseClock.OfLeads(null!, AsOf));
        Assert.Throws<ArgumentNullException>("stage", () => ResponseClock.FromStage([], AsOf, null!));
        Assert.Throws<ArgumentException>("stage", () => ResponseClock.FromStage([], AsOf, " "));
        Assert.Throws<ArgumentOutOfRangeException>("stage", () => ResponseClock.Of([], AsOf, (FunnelStage)9));
        Assert.Throws<ArgumentException>("asOf", () => ResponseClock.Of([], DateTime.SpecifyKind(AsOf, DateTimeKind.Local)));
    }

    private static Touchpoint Touch(DateTime at, TouchSide? side = TouchSide.Sales) => new(at, "mail", side: side);

    private static Opportunity Deal(string id, EventTime? qualified, params Touchpoint[] touchpoints) => Opportunity.Create(o =>
    {
        (o.Id, o.Touchpoints) = (id, touchpoints);
        o.Funnel[FunnelStage.QualifiedOpportunity] = qualified;
    });
}
