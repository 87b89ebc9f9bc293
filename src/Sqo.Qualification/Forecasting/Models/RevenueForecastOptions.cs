using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>What a revenue forecast covers, and how it is made. Immutable.</summary>
public sealed class RevenueForecastOptions
{
    /// <summary>Options, all with defaults.</summary>
    /// <param name="months">How many months it covers, 1 or more; the rest of a month that has begun counts as one.</param>
    /// <param name="periods">The periods instead of months: ascending, none overlapping another, all after the day of the forecast.</param>
    /// <param name="model">The model.</param>
    /// <param name="forecast">Working days and exchange rates.</param>
    /// <value>Three months; the default model; the defaults.</value>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="months"/> is below 1.</exception>
    public RevenueForecastOptions(int months = 3, IEnumerable<ForecastPeriod>? periods = null, ForecastModel? model = null, ForecastOptions? forecast = null)
    {
        Months = Guard.AtLeast(1, months);
        Periods = periods is null ? null : Array.AsReadOnly<ForecastPeriod>([.. periods]);
        Model = model ?? ForecastModels.Default;
        Forecast = forecast ?? ForecastOptions.Default;
    }

    /// <summary>All the defaults.</summary>
    public static RevenueForecastOptions Default { get; } = new();

    /// <summary>How many months it covers, where no periods are given.</summary>
    public int Months { get; }

    /// <summary>The periods, or <see langword="null"/> for months.</summary>
    public IReadOnlyList<ForecastPeriod>? Periods { get; }

    /// <summary>The model.</summary>
    public ForecastModel Model { get; }

    /// <summary>Working days and exchange rates.</summary>
    public ForecastOptions Forecast { get; }

    internal IReadOnlyList<ForecastPeriod> PeriodsAfter(DateTime asOf)
    {
        if (Periods is not null) return Periods;
        if (ForecastPeriod.MonthOf(asOf).After(asOf) is not { } rest) return ForecastPeriod.NextMonths(asOf, Months);
        return Months == 1 ? [rest] : [rest, .. ForecastPeriod.NextMonths(asOf, Months - 1)];
    }
}
