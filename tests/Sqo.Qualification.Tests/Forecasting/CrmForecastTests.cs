using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting;

/// <summary>
/// How good the forecasts would have been on the public data set. The bounds were set before the models were built; nothing is tuned to
/// these months.
/// </summary>
public class CrmForecastTests
{
    private static readonly Lazy<PipelineHistory> History = new(() => PipelineHistory.Reconstruct(CrmData.Opportunities()));

    [CrmFact]
    public void Run_MonthlyOrigins_MeetsItsBounds()
    {
        ForecastModel[] models = [ForecastModels.Default, ForecastModels.TimeToClose(), ForecastModels.SeasonalNaive(3), ForecastModels.Series(SeriesModels.SimpleExponentialSmoothing(0.3))];
        var month = Backtest.Run(History.Value, Backtest.MonthEnds(new(2017, 5, 1), new(2017, 11, 1)), models, new([1]));
        var quarter = Backtest.Run(History.Value, Backtest.MonthEnds(new(2017, 5, 1), new(2017, 9, 1)), models, new([3]));
        Assert.Empty(month.Gaps);
        var one = month.Of("combination", 1)!;
        var three = quarter.Of("combination", 3)!;
        Assert.Equal(7, one.Rows.Count);
        Assert.Equal(5, three.Rows.Count);
        Assert.InRange(one.Wape!.Value, 0, 0.085);
        Assert.InRange(three.Wape!.Value, 0, 0.055);
        Assert.True(one.Wape <= Best(month, 1) + 0.05, $"{one.Wape} one month ahead; its best part {Best(month, 1)}.");
        Assert.True(three.Wape <= Best(quarter, 3) + 0.05, $"{three.Wape} three months ahead; its best part {Best(quarter, 3)}.");
        Assert.True(one.Skill > 0.3, $"Its skill one month ahead is {one.Skill}.");
        Assert.InRange(one.Coverage!.Value.Successes, 5, 7);
        Assert.True(one.Winkler < month.Of("naive", 1)!.Winkler, $"Winkler {one.Winkler} against {month.Of("naive", 1)!.Winkler} of naive.");

        static double Best(BacktestReport report, int ahead) =>
            report.Scores.Where(score => score.MonthsAhead == ahead && score.Model is not ("naive" or "combination")).Min(score => score.Wape!.Value);
    }

    [CrmFact]
    public void Create_EndOfSeptember_IsNearWhatTheOpenDealsWonAndNamesStaleOnes()
    {
        var asOf = new DateTime(2017, 9, 30);
        var forecast = RevenueForecast.Create(History.Value, asOf, new(periods: [ForecastPeriod.Quarter(2017, 4)]));
        Assert.InRange(forecast.Total.Open!.Mean, 1_251_928 * 0.65, 1_251_928 * 1.35);
        Assert.NotEmpty(forecast.Stale);
        Assert.All(forecast.Stale, stale => Assert.True(stale.Age > forecast.TimeToClose!.LongestClosedAge));
        Assert.Equal(1, forecast.Parts.Sum(part => part.Weight), 12);
        Assert.All(forecast.Parts, part => Assert.True(part.Forecasts > 0 && part.RootMeanSquaredError > 0));

        // The deals without an account hardly ever close, and the segment shows it.
        var segments = forecast.TimeToClose!.Segments.ToDictionary(segment => segment.Name, segment => segment.WonFactor);
        Assert.True(segments["no account"] < 0.2 * segments["account"], $"{segments["no account"]} against {segments["account"]}.");

        // The plain weighted pipeline has stale ones closing too.
        Assert.True(forecast.WeightedPipeline![0] > 1.4 * forecast.Total.Open.Mean);
    }
}
