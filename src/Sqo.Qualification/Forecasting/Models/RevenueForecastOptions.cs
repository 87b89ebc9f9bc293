using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The periods and the model of a revenue forecast. Immutable.</summary>
public sealed class RevenueForecastOptions
{
    /// <summary>Creates options.</summary>
    /// <param name="months">
    /// The number of months covered, 1 or more; the rest of a month that has begun counts as one. The default is 3.
    /// </param>
    /// <param name="periods">Periods instead of months: ascending, without overlap, all after the day of the forecast.</param>
    /// <param name="model">The model. The default is <see cref="ForecastModels.Default"/>.</param>
    /// <param name="forecast">Working days and exchange rates. The default is <see cref="ForecastOptions.Default"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="months"/> is below 1.</exception>
    public RevenueForecastOptions(int months = 3, IEnumerable<ForecastPeriod>? periods = null, ForecastModel? model = null, ForecastOptions? forecast = null)
    {
        Months = Guard.AtLeast(1, months);
        Periods = periods is null ? null : Array.AsReadOnly<ForecastPeriod>([.. periods]);
        Model = model ?? ForecastModels.Default;
        Forecast = forecast ?? ForecastOptions.Default;
    }

    /// <summary>The default options.</summary>
    public static RevenueForecastOptions Default { get; } = new();

    /// <summary>The number of months covered if no periods are given.</summary>
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
