using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The built-in models of a series: Hyndman and Athanasopoulos, <i>Forecasting: Principles and Practice</i>, 3rd edition
/// (FPP3), chapters 5 and 8, with its intervals.
/// </summary>
/// <remarks>
/// Parameters of the smoothing models that are not given are estimated by the least sum of squared one-step errors. For given smoothing
/// parameters the errors are linear in the starting values, which are solved for exactly (Householder's QR). The smoothing
/// parameters, from 0.0001 to 0.9999 each and gamma to that share of 1 - alpha, are searched by a grid, then in ever smaller steps
/// from the best point for each value of the first of them. The search is deterministic: the same values give the same bits. If several
/// parameters fit equally well, the lowest are used.
/// </remarks>
public static class SeriesModels
{
    // Each season is an unknown of a system of equations: solving for more would take too long.
    private const int GreatestPeriod = 10_000;

    /// <summary>
    /// Repeats the last value: FPP3 5.2. Errors grow with the square root of the step. It needs 1 value, or 2 for an interval.
    /// </summary>
    public static SeriesModel Naive { get; } = new SeasonalNaive("naive", 1);

    /// <summary>
    /// Continues from the last value with the average change between values, a line through the first and the last: FPP3 5.2. It
    /// needs 2 values, or 3 for an interval.
    /// </summary>
    public static SeriesModel Drift { get; } = new Drift();

    /// <summary>
    /// Repeats the value of the same season, one period before: FPP3 5.2. It needs a full period of values, or one more for an interval.
    /// </summary>
    /// <param name="period">
    /// The length of a period in values, 1 or more: 12 for months of a year, 3 for months of a quarter; 1 is naive.
    /// </param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is below 1.</exception>
    public static SeriesModel SeasonalNaive(int period) =>
        new SeasonalNaive("seasonal-naive-" + InvariantText.Of((long)Guard.AtLeast(1, period)), period);

    /// <summary>
    /// Simple exponential smoothing: l_t = alpha y_t + (1 - alpha) l_{t-1}, FPP3 8.1. It needs one more value than it has parameters to
    /// estimate: 3, or fewer if some are given.
    /// </summary>
    /// <param name="alpha">How fast the level follows, from 0 to 1; <see langword="null"/> estimates it.</param>
    /// <param name="level">The level before the first value, l_0; <see langword="null"/> estimates it.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or out of range.</exception>
    public static SeriesModel SimpleExponentialSmoothing(double? alpha = null, double? level = null) =>
        new Smoothing("simple-exponential-smoothing", new(0, false, Share(alpha, nameof(alpha)), 0, 0, Usable(level, nameof(level)), 0));

    /// <summary>
    /// Holt's linear trend: l_t = alpha y_t + (1 - alpha)(l_{t-1} + b_{t-1}), b_t = beta (l_t - l_{t-1}) + (1 - beta) b_{t-1},
    /// FPP3 8.2. It needs one more value than it has parameters to estimate: 5, or fewer if some are given.
    /// </summary>
    /// <param name="alpha">How fast the level follows, from 0 to 1; <see langword="null"/> estimates it.</param>
    /// <param name="beta">How fast the trend follows the level (FPP3's beta*), from 0 to 1; <see langword="null"/> estimates it.</param>
    /// <param name="level">The level before the first value, l_0; <see langword="null"/> estimates it.</param>
    /// <param name="trend">The trend before the first value, b_0; <see langword="null"/> estimates it.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or out of range.</exception>
    public static SeriesModel Holt(double? alpha = null, double? beta = null, double? level = null, double? trend = null) =>
        new Smoothing("holt", new(0, true, Share(alpha, nameof(alpha)), Share(beta, nameof(beta)), 0, Usable(level, nameof(level)), Usable(trend, nameof(trend))));

    /// <summary>
    /// Holt-Winters with additive seasons: l_t = alpha (y_t - s_{t-m}) + (1 - alpha)(l_{t-1} + b_{t-1}), b_t as in Holt's,
    /// s_t = gamma (y_t - l_{t-1} - b_{t-1}) + (1 - gamma) s_{t-m}, FPP3 8.3; a forecast uses the latest value of its season.
    /// The starting seasons add up to 0. It needs two periods of values, and at least one more value than it has parameters to estimate:
    /// period + 5, or fewer if some are given.
    /// </summary>
    /// <param name="period">The length of a period in values, m, from 2 to 10,000.</param>
    /// <param name="alpha">How fast the level follows, from 0 to 1; <see langword="null"/> estimates it.</param>
    /// <param name="beta">How fast the trend follows the level (FPP3's beta*), from 0 to 1; <see langword="null"/> estimates it.</param>
    /// <param name="gamma">How fast the seasons follow, from 0 to 1 - alpha; <see langword="null"/> estimates it.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="period"/> is out of range, a number is NaN or out of range, or alpha and gamma add up to more than 1.
    /// </exception>
    public static SeriesModel HoltWintersAdditive(int period, double? alpha = null, double? beta = null, double? gamma = null)
    {
        Guard.Within(2, period, GreatestPeriod);
        var settings = new SmoothingSettings(period, true, Share(alpha, nameof(alpha)), Share(beta, nameof(beta)), Share(gamma, nameof(gamma)), null, null);
        // 0.7 and 0.3 may add up to slightly above 1.
        if (alpha + gamma > 1 + 1e-12)
        {
            throw new ArgumentOutOfRangeException(
                nameof(gamma), gamma, $"alpha is {InvariantText.Of(alpha!.Value)} and gamma is {InvariantText.Of(gamma!.Value)}; they must not add up to more than 1.");
        }

        return new Smoothing("holt-winters-additive-" + InvariantText.Of((long)period), settings);
    }

    private static double? Share(double? value, string name) => value is { } given ? Guard.Within(0, given, 1, name) : null;

    private static double? Usable(double? value, string name) => value is { } given ? SeriesValues.Usable(given, name) : null;
}
