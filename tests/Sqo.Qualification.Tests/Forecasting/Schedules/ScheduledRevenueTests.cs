using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting.Schedules;

public class ScheduledRevenueTests
{
    private static readonly ForecastPeriod Whole = ForecastPeriod.Of(new(2017, 1, 1), new(2030, 12, 31));

    [Fact]
    public void Of_WorkedExample_PlacesTheMoney()
    {
        // Half of a in January (.2) or February (.4): 600 once, 1,200 over twelve months from the closing day, renewed on 2018-02-01 at .8.
        var forecast = FixedModel.Forecast(
            [FixedModel.Deal("a", 1_800, null, [0.2, 0.4], recurring: 1_200), FixedModel.Deal("b", 100, 0.5, 0)]);
        var schedule = new DealSchedule(renewals: [new(new(2018, 2, 1), 0.8)]);
        var money = ScheduledRevenue.Of(
            forecast, deal => deal.Id == "a" ? schedule : null, new(periods: [.. ForecastPeriod.NextMonths(FixedModel.AsOf, 14)]));
        Assert.Equal([0.2m * 600 + 50, 0.4m * 600, 0, 0], money.Periods.Take(4).Select(period => period.OneOff));
        Assert.Equal([0.2m * 100, 0.6m * 100, 0.6m * 100], money.Periods.Take(3).Select(period => period.Recurring));
        // Won in January, the last of twelve payments is in December; won in February, in January.
        Assert.Equal([0.6m * 100, 0.4m * 100, 0], money.Periods.Skip(11).Select(period => period.Recurring));
        Assert.Equal([0, 0.6m * 0.8m * 100], money.Periods.Skip(12).Select(period => period.Renewals));
        Assert.Equal(0.6m * 0.8m * 1_100, money.OutsideRenewals);
        Assert.Equal(1_130, money.Bookings);
        Assert.Equal(1_130, money.Periods.Sum(period => period.Booked));
        Assert.Equal(0, money.OutsideBooked);
        Assert.Equal("b", Assert.Single(money.Unsplit).Id);
        Assert.Equal(170 + 20, money.Periods[0].Mean);
        Assert.Equal((0, 700, 700, 800),
            (money.Periods[13].Quantile(0.3), money.Periods[1].Interval(0.5).High, money.Periods[0].Quantile(0.81),
            money.Periods[0].Quantile(0.95)));
    }

    [Fact]
    public void Of_EverythingUpfront_IsTheForecast()
    {
        var history = SimulatedSales.History(SimulatedSales.Deals(new SeededRandom(3), 200, 0.5), 200);
        var forecast = RevenueForecast.Create(history, SimulatedSales.Start.AddDays(199));
        var money = ScheduledRevenue.Of(forecast, _ => null, new(draws: 4_096));
        Assert.Equal(forecast.Periods.Select(period => period.Period), money.Periods.Select(period => period.Period));
        for (var i = 0; i < 3; i++) Assert.InRange((double)money.Periods[i].Booked, forecast.Periods[i].Mean - 0.011,
            forecast.Periods[i].Mean + 0.011);
        Assert.Equal(Math.Round((decimal)forecast.Total.Mean, 2), money.Periods.Sum(period => period.Booked));
        Assert.Equal(money.Bookings, money.Periods.Sum(period => period.Booked));
    }

    /// <summary>All money in one period is the distribution of all bookings, which has a law of its own.</summary>
    [Fact]
    public void Of_AllMoneyInOnePeriod_HasTheDistributionOfTheTotal()
    {
        var random = new SeededRandom(6);
        OpenDeal[] deals = [.. Enumerable.Range(0, 25)
            .Select(i => FixedModel.Deal("d" + i, 100 * random.Between(1, 9), null, [0.5 * random.Share(), 0.4 * random.Share()],
            recurring: 50))];
        var forecast = FixedModel.Forecast(deals, 0.3, new ExpectedWins([1, 2], new DealAmounts([300m, 700m])));
        Assert.True(forecast.Total.Distribution!.Factor!.Correlation > 0.01);
        for (var seed = 1; seed <= Deep.Size(2, 20); seed++)
        {
            var money = ScheduledRevenue.Of(forecast, _ => new(), new([Whole], new(recurringShare: 0.5m), draws: 4_096, seed: seed))
                .Periods[0];
            Assert.Equal(Math.Round((decimal)forecast.Total.Mean, 2), money.Booked);
            foreach (var p in new[] { 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95 })
            {
                // Half a cent for what is rounded in the payments of new business.
                var value = (decimal)money.Quantile(p);
                var (below, at) = (forecast.Total.Distribution.CumulativeProbability(value - 0.01m),
                    forecast.Total.Distribution.CumulativeProbability(value + 0.01m));
                Assert.InRange(p, below - 0.035, at + 0.035);
            }
        }
    }

    [Fact]
    public void Of_SmallPortfolio_HasTheDistributionThatEnumerationGives()
    {
        // Two deals in quarters; the number of monthly payments in a quarter depends on the month in which it is won.
        OpenDeal[] deals = [FixedModel.Deal("a", 1_200, null, [0.3, 0.2, 0.1], recurring: 1_200),
            FixedModel.Deal("b", 240, null, [0.1, 0.1, 0.5], recurring: 240)];
        var money = ScheduledRevenue.Of(FixedModel.Forecast(deals), _ => new(),
            new([ForecastPeriod.Quarter(2017, 1), ForecastPeriod.Quarter(2017, 4), ForecastPeriod.Quarter(2018, 1)], draws: 65_536));
        var first = new SortedDictionary<double, double>();
        foreach (var (a, p) in Outcomes(deals[0], 100))
        {
            foreach (var (b, q) in Outcomes(deals[1], 20)) first[a + b] = (first.TryGetValue(a + b, out var sum) ? sum : 0) + (p * q);
        }

        double cumulative = 0;
        foreach (var (value, chance) in first.Select(pair => (pair.Key, pair.Value)))
        {
            // Halfway up each step.
            Assert.Equal(value, money.Periods[0].Quantile(cumulative + (chance / 2)), 9);
            cumulative += chance;
        }

        Assert.Equal((decimal)Math.Round(first.Sum(pair => pair.Key * pair.Value), 2), money.Periods[0].Booked);
        // Won in March, the twelfth payment is in February.
        Assert.Equal((0.2m * 100) + (0.1m * 200) + (0.1m * 20) + (0.5m * 40), money.Periods[2].Booked);
        Assert.Equal(money.Bookings, money.Periods.Sum(period => period.Booked) + money.OutsideBooked);

        static IEnumerable<(double Amount, double Chance)> Outcomes(OpenDeal deal, double payment) =>
            deal.Chances.Select((chance, i) => (payment * (3 - i), chance)).Concat([(0, 1 - deal.Chances.Sum())]);
    }

    [Fact]
    public void Of_RandomSchedules_LoseNoCent()
    {
        var random = new SeededRandom(12);
        for (var round = 0; round < Deep.Size(15, 300); round++)
        {
            OpenDeal[] deals = [.. Enumerable.Range(0, random.Between(1, 9)).Select(i =>
            {
                var amount = random.Between(1, 1_000_000) / 100m;
                return FixedModel.Deal("d" + i, amount, null, [0.4 * random.Share(), 0.5 * random.Share()], random.Chance(0.5)
                    ? Math.Round(amount / 3, 2) : null);
            })];
            var forecast = FixedModel.Forecast(deals, random.Pick(0, 0.2),
                new ExpectedWins([random.Share(), random.Share()], new DealAmounts([33.33m, 77.77m])));
            var money = ScheduledRevenue.Of(
                forecast,
                _ => new(Random(), Random(), recurringShare: random.Pick<decimal?>(null, 0.37m)),
                new(ForecastPeriod.NextMonths(FixedModel.AsOf, random.Between(1, 15)), new(Random(), Random(), recurringShare: 0.5m),
                    draws: 1_024));
            Assert.Equal(Math.Round((decimal)forecast.Total.Mean, 2), money.Bookings);
            Assert.Equal(money.Bookings, money.Periods.Sum(period => period.Booked) + money.OutsideBooked);
        }

        RevenueSchedule Random() => random.Below(3) switch
        {
            0 => RevenueSchedule.Upfront,
            1 => RevenueSchedule.Recurring(random.Between(1, 24), random.Between(1, 6), random.Chance(0.5)
                ? new DateTime(2017, random.Between(1, 12), 31 - random.Below(4) - 3) : null),
            _ => RevenueSchedule.Installments(Enumerable.Range(0, random.Between(1, 5))
                .Select(i => new Installment(new DateTime(2016 + random.Below(3), random.Between(1, 12), 5), random.Between(1, 9)))),
        };
    }

    [Fact]
    public void Of_WonDeals_AreContractedAndTheirRenewalsAreNot()
    {
        var won = Opportunity.Create(o =>
        {
            (o.Id, o.Amount, o.RecurringAmount, o.ClosedAmount, o.Outcome) = ("won", 2_000, 1_200, 1_000, OpportunityOutcome.Won);
            (o.Created, o.Closed) = (new DateTime(2016, 1, 1), new DateTime(2016, 7, 15));
        });
        var schedule = new DealSchedule(renewals: [new(new(2017, 7, 15), 0.9), new(new(2018, 7, 15), 0.5, 900, RevenueSchedule.Upfront)]);
        var forecast = FixedModel.Forecast([FixedModel.Deal("a", 100, 0.0)]);
        var years = new[] { 2016, 2017, 2018 }.Select(year => ForecastPeriod.Of(new(year, 1, 1), new(year, 12, 31))).ToArray();
        var money = ScheduledRevenue.Of(forecast, deal => deal.Id == "won" ? schedule : null, new(years, won: [won]));
        // 1,000 of 2,000 was paid: 400 once, 600 in twelve payments of 50, six of them in 2016.
        Assert.Equal([400 + 300, 300, 0], money.Periods.Select(period => period.Contracted));
        Assert.Equal([0, 0.9m * 6 * 50, (0.9m * 6 * 50) + (0.45m * 900)], money.Periods.Select(period => period.Renewals));
        Assert.Equal([700, 600, 1_200], money.Periods.Select(period => Math.Round(period.Quantile(0.9))));
        Assert.Equal(700 + 300 + 270 + 270 + 405, money.Periods.Sum(period => period.Mean));
        Assert.Equal(0, money.OutsideContracted + money.OutsideRenewals + money.Bookings);

        var later = ScheduledRevenue.Of(forecast, deal => schedule, new([ForecastPeriod.Month(2017, 2)], won: [won]));
        Assert.Equal((50, 950), (later.Periods[0].Contracted, later.OutsideContracted));
        Assert.Equal(0, later.Periods[0].Renewals);
    }

    [Fact]
    public void Of_NewBusiness_IsDueAndRenewedInProportion()
    {
        // 2 wins of 120 in January and 1 in February on average; half of it recurs over a year and is renewed once.
        var forecast = FixedModel.Forecast([FixedModel.Deal("a", 1, 0.0, 0.0)], 0, new ExpectedWins([2, 1], new DealAmounts([100m, 140m])));
        var schedule = new DealSchedule(renewals: [new(new(2018, 2, 1), 0.5)], recurringShare: 0.5m);
        var money = ScheduledRevenue.Of(forecast, _ => null, new(ForecastPeriod.NextMonths(FixedModel.AsOf, 26), schedule, draws: 4_096));
        Assert.Equal([120, 60, 0], money.Periods.Take(3).Select(period => period.OneOff));
        Assert.Equal([10, 15, 15], money.Periods.Take(3).Select(period => period.Recurring));
        Assert.Equal([0, 7.5m, 7.5m], money.Periods.Skip(12).Take(3).Select(period => period.Renewals));
        Assert.Equal([7.5m, 0], money.Periods.Skip(24).Select(period => period.Renewals));
        Assert.Equal(360, money.Bookings);
        // The chance of no win in January is exp(-2), and one win of 100 pays 50 and 50 / 12.
        Assert.Equal(0, money.Periods[0].Quantile(0.1));
        Assert.Equal(50 + (50 / 12.0), money.Periods[0].Quantile(0.2), 6);
    }

    [Fact]
    public void Of_SameSeed_GivesTheSameBits()
    {
        var forecast = FixedModel.Forecast([FixedModel.Deal("a", 500, 0.3, 0.3), FixedModel.Deal("b", 90, 0.5, 0.1)], 0.2,
            new ExpectedWins([1, 1], new DealAmounts([50m])));
        double[] Draws(long seed) =>
            [.. Enumerable.Range(1, 19)
            .Select(i => ScheduledRevenue.Of(forecast, _ => new(recurringShare: 0.37m), new(draws: 1_024, seed: seed))
            .Periods[1].Quantile(i / 20.0))];
        Assert.Equal(Draws(1), Draws(1));
        Assert.NotEqual(Draws(1), Draws(2));
        var money = ScheduledRevenue.Of(forecast, _ => null);
        Assert.Equal(Math.Sqrt((0.25 / 8_192) + (0.25 / 65_536)), money.StandardError, 12);
        Assert.Equal(1, money.Seed);
    }

    [Fact]
    public void Of_WhatCannotBe_IsNamed()
    {
        var forecast = FixedModel.Forecast([FixedModel.Deal("a", 500, 0.3), FixedModel.Deal("b", null, 0.3)]);
        Assert.Equal("b", Assert.Single(ScheduledRevenue.Of(forecast, _ => null).Unvalued).Id);
        var renewed = new DealSchedule(renewals: [new(new(2018, 1, 1), 0.5)]);
        Assert.Contains("Deal \"a\" has a renewal without an amount",
            Assert.Throws<ArgumentException>("schedule", () => ScheduledRevenue.Of(forecast, _ => renewed)).Message,
            StringComparison.Ordinal);
        Assert.Contains("Deal \"a\" is Open",
            Assert.Throws<ArgumentException>("won", () => new ScheduleOptions(won: [forecast.Deals[0].Opportunity])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("won", () => new ScheduleOptions(won: [null!]));
        Assert.Contains(
            "2018-01-01 but no recurring share",
            Assert.Throws<ArgumentException>("newBusiness", () => new ScheduleOptions(newBusiness: renewed)).Message,
            StringComparison.Ordinal);
        var priced = new DealSchedule(renewals: [new(new(2018, 1, 1), 0.5, 100)], recurringShare: 0.5m);
        Assert.Throws<ArgumentException>("newBusiness", () => new ScheduleOptions(newBusiness: priced));
        Assert.Throws<ArgumentException>("periods", () => new ScheduleOptions([]));
        Assert.Throws<ArgumentException>(
            "periods", () => new ScheduleOptions([ForecastPeriod.Month(2017, 1), ForecastPeriod.Quarter(2017, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>("draws", () => new ScheduleOptions(draws: 5));
    }
}
