using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The options of a back-test. Immutable.</summary>
public sealed class BacktestOptions
{
    /// <summary>Creates options.</summary>
    /// <param name="monthsAhead">The numbers of months that forecasts cover, each 1 or more. The default is 1 and 3.</param>
    /// <param name="level">The level of the intervals, above 0 and below 1. The default is 0.8.</param>
    /// <param name="forecast">Working days and exchange rates. The default is <see cref="ForecastOptions.Default"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    /// <exception cref="ArgumentException"><paramref name="monthsAhead"/> is empty.</exception>
    public BacktestOptions(IEnumerable<int>? monthsAhead = null, double level = 0.8, ForecastOptions? forecast = null)
    {
        int[] ahead = [.. (monthsAhead ?? [1, 3]).Select(months => Guard.AtLeast(1, months, nameof(monthsAhead))).Distinct().OrderBy(months => months)];
        if (ahead.Length == 0) throw new ArgumentException("There is no number of months ahead; at least one is needed.", nameof(monthsAhead));
        MonthsAhead = Array.AsReadOnly(ahead);
        Level = Guard.OpenUnit(level);
        Forecast = forecast ?? ForecastOptions.Default;
    }

    /// <summary>The default options.</summary>
    public static BacktestOptions Default { get; } = new();

    /// <summary>The numbers of months that forecasts cover, ascending.</summary>
    public IReadOnlyList<int> MonthsAhead { get; }

    /// <summary>The level of the intervals.</summary>
    public double Level { get; }

    /// <summary>Working days and exchange rates.</summary>
    public ForecastOptions Forecast { get; }
}
