using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A call: what a manager or seller said that a period would bring, with what was won in it before. Immutable. Keep
/// calls as they are made: a record of them shows later how good they were.
/// </summary>
public sealed class ForecastCall
{
    /// <summary>Creates a call.</summary>
    /// <param name="caller">Who made it, compared character by character; not blank.</param>
    /// <param name="made">The day it was made, before the last day of the period.</param>
    /// <param name="period">The period.</param>
    /// <param name="amount">The amount to be won in the whole period, 0 or above.</param>
    /// <param name="low">The low end of the call's range, from 0 to <paramref name="amount"/>; only with the high end.</param>
    /// <param name="high">The high end of the call's range, not below <paramref name="amount"/>; only with the low end.</param>
    /// <param name="category">
    /// What it is a call of, such as <see cref="ForecastCategory.Commit"/>: calls of each category are judged separately.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="caller"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="caller"/> is blank, <paramref name="made"/> has kind Local, or only one end of a range is given.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An amount is below 0 or outside the range, <paramref name="made"/> is not before the last day of the period, or
    /// <paramref name="category"/> is not a defined category.
    /// </exception>
    public ForecastCall(
        string caller, DateTime made, ForecastPeriod period, decimal amount, decimal? low = null, decimal? high = null,
        ForecastCategory? category = null)
    {
        Caller = Guard.NotBlank(caller);
        MadeDay = DayNumber.Checked(made);
        Period = period;
        if (MadeDay >= period.LastDay) throw new ArgumentOutOfRangeException(
            nameof(made), made, $"The call of \"{Caller}\" for {period} was made on {DayNumber.Text(MadeDay)}; " +
            "a call is made before the last day of its period.");
        if ((low is null) != (high is null)) throw new ArgumentException(
            $"The call of \"{Caller}\" for {period} has only one end of its range; give both or none.",
            low is null ? nameof(low) : nameof(high));
        if (low < 0 || amount < (low ?? 0) || amount > (high ?? amount)) throw new ArgumentOutOfRangeException(
            nameof(amount), amount,
            $"The call of \"{Caller}\" for {period} is {Shown(low)}{InvariantText.Of(amount)}{Shown(high, isHigh: true)}; " +
            "amounts are 0 or above, in ascending order.");
        Amount = amount;
        Low = low;
        High = high;
        Category = category is { } given ? Guard.Defined(given, nameof(category)) : null;
    }

    /// <summary>Who made it.</summary>
    public string Caller { get; }

    /// <summary>The day it was made.</summary>
    public DateTime Made => DayNumber.Date(MadeDay);

    /// <summary>The period.</summary>
    public ForecastPeriod Period { get; }

    /// <summary>The amount to be won in the whole period.</summary>
    public decimal Amount { get; }

    /// <summary>The low end of the range; <see langword="null"/> if there is none.</summary>
    public decimal? Low { get; }

    /// <summary>The high end of the range; <see langword="null"/> if there is none.</summary>
    public decimal? High { get; }

    /// <summary>What it is a call of; <see langword="null"/> if it is one of the whole period.</summary>
    public ForecastCategory? Category { get; }

    internal int MadeDay { get; }

    /// <summary>"Ann on 2017-09-30: 120000 for 2017 Q4", in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{Caller} on {DayNumber.Text(MadeDay)}: {InvariantText.Of(Amount)} for {Period}" +
        (Category is { } category ? $" ({category})" : "");

    private static string Shown(decimal? end, bool isHigh = false) =>
        end is not { } given ? "" : isHigh ? $" to {InvariantText.Of(given)}" : $"{InvariantText.Of(given)} to ";
}
