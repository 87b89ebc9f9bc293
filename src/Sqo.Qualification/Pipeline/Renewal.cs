using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A renewal of a won deal on a day, with its own probability. Immutable.</summary>
public sealed class Renewal
{
    /// <summary>Creates a renewal.</summary>
    /// <param name="day">
    /// The day. A deal that is won on this day or later is not renewed on it.
    /// </param>
    /// <param name="probability">
    /// The probability that the deal is renewed if it was won, and renewed on all earlier days; from 0 to 1, and one of these for a renewal
    /// of the past, which is known.
    /// </param>
    /// <param name="amount">The amount of the renewal, 0 or above. The default is the part of the deal that recurs.</param>
    /// <param name="schedule">
    /// When that amount is due, counted from the day of the renewal. The default is the schedule of the part that recurs.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="day"/> has kind Local.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="probability"/> is NaN or not from 0 to 1, or <paramref name="amount"/> is below 0.
    /// </exception>
    public Renewal(DateTime day, double probability, decimal? amount = null, RevenueSchedule? schedule = null)
    {
        Day = DayNumber.Date(DayNumber.Checked(day));
        Probability = Guard.Within(0, probability, 1);
        if (amount < 0) throw new ArgumentOutOfRangeException(
            nameof(amount), amount,
            $"The amount of the renewal of {DayNumber.Text(DayNumber.Of(day))} is {InvariantText.Of(amount.Value)}; " +
            "it must be 0 or above.");
        Amount = amount;
        Schedule = schedule;
    }

    /// <summary>The day.</summary>
    public DateTime Day { get; }

    /// <summary>The probability that the deal is renewed if it was won, and renewed on all earlier days.</summary>
    public double Probability { get; }

    /// <summary>The amount; <see langword="null"/> for the part of the deal that recurs.</summary>
    public decimal? Amount { get; }

    /// <summary>When the amount is due; <see langword="null"/> for the schedule of the part that recurs.</summary>
    public RevenueSchedule? Schedule { get; }
}
