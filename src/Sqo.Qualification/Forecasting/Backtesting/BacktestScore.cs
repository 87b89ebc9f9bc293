using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>
/// How well a model did over all origins, so many months ahead. What can't be told, for want of an interval or because a divisor is 0,
/// is <see langword="null"/>. Immutable.
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

    /// <summary>How many months a forecast reached.</summary>
    public int MonthsAhead { get; }

    /// <summary>The forecasts, by origin.</summary>
    public IReadOnlyList<BacktestRow> Rows { get; }

    /// <summary>The level of the intervals, 0.8 unless told.</summary>
    public double Level { get; }

    /// <summary>The sum of the absolute errors over that of what was won.</summary>
    public double? Wape { get; }

    /// <summary>The sum of the errors over that of what was won: above 0 where the model forecast too little.</summary>
    public double? Bias { get; }

    /// <summary>
    /// The mean absolute error over that of the naive forecast, over spans of as many months, in the months before the first origin
    /// (Hyndman and Koehler 2006).
    /// </summary>
    public double? Mase { get; }

    /// <summary>The mean quantile score of P10, P50 and P90 (FPP3 5.9); the less the better.</summary>
    public double? QuantileScore { get; }

    /// <summary>The mean Winkler score of the intervals (FPP3 5.9); the less the better.</summary>
    public double? Winkler { get; }

    /// <summary>The mean continuous ranked probability score (Gneiting and Raftery 2007), from the quantiles; the less the better.</summary>
    public double? Crps { get; }

    /// <summary>How many of the intervals held what was won; <see cref="ObservedRate.Interval"/> says how sure that is.</summary>
    public ObservedRate? Coverage { get; }

    /// <summary>1 - WAPE / WAPE of the naive forecast, over the origins that both could forecast from: above 0 is better than naive.</summary>
    public double? Skill { get; private set; }

    /// <summary>1 - CRPS / CRPS of the naive forecast, over the origins from which both gave more than a mean.</summary>
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
