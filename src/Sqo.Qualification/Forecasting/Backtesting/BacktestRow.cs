using System;

namespace Sqo.Qualification;

/// <summary>One forecast of a back-test with its result. Immutable.</summary>
public sealed class BacktestRow
{
    private double? _crps;

    internal BacktestRow(DateTime origin, ForecastPeriod period, double actual, PeriodForecast forecast, ModelForecast model)
    {
        Origin = origin;
        Period = period;
        Actual = actual;
        Forecast = forecast;
        Model = model;
    }

    /// <summary>The last day that was known.</summary>
    public DateTime Origin { get; }

    /// <summary>The forecast period.</summary>
    public ForecastPeriod Period { get; }

    /// <summary>The amount won in the period.</summary>
    public double Actual { get; }

    /// <summary>The forecast of the period.</summary>
    public PeriodForecast Forecast { get; }

    /// <summary>The whole forecast, with its fallbacks and the parts of a combination.</summary>
    public ModelForecast Model { get; }

    /// <summary>Actual - forecast.</summary>
    public double Error => Actual - Forecast.Mean;

    /// <summary>The continuous ranked probability score; <see langword="null"/> if the errors are unknown.</summary>
    internal double? Crps => _crps ??= Forecast.StandardDeviation is null ? null : ForecastMeasures.Crps(Actual, p => Forecast.Quantile(p)!.Value);
}
