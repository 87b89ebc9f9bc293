using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting.Models;

public class BuiltInModelTests
{
    private static readonly DateTime Day = new(2017, 6, 30);

    [Fact]
    public void Naive_MonthsAhead_RepeatsTheLastOnesAsManyAsAreForecast()
    {
        double[] won = [10, 20, 30, 40, 50, 60];
        Assert.Equal([60.0], ForecastModels.Naive.Expect(Input(won, ForecastPeriod.Month(2017, 7))));
        Assert.Equal([40.0, 50, 60], ForecastModels.Naive.Expect(Input(won, [.. ForecastPeriod.NextMonths(Day, 3)])));
        Assert.Equal([150.0], ForecastModels.Naive.Expect(Input(won, ForecastPeriod.Quarter(2017, 3))));
        Assert.Equal([20.0, 30, 40, 50, 60], ForecastModels.Naive.Expect(Input(won, [.. ForecastPeriod.NextMonths(Day, 5)])));
        Assert.Throws<TooLittleHistoryException>(() => ForecastModels.Naive.Expect(Input(won, [.. ForecastPeriod.NextMonths(Day, 7)])));
    }

    [Theory]
    [InlineData(36, true)]
    [InlineData(24, true)]
    [InlineData(23, false)]
    public void Series_FollowsYear_HasTheSwingOfTheYearFromTwoYearsOn(int months, bool swings)
    {
        // A wave of a year: forty wins of 100 a month on average, sixty in January and twenty in July.
        static double Wins(DateTime month) => Math.Round(40 * (1 + (0.5 * Math.Cos(2 * Math.PI * (month.Month - 1) / 12))));
        var first = new DateTime(2017, 7, 1).AddMonths(-months);
        var deals = Opportunity.From(
            Enumerable.Range(0, months).Select(i => first.AddMonths(i)).SelectMany(month =>
                Enumerable.Range(0, (int)Wins(month)).Select(i => (month, i))),
            (win, o) => (o.Id, o.Created, o.Closed, o.Outcome, o.Amount) =
                ($"{win.month:yyyy-MM} {win.i}", win.month, win.month, OpportunityOutcome.Won, 100));
        var ahead = ForecastPeriod.NextMonths(Day, 12);
        var input = new ForecastInput(PipelineHistory.Reconstruct(deals, Day), Day, ahead);
        var plain = ForecastModels.Series(SeriesModels.SimpleExponentialSmoothing(0.3)).Expect(input);
        var adjusted = ForecastModels.Series(SeriesModels.SimpleExponentialSmoothing(0.3), followsYear: true).Expect(input);
        Assert.Single(plain.Distinct());
        if (!swings) Assert.Equal(plain, adjusted);
        else Assert.All(ahead.Zip(adjusted), pair => Assert.InRange(pair.Second / (100 * Wins(pair.First.First)), 0.88, 1.12));
    }

    [Fact]
    public void SeasonalNaive_ThreeMonths_IsTheSameMonthOfTheQuarterBefore()
    {
        var means = ForecastModels.SeasonalNaive(3).Expect(Input([10, 20, 30, 40, 50, 60], [.. ForecastPeriod.NextMonths(Day, 5)]));
        Assert.Equal([40.0, 50, 60, 40, 50], means);
        Assert.Throws<ArgumentOutOfRangeException>(() => ForecastModels.SeasonalNaive(0));
        Assert.Throws<ArgumentNullException>(() => ForecastModels.Series(null!));
    }

    [Fact]
    public void Series_PartOfAMonth_CountsByItsWorkingDays()
    {
        // July 2017 has 21 working days, of which 10 are after the 17th, and August 23, of which 4 are in its first four days.
        var input = Input([10, 20, 30, 40, 50, 60], ForecastPeriod.Of(new(2017, 7, 18), new(2017, 8, 4)));
        var mean = Assert.Single(ForecastModels.SeasonalNaive(1).Expect(input));
        Assert.Equal(60 * ((10 / 21.0) + (4 / 23.0)), mean, 12);

        // Monday the 31st is a holiday: one day fewer of a month that has one fewer.
        var worked = new ForecastOptions(new WorkingCalendar([new(2017, 7, 31)]));
        Assert.Equal(60 * ((9 / 20.0) + (4 / 23.0)), Assert.Single(ForecastModels.SeasonalNaive(1).Expect(Input([10, 20, 30, 40, 50, 60], worked, input.Periods[0]))), 12);
    }

    [Fact]
    public void Series_MonthThatHasBegun_IsNotLearnedFrom()
    {
        // As of the 17th July has brought 7 already; it says nothing of a whole month.
        List<Opportunity> deals = [.. Won([10, 20, 30, 40, 50, 60]), Opportunity.Create(o => (o.Id, o.Created, o.Closed, o.Outcome, o.Amount) = ("July", Day, new(2017, 7, 3), OpportunityOutcome.Won, 7))];
        var asOf = new DateTime(2017, 7, 17);
        var input = new ForecastInput(PipelineHistory.Reconstruct(deals, asOf), asOf, [ForecastPeriod.MonthOf(asOf).After(asOf)!.Value]);
        Assert.Equal([10.0, 20, 30, 40, 50, 60], input.WonByMonth.Values);
        Assert.Equal(60 * 10 / 21.0, Assert.Single(ForecastModels.SeasonalNaive(1).Expect(input)), 12);
    }

    [Fact]
    public void Series_StandardDeviations_AreThoseOfTheSeries()
    {
        double[] won = [10, 20, 40, 40, 70, 60];
        var forecast = ForecastModels.SeasonalNaive(1).Forecast(Input(won, ForecastPeriod.Quarter(2017, 3)));
        var steps = SeriesModels.SeasonalNaive(1).Fit(won).Forecast(3);
        // The errors share the shocks: 1 + 2 + 3 of them, squared, are 14, where independent ones would be 1 + 2 + 3.
        Assert.Equal(Math.Sqrt(14) * steps.StandardDeviation(1)!.Value, forecast.Periods[0].StandardDeviation!.Value, 9);
        var months = ForecastModels.SeasonalNaive(1).Forecast(Input(won, [.. ForecastPeriod.NextMonths(Day, 3)]));
        Assert.Equal(forecast.Periods[0].StandardDeviation!.Value, months.Total.StandardDeviation!.Value, 9);
        Assert.Null(ForecastModels.Naive.Forecast(Input([10], ForecastPeriod.Month(2017, 7))).Periods[0].StandardDeviation);
        Assert.Null(ForecastModels.Naive.Forecast(Input([10], ForecastPeriod.Month(2017, 7))).Periods[0].Interval());
    }

    [Fact]
    public void WonByMonth_ObservedFromTheMiddleOfAMonth_BeginsWithTheNext()
    {
        var deals = Won([10, 20, 30]);
        var history = PipelineHistory.Reconstruct(deals, Day, new DateTime(2017, 4, 2));
        var months = new ForecastInput(history, Day, ForecastPeriod.NextMonths(Day, 1)).WonByMonth;
        Assert.Equal([ForecastPeriod.Month(2017, 5), ForecastPeriod.Month(2017, 6)], months.Months);
        Assert.Equal([20.0, 30], months.Values);
        var none = new ForecastInput(history, new DateTime(2017, 5, 30), ForecastPeriod.NextMonths(Day, 1)).WonByMonth;
        Assert.Empty(none.Months);
        Assert.Equal((HistoryUnits.WholeMonths, 0, 1), Missing(() => ForecastModels.Naive.Expect(new(history, new DateTime(2017, 5, 30), ForecastPeriod.NextMonths(Day, 1)))));

        static (string, int, int) Missing(Action act)
        {
            var missing = Assert.Throws<TooLittleHistoryException>(act);
            return (missing.Unit, missing.Given, missing.Needed);
        }
    }

    [Fact]
    public void WeightedPipeline_WorkedCase_ShrinksAndPlacesByTheExpectedClose()
    {
        // Boxes won 3 of 4 and crates 0 of 1, the whole 3 of 5: (3 + 10 x 0.6) / 14 and (0 + 10 x 0.6) / 11.
        var forecast = ForecastModels.WeightedPipeline().Forecast(Kept());
        const double box = 9 / 14.0;
        const double crate = 6 / 11.0;
        var chances = forecast.Deals.ToDictionary(deal => deal.Opportunity.Id, deal => deal.Chances);
        Near([box, 0, 0], chances["overdue"]);
        Near([box, 0, 0], chances["due on the day"]);
        Near([0, 0, 0], chances["before the first period"]);
        Near([0, crate, 0], chances["in the second"]);
        Near([0, 0, 0], chances["in the gap"]);
        Near([0, 0, 0], chances["after all"]);
        // One without an expected close goes by the pace at which deals close: fewer of those that are left each month.
        Assert.InRange(chances["unknown"][0], box * 0.05, box * 0.9);
        Assert.True(chances["unknown"].Sum() < box);
        Assert.True(chances["unknown"][0] > chances["unknown"][1] && chances["unknown"][1] > chances["unknown"][2]);
        Assert.Null(forecast.Deals.Single(deal => deal.Opportunity.Id == "no amount").Amount);
        Assert.Equal(100 * ((2 * box) + chances["unknown"][0]), forecast.Periods[0].Mean, 9);
        Assert.Equal(100 * (crate + chances["unknown"][1]), forecast.Periods[1].Mean, 9);
        Near([.. forecast.Periods.Select(period => period.Mean)], ForecastModels.WeightedPipeline().Expect(Kept()));
        Assert.Null(forecast.Periods[0].Open);

        // By another group all are alike.
        Assert.Equal(0.6, ForecastModels.WeightedPipeline(_ => "all").Forecast(Kept()).Deals[0].Chances[0], 14);
    }

    [Fact]
    public void WeightedPipeline_NothingHasClosed_GoesByTheDealsOwnProbabilities()
    {
        var deals = Opportunity.From(new[] { 0.2, 0.7, double.NaN }, (probability, o) =>
        {
            (o.Id, o.Created, o.Amount, o.ExpectedClose) = ("P" + probability.ToString(System.Globalization.CultureInfo.InvariantCulture), Day.AddDays(-3), 100, Day.AddDays(3));
            if (!double.IsNaN(probability)) o.Probability = probability;
        });
        var history = PipelineHistory.Of([new(Day, deals)]);
        var forecast = RevenueForecast.Create(history, Day, new(months: 1));
        Assert.Equal(90, forecast.Total.Mean, 9);
        Assert.Equal([0.2, 0.7, 0], forecast.Deals.Select(deal => deal.Chances[0]));
        Assert.Equal("PNaN", Assert.Single(forecast.Unvalued).Id);
        Near([90], forecast.WeightedPipeline!);

        var unknown = new ForecastInput(PipelineHistory.Of([new(Day, [deals[2]])]), Day, ForecastPeriod.NextMonths(Day, 1));
        var missing = Assert.Throws<TooLittleHistoryException>(() => ForecastModels.WeightedPipeline().Forecast(unknown));
        Assert.Contains("closed deals or probabilities", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TimeToClose_FewWon_StandsBesideThePrior()
    {
        var input = Kept();
        var forecast = ForecastModels.TimeToClose().Forecast(input);
        Assert.Equal("time-to-close", forecast.Model);
        Assert.Empty(forecast.Fallbacks);
        Assert.Equal(3, forecast.TimeToClose!.WonCount);
        Near([.. forecast.Periods.Select(period => period.Mean)], ForecastModels.TimeToClose().Expect(input));

        // One that is not to be moved: hardly a deal is won.
        ForecastInput Sure(double winRate) => new(input.History, Day, input.Periods, new(prior: new ForecastPrior(winRate: winRate, strength: 1e6)));
        var low = ForecastModels.TimeToClose().Expect(Sure(0.01))[0];
        var high = ForecastModels.TimeToClose().Expect(Sure(0.5))[0];
        Assert.InRange(forecast.Periods[0].Mean, low, double.MaxValue);
        Assert.True(high > 5 * low, $"{high} against {low}.");
    }

    [Fact]
    public void TimeToClose_DealWithoutAnAmount_IsTakenForWhatWonDealsBringAndNamed()
    {
        var deals = SimulatedSales.Deals(new SeededRandom(3), 300, 1).ToList();
        deals.Add(Opportunity.Create(o => (o.Id, o.Created, o.Account) = ("no amount", SimulatedSales.Start.AddDays(295), "A")));
        var last = SimulatedSales.Start.AddDays(299);
        var forecast = ForecastModels.TimeToClose().Forecast(new(SimulatedSales.History(deals, 300), last, ForecastPeriod.NextMonths(last, 1)));
        var deal = Assert.Single(forecast.Deals, each => each.IsAmountAssumed);
        Assert.Equal("no amount", deal.Opportunity.Id);
        Assert.InRange(deal.Amount!.Value, 150, 400);
        Assert.True(deal.Chances[0] > 0);
    }

    [Fact]
    public void TimeToClose_StaleDeals_AreNamedTheOldestFirstAndCountForNextToNothing()
    {
        // Forty deals that close within 40 days, and thirty that have been open for a year and more.
        var deals = Opportunity.From(Enumerable.Range(0, 70), (i, o) =>
        {
            (o.Id, o.Amount) = ("D-" + i, 1_000);
            o.Created = i < 40 ? Day.AddDays(-60 - (5 * i)) : Day.AddDays(-365 - i);
            if (i < 40) (o.Closed, o.Outcome) = (o.Created.Value.AddDays(i), i % 2 == 0 ? OpportunityOutcome.Won : OpportunityOutcome.Lost);
        });
        var forecast = ForecastModels.TimeToClose().Forecast(new(PipelineHistory.Reconstruct(deals, Day), Day, [ForecastPeriod.Month(2017, 7)]));
        Assert.Equal(30, forecast.Stale.Count);
        Assert.Equal(("D-69", 434), (forecast.Stale[0].Opportunity.Id, forecast.Stale[0].Age));
        Assert.All(forecast.Deals, deal => Assert.InRange(deal.Chances[0], 0, 0.02));
    }

    [Fact]
    public void Forecast_TwoThreads_GiveTheSameBits()
    {
        const int days = 200;
        var last = SimulatedSales.Start.AddDays(days - 1);
        var history = SimulatedSales.History(SimulatedSales.Deals(new SeededRandom(4), days, 1), days);
        var input = new ForecastInput(history, last, ForecastPeriod.NextMonths(last, 2));
        var texts = Enumerable.Range(0, 6).AsParallel().WithDegreeOfParallelism(3).Select(_ => ForecastBits.Of(ForecastModels.Default.Forecast(input)))
            .Concat(new[] { 0, 1 }.AsParallel().Select(_ => ForecastBits.Of(ForecastModels.Default.Forecast(new(history, last, ForecastPeriod.NextMonths(last, 2)))))).ToList();
        Assert.Equal(8, texts.Count);
        Assert.Single(texts.Distinct());
    }

    [Fact]
    public void Input_PeriodsThatCannotBeRight_AreRefused()
    {
        var history = PipelineHistory.Reconstruct(Won([10]), Day);
        Assert.Throws<ArgumentException>("periods", () => new ForecastInput(history, Day, []));
        Assert.Contains("The period 2017-06 begins on 2017-06-01; it must begin after 2017-06-30", Refused([ForecastPeriod.Month(2017, 6)]), StringComparison.Ordinal);
        Assert.Contains("must begin after 2017-09-30", Refused([ForecastPeriod.Quarter(2017, 3), ForecastPeriod.Month(2017, 9)]), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("asOf", () => new ForecastInput(history, Day.AddDays(1), ForecastPeriod.NextMonths(Day, 1)));
        Assert.Throws<ArgumentOutOfRangeException>("asOf", () => new ForecastInput(history, Day, ForecastPeriod.NextMonths(Day, 1)).At(new DateTime(2017, 5, 1), ForecastPeriod.NextMonths(Day, 1)));
        Assert.Throws<ArgumentNullException>("history", () => new ForecastInput(null!, Day, []));

        string Refused(ForecastPeriod[] periods) => Assert.Throws<ArgumentException>("periods", () => new ForecastInput(history, Day, periods)).Message;
    }

    private static void Near(IReadOnlyList<double> expected, IReadOnlyList<double> found)
    {
        Assert.Equal(expected.Count, found.Count);
        for (var i = 0; i < expected.Count; i++) Assert.InRange(found[i] - expected[i], -1e-9, 1e-9);
    }

    private static ForecastInput Input(double[] won, params ForecastPeriod[] periods) => Input(won, ForecastOptions.Default, periods);

    private static ForecastInput Input(double[] won, ForecastOptions options, params ForecastPeriod[] periods) => new(PipelineHistory.Reconstruct(Won(won), Day), Day, periods, options);

    private static IReadOnlyList<Opportunity> Won(double[] won)
    {
        var first = new DateTime(2017, 7, 1).AddMonths(-won.Length);
        return Opportunity.From(Enumerable.Range(0, won.Length), (i, o) =>
            (o.Id, o.Created, o.Closed, o.Outcome, o.Amount) = ("D-" + i, first.AddMonths(i), first.AddMonths(i), OpportunityOutcome.Won, (decimal)won[i]));
    }

    private static ForecastInput Kept()
    {
        var deals = new List<Opportunity>();
        void Add(string id, string product, DateTime? expected, decimal? amount = 100) =>
            deals.Add(Opportunity.Create(o => (o.Id, o.Created, o.Product, o.ExpectedClose, o.Amount) = (id, Day.AddDays(-30), product, expected, amount)));
        void Close(string id, string product, OpportunityOutcome outcome) =>
            deals.Add(Opportunity.Create(o => (o.Id, o.Created, o.Product, o.Outcome, o.Closed) = (id, Day.AddDays(-30), product, outcome, Day.AddDays(-2))));
        Add("overdue", "box", Day.AddDays(-5));
        Add("due on the day", "box", Day);
        Add("before the first period", "box", Day.AddDays(4));
        Add("in the second", "crate", new(2017, 8, 31));
        Add("in the gap", "box", new(2017, 9, 8));
        Add("after all", "box", new(2017, 12, 1));
        Add("unknown", "box", null);
        Add("no amount", "box", null, null);
        for (var i = 0; i < 4; i++) Close("B" + i, "box", i < 3 ? OpportunityOutcome.Won : OpportunityOutcome.Lost);
        Close("C", "crate", OpportunityOutcome.Lost);

        // Two periods of 31 days, and 30 days after some without a forecast.
        return new(PipelineHistory.Of([new(Day, deals)]), Day, [ForecastPeriod.Of(new(2017, 7, 6), new(2017, 8, 5)), ForecastPeriod.Of(new(2017, 8, 6), new(2017, 9, 5)), ForecastPeriod.Of(new(2017, 9, 11), new(2017, 10, 10))]);
    }
}
