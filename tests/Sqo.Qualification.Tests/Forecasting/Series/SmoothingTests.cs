using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting.Series;

/// <summary>What the smoothing models do with given parameters.</summary>
public class SmoothingTests
{
    [Fact]
    public void SimpleExponentialSmoothing_ThreeValues_IsWhatIsWorkedByHand()
    {
        // l: 10, 11, 10, 12.
        var fit = SeriesModels.SimpleExponentialSmoothing(alpha: 0.5, level: 10).Fit([12, 9, 14]);
        Assert.Equal([10, 11, 10], fit.Fitted);
        Assert.Equal([2, -2, 4], fit.Residuals);
        Assert.Equal(0, fit.EstimatedParameters);
        Assert.Equal(Math.Sqrt(8), fit.ResidualStandardDeviation!.Value, 1e-14);
        var forecast = fit.Forecast(5);
        Assert.Equal([12, 12, 12, 12, 12], forecast.Points);
        // sigma^2 (1 + alpha^2 (h - 1)) at h = 5: 8 * 2.
        Assert.Equal(4, forecast.StandardDeviation(5)!.Value, 1e-14);
    }

    [Fact]
    public void SimpleExponentialSmoothing_AlgerianExports_GivesTheLevelsOfFpp3()
    {
        // FPP3 8.1: exports of Algeria, 1960 to 1966, with its parameters.
        var fit = SeriesModels.SimpleExponentialSmoothing(0.84, 39.54).Fit([39.04, 46.24, 19.79, 24.68, 25.08, 22.60, 25.99]);
        AssertNear([39.54, 39.12, 45.10, 23.84, 24.55, 25.00, 22.99], fit.Fitted.Select(value => value!.Value));
        Assert.Equal(25.51, fit.Forecast(1).Point(1), 0.011);
    }

    [Fact]
    public void Holt_AustralianPopulation_GivesTheForecastsOfFpp3()
    {
        // FPP3 8.2: population of Australia in millions, 1960 to 1965, with its parameters.
        var fit = SeriesModels.Holt(0.9999, 0.3267, 10.05, 0.22).Fit([10.276, 10.483, 10.742, 10.950, 11.167, 11.388]);
        AssertNear([10.28, 10.50, 10.70, 10.97, 11.17, 11.39], fit.Fitted.Select(value => value!.Value));
    }

    [Fact]
    public void Holt_ThreeValues_IsWhatIsWorkedByHand()
    {
        // l, b: (10, 2); 12 is what was forecast: (12, 2); 18 is 4 over 14: (16, 3), for 0.5 of 4 and 0.5 of (16 - 12 - 2);
        // 17 is 2 under 19: (18, 2.5).
        var forecast = SeriesModels.Holt(alpha: 0.5, beta: 0.5, level: 10, trend: 2).Fit([12, 18, 17]).Forecast(3);
        Assert.Equal([20.5, 23, 25.5], forecast.Points);
    }

    [Fact]
    public void HoltWinters_TrendAndSeasonsWithoutNoise_GoesOnAsTheyDo()
    {
        var fit = SeriesModels.HoltWintersAdditive(4).Fit([.. SampleSeries.TwoYears, 21]);
        Assert.All(fit.Residuals, residual => Assert.Equal(0, residual!.Value, 1e-9));
        AssertNear([19, 18, 24, 25, 23, 22, 28, 29], fit.Forecast(8).Points, 1e-8);
        Assert.Equal(10, fit.Parameter("l[0]"), 1e-9);
        Assert.Equal(1, fit.Parameter("b[0]"), 1e-9);
        AssertNear([2, -1, -3, 2], fit.Parameters.Where(parameter => parameter.Name.StartsWith("s[", StringComparison.Ordinal)).Select(parameter => parameter.Value), 1e-9);
    }

    [Fact]
    public void Models_AnyParameters_AreTheComponentFormsByTheLetter() => Property.Holds(200, (random, size) =>
    {
        var m = random.Between(2, 5);
        var values = SampleSeries.Random(random, (2 * m) + 5 + size, m);
        double alpha = random.Share(), beta = random.Share(), gamma = random.Share() * (1 - alpha);
        double level = random.Between(-100, 100), trend = random.Between(-10, 10);
        AssertIs(SeriesModels.SimpleExponentialSmoothing(alpha), 0);
        AssertIs(SeriesModels.SimpleExponentialSmoothing(alpha, level), 0);
        AssertIs(SeriesModels.Holt(alpha, beta), 0);
        AssertIs(SeriesModels.Holt(alpha, beta, level, trend), 0);
        AssertIs(SeriesModels.Holt(alpha, beta, trend: trend), 0);
        AssertIs(SeriesModels.HoltWintersAdditive(m, alpha, beta, gamma), m);

        void AssertIs(SeriesModel model, int period)
        {
            var fit = model.Fit(values);
            var expected = ByTheLetter.Of(fit, period);
            AssertNear(expected.Fitted, fit.Fitted.Select(value => value!.Value), 1e-7);
            AssertNear(Enumerable.Range(1, 12).Select(expected.Forecast), fit.Forecast(12).Points, 1e-7);
        }
    });

    [Fact]
    public void StandardDeviation_AnyParameters_IsTheRootOfTheSummedEffectsOfShocks() => Property.Holds(200, (random, _) =>
    {
        // What one unit at the last value does to the forecast j steps on is the weight of an error j steps before.
        var m = random.Between(2, 5);
        var values = SampleSeries.Random(random, (3 * m) + 6, m);
        double alpha = random.Share(), beta = random.Share(), gamma = random.Share() * (1 - alpha);
        AssertIs(SeriesModels.SimpleExponentialSmoothing(alpha, 3), 0);
        AssertIs(SeriesModels.Holt(alpha, beta, 3, -2), 0);
        AssertIs(SeriesModels.HoltWintersAdditive(m, alpha, beta, gamma), m);

        void AssertIs(SeriesModel model, int period)
        {
            var fit = model.Fit(values);
            var forecast = fit.Forecast(15);
            var shocked = (double[])values.Clone();
            shocked[shocked.Length - 1] += 1;
            var without = ByTheLetter.Of(fit, period);
            var with = ByTheLetter.Of(fit, period, shocked);
            double sum = 1;
            for (var h = 1; h <= 15; h++)
            {
                Assert.Equal(fit.ResidualStandardDeviation!.Value * Math.Sqrt(sum), forecast.StandardDeviation(h)!.Value, 1e-6 * fit.ResidualStandardDeviation.Value * Math.Sqrt(sum));
                var effect = with.Forecast(h) - without.Forecast(h);
                sum += effect * effect;
            }
        }
    });

    [Fact]
    public void SimpleExponentialSmoothing_AlphaOfOne_IsNaive()
    {
        double[] values = [4, 8, 15, 16, 23, 42];
        var fit = SeriesModels.SimpleExponentialSmoothing(alpha: 1).Fit(values);
        Assert.Equal(SeriesModels.Naive.Fit(values).Forecast(3).Points, fit.Forecast(3).Points);
        // The best starting level is the first value, and it is a parameter that was estimated.
        Assert.Equal(SeriesModels.Naive.Fit(values).ResidualStandardDeviation, fit.ResidualStandardDeviation);
    }

    [Fact]
    public void Parameters_GivenAndEstimated_AreToldApart()
    {
        var fit = SeriesModels.Holt(alpha: 0.25, trend: 1).Fit([3, 1, 4, 1, 5, 9, 2, 6]);
        Assert.Equal(["alpha", "beta", "l[0]", "b[0]"], fit.Parameters.Select(parameter => parameter.Name));
        Assert.Equal([false, true, true, false], fit.Parameters.Select(parameter => parameter.Estimated));
        Assert.Equal(2, fit.EstimatedParameters);
        Assert.Equal(1, fit.Parameter("b[0]"));
        using (new CultureScope("sv-SE")) Assert.Equal("alpha = 0.25", fit.Parameters[0].ToString());
        // Four seasons are three that are free.
        var seasonal = SeriesModels.HoltWintersAdditive(4).Fit([.. SampleSeries.TwoYears, 19]);
        Assert.Equal(["alpha", "beta", "gamma", "l[0]", "b[0]", "s[-3]", "s[-2]", "s[-1]", "s[0]"], seasonal.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(8, seasonal.EstimatedParameters);
    }

    [Fact]
    public void Factories_ParametersThatCannotBe_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("period", () => SeriesModels.SeasonalNaive(0));
        Assert.Throws<ArgumentOutOfRangeException>("period", () => SeriesModels.HoltWintersAdditive(1));
        Assert.Throws<ArgumentOutOfRangeException>("period", () => SeriesModels.HoltWintersAdditive(int.MaxValue));
        Assert.Equal(int.MaxValue, SeriesModels.SeasonalNaive(int.MaxValue).MinimumLength);
        foreach (var bad in new[] { -0.1, 1.1, double.NaN })
        {
            Assert.Throws<ArgumentOutOfRangeException>("alpha", () => SeriesModels.SimpleExponentialSmoothing(bad));
            Assert.Throws<ArgumentOutOfRangeException>("alpha", () => SeriesModels.Holt(bad));
            Assert.Throws<ArgumentOutOfRangeException>("beta", () => SeriesModels.Holt(beta: bad));
            Assert.Throws<ArgumentOutOfRangeException>("gamma", () => SeriesModels.HoltWintersAdditive(4, gamma: bad));
        }

        Assert.Throws<ArgumentOutOfRangeException>("level", () => SeriesModels.SimpleExponentialSmoothing(level: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("trend", () => SeriesModels.Holt(trend: double.PositiveInfinity));
        var fault = Assert.Throws<ArgumentOutOfRangeException>("gamma", () => SeriesModels.HoltWintersAdditive(4, alpha: 0.75, gamma: 0.5));
        Assert.Contains("alpha is 0.75 and gamma is 0.5", fault.Message, StringComparison.Ordinal);
        Assert.Equal("holt-winters-additive-4", SeriesModels.HoltWintersAdditive(4, alpha: 0.7, gamma: 0.3).Id);
    }

    [Fact]
    public void Fit_OnEveryTarget_GivesTheseDigits()
    {
        var values = SampleSeries.Random(new SeededRandom(3), 30, 4);
        var seasonal = SeriesModels.HoltWintersAdditive(4).Fit(values);
        var trend = SeriesModels.Holt().Fit(values);
        var level = SeriesModels.SimpleExponentialSmoothing().Fit(values);
        double[] found =
        [
            seasonal.Parameter("alpha"), seasonal.Parameter("gamma"), seasonal.Parameter("s[0]"), seasonal.Forecast(6).Interval(6)!.Value.High,
            trend.Parameter("alpha"), trend.Parameter("beta"), trend.Forecast(6).Interval(6)!.Value.Low,
            level.Parameter("alpha"), level.Parameter("l[0]"), level.Forecast(6).Interval(6, 0.5)!.Value.Low,
        ];
        string[] expected =
        [
            "0.7441070932942709", "0.000025589290670572906", "-0.6020211394551502", "349.4615902168304", "0.722156731640625",
            "0.0001", "340.4811221736148", "0.7957137946289068", "330.4311598766858", "339.90336019926804",
        ];
        Assert.Equal(expected, found.Select(InvariantText.Of));
    }

    private static void AssertNear(IEnumerable<double> expected, IEnumerable<double> found, double tolerance = 0.011)
    {
        double[] all = [.. found];
        Assert.Equal(expected.Count(), all.Length);
        foreach (var (value, i) in expected.Select((value, i) => (value, i))) Assert.Equal(value, all[i], tolerance * Math.Max(1, tolerance < 1e-3 ? Math.Abs(value) : 1));
    }
}
