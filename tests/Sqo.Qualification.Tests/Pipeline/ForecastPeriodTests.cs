using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Pipeline;

public class ForecastPeriodTests
{
    [Theory]
    [InlineData("sv-SE")]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    public void ToString_InAnyCulture_IsTheSame(string culture)
    {
        using (new CultureScope(culture))
        {
            Assert.Equal("2017-10", ForecastPeriod.Month(2017, 10).ToString());
            Assert.Equal("2017 Q4", ForecastPeriod.Quarter(2017, 4).ToString());
            Assert.Equal("2017-10-03..2017-11-12", ForecastPeriod.Of(new(2017, 10, 3), new(2017, 11, 12)).ToString());
            Assert.Equal("0900-02", ForecastPeriod.Month(900, 2).ToString());
        }
    }

    [Fact]
    public void Quarter_Any_HasItsDays()
    {
        var quarter = ForecastPeriod.Quarter(2016, 1);
        Assert.Equal((new DateTime(2016, 1, 1), new DateTime(2016, 3, 31), 91), (quarter.First, quarter.Last, quarter.Days));
        Assert.True(quarter is { IsQuarter: true, IsMonth: false });
        Assert.Equal(new DateTime(9999, 12, 31), ForecastPeriod.Quarter(9999, 4).Last);
        Assert.Equal(new DateTime(2016, 2, 29), ForecastPeriod.MonthOf(new(2016, 2, 7)).Last);
        Assert.Equal(quarter, ForecastPeriod.QuarterOf(new(2016, 3, 31, 23, 0, 0)));
    }

    [Fact]
    public void Contains_BothEnds_AreInside()
    {
        var month = ForecastPeriod.Month(2017, 9);
        Assert.True(month.Contains(new(2017, 9, 1)));
        Assert.True(month.Contains(new(2017, 9, 30, 23, 59, 59)));
        Assert.False(month.Contains(new(2017, 10, 1)));
        Assert.False(month.Contains(new(2017, 8, 31)));
    }

    [Fact]
    public void NextMonths_FromAnyDayOfAMonth_BeginWithTheNextOne()
    {
        string[] expected = ["2017-10", "2017-11", "2017-12", "2018-01"];
        Assert.Equal(expected, ForecastPeriod.NextMonths(new(2017, 9, 30), 4).Select(month => month.ToString()));
        Assert.Equal(expected, ForecastPeriod.NextMonths(new(2017, 9, 1), 4).Select(month => month.ToString()));
        Assert.Equal(["2017 Q4", "2018 Q1"], ForecastPeriod.NextQuarters(new(2017, 9, 30), 2).Select(quarter => quarter.ToString()));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => ForecastPeriod.NextMonths(new(2017, 9, 1), 0));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => ForecastPeriod.NextMonths(new(9999, 11, 5), 2));
        Assert.Single(ForecastPeriod.NextMonths(new(9999, 11, 5), 1));
    }

    [Fact]
    public void After_ADay_IsWhatIsLeft()
    {
        var month = ForecastPeriod.Month(2017, 9);
        Assert.Equal(month, month.After(new(2017, 8, 31)));
        Assert.Equal("2017-09-16..2017-09-30", month.After(new(2017, 9, 15, 12, 0, 0)).ToString());
        Assert.Null(month.After(new(2017, 9, 30)));
        Assert.Null(ForecastPeriod.Month(9999, 12).After(DateTime.MaxValue));
    }

    [Fact]
    public void Equality_ByDays_Holds()
    {
        var quarter = ForecastPeriod.Of(new(2017, 10, 1), new(2017, 12, 31, 5, 0, 0));
        Assert.Equal(ForecastPeriod.Quarter(2017, 4), quarter);
        Assert.True(quarter == ForecastPeriod.Quarter(2017, 4));
        Assert.True(quarter != ForecastPeriod.Month(2017, 10));
        Assert.Equal(quarter.GetHashCode(), ForecastPeriod.Quarter(2017, 4).GetHashCode());
        Assert.True(quarter.CompareTo(ForecastPeriod.Month(2017, 10)) > 0);
        Assert.True(quarter.CompareTo(ForecastPeriod.Month(2017, 11)) < 0);
        Assert.Equal(1, default(ForecastPeriod).Days);
    }

    [Fact]
    public void Periods_ThatCannotBe_AreRefused()
    {
        Assert.Contains(
            "last is 2017-01-01; it must not be before first, 2017-01-02",
            Assert.Throws<ArgumentOutOfRangeException>(() => ForecastPeriod.Of(new(2017, 1, 2), new(2017, 1, 1))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("month", () => ForecastPeriod.Month(2017, 13));
        Assert.Throws<ArgumentOutOfRangeException>("year", () => ForecastPeriod.Month(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>("year", () => ForecastPeriod.Quarter(10_000, 1));
        Assert.Throws<ArgumentOutOfRangeException>("quarter", () => ForecastPeriod.Quarter(2017, 5));
        Assert.Throws<ArgumentException>(() => ForecastPeriod.MonthOf(new DateTime(2017, 1, 1, 0, 0, 0, DateTimeKind.Local)));
        Assert.Throws<ArgumentException>(() => default(ForecastPeriod).Contains(new DateTime(2017, 1, 1, 0, 0, 0, DateTimeKind.Local)));
    }
}
