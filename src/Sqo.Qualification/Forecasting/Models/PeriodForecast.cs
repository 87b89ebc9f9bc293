using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>What is to be expected of a period. Immutable.</summary>
public sealed class PeriodForecast
{
    /// <summary>A forecast by a distribution of won value.</summary>
    /// <param name="period">The period.</param>
    /// <param name="distribution">The distribution.</param>
    /// <exception cref="ArgumentNullException"><paramref name="distribution"/> is <see langword="null"/>.</exception>
    public PeriodForecast(ForecastPeriod period, RevenueDistribution distribution)
    {
        Period = period;
        Distribution = Guard.NotNull(distribution);
        Mean = distribution.Mean;
    }

    /// <summary>A forecast by a mean and errors that are normal; nothing below 0 is won.</summary>
    /// <param name="period">The period.</param>
    /// <param name="mean">The mean; below 0 it is taken for 0.</param>
    /// <param name="standardDeviation">The standard deviation of the error, 0 or above; <see langword="null"/> where nothing is known of it.</param>
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

    /// <summary>The mean of what is won, 0 or above.</summary>
    public double Mean { get; }

    /// <summary>The distribution; <see langword="null"/> where errors are taken for normal.</summary>
    public RevenueDistribution? Distribution { get; }

    /// <summary>What today's open deals bring; <see langword="null"/> where the model knows no deals.</summary>
    public RevenueDistribution? Open { get; }

    /// <summary>What deals bring that don't exist yet; <see langword="null"/> where the model does not tell them apart.</summary>
    public RevenueDistribution? NewBusiness { get; }

    /// <summary>
    /// What a combination expects beyond deals: its other parts, which go by the months so far, say more than twice what open deals and new
    /// business do at their pace. It is spread as new business is. <see langword="null"/> where deals explain all; else ask why.
    /// </summary>
    public RevenueDistribution? Unexplained { get; }

    /// <summary>The standard deviation; <see langword="null"/> where nothing is known of the errors.</summary>
    public double? StandardDeviation => Distribution?.StandardDeviation ?? NormalDeviation;

    private double? NormalDeviation { get; }

    /// <summary>The amount that what is won stays at or below with a probability: P10 is the low end.</summary>
    /// <param name="p">The probability, above 0 and below 1.</param>
    /// <returns>The smallest amount x with P(at most x) >= p, 0 or above; <see langword="null"/> where nothing is known of the errors.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is out of range.</exception>
    public double? Quantile(double p)
    {
        Guard.OpenUnit(p);
        if (Distribution is { } distribution) return distribution.Quantile(p);
        return NormalDeviation is { } deviation ? Math.Max(0, Mean + (deviation * NormalQuantile.Of(p))) : null;
    }

    /// <summary>The probability that at least an amount is won: a quota, say.</summary>
    /// <param name="amount">The amount; 0 or below gives 1.</param>
    /// <returns>From 0 to 1; <see langword="null"/> where nothing is known of the errors.</returns>
    public double? ProbabilityAtLeast(decimal amount)
    {
        if (Distribution is { } distribution) return distribution.ProbabilityAtLeast(amount);
        if (NormalDeviation is not { } deviation) return null;
        if (amount <= 0) return 1;
        var above = Mean - (double)amount;
        return deviation == 0 ? (above >= 0 ? 1 : 0) : NormalProbability.Of(above / deviation);
    }

    /// <summary>The range between the quantiles on both sides of the middle.</summary>
    /// <param name="level">The probability that it is to hold, above 0 and below 1.</param>
    /// <returns>The range, or <see langword="null"/> where nothing is known of the errors.</returns>
    /// <value>A level of 0.8, from P10 to P90, unless told.</value>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is out of range.</exception>
    public StatisticalInterval? Interval(double level = 0.8)
    {
        var tail = (1 - Guard.OpenUnit(level)) / 2;
        return Quantile(tail) is { } lower && Quantile(1 - tail) is { } upper ? new StatisticalInterval(lower, upper, level) : null;
    }
}
