using System;
using System.Collections.Generic;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Pipeline;

public class ExchangeRatesTests
{
    [Theory]
    [InlineData("sv-SE")]
    [InlineData("tr-TR")]
    public void Convert_InAnyCulture_KnowsCodesOfAnyCase(string culture)
    {
        using (new CultureScope(culture))
        {
            var rates = new ExchangeRates("EUR", new Dictionary<string, decimal> { ["INR"] = 0.011m, ["SEK"] = 0.09m });
            Assert.Equal(11m, rates.Convert(1_000, "inr"));
            Assert.Equal(5m, rates.Convert(5, null));
            Assert.Equal(5m, rates.Convert(5, "eur"));
            Assert.True(rates.Knows("sek"));
            Assert.True(rates.Knows(null));
            Assert.False(rates.Knows("USD"));
            var missing = Assert.Throws<MissingExchangeRateException>(() => rates.Convert(1, "USD"));
            Assert.Equal(("USD", "EUR", null), (missing.Currency, missing.Target, missing.OpportunityId));
            Assert.Equal("An amount is in \"USD\", and there is no exchange rate from that to \"EUR\".", missing.Message);
        }
    }

    [Fact]
    public void Rates_ThatCannotBe_AreAllListed()
    {
        var message = Assert.Throws<ArgumentException>(
            "rates", () => new ExchangeRates("EUR", [new("SEK", 0), new("sek", -1), new(" ", 2), new("eur", 1.5m), new(null!, 1)])).Message;
        Assert.Contains("the rate of \"SEK\" is 0; it must be above 0", message, StringComparison.Ordinal);
        Assert.Contains("the code \"sek\" appears twice", message, StringComparison.Ordinal);
        Assert.Contains("the rate of \"sek\" is -1", message, StringComparison.Ordinal);
        Assert.Contains("a code is blank", message, StringComparison.Ordinal);
        Assert.Contains("the rate of \"eur\" is 1.5; the rate of the target is 1", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("target", () => new ExchangeRates(" "));
        Assert.Equal(7m, new ExchangeRates("EUR", [new("EUR", 1)]).Convert(7, "EUR"));
    }

    [Fact]
    public void Convert_BeyondADecimal_Overflows() =>
        Assert.Throws<OverflowException>(() => new ExchangeRates("EUR", [new("X", 10)]).Convert(decimal.MaxValue, "X"));
}
