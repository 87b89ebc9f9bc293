using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Compares forecasts made from earlier days with the results: rolling-origin evaluation (FPP3 5.10).</summary>
/// <remarks>
/// At each origin a model gets the history up to it and nothing else. Asking for a later snapshot throws.
/// </remarks>
public static class Backtest
{
    /// <summary>Runs models from each origin, together with the naive one.</summary>
    /// <param name="history">The history; the actual wins are taken from its state at its end.</param>
    /// <param name="origins">The last known days, in any order, each before the last day of the history.</param>
    /// <param name="models">The models. The default is <see cref="ForecastModels.Default"/>.</param>
    /// <param name="options">The options. The default is <see cref="BacktestOptions.Default"/>.</param>
    /// <returns>
    /// The scores. A forecast counts if its result is known: the first whole months after an origin, up to the end of the history.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="history"/> or <paramref name="origins"/> is
    /// <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// There is no origin, a model is <see langword="null"/>, two models have the same id, or a day has kind Local.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An origin is not within the history.</exception>
    /// <exception cref="InvalidOperationException">A model returned other periods than requested, or another number of them.</exception>
    /// <example><code>
    /// BacktestReport report = Backtest.Run(history, Backtest.MonthEnds(new DateTime(2026, 1, 31), new DateTime(2026, 8, 31)));
    /// foreach (BacktestScore score in report.Scores) Console.WriteLine($"{score.Model}, {score.MonthsAhead}: {score.Wape:P0}");
    /// </code></example>
    public static BacktestReport Run(
        PipelineHistory history, IEnumerable<DateTime> origins, IEnumerable<ForecastModel>? models = null, BacktestOptions? options = null)
    {
        Guard.NotNull(history);
        options ??= BacktestOptions.Default;
        DateTime[] days = [
            .. Guard.NotNull(origins).Select(origin => DayNumber.Date(DayNumber.Checked(origin, nameof(origins)))).Distinct()
            .OrderBy(origin => origin)];
        if (days.Length == 0) throw new ArgumentException("There is no origin; a back-test has at least one.", nameof(origins));
        var all = ModelsOf(models);
        var whole = new ForecastInput(history, history.Last, ForecastPeriod.NextMonths(history.Last, 1), options.Forecast);

        var gaps = new List<BacktestGap>();
        var scores = new List<BacktestScore>();
        foreach (var ahead in options.MonthsAhead)
        {
            var rows = all.Select(_ => new List<BacktestRow>()).ToArray();
            double? scale = null;
            foreach (var origin in days)
            {
                var months = ForecastPeriod.NextMonths(origin, ahead);
                var period = ForecastPeriod.Of(months[0].First, months[ahead - 1].Last);
                var input = history.IsReconstructed && origin >= history.First ? whole.At(origin, [period])
                    : new ForecastInput(history, origin, [period], options.Forecast);
                scale ??= ScaleOf(input.WonByMonth.Values, ahead);
                // The result is known only if closings could be observed all the time.
                if (period.LastDay > whole.Today || period.FirstDay < whole.ObservedFrom) continue;
                var actual = whole.WonIn(period).Value;
                for (var i = 0; i < all.Length; i++) Add(all[i], input, period, origin, actual, rows[i], gaps);
            }

            var naive = new BacktestScore(all[0].Id, ahead, [.. rows[0]], options.Level, scale);
            for (var i = 0; i < all.Length; i++)
            {
                var score = i == 0 ? naive : new BacktestScore(all[i].Id, ahead, [.. rows[i]], options.Level, scale);
                score.CompareWith(naive);
                scores.Add(score);
            }
        }

        return new(days, [.. scores], [.. gaps]);
    }

    /// <summary>Gets the last days of the months of a span, the usual origins.</summary>
    /// <param name="first">A day of the first month.</param>
    /// <param name="last">A day of the last month, not before <paramref name="first"/>.</param>
    /// <returns>The days, ascending.</returns>
    /// <exception cref="ArgumentException">A day has kind Local.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="last"/> is before <paramref name="first"/>.</exception>
    public static IReadOnlyList<DateTime> MonthEnds(DateTime first, DateTime last)
    {
        var span = ForecastPeriod.Of(first, last);
        var ends = new List<DateTime>();
        for (var month = ForecastPeriod.MonthOf(span.First); month.First <= span.Last; month = ForecastPeriod.NextMonths(month.Last, 1)[
            0]) ends.Add(month.Last);
        return ends.AsReadOnly();
    }

    private static ForecastModel[] ModelsOf(IEnumerable<ForecastModel>? models)
    {
        var all = new List<ForecastModel> { ForecastModels.Naive };
        foreach (var model in models ?? [ForecastModels.Default])
        {
            if (model is null) throw new ArgumentException("A model is null.", nameof(models));
            if (model == ForecastModels.Naive) continue;
            if (all.Exists(other => string.Equals(other.Id, model.Id, StringComparison.Ordinal)))
            {
                throw new ArgumentException(
                    $"Two models have the id \"{model.Id}\"; a report tells them apart by id.", nameof(models));
            }

            all.Add(model);
        }

        return [.. all];
    }

    // The errors of the naive forecast over spans of this many months: the last ones repeated.
    private static double? ScaleOf(IReadOnlyList<double> months, int ahead)
    {
        var sums = new List<double>();
        for (var i = ahead - 1; i < months.Count; i++)
        {
            double sum = 0;
            for (var back = 0; back < ahead; back++) sum += months[i - back];
            sums.Add(sum);
        }

        return sums.Count > ahead ? ForecastMeasures.MaseScale(sums, ahead) : null;
    }

    private static void Add(
        ForecastModel model, ForecastInput input, ForecastPeriod period, DateTime origin, double actual, List<BacktestRow> rows,
            List<BacktestGap> gaps)
    {
        try
        {
            var forecast = model.MadeInFull(input);
            rows.Add(new(origin, period, actual, forecast.Periods[0], forecast));
        }
        catch (TooLittleHistoryException reason)
        {
            gaps.Add(new(model.Id, origin, period, reason));
        }
    }
}
