using System;
using System.Collections.Generic;
using System.Linq;
#if !NETFRAMEWORK
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
#endif
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting.Series;

/// <summary>How the smoothing models find the parameters that are not given.</summary>
public class SmoothingFitTests
{
    private static readonly double[] Weights = [0.0001, 0.03, 0.1, 0.22, 0.35, 0.5, 0.65, 0.8, 0.93, 0.9999];

    [Fact]
    public void Fit_OneWeight_IsNeverWorseThanAnyOfAGrid() => Property.Holds(Deep.Size(40, 100), (random, size) =>
    {
        var values = SampleSeries.Random(random, 3 + (3 * size), 3);
        var best = SeriesModels.SimpleExponentialSmoothing().Fit(values).SumOfSquares();
        for (var i = 0; i <= 400; i++)
        {
            AssertNotAbove(SeriesModels.SimpleExponentialSmoothing(0.0001 + (i * 0.9998 / 400)).Fit(values).SumOfSquares(), best, values);
        }
    });

    [Fact]
    public void Fit_TwoWeights_IsNeverWorseThanAnyOfAGrid() => Property.Holds(Deep.Size(30, 60), (random, size) =>
    {
        var values = SampleSeries.Random(random, 5 + (3 * size), 3);
        var best = SeriesModels.Holt().Fit(values).SumOfSquares();
        foreach (var alpha in Weights)
        {
            foreach (var beta in Weights) AssertNotAbove(SeriesModels.Holt(alpha, beta).Fit(values).SumOfSquares(), best, values);
        }
    });

    [Fact]
    public void Fit_ThreeWeights_IsNeverWorseThanAnyOfAGrid() => Property.Holds(15, (random, size) =>
    {
        var m = random.Pick(2, 3, 4);
        var values = SampleSeries.Random(random, m + 5 + (2 * size), m);
        var best = SeriesModels.HoltWintersAdditive(m).Fit(values).SumOfSquares();
        foreach (var alpha in Weights)
        {
            foreach (var beta in Weights)
            {
                foreach (var share in Weights)
                {
                    AssertNotAbove(SeriesModels.HoltWintersAdditive(m, alpha, beta, share * (1 - alpha)).Fit(values).SumOfSquares(), best, values);
                }
            }
        }
    });

    [Fact]
    public void Fit_StartingValues_AreNeverWorseThanThoseNearby() => Property.Holds(200, (random, size) =>
    {
        const int m = 3;
        var values = SampleSeries.Random(random, 8 + size, m);
        double alpha = random.Share(), beta = random.Share(), gamma = random.Share() * (1 - alpha);
        var fit = SeriesModels.HoltWintersAdditive(m, alpha, beta, gamma).Fit(values);
        double[] start = [fit.Parameter("l[0]"), fit.Parameter("b[0]"), fit.Parameter("s[-2]"), fit.Parameter("s[-1]"), fit.Parameter("s[0]")];
        Assert.Equal(0, start[2] + start[3] + start[4], 1e-9 * start.Max(Math.Abs));
        for (var i = 0; i < start.Length; i++)
        {
            foreach (var step in new[] { -1, 1, 50 })
            {
                var other = (double[])start.Clone();
                other[i] += step;
                var worse = new ByTheLetter(values, m, alpha, beta, gamma, other[0], other[1], other[2], other[3], other[4]).SumOfSquares;
                AssertNotAbove(worse, fit.SumOfSquares(), values);
            }
        }
    });

    [Fact]
    public void Fit_ScaledAndShifted_MovesWithTheValues() => Property.Holds(Deep.Size(15, 60), (random, size) =>
    {
        var values = SampleSeries.Random(random, 12 + size, 4);
        double scale = random.Pick(0.001, 3, 1e6), shift = random.Pick(-700, 0, 5_000);
        var moved = values.Select(value => (value * scale) + (shift * scale)).ToArray();
        foreach (var model in All(4))
        {
            var here = model.Fit(values).Forecast(6);
            var there = model.Fit(moved).Forecast(6);
            for (var h = 1; h <= 6; h++)
            {
                var size1 = scale * (1 + here.StandardDeviation(h)!.Value + Math.Abs(here.Point(h) - here.Point(1)));
                Assert.Equal((here.Point(h) + shift) * scale, there.Point(h), 1e-3 * size1);
                Assert.Equal(here.StandardDeviation(h)!.Value * scale, there.StandardDeviation(h)!.Value, 1e-3 * size1);
            }
        }
    });

    [Fact]
    public void Fit_ScaledByAPowerOfTwo_GivesTheSameBits()
    {
        var values = SampleSeries.Random(new SeededRandom(3), 24, 4);
        foreach (var unit in new[] { Math.Pow(2, 900), Math.Pow(2, -900) })
        {
            foreach (var model in All(4))
            {
                var there = model.Fit([.. values.Select(value => value * unit)]).Forecast(9);
                var here = model.Fit(values).Forecast(9);
                Assert.Equal(here.Points.Select(point => point * unit), there.Points);
                Assert.Equal(here.StandardDeviation(9) * unit, there.StandardDeviation(9));
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(-1e300)]
    [InlineData(double.Epsilon)]
    public void Fit_Constant_GoesOnForEverWithoutDoubt(double constant)
    {
        foreach (var model in All(4))
        {
            var forecast = model.Fit([.. Enumerable.Repeat(constant, 12)]).Forecast(20);
            Assert.All(forecast.Points, point => Assert.Equal(constant, point));
            Assert.Equal(0, forecast.StandardDeviation(20));
            Assert.Equal(new StatisticalInterval(constant, constant, 0.95), forecast.Interval(20, 0.95));
        }

        // Any parameters would do; the lowest are taken.
        Assert.Equal(0.0001, SeriesModels.SimpleExponentialSmoothing().Fit([.. Enumerable.Repeat(constant, 12)]).Parameter("alpha"));
    }

    [Fact]
    public void Fit_GreatestValues_StaysFinite()
    {
        double[] values = [.. Enumerable.Range(0, 14).Select(i => i % 3 == 0 ? -1e300 : 1e300)];
        foreach (var model in All(4).Concat([SeriesModels.Holt(1, 1)]))
        {
            var forecast = model.Fit(values).Forecast(10_000);
            Assert.All(forecast.Points, point => Assert.True(point is > double.MinValue and < double.MaxValue));
            var interval = forecast.Interval(10_000, 1 - 1e-15)!.Value;
            Assert.True(interval.High - interval.Low < double.PositiveInfinity, $"{model}: {interval}");
        }
    }

    [Fact]
    public void Fit_SmallestValues_LosesNothing()
    {
        double[] values = [.. Enumerable.Range(0, 14).Select(i => i % 3 == 0 ? -1e-300 : 2e-300)];
        Assert.All(All(4), model => Assert.True(model.Fit(values).ResidualStandardDeviation > 1e-303));
    }

#if !NETFRAMEWORK
    [Fact]
    public void Fit_OneWeight_IsWhereMathNetsOptimizerEnds() => Property.Holds(40, (random, size) =>
    {
        var values = SampleSeries.Random(random, 20 + size, 1);
        var fit = SeriesModels.SimpleExponentialSmoothing().Fit(values);
        var alpha = fit.Parameter("alpha");
        // MathNet searches from there in both parameters at once, over the letter's own sum of squares.
        var (a, l) = FindMinimum.OfFunction(
            (x, y) => x is < 0.0001 or > 0.9999 ? 1e12 + (1e12 * Math.Abs(x)) : new ByTheLetter(values, 0, x, 0, 0, y, 0).SumOfSquares,
            Math.Min(0.99, Math.Max(0.01, alpha)),
            fit.Parameter("l[0]") + 0.01,
            tolerance: 1e-12,
            maxIterations: 20_000);
        AssertNotAbove(new ByTheLetter(values, 0, a, 0, 0, l, 0).SumOfSquares, fit.SumOfSquares(), values);
    });

    [Fact]
    public void Solve_AnySystem_IsMathNets() => Property.Holds(300, (random, size) =>
    {
        int rows = size + random.Below(10), columns = random.Between(1, size);
        var matrix = Matrix<double>.Build.Dense(rows, columns, (_, _) => random.Share() - 0.5);
        var target = Vector<double>.Build.Dense(rows, _ => random.Share() - 0.5);
        var expected = matrix.QR().Solve(target);
        var found = LeastSquares.Solve(matrix.ToColumnArrays(), target.ToArray());
        // By what they leave, for a system may hardly tell its own unknowns.
        var best = (target - (matrix * expected)).L2Norm();
        Assert.Equal(best, (target - (matrix * Vector<double>.Build.Dense(found))).L2Norm(), 1e-9);
    });
#endif

    [Fact]
    public void Solve_ColumnsThatSayTheSame_GivesTheLaterOnesNothing()
    {
        double[] x = LeastSquares.Solve([[1, 1, 1], [2, 2, 2], [0, 0, 0], [1, 0, 0]], [5, 3, 3]);
        Assert.Equal([3, 0, 0, 2], x.Select(value => Math.Round(value, 12)));
        Assert.Equal([1, 0], LeastSquares.Solve([[2], [3]], [2]));
    }

    private static IEnumerable<SeriesModel> All(int m) =>
    [
        SeriesModels.Naive, SeriesModels.SeasonalNaive(m), SeriesModels.Drift, SeriesModels.SimpleExponentialSmoothing(), SeriesModels.Holt(),
        SeriesModels.HoltWintersAdditive(m), SeriesModels.HoltWintersAdditive(m, gamma: 0.9), SeriesModels.HoltWintersAdditive(m, alpha: 0.2), SeriesModels.Holt(0.3),
    ];

    private static void AssertNotAbove(double other, double best, double[] values)
    {
        var slack = 1e-10 * values.Sum(value => (value - values[0]) * (value - values[0]));
        Assert.True(best <= other + slack, $"{best} is above {other}.");
    }
}
