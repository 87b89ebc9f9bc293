using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The projection of a period if it continues as it began, by working days. Immutable.</summary>
public sealed class RunRate
{
    /// <summary>Creates a run rate.</summary>
    /// <param name="wonToDate">The amount won so far.</param>
    /// <param name="elapsedWorkingDays">The working days that are over, from 0 to <paramref name="workingDays"/>.</param>
    /// <param name="workingDays">The working days of the period, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number of days is outside its range.</exception>
    public RunRate(decimal wonToDate, int elapsedWorkingDays, int workingDays)
    {
        WonToDate = wonToDate;
        WorkingDays = Guard.NotNegative(workingDays);
        if (Guard.NotNegative(elapsedWorkingDays) > workingDays)
        {
            throw new ArgumentOutOfRangeException(
                nameof(elapsedWorkingDays), elapsedWorkingDays,
                $"elapsedWorkingDays is {InvariantText.Of((long)elapsedWorkingDays)}; " +
                $"it must not be above workingDays, {InvariantText.Of((long)workingDays)}.");
        }

        ElapsedWorkingDays = elapsedWorkingDays;
    }

    /// <summary>The amount won so far.</summary>
    public decimal WonToDate { get; }

    /// <summary>The working days that are over.</summary>
    public int ElapsedWorkingDays { get; }

    /// <summary>The working days of the period.</summary>
    public int WorkingDays { get; }

    /// <summary>The share of the working days that is over, from 0 to 1; <see langword="null"/> when the period has none.</summary>
    public double? ElapsedShare => WorkingDays == 0 ? null : (double)ElapsedWorkingDays / WorkingDays;

    /// <summary>Won to date / elapsed share; <see langword="null"/> when no working day is over.</summary>
    public double? Projection => ElapsedWorkingDays == 0 ? null : (double)WonToDate * WorkingDays / ElapsedWorkingDays;

    /// <summary>Calculates the run rate of a period as of a snapshot.</summary>
    /// <param name="snapshot">The snapshot; its day is over.</param>
    /// <param name="period">The period.</param>
    /// <param name="calendar">The working days. The default is <see cref="WorkingCalendar.MondayToFriday"/>.</param>
    /// <param name="rates">The exchange rates; without them all amounts must be in one currency.</param>
    /// <returns>The run rate. Unknown amounts add nothing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="snapshot"/> is <see langword="null"/>.</exception>
    /// <exception cref="MissingExchangeRateException">An amount is in a currency without a rate.</exception>
    /// <exception cref="OverflowException">A sum is too large for a decimal.</exception>
    public static RunRate Of(
        PipelineSnapshot snapshot, ForecastPeriod period, WorkingCalendar? calendar = null, ExchangeRates? rates = null)
    {
        var days = (calendar ?? WorkingCalendar.MondayToFriday).WorkingDays(period);
        var left = period.After(Guard.NotNull(snapshot).AsOf) is { } rest
            ? (calendar ?? WorkingCalendar.MondayToFriday).WorkingDays(rest)
            : 0;
        return new RunRate(WonValue.In(snapshot, period, new AmountReader(rates)), days - left, days);
    }

    /// <summary>The projection and the days that it is based on, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{(Projection is { } projection ? InvariantText.Of(projection) : "unknown")} after {InvariantText.Of((long)ElapsedWorkingDays)} " +
        $"of {InvariantText.Of((long)WorkingDays)} working days";
}
