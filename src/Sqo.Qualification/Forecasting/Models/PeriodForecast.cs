using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The forecast of a period. Immutable.</summary>
public sealed class PeriodForecast
{
    /// <summary>Creates a forecast from a distribution of the amount won.</summary>
    /// <param name="period">The period.</param>
    /// <param name="distribution">The distribution.</param>
    /// <exception cref="ArgumentNullException"><paramref name="distribution"/> is <see langword="null"/>.</exception>
    public PeriodForecast(ForecastPeriod period, RevenueDistribution distribution)
    {
        Period = period;
        Distribution = Guard.NotNull(distribution);
        Mean = distribution.Mean;
    }

    /// <summary>Creates a forecast from a mean and normal errors; the amount won is never below 0.</summary>
    /// <param name="period">The period.</param>
    /// <param name="mean">The mean; a value below 0 counts as 0.</param>
    /// <param name="standardDeviation">The standard deviation of the error, 0 or above; <see langword="null"/> if unknown.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or infinite, or the standard deviation is below 0.</exception>
    public PeriodForecast(ForecastPeriod period, double mean, double? standardDeviation)
    {
        Period = period;
        Mean = Math.Max(0, Guard.Finite(mean));
        NormalDeviation = standardDeviation is { } given ? Guard.NotNegative(given, nameof(standardDeviation)) : null;
    }

    internal PeriodForecast(ForecastPeriod period, RevenueDistribution open, RevenueDistribution newBusiness, RevenueDistribution? unexplained, RevenueDistribution total)
        : this(period, total)
    {
        Open = open;
        NewBusiness = newBusiness;
        Unexplained = unexplained;
    }

    /// <summary>The period.</summary>
    public ForecastPeriod Period { get; }

    /// <summary>The mean of the amount won, 0 or above.</summary>
    public double Mean { get; }

    /// <summary>The distribution; <see langword="null"/> if errors are assumed to be normal.</summary>
    public RevenueDistribution? Distribution { get; }

    /// <summary>The distribution of today's open deals; <see langword="null"/> if the model does not forecast deals.</summary>
    public RevenueDistribution? Open { get; }

    /// <summary>The distribution of deals that don't exist yet; <see langword="null"/> if the model does not separate them.</summary>
    public RevenueDistribution? NewBusiness { get; }

    /// <summary>
    /// The part of a combination's forecast that deals don't explain: its other parts, based on the months so far, forecast more than open
    /// deals and new business would bring at twice their rates. It is distributed like new business. <see langword="null"/> if deals
    /// explain everything; otherwise find out why.
    /// </summary>
    public RevenueDistribution? Unexplained { get; }

    /// <summary>The standard deviation; <see langword="null"/> if the errors are unknown.</summary>
    public double? StandardDeviation => Distribution?.StandardDeviation ?? NormalDeviation;

    private double? NormalDeviation { get; }

    /// <summary>Gets the amount that the amount won does not exceed with a probability: P10 is the low end.</summary>
    /// <param name="p">The probability, above 0 and below 1.</param>
    /// <returns>The smallest amount x with P(at most x) >= p, 0 or above; <see langword="null"/> if the errors are unknown.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is out of range.</exception>
    public double? Quantile(double p)
    {
        Guard.OpenUnit(p);
        if (Distribution is { } distribution) return distribution.Quantile(p);
        return NormalDeviation is { } deviation ? Math.Max(0, Mean + (deviation * NormalQuantile.Of(p))) : null;
    }

    /// <summary>Gets the probability that at least an amount is won, such as a quota.</summary>
    /// <param name="amount">The amount; 0 or below gives 1.</param>
    /// <returns>From 0 to 1; <see langword="null"/> if the errors are unknown.</returns>
    public double? ProbabilityAtLeast(decimal amount)
    {
        if (Distribution is { } distribution) return distribution.ProbabilityAtLeast(amount);
        if (NormalDeviation is not { } deviation) return null;
        if (amount <= 0) return 1;
        var above = Mean - (double)amount;
        return deviation == 0 ? (above >= 0 ? 1 : 0) : NormalProbability.Of(above / deviation);
    }

    /// <summary>Gets the range between the quantiles on both sides of the median.</summary>
    /// <param name="level">The probability within the range, above 0 and below 1. The default is 0.8, from P10 to P90.</param>
    /// <returns>The range, or <see langword="null"/> if the errors are unknown.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is out of range.</exception>
    public StatisticalInterval? Interval(double level = 0.8)
    {
        var tail = (1 - Guard.OpenUnit(level)) / 2;
        return Quantile(tail) is { } lower && Quantile(1 - tail) is { } upper ? new StatisticalInterval(lower, upper, level) : null;
    }
}
