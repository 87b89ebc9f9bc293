using System;

namespace Sqo.Qualification;

/// <summary>
/// Reads the amounts of opportunities in one currency. Without rates all must be in one already; one without a currency is in that.
/// </summary>
internal sealed class AmountReader(ExchangeRates? rates)
{
    /// <summary>The currency of the amounts read; <see langword="null"/> when no amount named one.</summary>
    public string? Currency { get; private set; } = rates?.Target;

    /// <summary>The estimate; <see langword="null"/> when unknown.</summary>
    public decimal? Amount(Opportunity opportunity) => Convert(opportunity.Amount, opportunity);

    /// <summary>The value: the closed amount of a won opportunity, else the estimate.</summary>
    public decimal? Value(Opportunity opportunity) => Convert(opportunity.Value, opportunity);

    private decimal? Convert(decimal? amount, Opportunity opportunity)
    {
        if (amount is not { } known) return null;
        var currency = opportunity.Currency;
        if (rates is not null) return rates.Convert(known, currency, opportunity.Id);
        if (currency is null) return known;
        Currency ??= currency;
        return string.Equals(Currency, currency, StringComparison.OrdinalIgnoreCase)
            ? known
            : throw new MissingExchangeRateException(currency, Currency, opportunity.Id);
    }
}
