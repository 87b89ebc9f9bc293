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

    /// <summary>How many steps it reaches.</summary>
    public int Horizon => Points.Count;

    /// <summary>The forecasts, the next step first.</summary>
    public IReadOnlyList<double> Points { get; }

    /// <summary>The forecast so many steps ahead.</summary>
    /// <param name="step">From 1, the value after the last one, to <see cref="Horizon"/>.</param>
    /// <returns>The mean of what is to be expected.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is out of range.</exception>
    public double Point(int step) => Points[IndexOf(step)];

    /// <summary>The standard deviation of the forecast's error so many steps ahead, by the formulas of FPP3 5.5 and 8.7.</summary>
    /// <param name="step">From 1 to <see cref="Horizon"/>.</param>
    /// <returns>0 or above; <see langword="null"/> where the history leaves no residual to tell it from.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is out of range.</exception>
    public double? StandardDeviation(int step)
    {
        var index = IndexOf(step);
        return _deviations?[index];
    }

    /// <summary>
    /// The range that is to hold the value: the forecast less and plus z standard deviations, for errors that are normal. It
    /// knows nothing of what a value can be: that of a revenue may begin below 0.
    /// </summary>
    /// <param name="step">From 1 to <see cref="Horizon"/>.</param>
    /// <param name="level">The probability, above 0 and below 1.</param>
    /// <returns>The interval; <see langword="null"/> where there is no standard deviation.</returns>
    /// <value>A level of 0.8 unless told, which is z = 1.2816.</value>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> or <paramref name="level"/> is out of range.</exception>
    public PredictionInterval? Interval(int step, double level = 0.8)
    {
        var half = NormalQuantile.TwoSided(Limits.Inside01(level)) * StandardDeviation(step);
        return half is { } h ? new(Point(step) - h, Point(step) + h, level) : null;
    }

    private int IndexOf(int step) => step >= 1 && step <= Horizon
        ? step - 1
        : throw new ArgumentOutOfRangeException(
            nameof(step), $"step is {InvariantText.Of((long)step)}; the forecast reaches from step 1 to {InvariantText.Of((long)Horizon)}.");
}
