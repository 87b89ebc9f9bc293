using System;
using System.Collections.Generic;

namespace Sqo.Qualification.Internal;

/// <summary>The forecasts of the core, with registered options.</summary>
internal sealed class RevenueForecaster(RevenueForecastOptions options) : IRevenueForecaster
{
    public RevenueForecastOptions Options => options;

    public RevenueForecast Forecast(PipelineHistory history) => RevenueForecast.Create(Guard.NotNull(history), history.Last, options);

    public RevenueForecast Forecast(PipelineHistory history, DateTime asOf) => RevenueForecast.Create(history, asOf, options);

    public BacktestReport Backtest(PipelineHistory history, IEnumerable<DateTime> origins)
    {
        // The model of the options may be the weighted pipeline itself.
        var plain = ForecastModels.WeightedPipeline();
        ForecastModel[] models = string.Equals(options.Model.Id, plain.Id, StringComparison.Ordinal)
            ? [options.Model]
            : [options.Model, plain];
        return Qualification.Backtest.Run(history, origins, models, new BacktestOptions(forecast: options.Forecast));
    }
}
