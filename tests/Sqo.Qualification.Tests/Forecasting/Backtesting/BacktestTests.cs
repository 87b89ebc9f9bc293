using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Forecasting.Models;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting.Backtesting;

public class BacktestTests
{
    private const int Days = 420;

    private static readonly DateTime Last = SimulatedSales.Start.AddDays(Days - 1);
    private static readonly List<Opportunity> Deals = SimulatedSales.Deals(new SeededRandom(17), Days, 0.8);
    private static readonly PipelineHistory History = SimulatedSales.History(Deals, Days, SimulatedSales.Start);

    [Fact]
    public void Run_ThreeModels_HasTheMeasuresOfAPlainComputation()
    {
        var origins = Backtest.MonthEnds(new(2016, 6, 1), new(2016, 12, 1));
        var flat = new OwnModel("flat", _ => 2_000, 500);
        var report = Backtest.Run(History, origins, [flat, ForecastModels.TimeToClose()], new([3, 1], level: 0.9));
        Assert.Equal(origins, report.Origins);
        Assert.Empty(report.Gaps);
        Assert.Equal(
            [("naive", 1), ("flat", 1), ("time-to-close", 1), ("naive", 3), ("flat", 3), ("time-to-close", 3)],
            report.Scores.Select(score => (score.Model, score.MonthsAhead)));
        foreach (var score in report.Scores)
        {
            // What came, from the records alone; the last origins that are known reach to January 2017, and February is not over.
            var known = origins.Where(origin => origin.AddDays(1).AddMonths(score.MonthsAhead) <= Last.AddDays(1)).ToList();
            Assert.Equal(known, score.Rows.Select(row => row.Origin));
            var actuals = known.Select(origin => Won(origin.AddDays(1), origin.AddDays(1).AddMonths(score.MonthsAhead))).ToList();
            Assert.Equal(actuals, score.Rows.Select(row => row.Actual));
            var errors = score.Rows.Select((row, i) => actuals[i] - row.Forecast.Mean).ToList();
            Near(errors.Sum(Math.Abs) / actuals.Sum(), score.Wape);
            Near(errors.Sum() / actuals.Sum(), score.Bias);
            var training = Enumerable.Range(0, 6).Select(month => Won(SimulatedSales.Start.AddMonths(month), SimulatedSales.Start.AddMonths(month + 1))).ToList();
            var ahead = score.MonthsAhead;
            var sums = Enumerable.Range(ahead - 1, 6 - ahead + 1).Select(month => Enumerable.Range(0, ahead).Sum(back => training[month - back])).ToList();
            var scale = Enumerable.Range(ahead, sums.Count - ahead).Average(month => Math.Abs(sums[month] - sums[month - ahead]));
            Near(errors.Average(Math.Abs) / scale, score.Mase);
            var naive = report.Of("naive", score.MonthsAhead)!;
            Near(1 - (score.Wape!.Value / naive.Wape!.Value), score.Skill);
            Near(1 - (score.Crps!.Value / naive.Crps!.Value), score.CrpsSkill);

            double winkler = 0, quantile = 0, crps = 0;
            var inside = 0;
            for (var i = 0; i < actuals.Count; i++)
            {
                var y = actuals[i];
                var forecast = score.Rows[i].Forecast;
                var (l, u) = (forecast.Quantile(0.05)!.Value, forecast.Quantile(0.95)!.Value);
                winkler += u - l + (20 * Math.Max(0, l - y)) + (20 * Math.Max(0, y - u));
                if (y >= l && y <= u) inside++;
                foreach (var p in new[] { 0.1, 0.5, 0.9 })
                {
                    var f = forecast.Quantile(p)!.Value;
                    quantile += (y < f ? 2 * (1 - p) * (f - y) : 2 * p * (y - f)) / 3;
                }

                var sample = Enumerable.Range(0, 200).Select(k => forecast.Quantile((k + 0.5) / 200)!.Value).ToList();
                crps += sample.Average(x => Math.Abs(x - y)) - (sample.Sum(a => sample.Sum(b => Math.Abs(a - b))) / (2.0 * 200 * 200));
            }

            Near(winkler / actuals.Count, score.Winkler);
            Near(quantile / actuals.Count, score.QuantileScore);
            Near(crps / actuals.Count, score.Crps);
            Assert.Equal((inside, actuals.Count), ((int)score.Coverage!.Value.Successes, (int)score.Coverage.Value.Trials));
            Assert.Equal(0.9, score.Level);
        }

        Assert.Equal(0, report.Of("naive", 1)!.Skill);
        Assert.Equal(0, report.Of("naive", 3)!.CrpsSkill);
        Assert.Null(report.Of("naive", 2));
        Assert.Null(report.Of("Naive", 1));
    }

    [Fact]
    public void Run_WithoutModels_RunsTheDefault()
    {
        var report = Backtest.Run(History, [new(2016, 9, 30, 12, 0, 0), new(2016, 9, 30)], options: new([1]));
        Assert.Equal(["naive", "combination"], report.Scores.Select(score => score.Model));
        Assert.Equal(new DateTime(2016, 9, 30), Assert.Single(report.Origins));
        var row = Assert.Single(report.Scores[1].Rows);
        Assert.Equal(ForecastBits.Of(ForecastModels.Default.Forecast(new(History, row.Origin, [row.Period]))), ForecastBits.Of(row.Model));
        Assert.Equal(row.Actual - row.Forecast.Mean, row.Error);
        Assert.Equal(ForecastPeriod.Month(2016, 10), row.Period);
    }

    [Fact]
    public void Run_OriginsWithinAMonth_ForecastTheFirstWholeMonth() =>
        Assert.Equal(ForecastPeriod.Month(2016, 10), Backtest.Run(History, [new(2016, 9, 14)], [ForecastModels.Naive], new([1])).Scores[0].Rows[0].Period);

    [Fact]
    public void Run_NaiveAmongTheModels_IsNotRunTwice() =>
        Assert.Equal(["naive"], Backtest.Run(History, [new(2016, 9, 30)], [ForecastModels.Naive], new([1])).Scores.Select(score => score.Model));

    [Fact]
    public void Run_OriginsWithoutAKnownActual_AreLeftOut()
    {
        var report = Backtest.Run(History, [new(2016, 12, 31), new(2017, 1, 31), Last], [ForecastModels.Naive], new([1, 3]));
        Assert.Equal([new DateTime(2016, 12, 31)], report.Of("naive", 1)!.Rows.Select(row => row.Origin));
        Assert.Empty(report.Of("naive", 3)!.Rows);
        Assert.Null(report.Of("naive", 3)!.Wape);
        Assert.Null(report.Of("naive", 3)!.Skill);
        Assert.Equal(3, report.Origins.Count);
    }

    [Fact]
    public void Run_MonthsInWhichClosingsCouldNotBeSeen_AreNotTakenForMonthsWithoutAny()
    {
        var late = SimulatedSales.History(Deals, Days, new DateTime(2016, 8, 15));
        var report = Backtest.Run(late, Backtest.MonthEnds(new(2016, 5, 1), new(2016, 10, 1)), [new OwnModel("flat", _ => 1)], new([1]));
        Assert.Equal([new DateTime(2016, 8, 31), new(2016, 9, 30), new(2016, 10, 31)], report.Of("flat", 1)!.Rows.Select(row => row.Origin));
    }

    [Fact]
    public void Run_TooLittleHistory_IsAGapAndTheRestIsComparedFairly()
    {
        var choosy = new OwnModel("choosy", input => input.AsOf.Month < 9 ? throw new TooLittleHistoryException("choosy", "months", input.AsOf.Month, 9) : 3_000);
        var report = Backtest.Run(History, Backtest.MonthEnds(new(2016, 7, 1), new(2016, 11, 1)), [choosy], new([1]));
        Assert.Equal([new DateTime(2016, 7, 31), new(2016, 8, 31)], report.Gaps.Select(gap => gap.Origin));
        var gap = report.Gaps[1];
        Assert.Equal(("choosy", 8, ForecastPeriod.Month(2016, 9)), (gap.Model, gap.Reason.Given, gap.Period));
        var score = report.Of("choosy", 1)!;
        Assert.Equal(3, score.Rows.Count);

        // Naive by the same three months, though it has five.
        var naive = report.Of("naive", 1)!.Rows.Where(row => row.Origin.Month >= 9).ToList();
        Near(1 - (score.Rows.Sum(row => Math.Abs(row.Error)) / naive.Sum(row => Math.Abs(row.Error))), score.Skill);
        Assert.Null(score.Crps);
        Assert.Null(score.CrpsSkill);
        Assert.Null(score.Coverage);
        Assert.Null(score.Winkler);
    }

    [Fact]
    public void Run_NoMonthOfTraining_HasNoScale()
    {
        var report = Backtest.Run(History, [new(2016, 1, 31)], [new OwnModel("flat", _ => 1)], new([1]));
        Assert.Null(report.Of("flat", 1)!.Mase);
        Assert.NotNull(report.Of("flat", 1)!.Wape);
    }

    [Fact]
    public void Run_WhatCannotBeRun_IsRefusedByName()
    {
        DateTime[] origins = [new(2016, 9, 30)];
        Assert.Contains("\"flat\"", Assert.Throws<ArgumentException>("models", () => Backtest.Run(History, origins, [new OwnModel("flat", _ => 1), new OwnModel("flat", _ => 2)])).Message, StringComparison.Ordinal);
        Assert.Contains("\"naive\"", Assert.Throws<ArgumentException>("models", () => Backtest.Run(History, origins, [new OwnModel("naive", _ => 1)])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("models", () => Backtest.Run(History, origins, [null!]));
        Assert.Throws<ArgumentException>("origins", () => Backtest.Run(History, []));
        Assert.Throws<ArgumentException>("origins", () => Backtest.Run(History, [new(2016, 9, 30, 0, 0, 0, DateTimeKind.Local)]));
        Assert.Throws<ArgumentNullException>("origins", () => Backtest.Run(History, null!));
        Assert.Throws<ArgumentNullException>("history", () => Backtest.Run(null!, origins));
        Assert.Throws<ArgumentOutOfRangeException>("asOf", () => Backtest.Run(History, [Last.AddDays(1)]));
        Assert.Throws<ArgumentException>("monthsAhead", () => new BacktestOptions([]));
        Assert.Throws<ArgumentOutOfRangeException>("monthsAhead", () => new BacktestOptions([0]));
        Assert.Throws<ArgumentOutOfRangeException>("level", () => new BacktestOptions(level: 1));
        var wrong = Assert.Throws<InvalidOperationException>(() => Backtest.Run(History, origins, [new Late()], new([1])));
        Assert.Equal("The model \"late\" was asked for 2016-10 but returned 2016-11.", wrong.Message);
    }

    [Fact]
    public void MonthEnds_ASpan_AreTheLastDaysOfItsMonths()
    {
        Assert.Equal([new DateTime(2016, 1, 31), new(2016, 2, 29), new(2016, 3, 31)], Backtest.MonthEnds(new(2016, 1, 31), new(2016, 3, 1)));
        Assert.Equal([new DateTime(2016, 2, 29)], Backtest.MonthEnds(new(2016, 2, 5), new(2016, 2, 5)));
        Assert.Throws<ArgumentOutOfRangeException>("last", () => Backtest.MonthEnds(new(2016, 2, 5), new(2016, 2, 4)));
        Assert.Throws<ArgumentException>(() => Backtest.MonthEnds(new(2016, 2, 5, 0, 0, 0, DateTimeKind.Local), new(2016, 2, 6)));
    }

    private static double Won(DateTime from, DateTime to) =>
        (double)Deals.Where(deal => deal.Outcome == OpportunityOutcome.Won && deal.Closed >= from && deal.Closed < to).Sum(deal => deal.Value!.Value);

    private static void Near(double expected, double? found) => Assert.InRange((found!.Value - expected) / Math.Max(1, Math.Abs(expected)), -1e-9, 1e-9);

    private sealed class Late() : ForecastModel("late")
    {
        public override ModelForecast Forecast(ForecastInput input) => new(Id, [new(ForecastPeriod.NextMonths(input.Periods[0].Last, 1)[0], 1, null)]);
    }
}
