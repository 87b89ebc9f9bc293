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

    /// <summary>An amount of an opportunity, such as a refund, or of something else if <paramref name="opportunityId"/> is null.</summary>
    public decimal Of(decimal amount, string? currency, string? opportunityId = null)
    {
        if (rates is not null) return rates.Convert(amount, currency, opportunityId);
        if (currency is null) return amount;
        Currency ??= currency;
        return string.Equals(Currency, currency, StringComparison.OrdinalIgnoreCase)
            ? amount
            : throw new MissingExchangeRateException(currency, Currency, opportunityId);
    }

    private decimal? Convert(decimal? amount, Opportunity opportunity) =>
        amount is { } known ? Of(known, opportunity.Currency, opportunity.Id) : null;
}
