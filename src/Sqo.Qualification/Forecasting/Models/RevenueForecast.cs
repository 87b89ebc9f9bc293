using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The revenue forecast of the coming periods, as distributions: today's open deals, deals that don't exist yet, and both. Immutable.
/// </summary>
/// <remarks>
/// The numbers are learned from the team's own history, and widened by the errors of earlier forecasts. <see cref="Backtest"/> shows
/// how good they would have been.
/// </remarks>
public sealed class RevenueForecast
{
    private readonly ModelForecast _forecast;

    private RevenueForecast(ForecastInput input, ModelForecast forecast, ModelForecast? weighted)
    {
        _forecast = forecast;
        AsOf = input.AsOf;
        WeightedPipeline = weighted is null ? null : Array.AsReadOnly(weighted.Periods.Select(period => period.Mean).ToArray());
        Undated = input.Deals.Undated + input.History.Undated.Count;
        UnvaluedWins = input.UnvaluedWins();
        LeftOut = Array.AsReadOnly(input.History.LeftOut.Concat(input.Deals.LeftOut).ToArray());
        ObservedFrom = DayNumber.Date(input.ObservedFrom);
    }

    /// <summary>The last known day.</summary>
    public DateTime AsOf { get; }

    /// <summary>The first day on which closings could be observed; the day after <see cref="AsOf"/> if there was none.</summary>
    public DateTime ObservedFrom { get; }

    /// <summary>
    /// The records with implausible dates or amounts, such as a day in the year 26: they are in no sum, or their amount counts as
    /// unknown.
    /// </summary>
    public IReadOnlyList<RecordFault> LeftOut { get; }

    /// <summary>
    /// The id of the model that made it; not the requested one if there was too little history, see <see cref="Fallbacks"/>.
    /// </summary>
    public string Model => _forecast.Model;

    /// <summary>The periods, ascending.</summary>
    public IReadOnlyList<PeriodForecast> Periods => _forecast.Periods;

    /// <summary>All periods together.</summary>
    public PeriodForecast Total => _forecast.Total;

    /// <summary>
    /// The plain weighted pipeline of each period, for comparison: amount times win rate, regardless of a deal's age;
    /// <see langword="null"/> if no deal has closed and none has a probability.
    /// </summary>
    public IReadOnlyList<double>? WeightedPipeline { get; }

    /// <summary>The forecast of each open deal.</summary>
    public IReadOnlyList<OpenDeal> Deals => _forecast.Deals;

    /// <summary>The open deals that are older than any deal was when it closed, ordered by their day of creation.</summary>
    public IReadOnlyList<StaleDeal> Stale => _forecast.Stale;

    /// <summary>
    /// The open deals whose amount is unknown: they are in no sum, or have the amount of won deals if
    /// <see cref="OpenDeal.IsAmountAssumed"/>.
    /// </summary>
    public IEnumerable<Opportunity> Unvalued =>
        Deals.Where(deal => deal.Amount is null || deal.IsAmountAssumed).Select(deal => deal.Opportunity);

    /// <summary>The number of won deals that are in no sum, because their value is unknown.</summary>
    public int UnvaluedWins { get; }

    /// <summary>The number of deals left out because their day of creation is unknown.</summary>
    public int Undated { get; }

    /// <summary>The fallbacks that were used because of too little history, and the history needed.</summary>
    public IReadOnlyList<ForecastFallback> Fallbacks => _forecast.Fallbacks;

    /// <summary>The parts of a combination, with their weights and past errors.</summary>
    public IReadOnlyList<ForecastPart> Parts => _forecast.Parts;

    /// <summary>The errors of earlier forecasts; <see langword="null"/> if the model does not use them.</summary>
    public ForecastErrors? Errors => _forecast.Errors;

    /// <summary>How fast deals close; <see langword="null"/> if the model does not use it.</summary>
    public TimeToClose? TimeToClose => _forecast.TimeToClose;

    /// <summary>Forecasts from what was known at the end of a day.</summary>
    /// <param name="history">The history; later days are ignored.</param>
    /// <param name="asOf">The last known day.</param>
    /// <param name="options">The periods and the model. The default is <see cref="RevenueForecastOptions.Default"/>.</param>
    /// <returns>The forecast.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="history"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> has kind Local, or the periods of the options are invalid.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is not within the history.</exception>
    /// <exception cref="MissingExchangeRateException">A deal's amount is in a currency without a rate.</exception>
    /// <exception cref="TooLittleHistoryException">
    /// No deal has closed, and no open deal has a probability: there is nothing to forecast from.
    /// </exception>
    /// <exception cref="InvalidOperationException">A custom model returned no forecast, or one for other periods.</exception>
    /// <exception cref="OverflowException">Amounts, or their sum, are too large for a decimal.</exception>
    public static RevenueForecast Create(PipelineHistory history, DateTime asOf, RevenueForecastOptions? options = null)
    {
        options ??= RevenueForecastOptions.Default;
        var input = new ForecastInput(history, asOf, options.PeriodsAfter(DayNumber.Date(DayNumber.Checked(asOf))), options.Forecast);
        ModelForecast? weighted = null;
        try
        {
            weighted = ForecastModels.WeightedPipeline().Forecast(input);
        }
        catch (TooLittleHistoryException)
        {
            // It is only for comparison; the forecast itself reports what is missing.
        }

        return new(input, options.Model.MadeInFull(input), weighted);
    }

    /// <summary>
    /// Groups the open deals, for example by owner. The groups' distributions combine exactly to that of all open deals, since all deals
    /// of a period share one factor.
    /// </summary>
    /// <param name="group">The group of a deal; deals with <see langword="null"/> form a separate group.</param>
    /// <returns>The groups, greatest mean first, equal ones by name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="group"/> is <see langword="null"/>.</exception>
    public IReadOnlyList<OpenDealGroup> OpenBy(Func<Opportunity, string?> group)
    {
        Guard.NotNull(group);
        return
        [
            .. Deals.GroupBy(deal => group(deal.Opportunity), StringComparer.Ordinal)
                .Select(deals => new OpenDealGroup(deals.Key, [.. deals], Periods, Total))
                .OrderByDescending(each => each.Total.Mean).ThenBy(each => each.Name, StringComparer.Ordinal),
        ];
    }
}
