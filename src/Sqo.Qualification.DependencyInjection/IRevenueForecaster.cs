using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>Forecasts revenue and measures the accuracy, with the registered options. Thread-safe.</summary>
/// <remarks>It never reads the clock: the history determines what is known.</remarks>
public interface IRevenueForecaster
{
    /// <summary>The options.</summary>
    RevenueForecastOptions Options { get; }

    /// <summary>Forecasts from the end of a history.</summary>
    /// <param name="history">The history.</param>
    /// <returns>The forecast.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="history"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">Periods of the options begin before the history has ended.</exception>
    /// <exception cref="MissingExchangeRateException">A deal's amount is in a currency without a rate.</exception>
    /// <exception cref="TooLittleHistoryException">
    /// No deal has closed, and no open deal has a probability: there is nothing to forecast from.
    /// </exception>
    RevenueForecast Forecast(PipelineHistory history);

    /// <summary>Forecasts from what was known at the end of a day.</summary>
    /// <param name="history">The history; later days are ignored.</param>
    /// <param name="asOf">The last known day.</param>
    /// <returns>The forecast.</returns>
    /// <inheritdoc cref="Forecast(PipelineHistory)"/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is not within the history.</exception>
    RevenueForecast Forecast(PipelineHistory history, DateTime asOf);

    /// <summary>Compares forecasts from earlier days with the results, including the naive model and the weighted pipeline.</summary>
    /// <param name="history">The history.</param>
    /// <param name="origins">The last known days.</param>
    /// <returns>The scores.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no origin, or a day has kind Local.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An origin is not within the history.</exception>
    /// <exception cref="MissingExchangeRateException">A deal's amount is in a currency without a rate.</exception>
    BacktestReport Backtest(PipelineHistory history, IEnumerable<DateTime> origins);
}
