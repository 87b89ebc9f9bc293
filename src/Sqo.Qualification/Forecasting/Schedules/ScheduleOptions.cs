using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The periods of scheduled revenue, and what it includes. Immutable.</summary>
public sealed class ScheduleOptions
{
    internal const int LeastDraws = 1_024;

    /// <summary>Creates options.</summary>
    /// <param name="periods">
    /// The periods that money falls into: ascending, without overlap; at least one. The default is the periods of the forecast.
    /// </param>
    /// <param name="newBusiness">
    /// The schedule of deals that don't exist yet; the part that recurs is its <see cref="DealSchedule.RecurringShare"/>. Without one,
    /// everything is one-off, and there can be no renewals. The default is <see cref="DealSchedule.Upfront"/>.
    /// </param>
    /// <param name="won">
    /// Deals that are already won, whose money is still to come: it is contracted, and only their renewals are uncertain. The default is
    /// none.
    /// </param>
    /// <param name="rates">The exchange rates of won deals; without them all of their amounts must be in one currency.</param>
    /// <param name="draws">The number of draws for the ranges, 1,024 or more; rounded up to a multiple of that. The default is
    /// 8,192.</param>
    /// <param name="seed">The seed. The default is 1. The same seed gives the same bits.</param>
    /// <exception cref="ArgumentException">
    /// There are no periods, or one begins before the previous one has ended; a won deal is <see langword="null"/> or not won; or a renewal
    /// of new business has its own amount, or no share that recurs.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="draws"/> is below 1,024.</exception>
    public ScheduleOptions(
        IEnumerable<ForecastPeriod>? periods = null,
        DealSchedule? newBusiness = null,
        IEnumerable<Opportunity>? won = null,
        ExchangeRates? rates = null,
        int draws = 8_192,
        long seed = 1)
    {
        Periods = periods is null ? null : Checked([.. periods]);
        NewBusiness = newBusiness ?? DealSchedule.Upfront;
        foreach (var renewal in NewBusiness.Renewals)
        {
            if (renewal.Amount is not null || NewBusiness.RecurringShare is null) throw new ArgumentException(
                $"New business has a renewal on {DayNumber.Text(DayNumber.Of(renewal.Day))} " +
                (renewal.Amount is null ? "but no recurring share" : "with an amount") +
                "; what is renewed is the recurring share of each deal, so specify the share alone.",
                nameof(newBusiness));
        }

        Opportunity[] deals = [.. won ?? []];
        foreach (var deal in deals)
        {
            if (deal?.Outcome != OpportunityOutcome.Won) throw new ArgumentException(
                deal is null ? "One of the won deals is null."
                    : $"Deal \"{deal.Id}\" is {deal.Outcome}; only won deals have contracted money.", nameof(won));
        }

        Won = Array.AsReadOnly(deals);
        Rates = rates;
        Draws = Guard.AtLeast(LeastDraws, draws);
        Seed = seed;
    }

    /// <summary>The default options.</summary>
    public static ScheduleOptions Default { get; } = new();

    /// <summary>The periods, or <see langword="null"/> for those of the forecast.</summary>
    public IReadOnlyList<ForecastPeriod>? Periods { get; }

    /// <summary>The schedule of deals that don't exist yet.</summary>
    public DealSchedule NewBusiness { get; }

    /// <summary>Deals that are already won, whose money is still to come.</summary>
    public IReadOnlyList<Opportunity> Won { get; }

    /// <summary>The exchange rates of won deals, or <see langword="null"/>.</summary>
    public ExchangeRates? Rates { get; }

    /// <summary>The number of draws for the ranges.</summary>
    public int Draws { get; }

    /// <summary>The seed.</summary>
    public long Seed { get; }

    private static IReadOnlyList<ForecastPeriod> Checked(ForecastPeriod[] periods)
    {
        if (periods.Length == 0) throw new ArgumentException("There is no period; at least one is needed.", nameof(periods));
        for (var i = 1; i < periods.Length; i++)
        {
            if (periods[i].FirstDay <= periods[i - 1].LastDay) throw new ArgumentException(
                $"The period {periods[i]} begins before {periods[i - 1]} has ended; periods must be ascending, without overlap.",
                nameof(periods));
        }

        return Array.AsReadOnly(periods);
    }
}
