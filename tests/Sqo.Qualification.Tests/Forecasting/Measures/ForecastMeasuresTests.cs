using System;
using System.Collections.Generic;
using System.Linq;
#if !NETFRAMEWORK
using MathNet.Numerics.Distributions;
#endif
using Sqo.Qualification.Internal;
using Sqo.Qualification.Tests.Forecasting.Series;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting.Measures;

public class ForecastMeasuresTests
{
    [Fact]
    public void Measures_WorkedCases_AreThoseOfTheDefinitions()
    {
        double[] training = [10, 12, 11, 13], actuals = [14, 10], forecasts = [12, 12];
        Assert.Equal(1.2, ForecastMeasures.Mase(actuals, forecasts, training)!.Value, 1e-15);
        Assert.Equal(1.0 / 6, ForecastMeasures.Wape(actuals, forecasts)!.Value, 1e-15);
        Assert.Equal(0, ForecastMeasures.Bias(actuals, forecasts));
        Assert.Equal(4.86, ForecastMeasures.QuantileScore(741.84, 744.54, 0.1), 1e-9);
        Assert.Equal(55.68, ForecastMeasures.WinklerScore(741.84, new(744.54, 773.22, 0.8)), 1e-9);
        Assert.Equal(0.5, ForecastMeasures.Crps(2, [1, 3]));
    }

    [Fact]
    public void Bias_ForecastsTooLow_IsAboveZero()
    {
        Assert.Equal(0.25, ForecastMeasures.Bias([10, 10], [5, 10]));
        Assert.Equal(-0.25, ForecastMeasures.Bias([-10, 10], [-5, 10]));
        Assert.Equal(0.25, ForecastMeasures.Wape([-10, 10], [-5, 10]));
    }

    [Fact]
    public void MaseScale_OfAPeriod_IsOfTheSeasonalNaive()
    {
        Assert.Equal(2, ForecastMeasures.MaseScale([1, 50, 2, 53], period: 2));
        Assert.Equal(3, ForecastMeasures.Mase([10], [4], [1, 50, 2, 53], period: 2));
    }

    [Fact]
    public void Ratios_WithNothingToDivideBy_AreNull()
    {
        Assert.Null(ForecastMeasures.Wape([0, 0], [1, 2]));
        Assert.Null(ForecastMeasures.Bias([0], [0]));
        Assert.Null(ForecastMeasures.Mase([1], [2], [5, 5, 5]));
        Assert.Null(ForecastMeasures.Mase([1], [2], [5]));
        Assert.Null(ForecastMeasures.MaseScale([1, 2, 3], period: 3));
        Assert.Null(ForecastMeasures.Wape([double.Epsilon], [1]));
        Assert.Null(ForecastMeasures.Skill(1, 0));
        Assert.Null(ForecastMeasures.Skill(0, 0));
        Assert.Null(ForecastMeasures.Skill(null, 1));
        Assert.Null(ForecastMeasures.Skill(1, null));
    }

    [Fact]
    public void Skill_AgainstTheBaseline_IsTheShareSaved()
    {
        Assert.Equal(0.75, ForecastMeasures.Skill(0.25, 1));
        Assert.Equal(-1, ForecastMeasures.Skill(2, 1));
        Assert.Equal(1, ForecastMeasures.Skill(0, 3));
        Assert.Equal("score", Assert.Throws<ArgumentOutOfRangeException>(() => ForecastMeasures.Skill(-1, 1)).ParamName);
        Assert.Equal("baseline", Assert.Throws<ArgumentOutOfRangeException>(() => ForecastMeasures.Skill(1, double.NaN)).ParamName);
    }

    [Fact]
    public void Measures_AnyForecast_KeepToTheirRules() => Property.Holds(300, (random, size) =>
    {
        double[] Some(int count) => [.. Enumerable.Range(0, count).Select(_ => (double)random.Between(-500, 1_000))];
        double[] actuals = Some(size), forecasts = Some(size), training = Some(size + 2);
        double scale = random.Pick(0.01, 7, 1e6), shift = random.Between(-100, 100);
        double[] Scaled(double[] values) => [.. values.Select(value => value * scale)];
        double[] Shifted(double[] values) => [.. values.Select(value => value + shift)];

        // No unit of money matters to a ratio, and MASE does not mind where zero is.
        AssertNear(ForecastMeasures.Wape(actuals, forecasts), ForecastMeasures.Wape(Scaled(actuals), Scaled(forecasts)));
        AssertNear(ForecastMeasures.Bias(actuals, forecasts), ForecastMeasures.Bias(Scaled(actuals), Scaled(forecasts)));
        AssertNear(ForecastMeasures.Mase(actuals, forecasts, training), ForecastMeasures.Mase(Scaled(actuals), Scaled(forecasts), Scaled(training)));
        AssertNear(ForecastMeasures.Mase(actuals, forecasts, training), ForecastMeasures.Mase(Shifted(actuals), Shifted(forecasts), Shifted(training)));
        if (ForecastMeasures.Wape(actuals, forecasts) is { } wape) Assert.InRange(Math.Abs(ForecastMeasures.Bias(actuals, forecasts)!.Value), 0, wape + 1e-12);

        // A forecast has no skill over itself.
        var own = ForecastMeasures.Wape(actuals, forecasts);
        if (own > 0) Assert.Equal(0, ForecastMeasures.Skill(own, own));

        // The median's quantile score is the absolute error.
        Assert.Equal(actuals.Zip(forecasts, (y, f) => Math.Abs(y - f)).Average(), ForecastMeasures.QuantileScore(actuals, forecasts, 0.5), 1e-9);

        var level = random.Pick(0.5, 0.8, 0.95);
        StatisticalInterval[] intervals = [.. forecasts.Select(f => new StatisticalInterval(f - random.Below(300), f + random.Below(300), level))];
        var coverage = ForecastMeasures.IntervalCoverage(actuals, intervals);
        Assert.Equal(size, coverage.Trials);
        Assert.InRange(coverage.Value!.Value, 0, 1);
        Assert.Equal(intervals.Zip(actuals, (interval, y) => y < interval.Low || y > interval.High ? 0 : 1).Sum(), coverage.Successes);
        var width = intervals.Average(interval => interval.High - interval.Low);
        var winkler = ForecastMeasures.WinklerScore(actuals, intervals);
        Assert.True(winkler >= width - 1e-9);
        if (coverage.Successes == size) Assert.Equal(width, winkler, 1e-9);

        // Winkler's score is what the two quantiles at the ends cost together, over alpha.
        var alpha = 1 - level;
        var ends = ForecastMeasures.QuantileScore(actuals, [.. intervals.Select(interval => interval.Low)], alpha / 2)
            + ForecastMeasures.QuantileScore(actuals, [.. intervals.Select(interval => interval.High)], 1 - (alpha / 2));
        Assert.Equal(ends / alpha, winkler, 1e-7);
    });

    [Fact]
    public void Crps_AnySample_IsTheDoubleSumOfTheDefinition() => Property.Holds(300, (random, size) =>
    {
        double[] sample = [.. Enumerable.Range(0, size).Select(_ => (double)random.Between(-20, 20))];
        var actual = random.Between(-30, 30);
        var mean = sample.Average(x => Math.Abs(x - actual));
        var pairs = (from x in sample from y in sample select Math.Abs(x - y)).Sum() / (2.0 * size * size);
        var crps = ForecastMeasures.Crps(actual, sample);
        Assert.Equal(mean - pairs, crps, 1e-10);
        Assert.Equal(crps, ForecastMeasures.Crps(actual, [.. sample.OrderBy(_ => random.Next())]));
        Assert.Equal(3 * crps, ForecastMeasures.Crps(3 * actual + 5, [.. sample.Select(x => (3 * x) + 5)]), 1e-9);

        // Its quantile function is a step for each of the sample.
        var sorted = sample.OrderBy(x => x).ToArray();
        Assert.Equal(crps, ForecastMeasures.Crps(actual, p => sorted[(int)(p * size)], 8 * size), 1e-9);
    });

    [Fact]
    public void Crps_OneOfASample_IsTheAbsoluteError() => Assert.Equal(7, ForecastMeasures.Crps(10, [3]));

    [Fact]
    public void Crps_OfNormalQuantiles_IsTheKnownForm()
    {
        // Of a standard normal: y (2 Phi(y) - 1) + 2 phi(y) - 1 / sqrt(pi), which at 0 is (sqrt 2 - 1) / sqrt pi (Gneiting and Raftery 2007).
        Assert.Equal((Math.Sqrt(2) - 1) / Math.Sqrt(Math.PI), ForecastMeasures.Crps(0, NormalQuantile.Of), 0.001);
#if !NETFRAMEWORK
        foreach (var y in new[] { -3, -0.4, 0, 1, 2.5 })
        {
            var known = (y * ((2 * Normal.CDF(0, 1, y)) - 1)) + (2 * Normal.PDF(0, 1, y)) - (1 / Math.Sqrt(Math.PI));
            Assert.Equal(known, ForecastMeasures.Crps(y, NormalQuantile.Of), 0.001);
            Assert.Equal(known, ForecastMeasures.Crps(y, p => Normal.InvCDF(0, 1, p), 20_000), 0.00001);
        }
#endif
    }

    [Fact]
    public void Crps_ASampleOfAMillion_IsReady()
    {
        // By the double sum this would be a trillion terms.
        var random = new SeededRandom(9);
        double[] sample = [.. Enumerable.Range(0, 1_000_000).Select(_ => random.Share())];
        // Of the uniform distribution at its middle: the integral of p^2 from 0 to 1/2, twice.
        Assert.Equal(1.0 / 12, ForecastMeasures.Crps(0.5, sample), 1e-3);
    }

    [Fact]
    public void Measures_GreatestValues_StayFinite()
    {
        double[] actuals = [1e300, -1e300, 1e300], forecasts = [-1e300, 1e300, -1e300];
        Assert.Equal(2, ForecastMeasures.Wape(actuals, forecasts)!.Value, 1e-12);
        Assert.Equal(1, ForecastMeasures.Mase(actuals, forecasts, actuals)!.Value, 1e-12);
        Assert.Equal(2e300, ForecastMeasures.QuantileScore(actuals, forecasts, 0.5), 1e288);
        Assert.True(ForecastMeasures.Crps(1e300, [-1e300, 1e300]) > 0);
    }

    [Fact]
    public void Measures_Nothing_IsRefused()
    {
        double[] one = [1], none = [];
        StatisticalInterval[] interval = [new(0, 1, 0.8)];
        Action<IReadOnlyList<double>>[] measures =
        [
            actuals => ForecastMeasures.Wape(actuals, one),
            actuals => ForecastMeasures.Bias(actuals, one),
            actuals => ForecastMeasures.Mase(actuals, one, one),
            actuals => ForecastMeasures.QuantileScore(actuals, one, 0.5),
            actuals => ForecastMeasures.WinklerScore(actuals, interval),
            actuals => ForecastMeasures.IntervalCoverage(actuals, interval),
        ];
        foreach (var measure in measures)
        {
            Assert.Throws<ArgumentNullException>("actuals", () => measure(null!));
            Assert.Contains("actuals is empty", Assert.Throws<ArgumentException>("actuals", () => measure(none)).Message, StringComparison.Ordinal);
            Assert.Contains("actuals[1] is NaN", Assert.Throws<ArgumentException>("actuals", () => measure([1, double.NaN])).Message, StringComparison.Ordinal);
            var fault = Assert.Throws<ArgumentException>(() => measure([1, 2]));
            Assert.StartsWith("There are 2 actuals and 1 ", fault.Message, StringComparison.Ordinal);
        }

        Assert.Throws<ArgumentException>("training", () => ForecastMeasures.Mase(one, one, none));
        Assert.Throws<ArgumentException>("sample", () => ForecastMeasures.Crps(1, none));
        Assert.Throws<ArgumentNullException>("sample", () => ForecastMeasures.Crps(1, (double[])null!));
        Assert.Throws<ArgumentNullException>("quantile", () => ForecastMeasures.Crps(1, (Func<double, double>)null!));
        Assert.Throws<ArgumentNullException>("intervals", () => ForecastMeasures.WinklerScore(one, null!));
        Assert.Throws<ArgumentNullException>("forecasts", () => ForecastMeasures.Wape(one, null!));
    }

    [Fact]
    public void Measures_NumbersThatCannotBe_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("p", () => ForecastMeasures.QuantileScore(1, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("p", () => ForecastMeasures.QuantileScore([1], [1], 10));
        Assert.Throws<ArgumentOutOfRangeException>("actual", () => ForecastMeasures.QuantileScore(double.NaN, 1, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>("forecast", () => ForecastMeasures.QuantileScore(1, double.PositiveInfinity, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>("actual", () => ForecastMeasures.WinklerScore(double.NaN, new(0, 1, 0.8)));
        Assert.Throws<ArgumentOutOfRangeException>("actual", () => ForecastMeasures.Crps(double.NaN, [1]));
        Assert.Throws<ArgumentOutOfRangeException>("period", () => ForecastMeasures.MaseScale([1], 0));
        Assert.Throws<ArgumentOutOfRangeException>("points", () => ForecastMeasures.Crps(1, p => p, 0));
        Assert.Contains("sample[1] is NaN", Assert.Throws<ArgumentException>("sample", () => ForecastMeasures.Crps(1, [1, double.NaN])).Message, StringComparison.Ordinal);
        Assert.Contains("quantile at 0.75 is -0.75", Assert.Throws<ArgumentException>("quantile", () => ForecastMeasures.Crps(1, p => -p, 2)).Message, StringComparison.Ordinal);
        // The default value of an interval was never made.
        Assert.Throws<ArgumentException>("interval", () => ForecastMeasures.WinklerScore(1, default));
        Assert.Contains("intervals[0] is [0, 0] at a level of 0", Assert.Throws<ArgumentException>("intervals", () => ForecastMeasures.IntervalCoverage([1], [default])).Message, StringComparison.Ordinal);
        var levels = Assert.Throws<ArgumentException>("intervals", () => ForecastMeasures.IntervalCoverage([1, 1], [new(0, 1, 0.8), new(0, 1, 0.9)]));
        Assert.Contains("intervals[1] has the level 0.9 and the first one 0.8", levels.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Skill_NaiveAgainstNaive_IsZero()
    {
        var random = new SeededRandom(4);
        var values = SampleSeries.Random(random, 40, 4);
        // A back-test by hand, a step ahead from the twentieth value on.
        double[] actuals = [.. values.Skip(20)];
        double[] naive = [.. Enumerable.Range(20, 20).Select(t => SeriesModels.Naive.Fit([.. values.Take(t)]).Forecast(1).Point(1))];
        double[] baseline = [.. values.Skip(19).Take(20)];
        Assert.Equal(0, ForecastMeasures.Skill(ForecastMeasures.Wape(actuals, naive), ForecastMeasures.Wape(actuals, baseline)));
    }

    private static void AssertNear(double? expected, double? found)
    {
        Assert.Equal(expected is null, found is null);
        if (expected is { } value) Assert.Equal(value, found!.Value, 1e-9 * Math.Max(1, Math.Abs(value)));
    }
}
