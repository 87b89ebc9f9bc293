using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>What a period comes to if it goes on as it began, by its working days. Immutable.</summary>
public sealed class RunRate
{
    /// <summary>A run rate.</summary>
    /// <param name="wonToDate">What was won so far.</param>
    /// <param name="elapsedWorkingDays">The working days that are over, from 0 to <paramref name="workingDays"/>.</param>
    /// <param name="workingDays">The working days of the period, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of days is outside of its range.</exception>
    public RunRate(decimal wonToDate, int elapsedWorkingDays, int workingDays)
    {
        WonToDate = wonToDate;
        WorkingDays = Guard.NotNegative(workingDays);
        if (Guard.NotNegative(elapsedWorkingDays) > workingDays)
        {
            throw new ArgumentOutOfRangeException(
                nameof(elapsedWorkingDays), elapsedWorkingDays,
                $"elapsedWorkingDays is {InvariantText.Of((long)elapsedWorkingDays)}; it must not be above workingDays, {InvariantText.Of((long)workingDays)}.");
        }

        ElapsedWorkingDays = elapsedWorkingDays;
    }

    /// <summary>What was won so far.</summary>
    public decimal WonToDate { get; }

    /// <summary>The working days that are over.</summary>
    public int ElapsedWorkingDays { get; }

    /// <summary>The working days of the period.</summary>
    public int WorkingDays { get; }

    /// <summary>The share of the working days that is over, from 0 to 1; <see langword="null"/> when the period has none.</summary>
    public double? ElapsedShare => WorkingDays == 0 ? null : (double)ElapsedWorkingDays / WorkingDays;

    /// <summary>Won to date / elapsed share; <see langword="null"/> when no working day is over.</summary>
    public double? Projection => ElapsedWorkingDays == 0 ? null : (double)WonToDate * WorkingDays / ElapsedWorkingDays;

    /// <summary>The run rate of a period as of a snapshot.</summary>
    /// <param name="snapshot">The snapshot; its day is over.</param>
    /// <param name="period">The period.</param>
    /// <param name="calendar">The working days.</param>
    /// <param name="rates">The exchange rates; without them all amounts must be in one currency.</param>
    /// <returns>The run rate. An amount that is unknown adds nothing.</returns>
    /// <value><see cref="WorkingCalendar.MondayToFriday"/> unless told.</value>
    /// <exception cref="ArgumentNullException"><paramref name="snapshot"/> is <see langword="null"/>.</exception>
    /// <exception cref="MissingExchangeRateException">An amount is in a currency without a rate.</exception>
    /// <exception cref="OverflowException">A sum is too great for a decimal.</exception>
    public static RunRate Of(PipelineSnapshot snapshot, ForecastPeriod period, WorkingCalendar? calendar = null, ExchangeRates? rates = null)
    {
        var days = (calendar ?? WorkingCalendar.MondayToFriday).WorkingDays(period);
        var left = period.After(Guard.NotNull(snapshot).AsOf) is { } rest ? (calendar ?? WorkingCalendar.MondayToFriday).WorkingDays(rest) : 0;
        return new RunRate(WonValue.In(snapshot, period, new AmountReader(rates)), days - left, days);
    }

    /// <summary>The projection and the days that it stands on, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{(Projection is { } projection ? InvariantText.Of(projection) : "unknown")} after {InvariantText.Of((long)ElapsedWorkingDays)} of {InvariantText.Of((long)WorkingDays)} working days";
}
