using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// What the coming periods bring, as a distribution: today's open deals, deals that don't exist yet, and both. Immutable.
/// </summary>
/// <remarks>
/// The numbers are learned from the team's own history, and widened by how far earlier forecasts were off. <see cref="Backtest"/> shows
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

    /// <summary>The first day on which closings could be seen; the day after <see cref="AsOf"/> where none was.</summary>
    public DateTime ObservedFrom { get; }

    /// <summary>
    /// The records whose dates or amounts no deal has, such as a day in the year 26: they are in no sum, or their amount is taken for
    /// unknown.
    /// </summary>
    public IReadOnlyList<RecordFault> LeftOut { get; }

    /// <summary>
    /// The id of the model that made it; another than asked where there was too little history, see <see cref="Fallbacks"/>.
    /// </summary>
    public string Model => _forecast.Model;

    /// <summary>The periods, ascending.</summary>
    public IReadOnlyList<PeriodForecast> Periods => _forecast.Periods;

    /// <summary>All periods together.</summary>
    public PeriodForecast Total => _forecast.Total;

    /// <summary>
    /// The plain weighted pipeline of each period, to put beside it: amount times win rate, whatever a deal's age;
    /// <see langword="null"/> where no deal has closed and none has a probability.
    /// </summary>
    public IReadOnlyList<double>? WeightedPipeline { get; }

    /// <summary>What is to be expected of each open deal.</summary>
    public IReadOnlyList<OpenDeal> Deals => _forecast.Deals;

    /// <summary>The open deals that are older than any deal was when it closed, by the day they were created.</summary>
    public IReadOnlyList<StaleDeal> Stale => _forecast.Stale;

    /// <summary>
    /// The open deals whose amount is unknown: in no sum, or taken for what won deals bring where
    /// <see cref="OpenDeal.IsAmountAssumed"/> says so.
    /// </summary>
    public IEnumerable<Opportunity> Unvalued =>
        Deals.Where(deal => deal.Amount is null || deal.IsAmountAssumed).Select(deal => deal.Opportunity);

    /// <summary>How many won deals are in no sum, because their value is unknown.</summary>
    public int UnvaluedWins { get; }

    /// <summary>How many deals are left out, because the day of their creation is unknown.</summary>
    public int Undated { get; }

    /// <summary>The models that stepped in for want of history, and what it would take.</summary>
    public IReadOnlyList<ForecastFallback> Fallbacks => _forecast.Fallbacks;

    /// <summary>What each part of a combination counts for, and how far off it was before.</summary>
    public IReadOnlyList<ForecastPart> Parts => _forecast.Parts;

    /// <summary>How far earlier forecasts were off; <see langword="null"/> where the model does not go by it.</summary>
    public ForecastErrors? Errors => _forecast.Errors;

    /// <summary>How fast deals close; <see langword="null"/> where the model does not go by it.</summary>
    public TimeToClose? TimeToClose => _forecast.TimeToClose;

    /// <summary>Forecasts from what was known at the end of a day.</summary>
    /// <param name="history">The history; what it knows of later days is not looked at.</param>
    /// <param name="asOf">The last known day.</param>
    /// <param name="options">What it covers, and how it is made; the defaults unless told.</param>
    /// <returns>The forecast.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="history"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> is of kind Local, or the periods of the options can't be
    /// right.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is not within the history.</exception>
    /// <exception cref="MissingExchangeRateException">A deal's amount is in a currency without a rate.</exception>
    /// <exception cref="TooLittleHistoryException">No deal has closed, and no open deal has a probability: there is nothing to go
    /// by.</exception>
    /// <exception cref="InvalidOperationException">A model of one's own gave no forecast, or one of other periods.</exception>
    /// <exception cref="OverflowException">Amounts, or their sum, are too great for a decimal.</exception>
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
            // It is only put beside the forecast, which says itself what is missing.
        }

        return new(input, options.Model.MadeInFull(input), weighted);
    }

    /// <summary>
    /// The open deals by group, such as the owner. The groups' distributions combine to that of all open deals exactly, since all deals
    /// of a period share one factor.
    /// </summary>
    /// <param name="group">The group of a deal; <see langword="null"/> is a group of its own.</param>
    /// <returns>The groups, the one with the greatest mean first, equal ones by name.</returns>
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
