using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>The forecast of a group of open deals, such as those of one owner. Immutable.</summary>
public sealed class OpenDealGroup
{
    internal OpenDealGroup(string? name, OpenDeal[] deals, IReadOnlyList<PeriodForecast> periods, PeriodForecast total)
    {
        Name = name;
        Deals = Array.AsReadOnly(deals);
        var distributions = new RevenueDistribution[periods.Count];
        for (var i = 0; i < distributions.Length; i++)
        {
            distributions[i] = OpenDealSum.Of(deals, i).Widened(periods[i].Open?.SpreadAsked ?? 0);
        }

        Periods = Array.AsReadOnly(distributions);
        Total = RevenueDistribution.Combine(distributions).Widened(total.Open?.SpreadAsked ?? 0);
    }

    /// <summary>The group; <see langword="null"/> for the deals without one.</summary>
    public string? Name { get; }

    /// <summary>The open deals of the group.</summary>
    public IReadOnlyList<OpenDeal> Deals { get; }

    /// <summary>The distribution of each period of the forecast.</summary>
    public IReadOnlyList<RevenueDistribution> Periods { get; }

    /// <summary>All periods together.</summary>
    public RevenueDistribution Total { get; }
}
