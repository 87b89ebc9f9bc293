using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Pipeline;

public class WorkingCalendarTests
{
    [Fact]
    public void WorkingDays_OfMondayToFriday_AreCounted()
    {
        Assert.Equal(22, WorkingCalendar.MondayToFriday.WorkingDays(ForecastPeriod.Month(2017, 12 - 2)));
        Assert.Equal(64, new WorkingCalendar([new(2017, 12, 25)]).WorkingDays(ForecastPeriod.Quarter(2017, 4)));
        Assert.False(WorkingCalendar.MondayToFriday.IsWorkingDay(new(2017, 10, 1)));
        Assert.True(WorkingCalendar.MondayToFriday.IsWorkingDay(new(2017, 10, 2, 23, 0, 0)));
    }

    [Fact]
    public void WorkingDays_OfAnyCalendar_AreTheDaysThatAreWorked() => Property.Holds(300, (random, size) =>
    {
        var first = new DateTime(2000, 1, 1).AddDays(random.Below(5_000));
        var week = Enumerable.Range(0, 7).Where(_ => random.Chance(0.5)).Select(day => (DayOfWeek)day).ToList();
        if (week.Count == 0) week.Add(DayOfWeek.Sunday);
        var holidays = Enumerable.Range(0, size * 2).Select(_ => first.AddDays(random.Below(60) - 10)).ToList();
        var period = ForecastPeriod.Of(first, first.AddDays(random.Below(50)));
        var calendar = new WorkingCalendar(holidays, week);
        var days = Enumerable.Range(0, period.Days).Select(i => period.First.AddDays(i)).ToList();
        Assert.Equal(days.Count(day => week.Contains(day.DayOfWeek) && !holidays.Contains(day)), calendar.WorkingDays(period));
        Assert.Equal(days.Count(calendar.IsWorkingDay), calendar.WorkingDays(period));
    });

    [Fact]
    public void WorkingDays_OfAllTime_AreCounted() =>
        Assert.Equal(
            5 * (3_652_059 / 7) + 5, WorkingCalendar.MondayToFriday.WorkingDays(ForecastPeriod.Of(DateTime.MinValue, DateTime.MaxValue)));

    [Fact]
    public void Calendars_ThatCannotBe_AreRefused()
    {
        Assert.Throws<ArgumentException>("workingDays", () => new WorkingCalendar(workingDays: []));
        Assert.Throws<ArgumentException>("workingDays", () => new WorkingCalendar(workingDays: [(DayOfWeek)7]));
        Assert.Throws<ArgumentException>("holidays", () => new WorkingCalendar([new DateTime(2017, 1, 1, 0, 0, 0, DateTimeKind.Local)]));
    }

    [Fact]
    public void WorkingTime_OfAnyCalendar_IsTheMinutesThatAreWorked() => Property.Holds(100, (random, size) =>
    {
        var first = new DateTime(2000, 1, 1).AddDays(random.Below(5_000));
        var opens = TimeSpan.FromMinutes(random.Below(1_200));
        var closes = opens + TimeSpan.FromMinutes(1 + random.Below((int)(TimeSpan.FromDays(1) - opens).TotalMinutes));
        var calendar = new WorkingCalendar([first.AddDays(random.Below(5))], opens: opens, closes: closes);
        var from = first.AddMinutes(random.Below(3_000));
        var to = from.AddMinutes(random.Below(size * 1_000));
        var worked = 0;
        for (var minute = from; minute < to; minute = minute.AddMinutes(1))
        {
            if (calendar.IsWorkingDay(minute) && minute.TimeOfDay >= opens && minute.TimeOfDay < closes) worked++;
        }

        Assert.Equal(worked, calendar.WorkingTime(from, to).TotalMinutes);
    });

    [Fact]
    public void WorkingTime_WhereClocksChange_GoesByTheClockOnTheWall()
    {
        // One hour east of UTC, two from March 29 at 2 to October 25 at 3.
        var rule = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            DateTime.MinValue.Date,
            DateTime.MaxValue.Date,
            TimeSpan.FromHours(1),
            TimeZoneInfo.TransitionTime.CreateFixedDateRule(new(1, 1, 1, 2, 0, 0), 3, 29),
            TimeZoneInfo.TransitionTime.CreateFixedDateRule(new(1, 1, 1, 3, 0, 0), 10, 25));
        var zone = TimeZoneInfo.CreateCustomTimeZone("east", TimeSpan.FromHours(1), "east", "east", "east, summer", [rule]);
        var calendar = new WorkingCalendar(workingDays: [DayOfWeek.Saturday, DayOfWeek.Sunday], zone: zone);
        Assert.Same(zone, calendar.Zone);

        // March 29, 2026 has 23 hours, and 24 on the wall.
        Assert.Equal(TimeSpan.FromHours(24), calendar.WorkingTime(Utc(2026, 3, 28, 23, 0), Utc(2026, 3, 29, 22, 0)));
        Assert.Equal(TimeSpan.FromHours(24), calendar.WorkingTime(new(2026, 3, 29), new(2026, 3, 30)));

        // On October 25 the hour from 2 comes twice: in UTC it is half past midnight, then ten past one.
        Assert.Equal(TimeSpan.Zero, calendar.WorkingTime(Utc(2026, 10, 25, 0, 30), Utc(2026, 10, 25, 1, 10)));

        static DateTime Utc(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, DateTimeKind.Utc);
    }

    [Fact]
    public void WorkingTime_OfWholeDays_IsTheirHours()
    {
        var calendar = new WorkingCalendar([new(2026, 3, 9)], opens: TimeSpan.FromHours(9), closes: TimeSpan.FromHours(17));
        Assert.Equal(TimeSpan.FromHours(8), calendar.HoursADay);
        Assert.Equal(TimeSpan.FromHours(16), calendar.WorkingTime(new(2026, 3, 6), new(2026, 3, 11)));
        Assert.Equal(TimeSpan.FromDays(1), WorkingCalendar.MondayToFriday.HoursADay);
        Assert.Equal(TimeSpan.Zero, calendar.WorkingTime(new(2026, 3, 7), new(2026, 3, 7)));
    }

    [Fact]
    public void AddWorkingTime_OfAnyCalendar_IsTheEarliestMomentAfterThatTime() => Property.Holds(200, (random, size) =>
    {
        var opens = random.Below(20);
        var calendar = new WorkingCalendar(
            Enumerable.Range(0, size).Select(_ => new DateTime(2026, 3, 1).AddDays(random.Below(40))),
            new[] { DayOfWeek.Monday, DayOfWeek.Wednesday, DayOfWeek.Saturday }.Take(random.Between(1, 3)),
            TimeSpan.FromHours(opens), TimeSpan.FromHours(random.Between(opens + 1, 24)));
        var from = new DateTime(2026, 3, 1).AddMinutes(random.Below(30_000));
        var time = TimeSpan.FromMinutes(random.Chance(0.3) ? 60 * random.Between(1, 40) : random.Between(1, 9_000));
        var end = calendar.AddWorkingTime(from, time);
        Assert.Equal(time, calendar.WorkingTime(from, end));
        Assert.Equal(time - TimeSpan.FromTicks(1), calendar.WorkingTime(from, end.AddTicks(-1)));
        Assert.Equal(from, calendar.AddWorkingTime(from, TimeSpan.Zero));
    });

    [Fact]
    public void AddWorkingTime_ThatCannotBe_IsRefused()
    {
        var calendar = WorkingCalendar.MondayToFriday;
        var last = new DateTime(9999, 12, 30);
        Assert.Throws<ArgumentOutOfRangeException>("time", () => calendar.AddWorkingTime(last, TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("time", () => calendar.AddWorkingTime(last, TimeSpan.FromDays(3)));
        Assert.Throws<ArgumentOutOfRangeException>("time", () => calendar.AddWorkingTime(last, TimeSpan.MaxValue));
        Assert.Throws<ArgumentException>(
            "from", () => calendar.AddWorkingTime(new(2026, 3, 2, 0, 0, 0, DateTimeKind.Local), TimeSpan.Zero));
    }

    [Fact]
    public void WorkingTime_ThatCannotBe_IsRefused()
    {
        var calendar = WorkingCalendar.MondayToFriday;
        Assert.Throws<ArgumentException>("to", () => calendar.WorkingTime(new(2026, 3, 2), new(2026, 3, 1)));
        Assert.Throws<ArgumentException>("from", () => calendar.WorkingTime(new(2026, 3, 2, 0, 0, 0, DateTimeKind.Local), new(2026, 3, 3)));
        Assert.Throws<ArgumentOutOfRangeException>("opens", () =>
            new WorkingCalendar(opens: TimeSpan.FromHours(9), closes: TimeSpan.FromHours(9)));
        Assert.Throws<ArgumentOutOfRangeException>("opens", () => new WorkingCalendar(opens: TimeSpan.FromHours(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("opens", () => new WorkingCalendar(closes: TimeSpan.FromHours(25)));
    }
}
