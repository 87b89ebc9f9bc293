using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>Forecasts revenue and tests how good that is, with the options that were registered. Safe for use by many threads at once.</summary>
/// <remarks>It never looks at the clock: what is known is up to the history.</remarks>
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
    /// <exception cref="TooLittleHistoryException">No deal has closed, and no open deal has a probability: there is nothing to go by.</exception>
    RevenueForecast Forecast(PipelineHistory history);

    /// <summary>Forecasts from what was known at the end of a day.</summary>
    /// <param name="history">The history; what it knows of later days is not looked at.</param>
    /// <param name="asOf">The last known day.</param>
    /// <returns>The forecast.</returns>
    /// <inheritdoc cref="Forecast(PipelineHistory)"/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is not within the history.</exception>
    RevenueForecast Forecast(PipelineHistory history, DateTime asOf);

    /// <summary>Forecasts from earlier days, beside what came, with the naive model and the plain weighted pipeline.</summary>
    /// <param name="history">The history.</param>
    /// <param name="origins">The last known days.</param>
    /// <returns>The scores.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no origin, or a day is of kind Local.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An origin is not within the history.</exception>
    /// <exception cref="MissingExchangeRateException">A deal's amount is in a currency without a rate.</exception>
    BacktestReport Backtest(PipelineHistory history, IEnumerable<DateTime> origins);
}
