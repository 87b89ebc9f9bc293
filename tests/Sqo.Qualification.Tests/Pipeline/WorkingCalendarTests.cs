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
        Assert.Equal(5 * (3_652_059 / 7) + 5, WorkingCalendar.MondayToFriday.WorkingDays(ForecastPeriod.Of(DateTime.MinValue, DateTime.MaxValue)));

    [Fact]
    public void Calendars_ThatCannotBe_AreRefused()
    {
        Assert.Throws<ArgumentException>("workingDays", () => new WorkingCalendar(workingDays: []));
        Assert.Throws<ArgumentException>("workingDays", () => new WorkingCalendar(workingDays: [(DayOfWeek)7]));
        Assert.Throws<ArgumentException>("holidays", () => new WorkingCalendar([new DateTime(2017, 1, 1, 0, 0, 0, DateTimeKind.Local)]));
    }
}
