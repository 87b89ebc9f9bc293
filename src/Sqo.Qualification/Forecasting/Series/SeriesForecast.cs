using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The forecast of the next values of a series. Immutable.</summary>
public sealed class SeriesForecast
{
    private readonly double[]? _deviations;

    internal SeriesForecast(SeriesModel model, double[] points, double[]? deviations)
    {
        Model = model;
        Points = Array.AsReadOnly(points);
        _deviations = deviations;
    }

    /// <summary>The model that made it.</summary>
    public SeriesModel Model { get; }

    /// <summary>The number of steps.</summary>
    public int Horizon => Points.Count;

    /// <summary>The forecasts, the next step first.</summary>
    public IReadOnlyList<double> Points { get; }

    /// <summary>Gets the forecast a number of steps ahead.</summary>
    /// <param name="step">From 1, the value after the last one, to <see cref="Horizon"/>.</param>
    /// <returns>The mean of the forecast.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is out of range.</exception>
    public double Point(int step) => Points[IndexOf(step)];

    /// <summary>Gets the standard deviation of the forecast's error a number of steps ahead, by the formulas of FPP3 5.5 and 8.7.</summary>
    /// <param name="step">From 1 to <see cref="Horizon"/>.</param>
    /// <returns>0 or above; <see langword="null"/> if the history leaves too few residuals to estimate it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is out of range.</exception>
    public double? StandardDeviation(int step)
    {
        var index = IndexOf(step);
        return _deviations?[index];
    }

    /// <summary>
    /// Gets the prediction interval of the value: the forecast minus and plus z standard deviations, for normal errors. It
    /// ignores the range of possible values: that of a revenue may begin below 0.
    /// </summary>
    /// <param name="step">From 1 to <see cref="Horizon"/>.</param>
    /// <param name="level">The probability, above 0 and below 1. The default is 0.8, with z = 1.2816.</param>
    /// <returns>The interval; <see langword="null"/> if there is no standard deviation.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> or <paramref name="level"/> is out of range.</exception>
    public StatisticalInterval? Interval(int step, double level = 0.8)
    {
        var half = NormalQuantile.TwoSided(Guard.OpenUnit(level)) * StandardDeviation(step);
        return half is { } h ? new(Point(step) - h, Point(step) + h, level) : null;
    }

    /// <summary>
    /// Gets the standard deviation of the error of a weighted sum of the first steps. The errors of steps share earlier shocks, through the
    /// level that the model follows.
    /// </summary>
    /// <remarks>
    /// The error of step h is the sum over i of psi_i e_(h - i), where the shocks e are independent and psi_0 = 1 (Box and Jenkins 1976);
    /// psi_i squared is the growth of the variance from step i to i + 1, in units of that of one step. A model whose variance does not grow
    /// has independent errors.
    /// </remarks>
    /// <param name="weights">The weight of each step from 1 on, at most as many as <see cref="Horizon"/>; 0 leaves a step out.</param>
    /// <returns>0 or above; <see langword="null"/> if the history leaves too few residuals to estimate it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="weights"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are more weights than steps, or one is NaN or infinite.</exception>
    public double? StandardDeviationOfSum(IReadOnlyList<double> weights)
    {
        var count = Guard.NotNull(weights).Count;
        if (count > Horizon)
        {
            throw new ArgumentException(
                $"There are {InvariantText.Of((long)count)} weights; the forecast reaches {InvariantText.Of((long)Horizon)} steps.",
                nameof(weights));
        }

        for (var i = 0; i < count; i++)
        {
            if (double.IsNaN(weights[i]) || double.IsInfinity(weights[i])) throw SeriesValues.NotUsable(nameof(weights), i, weights[i]);
        }

        if (_deviations is null || _deviations.Length == 0) return null;
        var shocks = new double[count];
        for (var i = 0; i < count; i++)
        {
            // In money: the effect of a shock on the step i steps later.
            var before = i == 0 ? 0 : _deviations[i - 1];
            shocks[i] = Math.Sqrt(Math.Max(0, (_deviations[i] - before) * (_deviations[i] + before)));
        }

        double variance = 0;
        for (var shock = 0; shock < count; shock++)
        {
            double effect = 0;
            for (var step = shock; step < count; step++) effect += weights[step] * shocks[step - shock];
            variance += effect * effect;
        }

        return Math.Sqrt(variance);
    }

    private int IndexOf(int step) => step >= 1 && step <= Horizon
        ? step - 1
        : throw new ArgumentOutOfRangeException(
            nameof(step), step,
                $"step is {InvariantText.Of((long)step)}; the forecast reaches from step 1 to {InvariantText.Of((long)Horizon)}.");
}
