using System.Globalization;
using System.Linq;
using PipelineReview.Reading;
using Xunit;

namespace Sqo.Qualification.Samples.Tests.Reading;

public sealed class NumberStyleTests
{
    [Theory]
    [InlineData("1.234,56 €", "de-DE", "currency", "1234.56")]
    [InlineData("€1.234,56", "de-DE", "currency", "1234.56")]
    [InlineData("-€ 5,50", "de-DE", "currency", "-5.5")]
    [InlineData("€ -5,50", "de-DE", "currency", "-5.5")]
    [InlineData("$22,700.00", "en-US", "currency", "22700")]
    [InlineData("US$ 22,700", "en-US", "currency", "22700")]
    [InlineData("USD 5", "en-US", "currency", "5")]
    [InlineData("5 SEK", "en-US", "currency", "5")]
    [InlineData("R$ 1.000", "de-DE", "currency", "1000")]
    [InlineData("12\u00A0500 kr", "sv-SE", "currency", "12500")]
    [InlineData("1 234,5\u202Fzł", "fr-FR", "currency", "1234.5")]
    [InlineData("CHF 12'500.50", "de-CH", "currency", "12500.5")]
    [InlineData("12’500", "de-CH", "", "12500")]
    [InlineData("75%", "en-US", "percent", "0.75")]
    [InlineData("12,5 %", "sv-SE", "percent", "0.125")]
    [InlineData("(1,200)", "en-US", "brackets", "-1200")]
    [InlineData("($1,200.50)", "en-US", "brackets currency", "-1200.5")]
    [InlineData("$(1,200)", "en-US", "brackets currency", null)]
    [InlineData("1,200-", "en-US", "trailingMinus", "-1200")]
    [InlineData("12,34,567.89", "en-US", "lakhs", "1234567.89")]
    [InlineData("1,234,567", "en-US", "lakhs", "1234567")]
    [InlineData("₹ 1,00,000", "en-IN", "currency", "100000")]
    [InlineData("12k", "en-US", "factor", "12000")]
    [InlineData("1.5M", "en-US", "factor", "1500000")]
    [InlineData("2,5 Mio.", "de-DE", "factor", "2500000")]
    [InlineData("3 lakh", "en-IN", "factor", "300000")]
    [InlineData("$12k", "en-US", "factor currency", "12000")]
    [InlineData("1,5 Mio. €", "de-DE", "factor currency", "1500000")]
    [InlineData("1.234,56 €", "de-DE", "", null)]
    [InlineData("12k", "en-US", "currency percent brackets lakhs trailingMinus", null)]
    [InlineData("1,2345", "en-US", "lakhs", null)]
    [InlineData("1,23,4", "en-US", "lakhs", null)]
    [InlineData("(-5)", "en-US", "brackets", null)]
    [InlineData("5 apples", "en-US", "currency factor", null)]
    [InlineData("$5€", "en-US", "currency", null)]
    [InlineData("€", "en-US", "currency", null)]
    [InlineData("9999999999999999k", "en-US", "factor", null)]
    public void TryRead_DressedNumber_IsReadOnlyIfTheMapAllowsIt(string text, string culture, string styles, string? expected)
    {
        var allowed = styles.Split(' ').Where(style => style.Length > 0).Aggregate(
            NumberStyle.None, (all, style) => all | NumberParser.StyleNames[style]);
        var parser = new NumberParser(CultureInfo.GetCultureInfo(culture), allowed);
        var isRead = parser.TryRead(text, out var value, out _, out _, out var rule);
        Assert.Equal(expected, isRead ? value.ToString("0.####", CultureInfo.InvariantCulture) : null);
        Assert.Equal(isRead, rule is null);
    }

    [Theory]
    [InlineData("$100", "currency")]
    [InlineData("75%", "percent")]
    [InlineData("(100)", "brackets")]
    [InlineData("100-", "trailingMinus")]
    [InlineData("12k", "factor")]
    public void TryRead_StyleThatTheMapDoesNotAllow_IsNamed(string text, string style)
    {
        new NumberParser(CultureInfo.InvariantCulture, NumberStyle.None).TryRead(text, out _, out _, out _, out var rule);
        Assert.Equal(
            $"is not a number in the invariant culture, such as 1,234.5; numberStyles with \"{style}\" in the map would allow it", rule);
    }

    [Theory]
    [InlineData("\"currency\": \"EUR\", ", "€100", "100 EUR")]
    [InlineData("\"currency\": \"EUR\", \"rates\": { \"GBP\": 1.2 }, ", "£100", "120 EUR")]
    [InlineData("\"currency\": \"AUD\", ", "$100", "100 AUD")]
    [InlineData("", "€100", "100 EUR")]
    [InlineData("", "$100", "100 ")]
    public void Read_CurrencySign_IsThatOfTheAmount(string money, string amount, string expected)
    {
        var read = DealFiles.Read(DealFiles.Map(money + "\"numberStyles\": [\"currency\"]"), DealFiles.Header + $"a,open,{amount},,,\n");
        Assert.Equal(expected, $"{read.Deals.Single().Amount:0.##} {read.Map.Currency}");
    }

    [Theory]
    [InlineData("\"currency\": \"EUR\", ", "€1", "$1",
        "amount \"$\": is not a sign of EUR, and can be of several currencies; a currency column would tell")]
    [InlineData("\"currency\": \"EUR\", ", "€1", "£1", "amount \"GBP\": is not EUR, that of the map, and the map has no rate for it")]
    [InlineData("", "$1", "kr1", "amount \"kr\": is not $, that of line 2; set currency and rates in the map")]
    [InlineData("", "$1", "€1", "amount \"€\": is not $, that of line 2; set currency and rates in the map")]
    [InlineData("", "€1", "$1", "amount \"$\": is not a sign of EUR, and can be of several currencies; a currency column would tell")]
    [InlineData("", "75%", "75%", "amount \"75%\": is a percentage, not an amount")]
    public void Read_SignOfAnotherCurrency_IsNeverAdded(string money, string first, string second, string fault)
    {
        var read = DealFiles.Read(
            DealFiles.Map(money + "\"numberStyles\": [\"currency\", \"percent\"]"), DealFiles.Header
                + $"a,open,{first},,,\nb,open,{second},,,\n");
        Assert.Equal(fault, read.Faults.Last());
        Assert.Equal(3, read.Rejected.Last().Line);
    }

    [Theory]
    [InlineData("0.6", "", 0.6)]
    [InlineData("60", "\"probabilityUnit\": \"percent\", ", 0.6)]
    [InlineData("1", "\"probabilityUnit\": \"percent\", ", 0.01)]
    [InlineData("60%", "\"probabilityUnit\": \"percent\", ", 0.6)]
    [InlineData("60%", "", 0.6)]
    public void Read_Probability_IsAFraction(string text, string unit, double expected)
    {
        var map = DealFiles.Map(unit + "\"numberStyles\": [\"percent\"]", DealFiles.Columns + ", \"probability\": \"p\"");
        var read = DealFiles.Read(map, "id,stage,amount,created,closed,expected,p\n" + $"a,open,1,,,,{text}\n");
        Assert.Equal(expected, read.Deals.Single().Probability);
    }

    [Theory]
    [InlineData("60", "", "p \"60\": must lie from 0 to 1; probabilityUnit with \"percent\" in the map would read it as a percentage")]
    [InlineData("160", "\"probabilityUnit\": \"percent\"", "p \"160\": must lie from 0 to 100 percent")]
    public void Read_ProbabilityOutOfRange_IsRejected(string text, string unit, string fault)
    {
        var map = DealFiles.Map(unit, DealFiles.Columns + ", \"probability\": \"p\"");
        Assert.Equal(fault, DealFiles.Read(map, "id,stage,amount,created,closed,expected,p\n" + $"a,open,1,,,,{text}\n").Faults.Single());
    }
}
