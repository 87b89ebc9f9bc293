using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// When the money of a forecast is due: bookings by their revenue schedules, beside what is contracted and what is renewed. All money of
/// the bookings is in a period or outside all of them, to the cent. Immutable.
/// </summary>
/// <remarks>
/// A deal that is won in a period of the forecast counts as won on its last day, so that no money comes too early. The shared spread is
/// that of all periods together. Means are exact; ranges are simulated from a seed, with the shared factor in strata.
/// </remarks>
public sealed class ScheduledRevenue
{
    internal ScheduledRevenue(
        ScheduledPeriod[] periods, ScheduledPeriod outside, decimal bookings, Opportunity[] unsplit, Opportunity[] unvalued, long seed,
        double standardError)
    {
        Periods = Array.AsReadOnly(periods);
        OutsideBooked = outside.Booked;
        OutsideContracted = outside.Contracted;
        OutsideRenewals = outside.Renewals;
        Bookings = bookings;
        Unsplit = Array.AsReadOnly(unsplit);
        Unvalued = Array.AsReadOnly(unvalued);
        Seed = seed;
        StandardError = standardError;
    }

    /// <summary>The periods, ascending.</summary>
    public IReadOnlyList<ScheduledPeriod> Periods { get; }

    /// <summary>The mean of the forecast, to the cent: the sum of what is booked in all periods and of
    /// <see cref="OutsideBooked"/>.</summary>
    public decimal Bookings { get; }

    /// <summary>The mean of the money of forecast deals that falls outside the periods, such as after the last one.</summary>
    public decimal OutsideBooked { get; }

    /// <summary>The money of won deals that falls outside the periods, such as before the first one.</summary>
    public decimal OutsideContracted { get; }

    /// <summary>The mean of the money of renewals that falls outside the periods.</summary>
    public decimal OutsideRenewals { get; }

    /// <summary>The deals whose amount counts as one-off, because nothing tells which part of it recurs.</summary>
    public IReadOnlyList<Opportunity> Unsplit { get; }

    /// <summary>The deals that are in no sum, because their amount is unknown.</summary>
    public IReadOnlyList<Opportunity> Unvalued { get; }

    /// <summary>The seed of the simulation.</summary>
    public long Seed { get; }

    /// <summary>The greatest standard error of a simulated probability: a quantile is that of a probability within a few of
    /// these.</summary>
    public double StandardError { get; }

    /// <summary>Calculates when the money of a forecast is due.</summary>
    /// <param name="forecast">The forecast; its model must forecast deals.</param>
    /// <param name="schedule">
    /// Gets the schedule of a deal; <see langword="null"/> for <see cref="DealSchedule.Upfront"/>. The parts of its amount follow from
    /// <see cref="Opportunity.RecurringAmount"/>.
    /// </param>
    /// <param name="options">The periods, and what else is included. The default is <see cref="ScheduleOptions.Default"/>.</param>
    /// <returns>The money by period.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="forecast"/> or <paramref name="schedule"/> is
    /// <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// The forecast does not forecast deals; or a deal of unknown parts has a renewal without an amount.
    /// </exception>
    /// <exception cref="MissingExchangeRateException">The amount of a won deal is in a currency without a rate.</exception>
    /// <exception cref="OverflowException">A sum is too large for a decimal.</exception>
    public static ScheduledRevenue Of(RevenueForecast forecast, Func<Opportunity, DealSchedule?> schedule,
        ScheduleOptions? options = null) =>
        new ScheduleRun(Guard.NotNull(forecast), Guard.NotNull(schedule), options ?? ScheduleOptions.Default).Result();
}
