using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The error and the bias of forecasts whose periods are over. Undefined measures are <see langword="null"/>. Immutable.
/// </summary>
public sealed class CallAccuracy
{
    internal CallAccuracy(IReadOnlyList<CallRow> rows, Func<CallRow, double?> forecast, Func<CallRow, bool?> isWithin, CallOptions options)
    {
        CallRow[] known = [.. rows.Where(row => row.Actual is not null && forecast(row) is not null)];
        Forecasts = known.Length;
        var periods = known.GroupBy(row => row.Call.Period).ToArray();
        Periods = periods.Length;
        if (known.Length == 0) return;
        double[] actuals = [.. known.Select(row => row.Actual!.Value)];
        double[] forecasts = [.. known.Select(row => forecast(row)!.Value)];
        Wape = ForecastMeasures.Wape(actuals, forecasts);
        Bias = ForecastMeasures.Bias(actuals, forecasts);
        BiasInterval = ClusteredRatio.Interval(
            [.. periods.Select(period =>
                (period.Sum(row => row.Actual!.Value - forecast(row)!.Value), period.Sum(row => Math.Abs(row.Actual!.Value))))],
            options.Confidence);
        bool[] within = [.. known.Select(isWithin).OfType<bool>()];
        if (within.Length > 0) Coverage = new(within.Count(held => held), within.Length);
        if (Periods >= options.MinimumPeriods && BiasInterval is { } interval)
        {
            Tendency = interval.Low > 0 ? CallTendency.TooLow : interval.High < 0 ? CallTendency.TooHigh : CallTendency.Unclear;
        }
    }

    /// <summary>The number of forecasts.</summary>
    public int Forecasts { get; }

    /// <summary>
    /// The number of different periods that they were for: forecasts of one period have similar errors, so intervals count periods.
    /// </summary>
    public int Periods { get; }

    /// <summary>The sum of the absolute errors divided by the sum of the amounts won.</summary>
    public double? Wape { get; }

    /// <summary>The sum of the errors divided by the sum of the amounts won: above 0 if the forecasts were too low.</summary>
    public double? Bias { get; }

    /// <summary>
    /// The interval of the bias, with the periods as clusters (the linearized ratio estimator, Cochran 1977, 6.4 and 9A, with Student's t);
    /// <see langword="null"/> with fewer than two periods.
    /// </summary>
    public StatisticalInterval? BiasInterval { get; }

    /// <summary>
    /// The share of amounts won that were within the range of the forecast; <see langword="null"/> if no forecast has a range.
    /// </summary>
    public ObservedRate? Coverage { get; }

    /// <summary>Whether the forecasts are too low or too high, as far as it is certain.</summary>
    public CallTendency Tendency { get; }
}
