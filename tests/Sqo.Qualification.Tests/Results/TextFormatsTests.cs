using System;
using System.Globalization;
using Xunit;

namespace Sqo.Qualification.Tests.Results;

public class TextFormatsTests
{
    [Theory]
    [InlineData("0", "0", "0")]
    [InlineData("999", "999", "999")]
    [InlineData("1000", "1,000", "1\u00a0000")]
    [InlineData("1234567.891", "1,234,567.891", "1\u00a0234\u00a0567,891")]
    [InlineData("-1234.5", "-1,234.5", "\u22121\u00a0234,5")]
    [InlineData("0.0000004", "0", "0")]
    [InlineData("-0.0000004", "0", "0")]
    [InlineData("0.0000005", "0.000001", "0,000001")]
    [InlineData(
        "79228162514264337593543950335", "79,228,162,514,264,337,593,543,950,335",
        "79\u00a0228\u00a0162\u00a0514\u00a0264\u00a0337\u00a0593\u00a0543\u00a0950\u00a0335")]
    public void Number_Decimal_IsGroupedAndRounded(string value, string english, string swedish)
    {
        var number = decimal.Parse(value, CultureInfo.InvariantCulture);
        Assert.Equal(english, TextFormats.English.Number(number));
        Assert.Equal(swedish, TextFormats.Swedish.Number(number));
    }

    [Fact]
    public void Number_LeastDecimals_AreAlwaysWritten()
    {
        Assert.Equal("5.00", TextFormats.English.Number(5m, 2, 2));
        Assert.Equal("5.13", TextFormats.English.Number(5.125m, 2, 2));
        Assert.Equal("5.1", TextFormats.English.Number(5.1m, 0, 2));
        Assert.Equal("6", TextFormats.English.Number(5.5m, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => TextFormats.English.Number(1m, 3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => TextFormats.English.Number(1m, -1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => TextFormats.English.Number(1m, 0, 11));
    }

    [Theory]
    [InlineData(0.1, "0,1")]
    [InlineData(1e14, "100\u00a0000\u00a0000\u00a0000\u00a0000")]
    [InlineData(-2.5e20, "\u22122,5E+20")]
    [InlineData(1e-7, "1E\u221207")]
    [InlineData(double.NegativeInfinity, "\u2212Infinity")]
    public void Number_Double_IsTheSameOnEveryTarget(double value, string expected) =>
        Assert.Equal(expected, TextFormats.Swedish.Number(value));

    [Theory]
    [InlineData("10000", "SEK 10,000", "10\u00a0000\u00a0SEK")]
    [InlineData("10000.5", "SEK 10,000.50", "10\u00a0000,50\u00a0SEK")]
    [InlineData("-0.999", "SEK -0.999", "\u22120,999\u00a0SEK")]
    public void Money_Amount_HasTwoDecimalsUnlessWhole(string amount, string english, string swedish)
    {
        var number = decimal.Parse(amount, CultureInfo.InvariantCulture);
        Assert.Equal(english, TextFormats.English.Money(number, "SEK"));
        Assert.Equal(swedish, TextFormats.Swedish.Money(number, "SEK"));
    }

    [Fact]
    public void Date_AnyMonth_IsWrittenByItsPattern()
    {
        Assert.Equal("Nov 3, 2026", TextFormats.English.Date(new DateTime(2026, 11, 3)));
        Assert.Equal("2026-11-03 07:05", TextFormats.Swedish.Date(new DateTime(2026, 11, 3, 7, 5, 59)));
        Assert.Equal("Jan 1, 0001", TextFormats.English.Date(DateTime.MinValue));
        var named = new TextFormats(datePattern: "{3} {2} {0}", monthNames: TextFormats.Swedish.MonthNames);
        Assert.Equal("31 maj 2026", named.Date(new DateTime(2026, 5, 31)));
        Assert.Equal(12, TextFormats.Swedish.MonthNames.Count);
    }

    [Fact]
    public void Percent_Share_IsRounded()
    {
        Assert.Equal("67%", TextFormats.English.Percent(2.0 / 3));
        Assert.Equal("66,7\u00a0%", TextFormats.Swedish.Percent(2.0 / 3, 1));
        Assert.Equal("100%", TextFormats.English.Percent(1));
    }

    [Fact]
    public void From_Culture_TakesItsNumberFormats()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = "\u066b";
        culture.NumberFormat.NumberGroupSeparator = "'";
        culture.NumberFormat.NegativeSign = "~";
        var formats = TextFormats.From(culture);
        Assert.Equal("~1'234\u066b5", formats.Number(-1234.5m));
        Assert.Equal("2026-11-03", formats.Date(new DateTime(2026, 11, 3)));
        Assert.Throws<ArgumentNullException>(() => TextFormats.From(null!));
    }
}
