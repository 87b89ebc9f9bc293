using System;
using System.Collections.Generic;

namespace Sqo.Qualification.Internal;

/// <summary>The forecasts of the core, with registered options.</summary>
internal sealed class RevenueForecaster(RevenueForecastOptions options) : IRevenueForecaster
{
    public RevenueForecastOptions Options => options;

    public RevenueForecast Forecast(PipelineHistory history) => RevenueForecast.Create(Guard.NotNull(history), history.Last, options);

    public RevenueForecast Forecast(PipelineHistory history, DateTime asOf) => RevenueForecast.Create(history, asOf, options);

    public BacktestReport Backtest(PipelineHistory history, IEnumerable<DateTime> origins) =>
        Qualification.Backtest.Run(history, origins, [options.Model, ForecastModels.WeightedPipeline()], new BacktestOptions(forecast: options.Forecast));
}
