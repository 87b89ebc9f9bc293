using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>How likely an owner is to reach a quota. Immutable.</summary>
public sealed class OwnerQuotaForecast
{
    internal OwnerQuotaForecast(OwnerQuota quota, OpenDeal[] deals, RevenueDistribution remaining)
    {
        Quota = quota;
        Deals = Array.AsReadOnly(deals);
        Remaining = remaining;
        Chance = remaining.ProbabilityAtLeast(quota.Amount - quota.Won);
    }

    /// <summary>The quota.</summary>
    public OwnerQuota Quota { get; }

    /// <summary>The open deals of the owner.</summary>
    public IReadOnlyList<OpenDeal> Deals { get; }

    /// <summary>
    /// The distribution of what is still to come: the owner's open deals and share of new business, with the spread that all deals of the
    /// forecast share.
    /// </summary>
    public RevenueDistribution Remaining { get; }

    /// <summary>The mean of the amount won, with what is won already.</summary>
    public double Mean => (double)Quota.Won + Remaining.Mean;

    /// <summary>The probability that the owner reaches the quota, from 0 to 1.</summary>
    public double Chance { get; }

    /// <summary>Gets the amount that the owner does not exceed with a probability, with what is won already: P10 is the low end.</summary>
    /// <param name="p">The probability, above 0 and below 1.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is out of range.</exception>
    public double Quantile(double p) => (double)Quota.Won + Remaining.Quantile(p);
}
