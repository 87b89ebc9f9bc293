using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification.Tests.Forecasting.Laboratory;

/// <summary>How well one way to forecast did in a world, so many months ahead, over its companies.</summary>
internal sealed class LaboratoryRow(string world, int monthsAhead, string model)
{
    private static readonly double[] Levels = [0.5, 0.8, 0.95];

    private readonly List<double> _forecast = [];
    private readonly List<double> _truth = [];
    private readonly List<double> _absolute = [];
    private readonly List<double> _actual = [];
    private readonly List<double[]> _held = [];

    public string World { get; } = world;

    public int MonthsAhead { get; } = monthsAhead;

    public string Model { get; } = model;

    public int Companies => _forecast.Count;

    /// <summary>The sum of the errors over that of the true means: above 0 where it forecasts too much.</summary>
    public Estimate Bias => Ratio([.. _forecast.Zip(_truth, (forecast, truth) => forecast - truth)], _truth);

    /// <summary>The absolute errors against what came, over what came.</summary>
    public Estimate Wape => Ratio(_absolute, _actual);

    /// <summary>The absolute errors against the true means, over these.</summary>
    public Estimate WapeOfMean => Ratio([.. _forecast.Zip(_truth, (forecast, truth) => Math.Abs(forecast - truth))], _truth);

    /// <summary>How many of the futures lay within the interval of a level.</summary>
    public Estimate? Held(double level) =>
        _held.Count == 0 ? null : Ratio([.. _held.Select(held => held[Array.IndexOf(Levels, level)])], [.. _held.Select(_ => 1.0)]);

    /// <summary>The absolute errors against what came, over those of another way to forecast the same companies.</summary>
    public Estimate RelativeTo(LaboratoryRow other) => Ratio(_absolute, other._absolute);

    /// <summary>Notes a company.</summary>
    /// <param name="forecast">The mean forecast.</param>
    /// <param name="truth">The true mean.</param>
    /// <param name="futures">What came, in each future.</param>
    /// <param name="ranks">The randomized place of each future in the forecast's distribution, from 0 to 1; or <see langword="null"/>.</param>
    public void Add(double forecast, double truth, IReadOnlyList<double> futures, IReadOnlyList<double>? ranks)
    {
        _forecast.Add(forecast);
        _truth.Add(truth);
        _absolute.Add(futures.Average(future => Math.Abs(future - forecast)));
        _actual.Add(futures.Average());
        if (ranks is not null) _held.Add([.. Levels.Select(level => ranks.Average(rank => Math.Abs(rank - 0.5) <= level / 2 ? 1.0 : 0))]);
    }

    // The standard error of a ratio by linearization (Cochran 1977): companies are independent of each other.
    private static Estimate Ratio(List<double> above, List<double> below)
    {
        var sum = below.Sum();
        var value = above.Sum() / sum;
        var squares = above.Zip(below, (a, b) => (a - (value * b)) * (a - (value * b))).Sum();
        var n = above.Count;
        return new(value, n < 2 ? double.NaN : Math.Sqrt(squares * n / (n - 1)) / sum);
    }

    /// <summary>A value and its standard error.</summary>
    internal readonly record struct Estimate(double Value, double Error);
}
