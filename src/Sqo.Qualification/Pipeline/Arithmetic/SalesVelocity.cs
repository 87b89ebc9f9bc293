using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The value that a pipeline yields per day: opportunities x average deal value x win rate / average cycle length. Immutable.
/// </summary>
public sealed class SalesVelocity
{
    /// <summary>Creates a sales velocity.</summary>
    /// <param name="opportunities">The number of opportunities, 0 or more.</param>
    /// <param name="averageValue">The average value of a deal, 0 or above; <see langword="null"/> when unknown.</param>
    /// <param name="winRate">The win rate by count, from 0 to 1; <see langword="null"/> when unknown.</param>
    /// <param name="cycleDays">The average days from creation to closing, 0 or above; <see langword="null"/> when unknown.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public SalesVelocity(int opportunities, double? averageValue, double? winRate, double? cycleDays)
    {
        Opportunities = Guard.NotNegative(opportunities);
        AverageValue = averageValue is { } value ? Guard.NotNegative(value, nameof(averageValue)) : null;
        WinRate = winRate is { } rate ? Guard.Within(0, rate, 1, nameof(winRate)) : null;
        CycleDays = cycleDays is { } days ? Guard.NotNegative(days, nameof(cycleDays)) : null;
    }

    /// <summary>The number of opportunities.</summary>
    public int Opportunities { get; }

    /// <summary>The average value of a deal.</summary>
    public double? AverageValue { get; }

    /// <summary>The win rate by count.</summary>
    public double? WinRate { get; }

    /// <summary>The average days from creation to closing.</summary>
    public double? CycleDays { get; }

    /// <summary>The value per day; <see langword="null"/> when a part is unknown or the cycle takes 0 days.</summary>
    public double? PerDay => CycleDays is { } days and > 0 ? Opportunities * AverageValue * WinRate / days : null;

    /// <summary>
    /// Calculates the velocity of the open opportunities of a snapshot, with the win rate of those closed in a period, and the average
    /// value and cycle of those won in it.
    /// </summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="closedIn">The period; <see langword="null"/> for all that are closed.</param>
    /// <param name="rates">The exchange rates; without them all amounts must be in one currency.</param>
    /// <returns>The velocity. Unknown amounts and days of creation are left out of the averages.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="snapshot"/> is <see langword="null"/>.</exception>
    /// <exception cref="MissingExchangeRateException">An amount is in a currency without a rate.</exception>
    /// <exception cref="OverflowException">A sum is too large for a decimal.</exception>
    public static SalesVelocity Of(PipelineSnapshot snapshot, ForecastPeriod? closedIn = null, ExchangeRates? rates = null)
    {
        var amounts = new AmountReader(rates);
        int won = 0, closed = 0, valued = 0, dated = 0;
        decimal value = 0;
        long days = 0;
        foreach (var opportunity in Guard.NotNull(snapshot).Opportunities)
        {
            if (opportunity.IsOpen || (closedIn is { } period && !period.Holds(opportunity.ClosedDay))) continue;
            closed++;
            if (opportunity.Outcome != OpportunityOutcome.Won) continue;
            won++;
            if (amounts.Value(opportunity) is { } known)
            {
                value += known;
                valued++;
            }

            if (opportunity.CreatedDay == DayNumber.None) continue;
            days += opportunity.ClosedDay - opportunity.CreatedDay;
            dated++;
        }

        return new SalesVelocity(
            snapshot.Open.Count,
            valued == 0 ? null : (double)value / valued,
            new ObservedRate(won, closed).Value,
            dated == 0 ? null : (double)days / dated);
    }

    /// <summary>The value per day, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => PerDay is { } perDay ? InvariantText.Of(perDay) + " a day" : "unknown";
}
