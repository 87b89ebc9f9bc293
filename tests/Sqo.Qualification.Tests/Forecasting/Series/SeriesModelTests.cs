using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting.Series;

/// <summary>The door of the models, for built-in ones and a user's own.</summary>
public class SeriesModelTests
{
    public static TheoryData<string, int> Minimums => new()
    {
        { "naive", 1 },
        { "drift", 2 },
        { "seasonal-naive-12", 12 },
        { "simple-exponential-smoothing", 3 },
        { "holt", 5 },
        { "holt-winters-additive-2", 7 },
        { "holt-winters-additive-4", 9 },
        { "holt-winters-additive-12", 24 },
    };

    [Theory]
    [MemberData(nameof(Minimums))]
    public void Fit_OneValueTooFew_SaysHowManyItTakes(string id, int minimum)
    {
        var model = new[]
        {
            SeriesModels.Naive, SeriesModels.Drift, SeriesModels.SeasonalNaive(12), SeriesModels.SimpleExponentialSmoothing(), SeriesModels.Holt(),
            SeriesModels.HoltWintersAdditive(2), SeriesModels.HoltWintersAdditive(4), SeriesModels.HoltWintersAdditive(12),
        }.Single(candidate => candidate.Id == id);
        Assert.Equal(minimum, model.MinimumLength);
        Assert.Equal(id, model.ToString());
        var values = SampleSeries.Random(new SeededRandom(1), minimum, 4);
        Assert.Equal(minimum, model.Fit(values).Values.Count);
        var fault = Assert.Throws<TooLittleHistoryException>(() => model.Fit([.. values.Skip(1)]));
        Assert.Equal<string>([id, "values"], [fault.Model, fault.Unit]);
        Assert.Equal<int>([minimum - 1, minimum], [fault.Given, fault.Needed]);
    }

    [Fact]
    public void MinimumLength_WithParametersGiven_IsLess()
    {
        Assert.Equal(2, SeriesModels.SimpleExponentialSmoothing(0.5).MinimumLength);
        Assert.Equal(1, SeriesModels.SimpleExponentialSmoothing(0.5, 10).MinimumLength);
        Assert.Equal(3, SeriesModels.Holt(0.5, 0.1).MinimumLength);
        Assert.Equal(6, SeriesModels.HoltWintersAdditive(3, 0.5, 0.1, 0.1).MinimumLength);
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    [InlineData(-1.5e300, "-1.5E+300")]
    public void Fit_ValueThatCannotBe_IsNamedWithItsIndex(double value, string text)
    {
        var fault = Assert.Throws<ArgumentException>("values", () => SeriesModels.Naive.Fit([1, 2, value, double.NaN]));
        Assert.StartsWith($"values[2] is {text}; it must be a finite number", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_Null_IsRefused() => Assert.Throws<ArgumentNullException>("values", () => SeriesModels.Naive.Fit(null!));

    [Fact]
    public void Fit_ValuesChangedAfterwards_KeepsItsOwn()
    {
        double[] values = [1, 2, 3];
        var fit = SeriesModels.Naive.Fit(values);
        values[2] = 100;
        Assert.Equal([1, 2, 3], fit.Values);
        Assert.Equal(3, fit.Forecast(1).Point(1));
    }

    [Fact]
    public void Forecast_StepsThatCannotBe_AreRefused()
    {
        var fit = SeriesModels.Naive.Fit([1, 2]);
        Assert.Throws<ArgumentOutOfRangeException>("horizon", () => fit.Forecast(0));
        Assert.Throws<ArgumentOutOfRangeException>("horizon", () => fit.Forecast(10_001));
        var forecast = fit.Forecast(3);
        Assert.Equal(3, forecast.Horizon);
        Assert.Same(SeriesModels.Naive, forecast.Model);
        Assert.Throws<ArgumentOutOfRangeException>("step", () => forecast.Point(0));
        Assert.Throws<ArgumentOutOfRangeException>("step", () => forecast.StandardDeviation(4));
        var fault = Assert.Throws<ArgumentOutOfRangeException>("step", () => forecast.Interval(4));
        Assert.Contains("step is 4; the forecast reaches from step 1 to 3", fault.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("level", () => forecast.Interval(1, 80));
        Assert.Throws<ArgumentOutOfRangeException>("level", () => SeriesModels.Naive.Fit([1]).Forecast(1).Interval(1, double.NaN));
    }

    [Fact]
    public void Forecast_ExampleOfTheDocs_GivesItsNumbers()
    {
        var forecast = SeriesModels.HoltWintersAdditive(3).Fit([120, 95, 310, 130, 100, 340, 125, 110, 355, 140, 118, 372]).Forecast(3);
        Assert.Equal(151.67, forecast.Point(1), 0.005);
        Assert.Equal(368.20, forecast.Interval(3, 0.8)!.Value.Low, 0.005);
        Assert.Equal(399.13, forecast.Interval(3, 0.8)!.Value.High, 0.005);
    }

    [Fact]
    public void Fit_ModelOfOnesOwn_EntersByTheSameDoor()
    {
        SeriesModel model = new Median();
        var fit = model.Fit([1, 9, 2]);
        Assert.Equal([null, 1, 5], fit.Fitted);
        Assert.Equal([null, 8, -3], fit.Residuals);
        // 73 over two residuals less the one parameter.
        Assert.Equal(Math.Sqrt(73), fit.ResidualStandardDeviation!.Value, 1e-14);
        var forecast = fit.Forecast(2);
        Assert.Equal([2, 2], forecast.Points);
        Assert.Equal(Math.Sqrt(73), forecast.StandardDeviation(2)!.Value, 1e-14);
        Assert.Throws<TooLittleHistoryException>(() => model.Fit([]));
    }

    [Fact]
    public void Fit_ModelOfOnesOwnThatErrs_IsNamed()
    {
        var none = Assert.Throws<InvalidOperationException>(() => new Made("none", _ => null!).Fit([1]));
        Assert.Contains("\"none\" returned no fit", none.Message, StringComparison.Ordinal);
        var nan = new Made("odd", values => new(new Median(), values, [null, 1.0], step => step == 2 ? double.NaN : 1)).Fit([1, 2]);
        var point = Assert.Throws<InvalidOperationException>(() => nan.Forecast(2));
        Assert.Contains("forecast of the model \"median\" 2 steps ahead is NaN", point.Message, StringComparison.Ordinal);
        Assert.Equal(1, nan.Forecast(1).Point(1));
        var narrow = new Made("odd", values => new(new Median(), values, [null, 1.0], _ => 1, _ => -1)).Fit([1, 2]);
        Assert.Contains("spread", Assert.Throws<InvalidOperationException>(() => narrow.Forecast(1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("id", () => new Made(" ", _ => null!));
        Assert.Throws<ArgumentOutOfRangeException>("minimumLength", () => new Made("zero", _ => null!, 0));
    }

    [Fact]
    public void SeriesFit_WhatDoesNotFitTogether_IsRefused()
    {
        var model = SeriesModels.Naive;
        Assert.Throws<ArgumentNullException>("model", () => new SeriesFit(null!, [1], [null], _ => 1));
        Assert.Throws<ArgumentNullException>("values", () => new SeriesFit(model, null!, [null], _ => 1));
        Assert.Throws<ArgumentNullException>("fitted", () => new SeriesFit(model, [1], null!, _ => 1));
        Assert.Throws<ArgumentNullException>("point", () => new SeriesFit(model, [1], [null], null!));
        Assert.Contains("2 fitted values for 1 values", Assert.Throws<ArgumentException>("fitted", () => new SeriesFit(model, [1], [null, 1], _ => 1)).Message, StringComparison.Ordinal);
        Assert.Contains("fitted[1] is NaN", Assert.Throws<ArgumentException>("fitted", () => new SeriesFit(model, [1, 2], [null, double.NaN], _ => 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("estimated", () => new SeriesFit(model, [1], [null], _ => 1, estimated: -1));
    }

    private sealed class Median() : SeriesModel("median", 1)
    {
        protected override SeriesFit Estimate(IReadOnlyList<double> values)
        {
            var fitted = values.Select((_, i) => i == 0 ? default(double?) : Middle([.. values.Take(i)]));
            var median = Middle([.. values]);
            return new(this, values, [.. fitted], point: _ => median, estimated: 1);
        }

        private static double Middle(double[] values)
        {
            Array.Sort(values);
            return (values[values.Length / 2] + values[(values.Length - 1) / 2]) / 2;
        }
    }

    private sealed class Made(string name, Func<IReadOnlyList<double>, SeriesFit> estimate, int minimumLength = 1) : SeriesModel(name, minimumLength)
    {
        protected override SeriesFit Estimate(IReadOnlyList<double> values) => estimate(values);
    }
}
