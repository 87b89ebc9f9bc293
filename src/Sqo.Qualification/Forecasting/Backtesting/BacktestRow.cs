using System;

namespace Sqo.Qualification;

/// <summary>One forecast of a back-test beside what came. Immutable.</summary>
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

    /// <summary>What was forecast.</summary>
    public ForecastPeriod Period { get; }

    /// <summary>What was won in it.</summary>
    public double Actual { get; }

    /// <summary>What was expected.</summary>
    public PeriodForecast Forecast { get; }

    /// <summary>The whole forecast, with the models that stepped in and the parts of a combination.</summary>
    public ModelForecast Model { get; }

    /// <summary>Actual - forecast.</summary>
    public double Error => Actual - Forecast.Mean;

    /// <summary>The continuous ranked probability score; <see langword="null"/> where nothing is known of the errors.</summary>
    internal double? Crps => _crps ??= Forecast.StandardDeviation is null ? null : ForecastMeasures.Crps(Actual, p => Forecast.Quantile(p)!.Value);
}
