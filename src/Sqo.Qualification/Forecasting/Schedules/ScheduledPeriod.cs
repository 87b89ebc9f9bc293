using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The money that falls into a period. Immutable.</summary>
public sealed class ScheduledPeriod
{
    // Sorted; what is contracted is not in it.
    private readonly double[] _draws;

    internal ScheduledPeriod(ForecastPeriod period, decimal contracted, decimal oneOff, decimal recurring, decimal renewals, double[] draws)
    {
        Period = period;
        Contracted = contracted;
        OneOff = oneOff;
        Recurring = recurring;
        Renewals = renewals;
        _draws = draws;
    }

    /// <summary>The period.</summary>
    public ForecastPeriod Period { get; }

    /// <summary>The money of deals that are already won: it is certain.</summary>
    public decimal Contracted { get; }

    /// <summary>The mean of the one-off money of forecast deals, to the cent.</summary>
    public decimal OneOff { get; }

    /// <summary>The mean of the recurring money of forecast deals, to the cent.</summary>
    public decimal Recurring { get; }

    /// <summary>The mean of the money of renewals, of won and of forecast deals, to the cent.</summary>
    public decimal Renewals { get; }

    /// <summary>The mean of the money of forecast deals without renewals: the part of the bookings that falls into the period.</summary>
    public decimal Booked => OneOff + Recurring;

    /// <summary>The mean of all money: contracted, booked and renewals.</summary>
    public decimal Mean => Contracted + Booked + Renewals;

    /// <summary>Gets the amount that the money of the period does not exceed with a probability: P10 is the low end.</summary>
    /// <param name="p">The probability, above 0 and below 1.</param>
    /// <returns>
    /// The smallest simulated amount that is not exceeded with this probability; see <see cref="ScheduledRevenue.StandardError"/>.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is out of range.</exception>
    public double Quantile(double p) =>
        (double)Contracted + _draws[Math.Max(0, (int)Math.Ceiling(Guard.OpenUnit(p) * _draws.Length) - 1)];

    /// <summary>Gets the range between the quantiles on both sides of the median.</summary>
    /// <param name="level">The probability within the range, above 0 and below 1. The default is 0.8, from P10 to P90.</param>
    /// <returns>The range.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is out of range.</exception>
    public StatisticalInterval Interval(double level = 0.8)
    {
        var tail = (1 - Guard.OpenUnit(level)) / 2;
        return new(Quantile(tail), Quantile(1 - tail), level);
    }
}
