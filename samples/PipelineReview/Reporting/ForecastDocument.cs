using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PipelineReview.Reviewing;
using Sqo.Qualification;

namespace PipelineReview.Reporting;

/// <summary>Describes the forecast of the next three months, its basis, and its earlier errors.</summary>
internal sealed class ForecastDocument
{
    private const int MostMonths = 24;

    private readonly SalesForecast _sales;
    private readonly ExplanationTexts _texts;
    private readonly DealTexts _deals;
    private readonly List<Block> _blocks = [];

    private ForecastDocument(SalesForecast sales, ExplanationTexts texts, DealTexts deals)
    {
        _sales = sales;
        _texts = texts;
        _deals = deals;
    }

    public static IReadOnlyList<Block> Of(SalesForecast sales, ExplanationTexts texts, DealTexts deals)
    {
        var document = new ForecastDocument(sales, texts, deals);
        if (sales.Forecast is { } forecast)
        {
            document.WriteForecast(forecast);
            document.WriteParts(forecast);
            document.WriteBacktest();
        }
        else
        {
            document.Add(new Heading(texts[Words.Forecast]));
            document.Add(new Note(sales.Missing is { } missing ? document.Lack(missing) : texts[Words.NoCreationDates]));
        }

        return document._blocks;
    }

    /// <summary>The open deals that are older than any that closed; nothing without a forecast.</summary>
    public static IReadOnlyList<Block> StaleOf(Review review, ExplanationTexts texts, DealTexts deals, int most)
    {
        var document = new ForecastDocument(review.Forecast, texts, deals);
        if (review.Forecast.Forecast is { } forecast)
        {
            document.WriteStale(forecast, review, most);
        }

        return document._blocks;
    }

    private void WriteForecast(RevenueForecast forecast)
    {
        Add(new Heading(_texts[Words.Forecast]));
        Add(new Grid(
            [
                new Column(_texts[Words.Period]), new Column(_texts[Words.Part]), new Column(Words.P10, IsNumber: true), new Column(Words.P50, IsNumber: true),
                new Column(Words.P90, IsNumber: true), Number(Words.Mean),
            ],
            [
                .. forecast.Periods.SelectMany(period => RowsOf(period, NameOf(period.Period))),
                .. RowsOf(forecast.Total, _texts.Message(Words.AllPeriods, forecast.Periods.Count)),
            ]));
        Add(new Note(_texts[Words.ForecastNote]));
        if (forecast.WeightedPipeline is { } weighted && forecast.Model != ForecastModels.WeightedPipeline().Id)
        {
            Add(new Note(_texts.Message(Words.WeightedPipeline, NameOf(ForecastModels.WeightedPipeline().Id), Money(weighted.Sum()))));
        }

        if (forecast.Total.Unexplained is { } unexplained)
        {
            Add(new Note(_texts.Message(Words.UnexplainedNote, Money(unexplained.Mean))));
        }

        if (_sales.Quota is { } quota)
        {
            Add(new Note(_texts.Message(Words.Quota, _deals.Value(quota), _sales.QuotaChance is { } chance ? Share(chance) : "-")));
        }

        Add(ChartOf(forecast));
        WriteLeftOut(forecast);
    }

    private IEnumerable<IReadOnlyList<string>> RowsOf(PeriodForecast period, string name)
    {
        if (period is { Open: { } open, NewBusiness: { } begun })
        {
            yield return RowOf(name, Words.OpenPipeline, open.Quantile, open.Mean);
            yield return RowOf("", Words.NewBusiness, begun.Quantile, begun.Mean);
            if (period.Unexplained is { } rest)
            {
                yield return RowOf("", Words.Unexplained, rest.Quantile, rest.Mean);
            }

            yield return RowOf("", Words.ForecastTotal, p => period.Quantile(p), period.Mean);
        }
        else
        {
            yield return RowOf(name, Words.ForecastTotal, p => period.Quantile(p), period.Mean);
        }
    }

    private string[] RowOf(string name, string part, Func<double, double?> quantile, double mean) =>
        [name, _texts[part], Money(quantile(0.1)), Money(quantile(0.5)), Money(quantile(0.9)), Money(mean)];

    private string[] RowOf(string name, string part, Func<double, double> quantile, double mean) =>
        RowOf(name, part, p => (double?)quantile(p), mean);

    private FanChart ChartOf(RevenueForecast forecast)
    {
        var months = new List<FanMonth>();
        if (_sales.History is { } history)
        {
            months.AddRange(history.Months.Zip(history.Values, (month, won) => new FanMonth(NameOf(month), won, null)).TakeLast(MostMonths));
        }

        months.AddRange(forecast.Periods.Select(period => new FanMonth(NameOf(period.Period), null, new FanRange(
            period.Quantile(0.1) ?? period.Mean,
            period.Quantile(0.5) ?? period.Mean,
            period.Quantile(0.9) ?? period.Mean,
            period.Open?.Mean,
            period.NewBusiness?.Mean))));
        return new FanChart(
            _texts[Words.Chart],
            new FanWords(_texts[Words.ChartWon], _texts[Words.OpenPipeline], _texts[Words.NewBusiness], _texts[Words.ChartRange], Words.P50, _texts[Words.Period], _texts[Words.ChartNumbers]),
            months,
            value => Money(value));
    }

    private void WriteLeftOut(RevenueForecast forecast)
    {
        int unvalued = forecast.Unvalued.Count();
        if (unvalued + forecast.UnvaluedWins + forecast.Undated + _sales.LeftOut == 0)
        {
            return;
        }

        Add(new Note(_texts.Message(Words.LeftOut, unvalued, forecast.UnvaluedWins, forecast.Undated, _sales.LeftOut)));
    }

    private void WriteParts(RevenueForecast forecast)
    {
        Add(new Heading(_texts[Words.MadeBy]));
        Add(new Note(_texts.Message(Words.Model, NameOf(forecast.Model))));
        foreach (ForecastFallback fallback in forecast.Fallbacks)
        {
            Add(new Note(_texts.Message(Words.Fallback, NameOf(fallback.Used), NameOf(fallback.Asked), Lack(fallback.Reason))));
        }

        if (forecast.Parts.Count > 0)
        {
            Add(new Grid(
                [new Column(_texts[Words.Part]), Number(Words.CountsFor), Number(Words.ErrorBefore), Number(Words.ForecastsBefore), Number(Words.Expects)],
                [
                    .. forecast.Parts.Select(part => (IReadOnlyList<string>)
                    [
                        NameOf(part.Model),
                        Share(part.Weight),
                        Money(part.RootMeanSquaredError),
                        Count(part.Forecasts),
                        Money(part.Means?.Sum()),
                    ]),
                ]));
            foreach (ForecastPart part in forecast.Parts.Where(part => part.Missing is not null))
            {
                Add(new Note($"{NameOf(part.Model)}: {Lack(part.Missing!)}"));
            }

            ForecastPart most = forecast.Parts.MaxBy(part => part.Weight)!;
            Add(new Note(most.Forecasts > 0 ? _texts.Message(Words.LeansOn, NameOf(most.Model), Share(most.Weight)) : _texts[Words.LeansOnNone]));
        }

        double[] expected = [.. forecast.Parts.Where(part => part.Means is not null).Select(part => part.Means!.Sum()).Order()];
        if (expected.Length > 1 && expected[^1] > GreatestRisk.WideApart * expected[0])
        {
            Add(new Note(_texts.Message(Words.WideApart, Money(expected[0]), Money(expected[^1]))));
        }

        WriteChange(Words.WonChange, forecast.TimeToClose?.WonChange);
        WriteChange(Words.LostChange, forecast.TimeToClose?.LostChange);
        if (forecast.Errors is { } errors)
        {
            Add(new Note(errors.Observed is { } observed
                ? _texts.Message(Words.Widened, errors.Forecasts, Share(observed), Share(errors.Rates), Share(errors.Excess))
                : _texts.Message(Words.WidenedUnseen, Share(errors.Rates), Share(errors.Excess))));
        }
    }

    private void WriteChange(string word, RateChange? change)
    {
        if (change is not { IsLikely: true })
        {
            return;
        }

        string since = change.Since.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        Add(new Note(_texts.Message(word + (change.Factor < 1 ? Words.LessOften : Words.MoreOften), Share(Math.Abs(change.Factor - 1)), since)));
    }

    private void WriteBacktest()
    {
        Add(new Heading(_texts[Words.Backtest]));
        if (_sales.Backtest is not { } backtest)
        {
            Add(new Note(_texts[Words.NoBacktest]));
            return;
        }

        Add(new Note(_texts.Message(Words.BacktestOrigins, backtest.Origins.Count, backtest.Origins[0], backtest.Origins[^1])));
        Add(new Grid(
            [
                Number(Words.MonthsAhead), new Column(_texts[Words.ModelName]), Number(Words.ForecastsBefore), Number(Words.Wape), Number(Words.Bias),
                Number(Words.Held), Number(Words.Winkler), Number(Words.Crps), Number(Words.Skill),
            ],
            [.. _sales.Scores.Where(score => score.Rows.Count > 0).Select(RowOf)]));
        Add(new Note(_texts[Words.BacktestNote]));
        foreach (IGrouping<(string Model, string Lack), BacktestGap> gaps in backtest.Gaps.GroupBy(gap => (NameOf(gap.Model), Lack(gap.Reason))))
        {
            Add(new Note(_texts.Message(Words.Gap, gaps.Key.Model, gaps.Count(), gaps.Key.Lack)));
        }

        foreach (BacktestScore score in _sales.Scores.Where(score => score.Model == ForecastModels.Default.Id))
        {
            if (score.Wape is { } wape && backtest.Of(ForecastModels.Naive.Id, score.MonthsAhead)?.Wape is { } naive)
            {
                Add(new Note(_texts.Message(
                    wape < naive ? Words.BetterThanNaive : Words.NoBetterThanNaive, score.MonthsAhead, Tenths(wape), Tenths(naive))));
            }
        }

        foreach (CloserModel closer in _sales.Closer)
        {
            Add(new Note(_texts.Message(
                closer.IsClear ? Words.Closer : Words.CloserByChance,
                closer.MonthsAhead, NameOf(closer.Model), closer.Forecasts, Tenths(closer.Wape), Tenths(closer.DefaultWape))));
        }
    }

    private string[] RowOf(BacktestScore score) =>
    [
        Count(score.MonthsAhead),
        NameOf(score.Model),
        Count(score.Rows.Count),
        Percent(score.Wape),
        Percent(score.Bias),
        score.Coverage is { } held ? _texts.Message(Words.HeldOf, held.Successes, held.Trials) : "-",
        Money(score.Winkler),
        Money(score.Crps),
        Percent(score.Skill),
    ];

    private void WriteStale(RevenueForecast forecast, Review review, int most)
    {
        Add(new Heading(_texts.Message(Words.Stale, _sales.Stale.Count, forecast.Deals.Count)));
        if (_sales.Stale.Count == 0)
        {
            Add(new Note(_texts[Words.None]));
            return;
        }

        if (forecast.TimeToClose is { } pace)
        {
            Add(new Note(_texts.Message(Words.StaleNote, pace.LongestClosedAge, _deals.Value(_sales.Stale.Sum(deal => deal.Opportunity.Value ?? 0)))));
        }

        Add(new DealList(
            [
                new Column(_texts[Words.Id], IsId: true), new Column(_texts[Words.Deal]), new Column(_texts[Words.Account]),
                new Column(_texts[Words.Owner]), Number(Words.Value), Number(Words.Age),
            ],
            [
                .. _sales.Stale.Take(most).Select(deal => new DealRow(
                    _deals.Owner(deal.Opportunity.Owner),
                    review.LinkTo(deal.Opportunity.Id),
                    [
                        Clip(deal.Opportunity.Id),
                        Clip(deal.Opportunity.Name ?? deal.Opportunity.Product),
                        Clip(deal.Opportunity.Account),
                        _deals.Owner(deal.Opportunity.Owner),
                        _deals.ValueCell(deal.Opportunity.Value),
                        _deals.CountCell(deal.Age),
                    ])),
            ]));
        if (_sales.Stale.Count > most)
        {
            Add(new Note(_texts.Message(Words.FirstStale, most, _sales.Stale.Count)));
        }
    }

    private string Lack(TooLittleHistoryException lack) => _texts.Message(Words.Lack, Known(Words.Unit, lack.Unit), lack.Given, lack.Needed);

    /// <summary>The name of a model in the review, or its id if it has none.</summary>
    private string NameOf(string model) => Known(Words.ModelName, model);

    private string Known(string prefix, string id) => _texts.Ids.Contains($"{prefix}.{id}") ? _texts[$"{prefix}.{id}"] : id;

    private string NameOf(ForecastPeriod period) => period.IsMonth
        ? $"{_texts.Formats.MonthNames[period.First.Month - 1]} {Year(period)}"
        : _texts.Message(Words.Days, period.First.Day, period.Last.Day, $"{_texts.Formats.MonthNames[period.First.Month - 1]} {Year(period)}");

    private static string Year(ForecastPeriod period) => period.First.ToString("yyyy", CultureInfo.InvariantCulture);

    private string Money(double? value) => value is { } known ? _deals.Value((decimal)known) : "-";

    private string Percent(double? value) => value is { } known ? Tenths(known) : "-";

    private string Tenths(double share) => _texts.Formats.Percent(share, 1);

    private string Share(double share) => _texts.Formats.Percent(share, 0);

    private string Count(int count) => _texts.Formats.Number(count);

    private static string Clip(string? text) => text is null ? "" : Printable.Clip(text);

    private Column Number(string heading) => new(_texts[heading], IsNumber: true);

    private void Add(Block block) => _blocks.Add(block);
}
