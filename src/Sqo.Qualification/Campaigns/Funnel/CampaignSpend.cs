using System;

namespace Sqo.Qualification;

/// <summary>What was spent on a campaign in a period, such as a month of a trade fair or a day of advertisements. Immutable.</summary>
public sealed class CampaignSpend
{
    /// <summary>Creates a spend.</summary>
    /// <param name="campaign">
    /// The campaign, or another value of the dimension, compared character by character; blank means unknown.
    /// </param>
    /// <param name="period">
    /// The period that it was spent in, evenly over its days: of a month that is not over, the days up to the given day count.
    /// </param>
    /// <param name="amount">The amount, 0 or above.</param>
    /// <param name="currency">
    /// The code of its currency. The default is <see langword="null"/>: the currency of all the other amounts.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is negative.</exception>
    public CampaignSpend(string? campaign, ForecastPeriod period, decimal amount, string? currency = null)
    {
        Campaign = PipelineText.OrNull(campaign);
        Period = period;
        Amount = CampaignAmount.NotNegative(amount);
        Currency = PipelineText.OrNull(currency);
    }

    /// <summary>The campaign; <see langword="null"/> if it is unknown.</summary>
    public string? Campaign { get; }

    /// <summary>The period that it was spent in.</summary>
    public ForecastPeriod Period { get; }

    /// <summary>The amount.</summary>
    public decimal Amount { get; }

    /// <summary>The code of its currency; <see langword="null"/> if it is that of the other amounts.</summary>
    public string? Currency { get; }

    /// <summary>The campaign, the period and the amount, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Campaign ?? "(unknown)"} {Period}: {new CurrencyAmount(Currency, Amount)}";

    /// <summary>How many of its days are from one day to another.</summary>
    internal int DaysWithin(int first, int last) => Math.Max(0, Math.Min(last, Period.LastDay) - Math.Max(first, Period.FirstDay) + 1);
}
