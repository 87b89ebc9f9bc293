using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting.Models;

public class RevenueForecastTests
{
    private const int Days = 200;

    private static readonly DateTime Last = SimulatedSales.Start.AddDays(Days - 1);

    [Fact]
    public void Create_DayWithinAMonth_CoversTheRestOfItFirst()
    {
        var history = History(1);
        var day = new DateTime(2016, 6, 13);
        Assert.Equal("2016-06-14..2016-06-30, 2016-07, 2016-08", Periods(new()));
        Assert.Equal("2016-06-14..2016-06-30", Periods(new(months: 1)));
        Assert.Equal("2016-07, 2016-08, 2016-09", string.Join(", ", RevenueForecast.Create(history, new DateTime(2016, 6, 30)).Periods.Select(period => period.Period)));
        Assert.Equal("2016-07, 2016 Q4", Periods(new(periods: [ForecastPeriod.Month(2016, 7), ForecastPeriod.Quarter(2016, 4)])));
        Assert.Equal("2016-06-30", string.Join(", ", RevenueForecast.Create(history, new DateTime(2016, 6, 29), new(months: 1)).Periods.Select(period => period.Period.ToString().Substring(0, 10))));
        Assert.Throws<ArgumentOutOfRangeException>("months", () => new RevenueForecastOptions(months: 0));

        string Periods(RevenueForecastOptions options) => string.Join(", ", RevenueForecast.Create(history, day, options).Periods.Select(period => period.Period));
    }

    [Fact]
    public void OpenBy_Owners_AddUpToAllOpenDeals()
    {
        var forecast = RevenueForecast.Create(History(2), Last, new(months: 2));
        var owners = forecast.OpenBy(deal => deal.Owner);
        Assert.Equal(3, owners.Count);
        Assert.Equal(owners.OrderByDescending(owner => owner.Total.Mean).Select(owner => owner.Name), owners.Select(owner => owner.Name));
        Assert.Contains(null, owners.Select(owner => owner.Name));
        Assert.Equal(forecast.Deals.Select(deal => deal.Opportunity.Id).OrderBy(id => id, StringComparer.Ordinal), owners.SelectMany(owner => owner.Deals).Select(deal => deal.Opportunity.Id).OrderBy(id => id, StringComparer.Ordinal));
        for (var i = 0; i < 2; i++)
        {
            var all = forecast.Periods[i].Open!;
            var sum = RevenueDistribution.Combine(owners.Select(owner => owner.Periods[i]));
            Assert.Equal(all.Mean, sum.Mean);
            Assert.Equal(all.DealCount, sum.DealCount);
            Assert.Equal(all.SpreadAsked, sum.SpreadAsked);
            Assert.Equal(all.StandardDeviation, sum.StandardDeviation);
            foreach (var p in new[] { 0.1, 0.5, 0.9 }) Assert.Equal(all.Quantile(p), sum.Quantile(p));
        }

        Assert.Equal(forecast.Total.Open!.Mean, owners.Sum(owner => owner.Total.Mean), 6);
        Assert.Throws<ArgumentNullException>("group", () => forecast.OpenBy(null!));
    }

    [Fact]
    public void Create_SmallExample_HasEveryPart()
    {
        var forecast = RevenueForecast.Create(History(3), Last);
        Assert.Equal(Last, forecast.AsOf);
        Assert.Equal("combination", forecast.Model);
        Assert.Empty(forecast.Fallbacks);
        Assert.Equal(["time-to-close", "seasonal-naive-3", "simple-exponential-smoothing"], forecast.Parts.Select(part => part.Model));
        Assert.Equal(3, forecast.WeightedPipeline!.Count);
        Assert.All(forecast.Periods, period => Assert.True(period.Quantile(0.1) <= period.Quantile(0.5) && period.Quantile(0.5) <= period.Quantile(0.9)));
        Assert.All(forecast.Periods, period => Assert.True(period.Quantile(0.1) >= 0));
        Assert.InRange(forecast.Total.Mean / forecast.Periods.Sum(period => period.Mean), 1 - 1e-9, 1 + 1e-9);
        Assert.Equal(ForecastPeriod.Of(forecast.Periods[0].Period.First, forecast.Periods[2].Period.Last), forecast.Total.Period);
        Assert.NotNull(forecast.TimeToClose);
        Assert.NotNull(forecast.Errors);
        Assert.True(forecast.Total.Interval() is { } interval && interval.Low < forecast.Total.Mean && interval.High > forecast.Total.Mean);
    }

    [Fact]
    public void Create_OtherCultures_GiveTheSameBits()
    {
        var expected = Text();
        foreach (var culture in new[] { "tr-TR", "sv-SE" }.Take(Deep.Size(1, 2)))
        {
            using var scope = new CultureScope(culture);
            Assert.Equal(expected, Text());
        }

        static string Text()
        {
            var history = History(5);
            var forecast = RevenueForecast.Create(history, Last, new(months: 2));
            var few = RevenueForecast.Create(history, SimulatedSales.Start.AddDays(12), new(months: 1));
            return string.Join(
                "\n",
                ForecastBits.Of(ForecastModels.Default.Forecast(new(history, Last, ForecastPeriod.NextMonths(Last, 2)))),
                forecast.Periods[0].Distribution,
                few.Periods[0].Distribution,
                forecast.TimeToClose!.WonChange);
        }
    }

    [Fact]
    public void Create_OneOpenDeal_ForecastsItOrSaysWhatIsMissing()
    {
        var deal = Opportunity.Create(o => (o.Id, o.Created, o.Amount, o.Probability, o.ExpectedClose) = ("A", Last, 100, 0.5, Last.AddDays(5)));
        var forecast = RevenueForecast.Create(PipelineHistory.Reconstruct([deal], Last), Last);
        Assert.Equal(50, forecast.Total.Mean, 12);
        Assert.Equal(0, forecast.Total.Quantile(0.4));
        Assert.Equal(100, forecast.Total.Quantile(0.6));
        var bare = Opportunity.Create(o => (o.Id, o.Created, o.Amount) = ("A", Last, 100));
        // Without any closing and any word of its chance, the prior stands in: one in four is won, in 60 days, and more like it come.
        var guessed = RevenueForecast.Create(PipelineHistory.Reconstruct([bare], Last), Last, new(periods: [ForecastPeriod.Of(Last.AddDays(1), Last.AddDays(365))]));
        Assert.InRange(guessed.Total.Open!.Mean, 10, 30);
        Assert.InRange(guessed.Total.StandardDeviation!.Value, guessed.Total.Mean / 4, 1e9);
        Assert.Throws<TooLittleHistoryException>(() => RevenueForecast.Create(PipelineHistory.Of([new(Last, [])]), Last));
    }

    [Fact]
    public void Create_AllClosed_ForecastsNewBusinessAlone()
    {
        var deals = SimulatedSales.Deals(new SeededRandom(6), Days, 1).Where(deal => !deal.IsOpen).ToList();
        var forecast = RevenueForecast.Create(SimulatedSales.History(deals, Days), Last, new(months: 2));
        Assert.Empty(forecast.Deals);
        Assert.Empty(forecast.Stale);
        Assert.All(forecast.Periods, period => Assert.Equal(0, period.Open!.Mean));
        Assert.All(forecast.Periods, period => Assert.True(period.NewBusiness!.Mean > 0));
        Assert.Equal([0.0, 0], forecast.WeightedPipeline!);
    }

    [Fact]
    public void Create_AllOpen_SaysThatNothingHasClosed()
    {
        var deals = SimulatedSales.Deals(new SeededRandom(6), Days, 0.2, (_, _) => 0, (_, _) => 0, (random, o) => (o.Probability, o.ExpectedClose) = (0.25, Last.AddDays(1)));
        var forecast = RevenueForecast.Create(SimulatedSales.History(deals, Days), Last, new(months: 1));
        Assert.Equal("weighted-pipeline", forecast.Model);
        Assert.Equal((double)deals.Sum(deal => deal.Amount!.Value) / 4, forecast.Total.Mean, 6);
        Assert.Equal(deals[0].Created, forecast.ObservedFrom);
        Assert.Null(forecast.Errors);
    }

    [Fact]
    public void Create_UnvaluedAndUndatedDeals_AreCounted()
    {
        var deals = SimulatedSales.Deals(new SeededRandom(7), Days, 1);
        deals.Add(Opportunity.Create(o => (o.Id, o.Created) = ("open, no amount", Last)));
        deals.Add(Opportunity.Create(o => (o.Id, o.Created, o.Closed, o.Outcome) = ("won for what?", Last.AddDays(-3), Last, OpportunityOutcome.Won)));
        deals.Add(Opportunity.Create(o => (o.Id, o.Amount) = ("undated", 1)));
        var forecast = RevenueForecast.Create(SimulatedSales.History(deals, Days), Last);
        Assert.Equal("open, no amount", Assert.Single(forecast.Unvalued).Id);
        Assert.Equal(1, forecast.UnvaluedWins);
        Assert.Equal(1, forecast.Undated);
        // What left no trace by an earlier day is not known to have been there.
        Assert.Equal(0, RevenueForecast.Create(SimulatedSales.History(deals, Days), Last.AddDays(-1)).Undated);
        Assert.Equal(1, RevenueForecast.Create(PipelineHistory.Of([new(Last, deals)]), Last).Undated);
    }

    [Fact]
    public void Create_SeveralCurrencies_TakesRatesAndNamesTheOneThatIsMissing()
    {
        List<Opportunity> In(string currency, decimal worth) => SimulatedSales.Deals(new SeededRandom(9), Days, 1, fill: (_, o) =>
        {
            if (o.Id![o.Id.Length - 1] is < '5') return;
            (o.Currency, o.Amount, o.ClosedAmount) = (currency, o.Amount / worth, o.ClosedAmount / worth);
        });
        var options = new RevenueForecastOptions(months: 1, forecast: new(rates: new ExchangeRates("EUR", [new("SEK", 0.1m)])));
        var inEuro = RevenueForecast.Create(SimulatedSales.History(In("EUR", 1), Days), Last, new(months: 1));
        var inKronor = RevenueForecast.Create(SimulatedSales.History(In("SEK", 0.1m), Days), Last, options);
        Assert.InRange(inKronor.Total.Mean / inEuro.Total.Mean, 1 - 1e-12, 1 + 1e-12);

        var missing = Assert.Throws<MissingExchangeRateException>(() => RevenueForecast.Create(SimulatedSales.History(In("NOK", 0.1m), Days), Last, options));
        Assert.Equal(("NOK", "EUR"), (missing.Currency, missing.Target));
        List<Opportunity> mixed = [.. In("SEK", 1), Opportunity.Create(o => (o.Id, o.Created, o.Amount, o.Currency) = ("euro", Last, 1, "EUR"))];
        Assert.Contains("EUR", Assert.Throws<MissingExchangeRateException>(() => RevenueForecast.Create(SimulatedSales.History(mixed, Days), Last)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_OwnModel_EntersByTheSameDoor()
    {
        var own = new OwnModel("own", input => input.Snapshot.Open.Count, 2);
        var forecast = RevenueForecast.Create(History(2), Last, new(months: 2, model: own));
        Assert.Equal("own", forecast.Model);
        Assert.Equal(2.0 * History(2).AsOf(Last).Open.Count, forecast.Total.Mean);
        Assert.Equal(Math.Sqrt(8), forecast.Total.StandardDeviation!.Value, 12);
        Assert.Empty(forecast.Deals);
        Assert.Empty(forecast.OpenBy(deal => deal.Owner));
        var combined = ForecastModels.Combine("with own", own, ForecastModels.TimeToClose());
        Assert.True(RevenueForecast.Create(History(2), Last, new(model: combined)).Parts[0].Forecasts > 0);
        Assert.Equal("own", Backtest.Run(History(2), [new(2016, 5, 31)], [own], new([1])).Scores[1].Model);
        Assert.Throws<ArgumentException>("id", () => new OwnModel(" ", _ => 0));
        Assert.Equal("own", own.ToString());
    }

    [Fact]
    public void PeriodForecast_NormalErrors_HaveTheirQuantilesAndNothingBelowZero()
    {
        var period = new PeriodForecast(ForecastPeriod.Month(2017, 1), 100, 50);
        Assert.Equal(100, period.Quantile(0.5)!.Value, 9);
        Assert.Equal(100 + (50 * 1.2815515655446), period.Quantile(0.9)!.Value, 6);
        Assert.Equal(0, period.Quantile(0.01));
        Assert.Equal((0.8, period.Quantile(0.1)!.Value), (period.Interval()!.Value.Level, period.Interval()!.Value.Low));
        Assert.Equal(0, new PeriodForecast(ForecastPeriod.Month(2017, 1), -3, null).Mean);
        Assert.Null(new PeriodForecast(ForecastPeriod.Month(2017, 1), 3, null).Quantile(0.5));
        Assert.Throws<ArgumentOutOfRangeException>("mean", () => new PeriodForecast(ForecastPeriod.Month(2017, 1), double.NaN, null));
        Assert.Throws<ArgumentOutOfRangeException>("standardDeviation", () => new PeriodForecast(ForecastPeriod.Month(2017, 1), 1, -1));
        Assert.Throws<ArgumentOutOfRangeException>("p", () => period.Quantile(1));
        Assert.Throws<ArgumentOutOfRangeException>("level", () => period.Interval(0));
        Assert.Throws<ArgumentNullException>("distribution", () => new PeriodForecast(ForecastPeriod.Month(2017, 1), null!));
        Assert.Throws<ArgumentException>("periods", () => new ModelForecast("x", []));
        Assert.Throws<ArgumentException>("periods", () => new ModelForecast("x", [null!]));
    }

    [Fact]
    public void Create_AHundredThousandDeals_IsDoneInReasonableTime()
    {
        var random = new SeededRandom(11);
        var start = new DateTime(2015, 1, 1);
        var last = start.AddDays(1_000);
        var deals = Opportunity.From(Enumerable.Range(0, Deep.Size(25_000, 100_000)), (i, o) =>
        {
            (o.Id, o.Created, o.Amount, o.Account) = ("D" + i, start.AddDays(random.Below(1_000)), 100 * (1 + random.Below(50)), i % 3 == 0 ? null : "A");
            var closed = o.Created.Value.AddDays(random.Below(300));
            if (i % 4 == 0 || closed > last) return;
            (o.Closed, o.Outcome) = (closed, i % 4 == 1 ? OpportunityOutcome.Won : OpportunityOutcome.Lost);
        });
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var forecast = RevenueForecast.Create(PipelineHistory.Reconstruct(deals, last), last);
        Assert.True(forecast.Total.Mean > 0);
        Assert.True(forecast.Total.Quantile(0.1) < forecast.Total.Quantile(0.9));
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), $"It took {watch.Elapsed}.");
    }

    private static PipelineHistory History(ulong seed) => SimulatedSales.History(SimulatedSales.Deals(new SeededRandom(seed), Days, 1), Days);
}
