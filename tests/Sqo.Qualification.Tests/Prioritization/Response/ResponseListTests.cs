using System;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Prioritization;

public class ResponseListTests
{
    // A Friday.
    private static readonly DateTime Day = new(2026, 3, 6);
    private static readonly WorkingCalendar Office = new(opens: TimeSpan.FromHours(9), closes: TimeSpan.FromHours(17));
    private static readonly ResponseTargets FourHours = new(TimeSpan.FromHours(4));

    [Fact]
    public void Create_WorkingHours_AreCountedOverTheWeekend()
    {
        // Friday 15:00 + 4 hours is Monday 11:00; it is asked at the end of Monday.
        var list = ResponseList.Create(
            [
                Deal("late", At(15), Touch(Day.AddDays(3).AddHours(11.5))), Deal("in time", At(15), Touch(Day.AddDays(3).AddHours(11))),
                Deal("overdue", At(15)), Deal("waiting", EventTime.At(Day.AddDays(3).AddHours(16))), Deal("no start", null),
                Deal("unclear", At(15), Touch(Day.AddDays(3), null)),
            ],
            Day.AddDays(3), FourHours, Office);
        Assert.Equal(["overdue"], list.Overdue.Select(answer => answer.Id));
        Assert.Equal(["waiting"], list.Waiting.Select(answer => answer.Id));
        Assert.Equal(Day.AddDays(3).AddHours(11), list.Overdue[0].Due);
        Assert.Equal(TimeSpan.FromHours(6), list.Overdue[0].OverdueBy);
        Assert.Equal(TimeSpan.FromHours(10), list.Overdue[0].Elapsed);
        Assert.Equal(TimeSpan.FromHours(3), list.Waiting[0].Left);
        Assert.Equal(TimeSpan.Zero, list.Waiting[0].OverdueBy);
        Assert.Equal("1 of 3", list.All.InTime.ToString());
        // Wilson's interval of 1 of 3.
        Assert.Equal(0.0615, list.All.InTime.Interval()!.Value.Low, 4);
        Assert.Equal(0.7923, list.All.InTime.Interval()!.Value.High, 4);
        Assert.Equal((2, 1, 1), (list.All.Answered, list.All.Waiting, list.All.Overdue));
        // 1 hour waits unanswered; 4 and 4.5 are answered; 10 is unanswered: half have an answer at 4.5.
        Assert.Equal(TimeSpan.FromHours(4.5), list.All.Median);
        Assert.Equal(["no start"], list.WithoutStart);
        Assert.Equal(["unclear"], list.Unclear);
        Assert.Equal(
            "overdue: answer overdue by 6 hours, due Mar 9, 2026 11:00 (standard: 4 hours)", list.Overdue[0].ToString());
        Assert.Equal(
            "svaret försenat med 6 timmar, senast 2026-03-09 11:00 (standard: 4 timmar)",
            list.Overdue[0].ToText(new CultureInfo("sv-SE")));
        Assert.Equal(
            [
                "answered late after 4.5 hours, due Mar 9, 2026 11:00 (standard: 4 hours)",
                "answered in time after 4 hours, due Mar 9, 2026 11:00 (standard: 4 hours)",
            ],
            list.Answers.Where(answer => answer.Answer is not null).OrderBy(answer => answer.Id == "in time").Select(
                answer => answer.ToText(CultureInfo.InvariantCulture)));
        Assert.Equal("2026-03-10T00:00:00: 1 overdue, 1 of 3 in time", list.ToString());
    }

    [Fact]
    public void Create_AsOfAMoment_IgnoresWhatComesLater()
    {
        Opportunity[] deals =
        [
            Deal("a", At(9), Touch(Day.AddHours(14))), Deal("b", At(9), Touch(Day.AddHours(10))), Deal("c", At(13.5)), Deal("d", At(12)),
        ];
        var list = ResponseList.Create(deals, Day, FourHours, Office, now: Day.AddHours(13.25));
        Assert.Equal(["a"], list.Overdue.Select(answer => answer.Id));
        Assert.Equal(TimeSpan.FromHours(0.25), list.Overdue[0].OverdueBy);
        Assert.Equal(["c"], list.WithoutStart);
        Assert.Equal(["d"], list.Waiting.Select(answer => answer.Id));
        Assert.Equal(TimeSpan.FromHours(2.75), list.Waiting[0].Left);
        Assert.Equal(Day.AddHours(13.25), list.AsOf);
        Assert.Equal("1 of 2", list.All.InTime.ToString());
        // Due at this moment is not overdue.
        Assert.Empty(ResponseList.Create(deals, Day, FourHours, Office, now: Day.AddHours(13)).Overdue);
        Assert.Equal(TimeSpan.FromHours(-0.25), list.TimeLeft(deals[0]));
        Assert.Null(list.TimeLeft(deals[1]));
        Assert.Null(list.TimeLeft(deals[2]));
        var ranked = Ranking.Create(deals, RankingValue.Score(_ => 1).Times(RankingFactor.Response(list.TimeLeft)));
        Assert.Equal(["a", "d"], ranked.Ranked.Take(2).Select(deal => deal.Id));
        Assert.Equal(1 + Math.Pow(2, -2.75 / 4), ranked.Ranked[1].Value, 12);
        Assert.Equal([1, 1], ranked.Ranked.Skip(2).Select(deal => deal.Value));
    }

    [Fact]
    public void Create_TimeZone_IsThatOfTheCalendar()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("office", TimeSpan.FromHours(-5), "office", "office");
        var there = new WorkingCalendar(opens: Office.Opens, closes: Office.Closes, zone: zone);
        var start = EventTime.At(DateTime.SpecifyKind(Day.AddHours(19), DateTimeKind.Utc));
        // 19:00 in UTC is 14:00 in the office: 3 hours on Friday, 1 on Monday.
        var list = ResponseList.Create([Deal("a", start)], Day.AddDays(4), FourHours, there);
        Assert.Equal(Day.AddDays(3).AddHours(10), list.Answers[0].Due);
        // Without a calendar, clock time.
        Assert.Equal(Day.AddHours(23), ResponseList.Create([Deal("a", start)], Day.AddDays(4), FourHours).Answers[0].Due);
    }

    [Fact]
    public void Create_DayOnly_ComparesDays()
    {
        ResponseDue Of(double hours, int answered, WorkingCalendar? calendar = null) => ResponseList.Create(
            [Deal("a", EventTime.OnDay(Day), new Touchpoint(Day.AddDays(answered), "mail", side: TouchSide.Sales, isDayOnly: true))],
            Day.AddDays(20), new(TimeSpan.FromHours(hours)), calendar).Answers[0];
        Assert.Equal(ResponseState.AnsweredInTime, Of(4, 0).State);
        Assert.Equal(ResponseState.AnsweredLate, Of(4, 1).State);
        Assert.Equal(ResponseState.AnsweredInTime, Of(24, 1).State);
        Assert.Equal(ResponseState.AnsweredLate, Of(24, 2).State);
        // In the office, 8 hours are a day, and the next one is Monday.
        Assert.Equal(ResponseState.AnsweredInTime, Of(8, 3, Office).State);
        Assert.Equal(ResponseState.AnsweredLate, Of(8, 4, Office).State);
        Assert.Equal(Day.AddHours(17), Of(4, 0, Office).Due);
        Assert.Equal(Day.AddDays(3).AddHours(17), Of(8, 0, Office).Due);
        // A day stays a day in any time zone.
        var zone = TimeZoneInfo.CreateCustomTimeZone("office", TimeSpan.FromHours(-5), "office", "office");
        var there = new WorkingCalendar(opens: Office.Opens, closes: Office.Closes, zone: zone);
        var utc = Deal("a", EventTime.OnDay(DateTime.SpecifyKind(Day, DateTimeKind.Utc)));
        Assert.Equal(Day.AddHours(17), ResponseList.Create([utc], Day, FourHours, there).Answers[0].Due);
    }

    [Fact]
    public void Create_TargetsBySourceAndValue_TheShortestApplies()
    {
        var targets = new ResponseTargets(TimeSpan.FromHours(8)).ForSource("web", TimeSpan.FromHours(1))
            .ForValueFrom(50_000, TimeSpan.FromHours(2)).When("renewal", o => o.Name == "renewal", TimeSpan.FromHours(16));
        var list = ResponseList.Create(
            [
                Deal("both", At(9), "web", 60_000), Deal("value", At(9), "fair", 60_000), Deal("neither", At(9), "fair", 10),
                Deal("unknown source", At(9), null, 60_000), Deal("unknown value", At(9), "web", null),
                Deal("longer", At(9), "fair", 10, "renewal"),
            ],
            Day, targets);
        Assert.Equal(
            [1, 1, 2, 2, 8, 16], list.Answers.Select(answer => (answer.Due - Day.AddHours(9)).TotalHours).OrderBy(hours => hours));
        var unknown = list.Answers.Single(answer => answer.Id == "unknown source");
        Assert.Equal(50_000, unknown.Target.LeastValue);
        Assert.Equal(["web"], unknown.Undecided.Select(target => target.Source));
        Assert.Equal(
            "unknown source: answer overdue by 13 hours, due Mar 6, 2026 11:00 (value from 50,000: 2 hours); " +
            "unknown whether also source web: 1 hour",
            unknown.ToString());
        // A value that is unknown could only ask for more time.
        Assert.Empty(list.Answers.Single(answer => answer.Id == "unknown value").Undecided);
        Assert.Equal("renewal", list.Answers.Single(answer => answer.Id == "longer").Target.Name);
        Assert.Equal(
            ["source web: 1 hour", "value from 50,000: 2 hours", "renewal: 16 hours"], targets.Others.Select(target => target.ToString()));
    }

    [Fact]
    public void Create_ClosedUnanswered_CountsOnlyIfItWasDue()
    {
        Opportunity Lost(string id, int closed) => Opportunity.Create(o =>
        {
            (o.Id, o.Outcome, o.Closed) = (id, OpportunityOutcome.Lost, Day.AddDays(closed));
            o.Funnel[FunnelStage.QualifiedOpportunity] = At(9);
        });
        var list = ResponseList.Create([Lost("missed", 1), Lost("before", 0), Lost("later", 9)], Day.AddDays(5), FourHours);
        Assert.Equal(
            [ResponseState.ClosedBeforeDue, ResponseState.Overdue, ResponseState.ClosedUnanswered],
            list.Answers.OrderBy(answer => answer.Id, StringComparer.Ordinal).Select(answer => answer.State));
        Assert.Equal("0 of 2", list.All.InTime.ToString());
        Assert.Null(list.All.Median);
    }

    [Fact]
    public void By_Segments_AddUpToTheWhole()
    {
        var list = ResponseList.Create(
            [Deal("a", At(9), "web", 1), Deal("b", At(9), "fair", 1), Deal("c", At(9), null, 1), Deal("d", At(9), "web", 1)], Day,
            FourHours);
        var segments = list.By(o => o.Campaign);
        Assert.Equal(["fair", "web", null], segments.Select(segment => segment.Segment));
        Assert.Equal([1, 2, 1], segments.Select(segment => segment.Overdue));
        Assert.Equal("web: 0 of 2 in time", segments[1].ToString());
    }

    [Fact]
    public void Create_AnyInput_IsConsistentAndKeepsNoOrderOfTheInput() => Property.Holds(100, (random, size) =>
    {
        var deals = Enumerable.Range(0, 3 * size).Select(i => Deal(
            "D-" + i, random.Chance(0.1) ? null : random.Chance(0.3) ? EventTime.OnDay(Day.AddDays(random.Below(9)))
                : EventTime.At(Day.AddMinutes(random.Below(10_000))),
            [.. Enumerable.Range(0, random.Below(3)).Select(_ => Touch(
                Day.AddMinutes(random.Below(12_000)), random.Pick(TouchSide.Sales, TouchSide.Marketing)))])).ToList();
        var now = Day.AddDays(5).AddMinutes(random.Below(1_440));
        var calendar = random.Pick(null, Office);
        var targets = new ResponseTargets(TimeSpan.FromMinutes(random.Between(1, 3_000)));
        var list = ResponseList.Create(deals, Day.AddDays(5), targets, calendar, now: now);
        var shuffled = ResponseList.Create(deals.OrderBy(_ => random.Next()), Day.AddDays(5), targets, calendar, now: now);
        Assert.Equal(list.Answers.Select(answer => answer.ToString()), shuffled.Answers.Select(answer => answer.ToString()));
        Assert.Equal(deals.Count, list.Answers.Count + list.WithoutStart.Count + list.Unclear.Count);
        foreach (var answer in list.Answers)
        {
            Assert.Equal(answer.State == ResponseState.Overdue, answer.Due < now && answer.Answer is null);
            if (answer.State != ResponseState.Overdue || answer.Start.IsDayOnly) continue;
            // Waited as long as it was given, and as long as it is overdue.
            Assert.Equal(answer.Target.Within + answer.OverdueBy, answer.Elapsed);
        }
    });

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("tr-TR")]
    public void ToText_AnyCurrentCulture_IsTheSame(string culture)
    {
        var list = ResponseList.Create([Deal("a", At(9), "web", 1.5m)], Day, FourHours.ForValueFrom(1.5m, TimeSpan.FromHours(1.5)));
        var expected = list.Overdue[0].ToString();
        using var scope = new CultureScope(culture);
        Assert.Equal(expected, list.Overdue[0].ToString());
    }

    [Fact]
    public void Create_BadArguments_AreRefusedByName()
    {
        Assert.Throws<ArgumentNullException>("opportunities", () => ResponseList.Create(null!, Day, FourHours));
        Assert.Throws<ArgumentNullException>("targets", () => ResponseList.Create([], Day, null!));
        Assert.Throws<ArgumentException>("opportunities", () => ResponseList.Create([null!], Day, FourHours));
        Assert.Throws<ArgumentException>("opportunities", () => ResponseList.Create([Deal("a", null), Deal("a", null)], Day, FourHours));
        Assert.Throws<ArgumentException>("now", () => ResponseList.Create([], Day, FourHours, now: Day.AddDays(1)));
        Assert.Throws<ArgumentException>("asOf", () => ResponseList.Create([], DateTime.SpecifyKind(Day, DateTimeKind.Local), FourHours));
        Assert.Throws<ArgumentOutOfRangeException>("within", () => new ResponseTargets(TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>("within", () => FourHours.ForSource("web", TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentException>("source", () => FourHours.ForSource(" ", TimeSpan.FromHours(1)));
        Assert.Throws<ArgumentException>("name", () => FourHours.When("", _ => true, TimeSpan.FromHours(1)));
        Assert.Throws<ArgumentNullException>("segment", () => ResponseList.Create([], Day, FourHours).By(null!));
        // Beyond all targets, and beyond all dates.
        Assert.Throws<ArgumentOutOfRangeException>("within", () => new ResponseTargets(TimeSpan.MaxValue));
        var last = new DateTime(9999, 12, 31);
        foreach (var calendar in new[] { null, Office })
        {
            foreach (var start in new[] { EventTime.At(last.AddHours(16)), EventTime.OnDay(last) })
            {
                Assert.Throws<ArgumentOutOfRangeException>(
                    () => ResponseList.Create([Deal("a", start)], last, new(TimeSpan.FromDays(30)), calendar));
            }
        }
    }

    private static EventTime At(double hour) => EventTime.At(Day.AddHours(hour));

    private static Touchpoint Touch(DateTime at, TouchSide? side = TouchSide.Sales) => new(at, "mail", side: side);

    private static Opportunity Deal(string id, EventTime? qualified, params Touchpoint[] touchpoints) => Opportunity.Create(o =>
    {
        (o.Id, o.Touchpoints) = (id, touchpoints);
        o.Funnel[FunnelStage.QualifiedOpportunity] = qualified;
    });

    private static Opportunity Deal(string id, EventTime start, string? campaign, decimal? amount, string? name = null) =>
        Opportunity.Create(o =>
        {
            (o.Id, o.Campaign, o.Amount, o.Name) = (id, campaign, amount, name);
            o.Funnel[FunnelStage.QualifiedOpportunity] = start;
        });
}
