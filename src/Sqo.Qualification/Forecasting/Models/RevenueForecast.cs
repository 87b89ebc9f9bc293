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
    private readonly ModelForecast? _weighted;

    private RevenueForecast(ForecastInput input, ModelForecast forecast, ModelForecast? weighted)
    {
        _forecast = forecast;
        _weighted = weighted;
        AsOf = input.AsOf;
        WeightedPipeline = MeansOf(weighted);
        Undated = input.Deals.Undated + input.History.Undated.Count;
        UnvaluedWins = input.UnvaluedWins();
        LeftOut = Array.AsReadOnly(input.History.LeftOut.Concat(input.Deals.LeftOut).ToArray());
        ObservedFrom = DayNumber.Date(input.ObservedFrom);
    }

    private RevenueForecast(RevenueForecast other, ModelForecast forecast, ModelForecast? weighted)
    {
        _forecast = forecast;
        _weighted = weighted;
        AsOf = other.AsOf;
        WeightedPipeline = MeansOf(weighted);
        Undated = other.Undated;
        UnvaluedWins = other.UnvaluedWins;
        LeftOut = other.LeftOut;
        ObservedFrom = other.ObservedFrom;
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

    /// <summary>The scenario that it shows; <see langword="null"/> if no deal was changed.</summary>
    public ForecastScenario? Scenario => _forecast.Scenario;

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
    /// <example><code>
    /// RevenueForecast forecast = RevenueForecast.Create(history, asOf);
    /// foreach (PeriodForecast p in forecast.Periods) Console.WriteLine($"{p.Period}: {p.Quantile(0.1):N0} to {p.Quantile(0.9):N0}");
    /// </code></example>
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

    /// <summary>
    /// Makes a what-if scenario: the same forecast with some open deals changed, such as "without deal X", without learning anything
    /// again. The distributions are exactly those of the changed deals; new business, the shared spread and everything that was learned
    /// stay as they are. <see cref="WeightedPipeline"/> follows the scenario.
    /// </summary>
    /// <param name="name">The name of the scenario; not blank.</param>
    /// <param name="define">Adds the changes.</param>
    /// <returns>The forecast in the scenario; it can be changed again.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="name"/> is blank; a change names a deal that is not an open deal of the forecast; or a deal is won without a known
    /// amount or period.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A deal is won on a day outside the periods.</exception>
    public RevenueForecast WhatIf(string name, Action<ForecastScenarioBuilder> define)
    {
        var (forecast, weighted) = ScenarioRun.Of(_forecast, _weighted, name, define);
        return new(this, forecast, weighted);
    }

    /// <summary>Gets the distribution of all periods together, if it is made from deals.</summary>
    internal RevenueDistribution TotalOfDeals(string what) =>
        Total.Distribution is { } whole && (Total.Open is not null || Deals.Count > 0 || whole.Mean == 0) ? whole
            : throw new ArgumentException(
            $"The forecast is by the model \"{Model}\", which doesn't forecast deals; {what} can't be calculated without them.",
                "forecast");

    private static IReadOnlyList<double>? MeansOf(ModelForecast? weighted) =>
        weighted is null ? null : Array.AsReadOnly(weighted.Periods.Select(period => period.Mean).ToArray());
}
