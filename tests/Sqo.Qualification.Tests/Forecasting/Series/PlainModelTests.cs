using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting.Series;

/// <summary>Naive, seasonal naive and drift.</summary>
public class PlainModelTests
{
    private const double Z80 = 1.2815515655446004;

    [Fact]
    public void Naive_FourValues_IsWhatIsWorkedByHand()
    {
        // Changes 2, -1, 2: sigma^2 = 9 / 3.
        var fit = SeriesModels.Naive.Fit([10, 12, 11, 13]);
        Assert.Equal([null, 10, 12, 11], fit.Fitted);
        Assert.Equal([null, 2, -1, 2], fit.Residuals);
        Assert.Equal(Math.Sqrt(3), fit.ResidualStandardDeviation!.Value, 1e-15);
        Assert.Equal(0, fit.EstimatedParameters);
        Assert.Empty(fit.Parameters);
        var forecast = fit.Forecast(4);
        Assert.Equal([13, 13, 13, 13], forecast.Points);
        Assert.Equal(Math.Sqrt(12), forecast.StandardDeviation(4)!.Value, 1e-14);
        var interval = forecast.Interval(4)!.Value;
        Assert.Equal(13 - (Z80 * Math.Sqrt(12)), interval.Low, 1e-12);
        Assert.Equal(13 + (Z80 * Math.Sqrt(12)), interval.High, 1e-12);
        Assert.Equal(0.8, interval.Level);
        Assert.Equal(1.959963984540054 * Math.Sqrt(3), forecast.Interval(1, 0.95)!.Value.High - 13, 1e-14);
    }

    [Fact]
    public void Drift_FourValues_IsWhatIsWorkedByHand()
    {
        // Slope (16 - 10) / 3 = 2; residuals 1, -2, 1, of which the slope takes one degree: sigma^2 = 6 / 2.
        var fit = SeriesModels.Drift.Fit([10, 13, 13, 16]);
        Assert.Equal([null, 12, 15, 15], fit.Fitted);
        Assert.Equal([null, 1, -2, 1], fit.Residuals);
        Assert.Equal(new SeriesParameter("slope", 2, true), fit.Parameters.Single());
        Assert.Equal(1, fit.EstimatedParameters);
        Assert.Equal(Math.Sqrt(3), fit.ResidualStandardDeviation!.Value, 1e-15);
        var forecast = fit.Forecast(3);
        Assert.Equal([18, 20, 22], forecast.Points);
        // sigma sqrt(h (1 + h / (T - 1))) at h = 3: sqrt(3 * 3 * 2).
        Assert.Equal(Math.Sqrt(18), forecast.StandardDeviation(3)!.Value, 1e-14);
        Assert.Equal(2, forecast.StandardDeviation(1)!.Value, 1e-14);
    }

    [Fact]
    public void SeasonalNaive_TwoPeriods_IsWhatIsWorkedByHand()
    {
        var fit = SeriesModels.SeasonalNaive(3).Fit([5, 9, 40, 6, 7, 44]);
        Assert.Equal([null, null, null, 5, 9, 40], fit.Fitted);
        // Residuals 1, -2, 4: sigma^2 = 21 / 3.
        Assert.Equal(Math.Sqrt(7), fit.ResidualStandardDeviation!.Value, 1e-14);
        var forecast = fit.Forecast(7);
        Assert.Equal([6, 7, 44, 6, 7, 44, 6], forecast.Points);
        // sigma sqrt(k + 1), k the whole periods before.
        Assert.Equal(Math.Sqrt(7), forecast.StandardDeviation(3)!.Value, 1e-14);
        Assert.Equal(Math.Sqrt(14), forecast.StandardDeviation(4)!.Value, 1e-14);
        Assert.Equal(Math.Sqrt(14), forecast.StandardDeviation(6)!.Value, 1e-14);
        Assert.Equal(Math.Sqrt(21), forecast.StandardDeviation(7)!.Value, 1e-14);
    }

    [Fact]
    public void SeasonalNaive_PeriodOfOne_IsNaive() => Property.Holds(50, (random, size) =>
    {
        var values = SampleSeries.Random(random, size, 1);
        var naive = SeriesModels.Naive.Fit(values).Forecast(5);
        var seasonal = SeriesModels.SeasonalNaive(1).Fit(values).Forecast(5);
        Assert.Equal(naive.Points, seasonal.Points);
        Assert.Equal(naive.Interval(5), seasonal.Interval(5));
    });

    [Fact]
    public void Naive_OneValue_HasAPointAndNoInterval()
    {
        var fit = SeriesModels.Naive.Fit([-7.5]);
        Assert.Null(fit.ResidualStandardDeviation);
        Assert.Equal([null], fit.Residuals);
        var forecast = fit.Forecast(2);
        Assert.Equal(-7.5, forecast.Point(2));
        Assert.Null(forecast.StandardDeviation(2));
        Assert.Null(forecast.Interval(2));
        // The line through two values goes through both: nothing is left to tell the error from.
        Assert.Null(SeriesModels.Drift.Fit([1, 2]).Forecast(1).Interval(1));
        Assert.Null(SeriesModels.SeasonalNaive(2).Fit([1, 2]).Forecast(1).Interval(1));
    }

    [Fact]
    public void Drift_AnySeries_IsTheLineThroughFirstAndLast() => Property.Holds(200, (random, size) =>
    {
        var values = SampleSeries.Random(random, size + 1, 1);
        var forecast = SeriesModels.Drift.Fit(values).Forecast(9);
        var slope = (values[values.Length - 1] - values[0]) / size;
        Assert.All(Enumerable.Range(1, 9), h => Assert.Equal(values[0] + (slope * (size + h)), forecast.Point(h), 1e-8));
    });

    [Fact]
    public void StandardDeviationOfSum_RandomWalk_HoldsAQuarter()
    {
        // Each step is off by the sum of the shocks up to it: three steps by 1, 2 and 3 of them.
        var forecast = SeriesModels.Naive.Fit([3, 5, 4, 8, 7, 7.5]).Forecast(3);
        var one = forecast.StandardDeviation(1)!.Value;
        Assert.Equal(one, forecast.StandardDeviationOfSum([1])!.Value, 12);
        Assert.Equal(forecast.StandardDeviation(3)!.Value, forecast.StandardDeviationOfSum([0, 0, 1])!.Value, 12);
        Assert.Equal(one * Math.Sqrt(14), forecast.StandardDeviationOfSum([1, 1, 1])!.Value, 12);
        Assert.Null(SeriesModels.Naive.Fit([3]).Forecast(1).StandardDeviationOfSum([1]));
        Assert.Throws<ArgumentException>("weights", () => forecast.StandardDeviationOfSum([1, 1, 1, 1]));
        Assert.Throws<ArgumentException>("weights", () => forecast.StandardDeviationOfSum([double.NaN]));
        Assert.Throws<ArgumentNullException>("weights", () => forecast.StandardDeviationOfSum(null!));
    }

    [Fact]
    public void StandardDeviationOfSum_SmoothingModels_GoesByTheirShocks()
    {
        // psi is 1, then alpha each step: 1, 1 + 0.3 and 1 + 0.3 + 0.3 of the shocks.
        var level = SeriesModels.SimpleExponentialSmoothing(0.3).Fit([3, 5, 4, 8, 7, 7.5]).Forecast(3);
        var one = level.StandardDeviation(1)!.Value;
        Assert.Equal(one * Math.Sqrt(1 + (1.3 * 1.3) + (1.6 * 1.6)), level.StandardDeviationOfSum([1, 1, 1])!.Value, 9);

        // Of a season only the step a period later shares a shock.
        var season = SeriesModels.SeasonalNaive(2).Fit([3, 5, 4, 8, 7, 7.5]).Forecast(3);
        Assert.Equal(season.StandardDeviation(1)!.Value * Math.Sqrt(4 + 1 + 1), season.StandardDeviationOfSum([1, 1, 1])!.Value, 9);
    }
}
