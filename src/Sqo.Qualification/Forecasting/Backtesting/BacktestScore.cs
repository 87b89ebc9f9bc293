using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>
/// How well a model forecast a number of months ahead, over all origins. Measures that are undefined, without an interval or
/// with a divisor of 0, are <see langword="null"/>. Immutable.
/// </summary>
public sealed class BacktestScore
{
    private static readonly double[] Tails = [0.1, 0.5, 0.9];

    internal BacktestScore(string model, int monthsAhead, BacktestRow[] rows, double level, double? scale)
    {
        Model = model;
        MonthsAhead = monthsAhead;
        Rows = Array.AsReadOnly(rows);
        Level = level;
        if (rows.Length == 0) return;
        var actuals = Array.ConvertAll(rows, row => row.Actual);
        var means = Array.ConvertAll(rows, row => row.Forecast.Mean);
        Wape = ForecastMeasures.Wape(actuals, means);
        Bias = ForecastMeasures.Bias(actuals, means);
        if (scale > 0) Mase = rows.Average(row => Math.Abs(row.Error)) / scale;

        var ranged = rows.Where(row => row.Forecast.StandardDeviation is not null).ToArray();
        if (ranged.Length == 0) return;
        var intervals = Array.ConvertAll(ranged, row => row.Forecast.Interval(level)!.Value);
        var values = Array.ConvertAll(ranged, row => row.Actual);
        Coverage = ForecastMeasures.IntervalCoverage(values, intervals);
        Winkler = ForecastMeasures.WinklerScore(values, intervals);
        QuantileScore = Tails.Average(p => ForecastMeasures.QuantileScore(values, Array.ConvertAll(ranged, row => row.Forecast.Quantile(p)!.Value), p));
        Crps = ranged.Average(row => row.Crps);
    }

    /// <summary>The id of the model.</summary>
    public string Model { get; }

    /// <summary>The number of months that a forecast covers.</summary>
    public int MonthsAhead { get; }

    /// <summary>The forecasts, by origin.</summary>
    public IReadOnlyList<BacktestRow> Rows { get; }

    /// <summary>The level of the intervals. The default is 0.8.</summary>
    public double Level { get; }

    /// <summary>The sum of the absolute errors divided by the sum of the amounts won.</summary>
    public double? Wape { get; }

    /// <summary>The sum of the errors divided by the sum of the amounts won: above 0 if the forecasts were too low.</summary>
    public double? Bias { get; }

    /// <summary>
    /// The mean absolute error divided by that of the naive forecast over spans of the same length, in the months before the first origin
    /// (Hyndman and Koehler 2006).
    /// </summary>
    public double? Mase { get; }

    /// <summary>The mean quantile score of P10, P50 and P90 (FPP3 5.9); lower is better.</summary>
    public double? QuantileScore { get; }

    /// <summary>The mean Winkler score of the intervals (FPP3 5.9); lower is better.</summary>
    public double? Winkler { get; }

    /// <summary>The mean continuous ranked probability score (Gneiting and Raftery 2007), from the quantiles; lower is better.</summary>
    public double? Crps { get; }

    /// <summary>The share of intervals that contained the amount won; <see cref="ObservedRate.Interval"/> shows its precision.</summary>
    public ObservedRate? Coverage { get; }

    /// <summary>
    /// 1 - WAPE / WAPE of the naive forecast, over the origins that both could forecast from: above 0 is better than naive.
    /// </summary>
    public double? Skill { get; private set; }

    /// <summary>1 - CRPS / CRPS of the naive forecast, over the origins from which both forecast more than a mean.</summary>
    public double? CrpsSkill { get; private set; }

    internal void CompareWith(BacktestScore naive)
    {
        var common = Rows.Join(naive.Rows, row => row.Origin, row => row.Origin, (own, baseline) => (own, baseline)).ToArray();
        if (common.Length == 0) return;
        var actuals = Array.ConvertAll(common, pair => pair.own.Actual);
        Skill = ForecastMeasures.Skill(
            ForecastMeasures.Wape(actuals, Array.ConvertAll(common, pair => pair.own.Forecast.Mean)),
            ForecastMeasures.Wape(actuals, Array.ConvertAll(common, pair => pair.baseline.Forecast.Mean)));
        var ranged = Array.FindAll(common, pair => pair.own.Crps is not null && pair.baseline.Crps is not null);
        if (ranged.Length > 0) CrpsSkill = ForecastMeasures.Skill(ranged.Average(pair => pair.own.Crps), ranged.Average(pair => pair.baseline.Crps));
    }
}
