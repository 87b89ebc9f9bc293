using System;
using Xunit;

namespace Sqo.Qualification.Tests.Prioritization.Capacity;

public class OwnerHoursTests
{
    // Monday to Sunday.
    private static readonly ForecastPeriod Week = ForecastPeriod.Of(new DateTime(2026, 11, 23), new DateTime(2026, 11, 29));

    [Fact]
    public void In_WholeWeek_IsTheHoursOfAWeek() => Assert.Equal(20, Hours(Week));

    [Fact]
    public void In_PartialWeek_IsItsShareOfTheWorkingDays()
    {
        Assert.Equal(12, Hours(ForecastPeriod.Of(new DateTime(2026, 11, 25), new DateTime(2026, 11, 29))));
        Assert.Equal(0, Hours(ForecastPeriod.Of(new DateTime(2026, 11, 28), new DateTime(2026, 11, 29))));
        Assert.Equal(20 * 21 / 5.0, Hours(ForecastPeriod.Month(2026, 11)));
    }

    [Fact]
    public void In_HolidaysAndVacations_CountOnce()
    {
        var calendar = new WorkingCalendar([new DateTime(2026, 11, 24)]);
        Assert.Equal(16, Hours(Week, calendar));
        ForecastPeriod[] away =
        [
            Days(25, 26), Days(24, 25), Days(26, 26), Days(28, 29),
            ForecastPeriod.Of(new DateTime(2026, 11, 2), new DateTime(2026, 11, 6)),
        ];
        Assert.Equal(8, Hours(Week, calendar, away));
        Assert.Equal(0, Hours(Week, null, [ForecastPeriod.Month(2026, 11)]));

        static ForecastPeriod Days(int first, int last) => ForecastPeriod.Of(new DateTime(2026, 11, first), new DateTime(2026, 11, last));
    }

    [Fact]
    public void In_PartTime_SpreadsTheWeekOverItsOwnDays()
    {
        var three = new WorkingCalendar(workingDays: [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday]);
        Assert.Equal(20, Hours(Week, three));
        Assert.Equal(20 / 3.0, Hours(ForecastPeriod.Of(new DateTime(2026, 11, 25), new DateTime(2026, 11, 29)), three), 1e-6);
    }

    [Fact]
    public void Create_BadInput_NamesTheOwner()
    {
        Assert.Contains("\"Ann\" are -01:00:00", Assert.Throws<ArgumentOutOfRangeException>(
            () => new OwnerHours("Ann", TimeSpan.FromHours(-1))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new OwnerHours("Ann", default, -1));
        Assert.Throws<ArgumentException>(() => new OwnerHours(" ", default));
        Assert.Throws<ArgumentException>(() => new OwnerHours("Ann", default, skills: [""]));
        Assert.Throws<ArgumentOutOfRangeException>(() => OwnerHours.In("Ann", Week, TimeSpan.FromDays(8)));
    }

    private static double Hours(ForecastPeriod period, WorkingCalendar? calendar = null, ForecastPeriod[]? absences = null) =>
        OwnerHours.In("Ann", period, TimeSpan.FromHours(20), calendar, absences).Hours.TotalHours;
}
