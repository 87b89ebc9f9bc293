using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Measures of forecast accuracy. An error is actual - forecast, so the error of a forecast that is too low is above 0. A measure with a
/// divisor of 0 is <see langword="null"/>, never infinity. There is no MAPE: it is undefined in a month without revenue, and
/// favors forecasts that are too low.
/// </summary>
/// <remarks>
/// Sequences must not be empty, and those that belong together must have the same length. Every number must be finite, from
/// -1e300 to 1e300. FPP3 is Hyndman and Athanasopoulos, <i>Forecasting: Principles and Practice</i>, 3rd edition.
/// </remarks>
public static class ForecastMeasures
{
    /// <summary>Calculates the weighted absolute percentage error: sum |actual - forecast| / sum |actual|.</summary>
    /// <param name="actuals">The actual values.</param>
    /// <param name="forecasts">The forecasts, in the same order.</param>
    /// <returns>0 or above, 0 is best; <see langword="null"/> when all actuals are 0.</returns>
    /// <exception cref="ArgumentNullException">A sequence is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// A sequence is empty, they differ in length, or a number is not finite; the message says which.
    /// </exception>
    public static double? Wape(IReadOnlyList<double> actuals, IReadOnlyList<double> forecasts)
    {
        CheckPairs(actuals, forecasts);
        return Ratio(AbsoluteErrors(actuals, forecasts), AbsoluteSum(actuals));
    }

    /// <summary>
    /// Calculates the bias, sum (actual - forecast) / sum |actual|: above 0 when the forecasts were too low overall, below 0 when too high.
    /// </summary>
    /// <param name="actuals">The actual values.</param>
    /// <param name="forecasts">The forecasts, in the same order.</param>
    /// <returns>The bias; <see langword="null"/> when all actuals are 0.</returns>
    /// <exception cref="ArgumentNullException">A sequence is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// A sequence is empty, they differ in length, or a number is not finite; the message says which.
    /// </exception>
    public static double? Bias(IReadOnlyList<double> actuals, IReadOnlyList<double> forecasts)
    {
        CheckPairs(actuals, forecasts);
        double sum = 0;
        for (var i = 0; i < actuals.Count; i++) sum += actuals[i] - forecasts[i];
        return Ratio(sum, AbsoluteSum(actuals));
    }

    /// <summary>
    /// Calculates the mean absolute scaled error (Hyndman and Koehler 2006): mean |actual - forecast| / <see cref="MaseScale"/> of the
    /// training part. Below 1 is better than the one-step (seasonal) naive forecast in training.
    /// </summary>
    /// <param name="actuals">The actual values.</param>
    /// <param name="forecasts">The forecasts, in the same order.</param>
    /// <param name="training">The values that the forecast was made from, oldest first.</param>
    /// <param name="period">
    /// The length of a period in values, 1 or more. The default is 1, which scales by the naive forecast.
    /// </param>
    /// <returns>0 or above, 0 is best; <see langword="null"/> if the scale is 0 or undefined.</returns>
    /// <exception cref="ArgumentNullException">A sequence is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// A sequence is empty, they differ in length, or a number is not finite; the message says which.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public static double? Mase(IReadOnlyList<double> actuals, IReadOnlyList<double> forecasts, IReadOnlyList<double> training, int period = 1)
    {
        CheckPairs(actuals, forecasts);
        return MaseScale(training, period) is { } scale ? Ratio(AbsoluteErrors(actuals, forecasts) / actuals.Count, scale) : null;
    }

    /// <summary>
    /// Calculates the scale of <see cref="Mase"/>: the mean |y_t - y_(t-period)| over a training part. To scale the errors of many origins,
    /// divide each by the scale of its own training part.
    /// </summary>
    /// <param name="training">The values, oldest first.</param>
    /// <param name="period">The length of a period in values, 1 or more. The default is 1.</param>
    /// <returns>0 or above; <see langword="null"/> if no value is a period after another.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="training"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="training"/> is empty, or a number is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public static double? MaseScale(IReadOnlyList<double> training, int period = 1)
    {
        Check(training, nameof(training));
        Guard.AtLeast(1, period);
        var count = training.Count - period;
        if (count <= 0) return null;
        double sum = 0;
        for (var i = period; i < training.Count; i++) sum += Math.Abs(training[i] - training[i - period]);
        return sum / count;
    }

    /// <summary>
    /// Calculates the quantile score (FPP3 5.9): 2 (1 - p)(forecast - actual) when the actual is below the forecast, otherwise
    /// 2 p (actual - forecast). The 2 is often left out elsewhere; with it the score of the median is the absolute error.
    /// </summary>
    /// <param name="actual">The actual value.</param>
    /// <param name="forecast">The forecast quantile.</param>
    /// <param name="p">The probability of the quantile, above 0 and below 1: 0.1 for P10.</param>
    /// <returns>0 or above; 0 is best.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or <paramref name="p"/> is not between 0 and 1.</exception>
    public static double QuantileScore(double actual, double forecast, double p)
    {
        SeriesValues.Usable(actual, nameof(actual));
        SeriesValues.Usable(forecast, nameof(forecast));
        return Pinball(actual, forecast, Guard.OpenUnit(p));
    }

    /// <summary>Calculates the mean quantile score of many forecasts.</summary>
    /// <param name="actuals">What happened.</param>
    /// <param name="forecasts">The forecast quantiles, in the same order.</param>
    /// <param name="p">The probability of the quantiles, above 0 and below 1.</param>
    /// <returns>0 or above; 0 is best.</returns>
    /// <exception cref="ArgumentNullException">A sequence is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// A sequence is empty, they differ in length, or a number is not finite; the message says which.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="p"/> is not between 0 and 1.</exception>
    public static double QuantileScore(IReadOnlyList<double> actuals, IReadOnlyList<double> forecasts, double p)
    {
        CheckPairs(actuals, forecasts);
        Guard.OpenUnit(p);
        double sum = 0;
        for (var i = 0; i < actuals.Count; i++) sum += Pinball(actuals[i], forecasts[i], p);
        return sum / actuals.Count;
    }

    /// <summary>
    /// Calculates the score of an interval (Winkler 1972, FPP3 5.9): its width, plus 2 / alpha times the distance of an actual outside it,
    /// with alpha = 1 - the interval's level.
    /// </summary>
    /// <param name="actual">The actual value.</param>
    /// <param name="interval">The forecast interval.</param>
    /// <returns>0 or above, 0 is best; never below the width.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="actual"/> or an end is not finite, or the interval has no level, like its default value.
    /// </exception>
    public static double WinklerScore(double actual, StatisticalInterval interval)
    {
        SeriesValues.Usable(actual, nameof(actual));
        if (Fault(interval) is { } fault) throw new ArgumentException($"interval is {fault}", nameof(interval));
        return Winkler(actual, interval);
    }

    /// <summary>Calculates the mean Winkler score of many intervals.</summary>
    /// <param name="actuals">What happened.</param>
    /// <param name="intervals">The forecast intervals, in the same order.</param>
    /// <returns>0 or above; 0 is best.</returns>
    /// <exception cref="ArgumentNullException">A sequence is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// A sequence is empty, they differ in length, a number is not finite or an interval has no level; the message says which.
    /// </exception>
    public static double WinklerScore(IReadOnlyList<double> actuals, IReadOnlyList<StatisticalInterval> intervals)
    {
        CheckIntervals(actuals, intervals);
        double sum = 0;
        for (var i = 0; i < actuals.Count; i++) sum += Winkler(actuals[i], intervals[i]);
        return sum / actuals.Count;
    }

    /// <summary>
    /// Calculates the share of actuals within their intervals, ends included, as a counted rate: its value, n, and Wilson interval. Compare
    /// it with the level of the intervals.
    /// </summary>
    /// <param name="actuals">What happened.</param>
    /// <param name="intervals">The forecast intervals, in the same order.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentNullException">A sequence is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// A sequence is empty, they differ in length, a number is not finite, or the intervals have different levels or none; the message says
    /// which.
    /// </exception>
    public static ObservedRate IntervalCoverage(IReadOnlyList<double> actuals, IReadOnlyList<StatisticalInterval> intervals)
    {
        CheckIntervals(actuals, intervals);
        var within = 0;
        for (var i = 0; i < actuals.Count; i++)
        {
            if (intervals[i].Level != intervals[0].Level)
            {
                throw new ArgumentException(
                    $"intervals[{InvariantText.Of((long)i)}] has the level {InvariantText.Of(intervals[i].Level)} and the first one {InvariantText.Of(intervals[0].Level)}; " +
                    "a coverage is that of one level.",
                    nameof(intervals));
            }

            if (intervals[i].Contains(actuals[i])) within++;
        }

        return new(within, actuals.Count);
    }

    /// <summary>
    /// Calculates the continuous ranked probability score of a sample (Gneiting and Raftery 2007): mean |x_i - actual| -
    /// sum sum |x_i - x_j| / (2 m^2). For a sample of one it is the absolute error. O(m log m), from non-negative terms: it is calculated
    /// as the mean quantile score of the sorted sample at p = (i - 1/2) / m, which is the same number.
    /// </summary>
    /// <param name="actual">The actual value.</param>
    /// <param name="sample">Draws from the forecast's distribution; the order does not affect the result.</param>
    /// <returns>0 or above, in the unit of the actual; 0 is best.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sample"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="sample"/> is empty, or a number is not finite; the message says which.
    /// </exception>
    public static double Crps(double actual, IReadOnlyList<double> sample)
    {
        SeriesValues.Usable(actual, nameof(actual));
        Check(sample, nameof(sample));
        var sorted = SeriesValues.Copy(sample, nameof(sample));
        Array.Sort(sorted);
        return MeanPinball(actual, sorted);
    }

    /// <summary>
    /// Calculates the continuous ranked probability score of a distribution given by its quantiles: twice the integral of the quantile
    /// loss over p, by the midpoint rule. It is the score of the sample of the quantiles at (i - 1/2) / points.
    /// </summary>
    /// <param name="actual">The actual value.</param>
    /// <param name="quantile">Gets the quantile of a probability between 0 and 1; it must be non-decreasing.</param>
    /// <param name="points">
    /// The number of quantiles, 1 or more. The default is 200: for a normal distribution, accurate to 0.001 standard deviations.
    /// </param>
    /// <returns>0 or above, in the unit of the actual; 0 is best.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="quantile"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="actual"/> or a quantile is not finite, a quantile is below that of a smaller probability, or
    /// <paramref name="points"/> is below 1; the message says which.
    /// </exception>
    public static double Crps(double actual, Func<double, double> quantile, int points = 200)
    {
        SeriesValues.Usable(actual, nameof(actual));
        Guard.NotNull(quantile);
        var quantiles = new double[Guard.AtLeast(1, points)];
        for (var i = 0; i < points; i++)
        {
            var p = (i + 0.5) / points;
            quantiles[i] = quantile(p);
            if (SeriesValues.IsUsable(quantiles[i]) && (i == 0 || quantiles[i] >= quantiles[i - 1])) continue;
            throw new ArgumentException(
                $"The quantile at {InvariantText.Of(p)} is {InvariantText.Of(quantiles[i])}; it must be a finite number from -1e300 to 1e300, " +
                "and not below that of a lesser share.",
                nameof(quantile));
        }

        return MeanPinball(actual, quantiles);
    }

    /// <summary>
    /// Calculates the skill, 1 - score / the baseline's score: 1 is perfect, 0 no better than the baseline, below 0 worse. For scores whose
    /// best value is 0: WAPE, MASE, quantile, Winkler, CRPS.
    /// </summary>
    /// <param name="score">The forecast's score, 0 or above; <see langword="null"/> when it is undefined.</param>
    /// <param name="baseline">
    /// The score of the naive forecast of the same actuals, 0 or above; <see langword="null"/> when it is undefined.
    /// </param>
    /// <returns>1 or below; <see langword="null"/> if a score is undefined or the baseline's is 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A score is NaN, infinite or below 0.</exception>
    public static double? Skill(double? score, double? baseline)
    {
        if (score is { } s) Guard.NotNegative(s, nameof(score));
        if (baseline is { } b) Guard.NotNegative(b, nameof(baseline));
        return 1 - Ratio(score, baseline);
    }

    private static double? Ratio(double? value, double? divisor)
    {
        if (value is null || divisor is null or 0) return null;
        var ratio = value.Value / divisor.Value;
        // With a divisor that underflows there is no ratio either.
        return double.IsInfinity(ratio) ? null : ratio;
    }

    private static double Pinball(double actual, double forecast, double p) =>
        actual < forecast ? 2 * (1 - p) * (forecast - actual) : 2 * p * (actual - forecast);

    private static double MeanPinball(double actual, double[] sorted)
    {
        double sum = 0;
        for (var i = 0; i < sorted.Length; i++) sum += Pinball(actual, sorted[i], (i + 0.5) / sorted.Length);
        return sum / sorted.Length;
    }

    private static double Winkler(double actual, StatisticalInterval interval)
    {
        var outside = actual < interval.Low ? interval.Low - actual : actual > interval.High ? actual - interval.High : 0;
        return interval.High - interval.Low + (2 / (1 - interval.Level) * outside);
    }

    private static double AbsoluteErrors(IReadOnlyList<double> actuals, IReadOnlyList<double> forecasts)
    {
        double sum = 0;
        for (var i = 0; i < actuals.Count; i++) sum += Math.Abs(actuals[i] - forecasts[i]);
        return sum;
    }

    private static double AbsoluteSum(IReadOnlyList<double> values)
    {
        double sum = 0;
        for (var i = 0; i < values.Count; i++) sum += Math.Abs(values[i]);
        return sum;
    }

    private static void CheckPairs(IReadOnlyList<double> actuals, IReadOnlyList<double> forecasts)
    {
        Check(actuals, nameof(actuals));
        Check(forecasts, nameof(forecasts));
        CheckLengths(actuals.Count, forecasts.Count, nameof(forecasts));
    }

    private static void CheckIntervals(IReadOnlyList<double> actuals, IReadOnlyList<StatisticalInterval> intervals)
    {
        Check(actuals, nameof(actuals));
        CheckLengths(actuals.Count, Guard.NotNull(intervals).Count, nameof(intervals));
        for (var i = 0; i < intervals.Count; i++)
        {
            if (Fault(intervals[i]) is { } fault) throw new ArgumentException($"intervals[{InvariantText.Of((long)i)}] is {fault}", nameof(intervals));
        }
    }

    private static string? Fault(StatisticalInterval interval) =>
        interval.Level > 0 && SeriesValues.IsUsable(interval.Low) && SeriesValues.IsUsable(interval.High)
            ? null
            : $"{interval} at a level of {InvariantText.Of(interval.Level)}; its ends must lie from -1e300 to 1e300 and its level above 0 and below 1.";

    private static void Check(IReadOnlyList<double> values, string name)
    {
        if (values is null) throw new ArgumentNullException(name);
        if (values.Count == 0) throw new ArgumentException($"{name} is empty; there is nothing to measure.", name);
        for (var i = 0; i < values.Count; i++)
        {
            if (!SeriesValues.IsUsable(values[i])) throw SeriesValues.NotUsable(name, i, values[i]);
        }
    }

    private static void CheckLengths(int actuals, int others, string name)
    {
        if (actuals == others) return;
        throw new ArgumentException($"There are {InvariantText.Of((long)actuals)} actuals and {InvariantText.Of((long)others)} {name}; each actual has one.", name);
    }
}
