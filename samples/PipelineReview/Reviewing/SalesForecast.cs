using System;
using System.Collections.Generic;
using System.Linq;
using PipelineReview.Reading;
using Sqo.Qualification;

namespace PipelineReview.Reviewing;

/// <summary>The forecast of the next three months, and how good such forecasts would have been.</summary>
internal sealed class SalesForecast
{
    private const int MostOrigins = 12;

    // With less, the pace of new deals and of wins is hardly known.
    private const int LeastClosed = 20;
    private const int LeastDays = 90;

    // Two months of closings before that of the first origin: just enough for a season of a quarter.
    private const int FirstOrigin = 2;

    private static readonly ForecastModel[] Models = [.. ForecastModels.BuiltIn];

    private readonly RecordValidation<Opportunity> _records;

    private SalesForecast(RecordValidation<Opportunity> records, decimal? quota)
    {
        _records = records;
        Quota = quota;
    }

    /// <summary>The deals as records, without those that are left out.</summary>
    public IReadOnlyList<Opportunity> Records => _records.Records;

    /// <summary>The forecast; null if there is no basis for one.</summary>
    public RevenueForecast? Forecast { get; private init; }

    /// <summary>What is missing for a forecast; null if there is one, or if no deal can be used.</summary>
    public TooLittleHistoryException? Missing { get; private init; }

    /// <summary>The amounts won in each past month that could be fully observed.</summary>
    public MonthlyWon? History { get; private init; }

    /// <summary>How good the models would have been; null if there are too few past months.</summary>
    public BacktestReport? Backtest { get; private init; }

    /// <summary>The scores of the back-test: by months ahead, the default model first, then what it combines, then the plain ones.</summary>
    public IEnumerable<BacktestScore> Scores => Backtest is null
        ? []
        : Backtest.Scores.OrderBy(score => score.MonthsAhead).ThenBy(score => Array.FindIndex(Models, model => model.Id == score.Model));

    /// <summary>How many days of closings the forecast could learn from.</summary>
    public int DaysObserved => Forecast is { } forecast ? Math.Max(0, (forecast.AsOf - forecast.ObservedFrom).Days + 1) : 0;

    /// <summary>How many closed deals it could learn from.</summary>
    public int Closed => Records.Count(deal => !deal.IsOpen);

    /// <summary>Whether there is a forecast, but little that it could learn from: it is a rough guess.</summary>
    public bool IsRoughGuess => Forecast is not null && (Closed < LeastClosed || DaysObserved < LeastDays);

    /// <summary>Where another model has been closer to the amounts won than the default.</summary>
    public IReadOnlyList<CloserModel> Closer => [.. CloserModel.Among(Scores)];

    /// <summary>The open deals that are older than any that closed, by descending value, then by id.</summary>
    public IReadOnlyList<StaleDeal> Stale { get; private init; } = [];

    /// <summary>How many deals are left out because their dates or amounts are invalid or implausible.</summary>
    public int LeftOut => _records.Rejected + (Forecast?.LeftOut.DistinctBy(fault => fault.Id).Count() ?? 0);

    /// <summary>How many of them can't be read as records, and so are in no list.</summary>
    public int Rejected => _records.Rejected;

    /// <summary>The faults of these deals.</summary>
    public IReadOnlyList<RecordFault> Faults => [.. _records.Faults, .. Forecast?.LeftOut ?? []];

    /// <summary>The quota for the whole time; null unless given.</summary>
    public decimal? Quota { get; }

    /// <summary>The probability of reaching the quota; null if there is no quota, or if the errors are unknown.</summary>
    public double? QuotaChance => Quota is { } quota ? Forecast?.Total.ProbabilityAtLeast(quota) : null;

    /// <summary>Forecasts from what was known on the day of a snapshot.</summary>
    /// <param name="snapshot">The deals, as they were known on its day.</param>
    /// <param name="map">How they were read.</param>
    /// <param name="quota">The quota, or null.</param>
    public static SalesForecast From(DealSnapshot snapshot, DealMap map, decimal? quota)
    {
        RecordValidation<Opportunity> records = DealRecords.Of(snapshot, map);
        if (records.Records.Count == 0)
        {
            return new SalesForecast(records, quota);
        }

        var history = PipelineHistory.Reconstruct(records.Records, snapshot.AsOf);
        try
        {
            var forecast = RevenueForecast.Create(history, snapshot.AsOf);
            MonthlyWon won = new ForecastInput(history, snapshot.AsOf, forecast.Periods.Select(period => period.Period)).WonByMonth;
            DateTime[] origins = [.. won.Months.Skip(FirstOrigin).SkipLast(1).TakeLast(MostOrigins).Select(month => month.Last)];
            return new SalesForecast(records, quota)
            {
                Forecast = forecast,
                History = won,
                Backtest = origins.Length == 0 ? null : Sqo.Qualification.Backtest.Run(history, origins, Models),
                Stale = [.. forecast.Stale.OrderByDescending(deal => deal.Opportunity.Value ?? 0).ThenBy(deal => deal.Opportunity.Id, StringComparer.Ordinal)],
            };
        }
        catch (TooLittleHistoryException missing)
        {
            return new SalesForecast(records, quota) { Missing = missing };
        }
    }
}
