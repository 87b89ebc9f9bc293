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
        Assert.Equal(Math.Sqrt(Enumerable.Range(1, 3).Sum(step => steps.StandardDeviation(step)!.Value * steps.StandardDeviation(step)!.Value)), forecast.Periods[0].StandardDeviation!.Value, 9);
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
        Assert.Equal(("whole months of closings", 0, 1), Missing(() => ForecastModels.Naive.Expect(new(history, new DateTime(2017, 5, 30), ForecastPeriod.NextMonths(Day, 1)))));

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
        Near([box * 31 / 92, box * 31 / 92, box * 30 / 92], chances["unknown"]);
        Assert.Null(forecast.Deals.Single(deal => deal.Opportunity.Id == "no amount").Amount);
        Assert.Equal((2 + (31 / 92.0)) * 100 * box, forecast.Periods[0].Mean, 9);
        Assert.Equal((100 * crate) + (31 / 92.0 * 100 * box), forecast.Periods[1].Mean, 9);
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
            (o.Id, o.Created, o.Amount) = ("P" + probability.ToString(System.Globalization.CultureInfo.InvariantCulture), Day.AddDays(-3), 100);
            if (!double.IsNaN(probability)) o.Probability = probability;
        });
        var history = PipelineHistory.Of([new(Day, deals)]);
        var forecast = RevenueForecast.Create(history, Day, new(months: 1));
        Assert.Equal(90, forecast.Total.Mean, 9);
        Assert.Equal([0.2, 0.7, 0], forecast.Deals.Select(deal => deal.Chances[0]));
        Assert.Equal("PNaN", Assert.Single(forecast.Unvalued).Id);
        Near([90], forecast.WeightedPipeline!);

        var unknown = PipelineHistory.Of([new(Day, [deals[2]])]);
        var missing = Assert.Throws<TooLittleHistoryException>(() => RevenueForecast.Create(unknown, Day));
        Assert.Contains("closed deals (or probabilities of open ones)", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TimeToClose_TooFewWon_FallsBackAndSaysSo()
    {
        var input = Kept();
        var forecast = ForecastModels.TimeToClose().Forecast(input);
        Assert.Equal("plain weighted pipeline", forecast.Model);
        Assert.Equal(("time to close and new business", "plain weighted pipeline"), (forecast.Fallbacks[0].Asked, forecast.Fallbacks[0].Used));
        Assert.Equal((3, 20), (forecast.Fallbacks[0].Reason.Given, forecast.Fallbacks[0].Reason.Needed));
        Assert.Equal(ForecastBits.Of(ForecastModels.WeightedPipeline().Forecast(input)), ForecastBits.Of(forecast).Replace(forecast.Fallbacks[0] + "\n", ""));
        Assert.Throws<TooLittleHistoryException>(() => ForecastModels.TimeToClose().Expect(input));
    }

    [Fact]
    public void TimeToClose_WorkedCase_HasOpenDealsAndNewBusinessByHand()
    {
        // Won at 10, lost at 20, censored at 30, won at 40, and one that began on the day itself: five begun in the 51 days that were seen.
        var history = TimeToCloseTests.Worked([TimeToCloseTests.Deal("E", 0)]);
        var input = new ForecastInput(history, Day, [ForecastPeriod.Of(Day.AddDays(1), Day.AddDays(11)), ForecastPeriod.Of(Day.AddDays(12), Day.AddDays(12))]);
        var model = ForecastModels.TimeToClose(new(segment: static _ => "all", followsCalendar: false, minimumWon: 1, minimumDays: 1));
        var forecast = model.Forecast(input);
        Assert.Equal(["C", "E"], forecast.Deals.OrderBy(deal => deal.Opportunity.Id).Select(deal => deal.Opportunity.Id));
        Near([1, 0], forecast.Deals.Single(deal => deal.Opportunity.Id == "C").Chances);
        Near([0.25, 0], forecast.Deals.Single(deal => deal.Opportunity.Id == "E").Chances);
        Assert.Equal(1_250, forecast.Periods[0].Open!.Mean, 9);

        // A deal of the first day is 10 days old on the eleventh; of the second period it is one of the second day.
        Assert.Equal(5 / 51.0 / 4, forecast.Periods[0].NewBusiness!.ExpectedNewWins, 13);
        Assert.Equal(5 / 51.0 / 4, forecast.Periods[1].NewBusiness!.ExpectedNewWins, 13);
        Assert.Equal(1_250 + (1_000 * 5 / 51.0 / 4), forecast.Periods[0].Mean, 9);
        Near([.. forecast.Periods.Select(period => period.Mean)], model.Expect(input));
        Assert.Empty(forecast.Stale);
        Assert.Equal(2, forecast.TimeToClose!.WonCount);
    }

    [Fact]
    public void TimeToClose_StaleDeals_AreNamedTheOldestFirstAndCountForNothing()
    {
        var history = TimeToCloseTests.Worked([TimeToCloseTests.Deal("45", 45), TimeToCloseTests.Deal("49", 49), TimeToCloseTests.Deal("40", 40)]);
        var model = ForecastModels.TimeToClose(new(segment: static _ => "all", followsCalendar: false, minimumWon: 1, minimumDays: 1));
        var forecast = model.Forecast(new(history, Day, [ForecastPeriod.Month(2017, 7)]));
        Assert.Equal([("49", 49), ("45", 45)], forecast.Stale.Select(stale => (stale.Opportunity.Id, stale.Age)));
        Assert.Equal([0.0, 0, 0], new[] { "45", "49", "40" }.Select(id => forecast.Deals.Single(deal => deal.Opportunity.Id == id).Chances[0]));
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
