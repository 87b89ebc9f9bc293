using System;

namespace Sqo.Qualification;

/// <summary>Amounts of deals in the one currency of a forecast: that of the rates, or without rates that of the first deal that names one.</summary>
internal sealed class ForecastMoney(ExchangeRates? rates)
{
    private string? _currency = rates?.Target;

    public double Of(Opportunity deal, decimal? amount) => amount is { } known ? (double)Exact(deal, known) : double.NaN;

    public decimal Exact(Opportunity deal, decimal amount)
    {
        if (rates is not null) return rates.Convert(amount, deal.Currency, deal.Id);
        if (deal.Currency is not { } currency) return amount;
        _currency ??= currency;
        return string.Equals(currency, _currency, StringComparison.OrdinalIgnoreCase) ? amount : throw new MissingExchangeRateException(currency, _currency, deal.Id);
    }
}
