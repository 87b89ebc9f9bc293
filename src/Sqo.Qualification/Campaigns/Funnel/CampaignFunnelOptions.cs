using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>What is known beside leads and opportunities, and how campaigns are compared. Immutable.</summary>
public sealed class CampaignFunnelOptions
{
    /// <summary>Creates options.</summary>
    /// <param name="probability">
    /// The probability that an open opportunity is won, from 0 to 1; <see langword="null"/> or NaN when unknown. The default is
    /// <see cref="Opportunity.Probability"/>.
    /// </param>
    /// <param name="spend">What was spent, by campaign and period. The default is none: costs are unknown.</param>
    /// <param name="refunds">The refunds of won deals. The default is none.</param>
    /// <param name="rates">The exchange rates; without them all amounts must be in one currency.</param>
    /// <param name="compared">
    /// The event whose rate among leads is compared, ranked and projected, after <see cref="ConversionEvent.Lead"/>. The default is
    /// <see cref="ConversionEvent.QualifiedOpportunity"/>.
    /// </param>
    /// <param name="minimumCount">
    /// From how many leads on a campaign is ranked and compared, 1 or more; those with fewer are only listed. The default is 30.
    /// </param>
    /// <param name="strength">
    /// How many leads the rate of the whole counts as when rates are shrunk towards it, above 0. The default is 10.
    /// </param>
    /// <param name="confidence">
    /// The confidence of intervals, above 0 and below 1; 1 - confidence is the rate of false discoveries among differences. The default is
    /// 0.95.
    /// </param>
    /// <param name="cohort">
    /// The period that the first contact of a cohort is in. The default is the calendar month (<see cref="ForecastPeriod.MonthOf"/>).
    /// </param>
    /// <exception cref="ArgumentException">A spend or refund is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its range.</exception>
    public CampaignFunnelOptions(
        Func<Opportunity, double?>? probability = null,
        IEnumerable<CampaignSpend>? spend = null,
        IEnumerable<DealRefund>? refunds = null,
        ExchangeRates? rates = null,
        ConversionEvent compared = ConversionEvent.QualifiedOpportunity,
        int minimumCount = 30,
        double strength = 10,
        double confidence = 0.95,
        Func<DateTime, ForecastPeriod>? cohort = null)
    {
        Probability = probability ?? (opportunity => opportunity.Probability);
        SpendArray = Checked(spend, nameof(spend));
        RefundArray = Checked(refunds, nameof(refunds));
        Rates = rates;
        Compared = Guard.Defined(compared) != ConversionEvent.Lead
            ? compared
            : throw new ArgumentOutOfRangeException(nameof(compared), compared, "compared is Lead; it must be a later event.");
        MinimumCount = Guard.AtLeast(1, minimumCount);
        Strength = Guard.Positive(strength);
        Confidence = Guard.OpenUnit(confidence);
        Cohort = cohort ?? ForecastPeriod.MonthOf;
    }

    /// <summary>The default options.</summary>
    public static CampaignFunnelOptions Default { get; } = new();

    /// <summary>The probability that an open opportunity is won.</summary>
    public Func<Opportunity, double?> Probability { get; }

    /// <summary>What was spent.</summary>
    public IReadOnlyList<CampaignSpend> Spend => Array.AsReadOnly(SpendArray);

    /// <summary>The refunds of won deals.</summary>
    public IReadOnlyList<DealRefund> Refunds => Array.AsReadOnly(RefundArray);

    /// <summary>The exchange rates.</summary>
    public ExchangeRates? Rates { get; }

    /// <summary>The event whose rate is compared.</summary>
    public ConversionEvent Compared { get; }

    /// <summary>From how many leads on a campaign is ranked and compared.</summary>
    public int MinimumCount { get; }

    /// <summary>How many leads the rate of the whole counts as.</summary>
    public double Strength { get; }

    /// <summary>The confidence of intervals.</summary>
    public double Confidence { get; }

    /// <summary>The period of a cohort.</summary>
    public Func<DateTime, ForecastPeriod> Cohort { get; }

    internal CampaignSpend[] SpendArray { get; }

    internal DealRefund[] RefundArray { get; }

    private static TItem[] Checked<TItem>(IEnumerable<TItem>? items, string name)
        where TItem : class
    {
        TItem[] all = items is null ? [] : [.. items];
        var missing = Array.IndexOf(all, null!);
        return missing < 0
            ? all
            : throw new ArgumentException($"{name}[{InvariantText.Of((long)missing)}] is null; no item may be null.", name);
    }
}
