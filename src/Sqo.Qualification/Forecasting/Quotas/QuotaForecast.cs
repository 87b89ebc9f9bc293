using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// How likely owners are to reach their quotas, each alone and together. Owners are not independent: all deals of a forecast share one
/// factor, the influences common to all, so a good period is good for all of them. Immutable.
/// </summary>
public sealed class QuotaForecast
{
    // The rounding of a sum of shares.
    private const double Slack = 1e-9;

    private readonly ChanceEstimate[] _atLeast;

    private QuotaForecast(RevenueForecast forecast, OwnerQuota[] quotas, QuotaOptions options)
    {
        var place = PlaceOf(forecast, options.Period);
        var period = place < 0 ? forecast.Total : forecast.Periods[place];
        Period = period.Period;
        var spread = (period.Open ?? period.Distribution!).SpreadAsked;
        var groups = forecast.Deals.GroupBy(deal => PipelineText.OrNull(options.Owner(deal.Opportunity)), StringComparer.Ordinal)
            .ToDictionary(deals => deals.Key ?? "", deals => deals.ToArray(), StringComparer.Ordinal);
        Owners = Array.AsReadOnly(Array.ConvertAll(quotas, quota => Of(quota)));
        WithoutOwner = Array.AsReadOnly(DealsOf(""));
        WithoutQuota = Array.AsReadOnly(groups.Keys.Except(quotas.Select(quota => quota.Owner).Concat([""]), StringComparer.Ordinal)
            .OrderBy(name => name, StringComparer.Ordinal).ToArray());
        NewBusinessShare = Math.Min(1, quotas.Sum(quota => quota.NewBusinessShare));
        _atLeast = JointQuotas.Of(Owners, options.Draws, options.Seed, out var isSimulated);
        Seed = isSimulated ? options.Seed : null;

        OpenDeal[] DealsOf(string owner) => groups.TryGetValue(owner, out var deals) ? deals : [];

        OwnerQuotaForecast Of(OwnerQuota quota)
        {
            var deals = DealsOf(quota.Owner);
            var parts = new List<RevenueDistribution>();
            for (var i = 0; i < forecast.Periods.Count; i++)
            {
                if (place < 0 || place == i) parts.Add(OpenDealSum.Of(deals, i));
            }

            if (quota.NewBusinessShare > 0)
            {
                if (period.NewBusiness is { } begun) parts.Add(begun.NewBusinessOf(quota.NewBusinessShare));
                if (period.Unexplained is { } rest) parts.Add(rest.NewBusinessOf(quota.NewBusinessShare));
            }

            return new(quota, deals, RevenueDistribution.Combine(parts).Widened(spread));
        }
    }

    /// <summary>The days that the chances are for.</summary>
    public ForecastPeriod Period { get; }

    /// <summary>The owners with a quota, in the order given.</summary>
    public IReadOnlyList<OwnerQuotaForecast> Owners { get; }

    /// <summary>The open deals without an owner: they count for no quota.</summary>
    public IReadOnlyList<OpenDeal> WithoutOwner { get; }

    /// <summary>The owners of open deals that have no quota, by name.</summary>
    public IReadOnlyList<string> WithoutQuota { get; }

    /// <summary>The share of new business that counts for any quota, from 0 to 1.</summary>
    public double NewBusinessShare { get; }

    /// <summary>The expected number of owners who reach their quotas.</summary>
    public double ExpectedCount => Owners.Sum(owner => owner.Chance);

    /// <summary>The chance that all owners reach their quotas.</summary>
    public ChanceEstimate All => _atLeast[_atLeast.Length - 1];

    /// <summary>
    /// The seed of the simulation; <see langword="null"/> if none was needed, because the owners are independent or certain.
    /// </summary>
    public long? Seed { get; }

    /// <summary>Calculates the chances of owners to reach their quotas.</summary>
    /// <param name="forecast">The forecast; its model must forecast deals.</param>
    /// <param name="quotas">The quotas, one per owner; at least one.</param>
    /// <param name="options">The period and the simulation. The default is <see cref="QuotaOptions.Default"/>.</param>
    /// <returns>The chances.</returns>
    /// <remarks>
    /// An owner's chance is that of the distribution of the owner's deals. The joint chances integrate over the shared factor z: given z,
    /// owners are independent, and their chances are simulated.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// There is no quota, one is <see langword="null"/>, an owner has two, or shares of new business add up to more than 1; the forecast
    /// does not forecast deals; or the period of the options is not one of its periods.
    /// </exception>
    /// <example><code>
    /// QuotaForecast quotas = QuotaForecast.Of(forecast, [new OwnerQuota("Ann", 200_000m), new OwnerQuota("Bob", 150_000m)]);
    /// Console.WriteLine(quotas.AtLeast(2)); // the chance that both reach theirs
    /// </code></example>
    public static QuotaForecast Of(RevenueForecast forecast, IEnumerable<OwnerQuota> quotas, QuotaOptions? options = null)
    {
        Guard.NotNull(forecast);
        OwnerQuota[] all = [.. Guard.NotNull(quotas)];
        if (all.Length == 0 || Array.IndexOf(all, null!) >= 0) throw new ArgumentException(
            "There must be at least one quota, and none that is null.", nameof(quotas));
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var quota in all)
        {
            if (!names.Add(quota.Owner)) throw new ArgumentException($"\"{quota.Owner}\" has two quotas; an owner has one per period.",
                nameof(quotas));
        }

        var share = all.Sum(quota => quota.NewBusinessShare);
        if (share > 1 + Slack) throw new ArgumentException(
            $"The shares of new business add up to {InvariantText.Of(share)}; a win has one owner, so they must not exceed 1.",
            nameof(quotas));
        forecast.TotalOfDeals("quotas by owner");
        return new(forecast, all, options ?? QuotaOptions.Default);
    }

    /// <summary>Gets the chance that a number of owners, or more, reach their quotas.</summary>
    /// <param name="count">The number, from 0 to that of the owners.</param>
    /// <returns>The chance.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is out of range.</exception>
    public ChanceEstimate AtLeast(int count) => _atLeast[(int)Guard.Within(0, count, Owners.Count)];

    private static int PlaceOf(RevenueForecast forecast, ForecastPeriod? period)
    {
        if (period is not { } asked) return -1;
        for (var i = 0; i < forecast.Periods.Count; i++)
        {
            if (forecast.Periods[i].Period == asked) return i;
        }

        throw new ArgumentException(
            $"The period is {asked}; it must be one of those of the forecast: " +
            $"{string.Join(", ", forecast.Periods.Select(each => each.Period))}.",
            "options");
    }
}
