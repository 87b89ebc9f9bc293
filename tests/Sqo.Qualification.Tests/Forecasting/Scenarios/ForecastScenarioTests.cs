using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting.Scenarios;

public class ForecastScenarioTests
{
    private static readonly DateTime March = new(2017, 3, 15);
    private static readonly double[] Levels = [0.05, 0.1, 0.5, 0.9, 0.99];

    private static readonly OpenDeal[] Deals =
    [
        FixedModel.Deal("a", 1_000, 0.1, 0.2, 0.3), FixedModel.Deal("b", 500, 0.5, 0.2, 0), FixedModel.Deal("c", 300, 0.25, 0.25, 0.25),
        FixedModel.Deal("d", null, 0.2, 0.1, 0.1), FixedModel.Deal("e", 70, 0, 0, 0),
    ];

    public static TheoryData<string, string> Examples => new()
    {
        { "without", "a 1000 .1 .2 .3; c 300 .25 .25 .25" },
        { "slip", "a 1000 0 0 .6; b 500 .5 .2 0; c 300 .25 .25 .25" },
        { "slip far", "b 500 .5 .2 0; c 300 .25 .25 .25" },
        { "won in february", "a 1000 0 1 0; b 500 .5 .2 0; c 300 .25 .25 .25" },
        { "won for more", "a 1000 .1 .2 .3; b 500 .5 .2 0; c 400 0 0 1" },
        { "lost", "a 1000 .1 .2 .3; b 500 .5 .2 0" },
        { "amount", "a 1000 .1 .2 .3; b 500 .5 .2 0; c 300 .25 .25 .25; d 90 .2 .1 .1" },
        { "half of those of 400 and more", "a 1000 .05 .1 .15; b 500 .25 .1 0; c 300 .25 .25 .25" },
        { "smaller", "a 800 .1 .2 .3; b 400 .5 .2 0; c 240 .25 .25 .25" },
        { "several", "a 500 0 0 .6; b 500 1 0 0" },
    };

    /// <summary>Worked by hand: the deals that each scenario leaves, made into a forecast of their own.</summary>
    [Theory]
    [MemberData(nameof(Examples))]
    public void WhatIf_Change_IsTheForecastOfTheChangedDeals(string change, string expected)
    {
        var newBusiness = new ExpectedWins([1.5, 2, 2.5], new DealAmounts([200m, 350m]));
        foreach (var spread in new[] { 0, 0.3 })
        {
            var scenario = FixedModel.Forecast(Deals, spread, newBusiness).WhatIf(change, s => Define(s, change));
            AssertSame(FixedModel.Forecast(Parse(expected), spread, newBusiness), scenario, means: false);
            Assert.Equal(change, scenario.Scenario!.Name);
        }
    }

    [Fact]
    public void WhatIf_WonOnAnUnknownDay_IsInEachPeriodAsLikelyAsItsChancesAre()
    {
        var scenario = FixedModel.Forecast(Deals).WhatIf("won", s => s.Won("a"));
        double[] expected = [1 / 6.0, 1 / 3.0, 0.5];
        for (var i = 0; i < 3; i++) Assert.Equal(expected[i], scenario.Deals[0].Chances[i], 15);
        Assert.Equal(1_000m, scenario.Total.Distribution!.Minimum);
    }

    [Fact]
    public void WhatIf_RandomChangesOfRandomDeals_AreExactlyTheChangedDealsSolvedAgain()
    {
        var random = new SeededRandom(5);
        for (var round = 0; round < Deep.Size(20, 400); round++)
        {
            var deals = Enumerable.Range(0, random.Between(3, 12))
                .Select(i => FixedModel.Deal("d" + i, random.Between(1, 40) * 25, Chances(random))).ToArray();
            var spread = random.Pick(0, 0.2);
            var expected = deals.ToList();
            var scenario = FixedModel.Forecast(deals, spread).WhatIf("random", s =>
            {
                for (var change = 0; change < 3; change++)
                {
                    var place = random.Below(expected.Count);
                    var deal = expected[place];
                    var id = deal.Opportunity.Id;
                    switch (random.Below(4))
                    {
                        case 0:
                            s.Lost(id);
                            expected[place] = new(deal.Opportunity, deal.Amount, [0, 0]);
                            break;
                        case 1:
                            s.SlipTo(id, new DateTime(2017, 2, 1));
                            expected[place] = new(deal.Opportunity, deal.Amount, [0, deal.Chances[0] + deal.Chances[1]]);
                            break;
                        case 2:
                            s.Amount(id, 77.5m);
                            expected[place] = new(deal.Opportunity, 77.5m, deal.Chances);
                            break;
                        default:
                            s.ScaleChances(_ => true, 0.8);
                            expected = expected.ConvertAll(
                                each => new OpenDeal(each.Opportunity, each.Amount, each.Chances.Select(chance => chance * 0.8)));
                            break;
                    }
                }
            });
            AssertSame(FixedModel.Forecast([.. expected], spread), scenario, means: true);
        }

        static double[] Chances(SeededRandom random)
        {
            var all = random.Share() * 0.9;
            return [all * 0.25, all * 0.75];
        }
    }

    [Fact]
    public void WhatIf_OfTheDefaultModel_LeavesWhatDidNotChangeAsItIs()
    {
        var history = SimulatedSales.History(SimulatedSales.Deals(new SeededRandom(3), 200, 0.5), 200);
        var forecast = RevenueForecast.Create(history, SimulatedSales.Start.AddDays(199));
        var same = forecast.WhatIf("nothing", _ => { });
        for (var i = 0; i < 3; i++) Assert.Same(forecast.Periods[i], same.Periods[i]);
        Assert.Equal(forecast.Total.Quantile(0.9), same.Total.Quantile(0.9));
        Assert.Equal(forecast.WeightedPipeline, same.WeightedPipeline);

        var deal = forecast.Deals.First(each => each.Chances.All(chance => chance > 0));
        var last = forecast.Periods[2].Period;
        var late = forecast.WhatIf("late", s => s.SlipTo(deal.Opportunity.Id, last.First));
        Assert.Equal(forecast.Total.Mean, late.Total.Mean, 8);
        Assert.True(late.Periods[0].Mean < forecast.Periods[0].Mean && late.Periods[2].Mean > forecast.Periods[2].Mean);
        Assert.Same(forecast.Periods[0].NewBusiness, late.Periods[0].NewBusiness);
        Assert.Equal((forecast.AsOf, forecast.Model, forecast.Undated, forecast.Parts.Count),
            (late.AsOf, late.Model, late.Undated, late.Parts.Count));
        Assert.Same(forecast.TimeToClose, late.TimeToClose);

        // Its periods again from the changed deals, with the same spread.
        for (var i = 0; i < 3; i++)
        {
            var period = late.Periods[i];
            var open = RevenueDistribution.Create(b => late.Deals.Where(each => each.Amount is not null && each.Chances[i] > 0).ToList()
                .ForEach(each => b.Deal(each.Opportunity.Id, each.Amount!.Value, each.Chances[i])));
            var parts = new[] { open, period.NewBusiness, period.Unexplained }.OfType<RevenueDistribution>();
            var whole = RevenueDistribution.Combine(parts).Widened(forecast.Periods[i].Distribution!.SpreadAsked);
            foreach (var p in Levels) Assert.Equal(whole.Quantile(p), period.Quantile(p));
        }

        // Only what is no longer there is no longer stale.
        var stale = FixedModel.Forecast(Deals);
        Assert.Equal("a", Assert.Single(stale.Stale).Opportunity.Id);
        Assert.Empty(stale.WhatIf("without", s => s.Without("a")).Stale);
        Assert.Single(stale.WhatIf("without", s => s.Without("b")).Stale);
    }

    [Fact]
    public void WhatIf_ThreeDeals_IsWhatEnumerationGives()
    {
        // Without b: 0 .28, 300 .42, 1000 .12, 1300 .18 in all.
        var forecast = FixedModel.Forecast(
            [FixedModel.Deal("a", 1_000, 0.3), FixedModel.Deal("b", 500, 0.9), FixedModel.Deal("c", 300, 0.6)]);
        var without = forecast.WhatIf("without b", s => s.Without("b")).Total;
        Assert.Equal(480, without.Mean, 9);
        Assert.Equal(0.28, without.Distribution!.CumulativeProbability(0), 12);
        Assert.Equal(0.70, without.Distribution.CumulativeProbability(999), 12);
        Assert.Equal(0.82, without.Distribution.CumulativeProbability(1_000), 12);
        Assert.Equal(930, forecast.Total.Mean, 9);
    }

    [Fact]
    public void WhatIf_WeightedPipeline_FollowsTheScenario()
    {
        var history = SimulatedSales.History(SimulatedSales.Deals(new SeededRandom(3), 200, 0.5), 200);
        var asOf = SimulatedSales.Start.AddDays(199);
        var weighted = RevenueForecast.Create(history, asOf, new(model: ForecastModels.WeightedPipeline()));
        Assert.Null(weighted.Total.Open);
        var half = weighted.WhatIf("half", s => s.ScaleChances(_ => true, 0.5));
        Assert.Equal(weighted.Total.Mean / 2, half.Total.Mean, 8);
        for (var i = 0; i < 3; i++) Assert.Equal(half.Periods[i].Mean, half.WeightedPipeline![i], 8);

        var forecast = RevenueForecast.Create(history, asOf);
        var id = forecast.Deals.First(deal => deal.Amount is not null).Opportunity.Id;
        Assert.True(forecast.WhatIf("without", s => s.Without(id)).WeightedPipeline!.Sum() < forecast.WeightedPipeline!.Sum());
    }

    [Fact]
    public void WhatIf_ScenarioOfAScenario_HasAllChanges()
    {
        var scenario = FixedModel.Forecast(Deals).WhatIf("first", s => s.Without("a").SlipTo("b", March)).WhatIf("second", s => s
            .Won("c", new DateTime(2017, 1, 9), 400).Lost("e").Amount("d", 90.50m).ScaleChances(deal => deal.Id is "b" or "d", 5)
                .ScaleAmounts(_ => true, 0.5m));
        Assert.Equal(
            "second: without a; b slips to 2017-03-15; c is won on 2017-01-09 for 400; e is lost; d is worth 90.5; " +
            "chances of b, d x 5; amounts of 4 deals x 0.5",
            scenario.Scenario!.ToString());
        Assert.Equal(["b", "d"], scenario.Scenario.Changes[5].Limited);
        Assert.Equal([0, 0, 1], scenario.Deals.Single(deal => deal.Opportunity.Id == "b").Chances);
        Assert.Equal([45.25m], scenario.Deals.Where(deal => deal.Opportunity.Id == "d").Select(deal => deal.Amount!.Value));
        Assert.Equal("none: no change", FixedModel.Forecast(Deals).WhatIf("none", _ => { }).Scenario!.ToString());
        Assert.Equal("chances of 0 deals x 2", FixedModel.Forecast(Deals).WhatIf("none", s => s.ScaleChances(_ => false, 2))
            .Scenario!.Changes[0].ToString());
    }

    [Fact]
    public void WhatIf_UnknownDeal_IsNamed()
    {
        var forecast = FixedModel.Forecast([FixedModel.Deal("Deal-17", 100, 0.5), FixedModel.Deal("Deal-99", 100, 0.5)]);
        Assert.Contains("no open deal \"Deal-71\"; did you mean \"Deal-17\"?", Fault(s => s.Without("Deal-71")), StringComparison.Ordinal);
        Assert.Contains("the scenario has removed it", Fault(s => s.Without("Deal-17").Lost("Deal-17")), StringComparison.Ordinal);
        Assert.Contains("\"deal-17\"", Fault(s => s.Won("deal-17")), StringComparison.Ordinal);
        Assert.Contains("must be in one of the periods: 2017-01", Fault(s => s.Won("Deal-17", March)), StringComparison.Ordinal);
        Assert.Contains("specify the day", Fault(s => s.Lost("Deal-17").Won("Deal-17")), StringComparison.Ordinal);
        var unvalued = FixedModel.Forecast([FixedModel.Deal("x", null, 0.5)]);
        Assert.Contains("amount is unknown", Assert.Throws<ArgumentException>(() => unvalued.WhatIf("won", s => s.Won("x"))).Message,
            StringComparison.Ordinal);
        Assert.Equal(40, unvalued.WhatIf("won", s => s.Won("x", amount: 40)).Total.Mean);

        var series = new ModelForecast("own", [new PeriodForecast(ForecastPeriod.Month(2017, 1), 10, 5)]);
        Assert.Contains("the model \"own\" doesn't forecast deals",
            Assert.Throws<ArgumentException>(() => series.WhatIf("none", s => s.Lost("x"))).Message, StringComparison.Ordinal);
        Assert.Same(series.Periods[0], series.WhatIf("none", s => s.ScaleChances(_ => true, 2)).Periods[0]);

        Assert.Throws<ArgumentException>("name", () => forecast.WhatIf(" ", _ => { }));
        Assert.Throws<ArgumentNullException>("define", () => forecast.WhatIf("none", null!));
        Assert.Throws<ArgumentOutOfRangeException>("factor", () => forecast.WhatIf("none", s => s.ScaleChances(_ => true, double.NaN)));
        Assert.Throws<ArgumentOutOfRangeException>("factor", () => forecast.WhatIf("none", s => s.ScaleAmounts(_ => true, -1)));
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => forecast.WhatIf("none", s => s.Amount("Deal-17", -1)));
        Assert.Throws<ArgumentException>("deal", () => forecast.WhatIf("none", s => s.Lost("")));

        string Fault(Action<ForecastScenarioBuilder> define) => Assert.ThrowsAny<ArgumentException>(() => forecast.WhatIf("fault", define))
            .Message;
    }

    private static void Define(ForecastScenarioBuilder s, string change)
    {
        switch (change)
        {
            case "without": s.Without("b"); break;
            case "slip": s.SlipTo("a", March); break;
            case "slip far": s.SlipTo("a", new DateTime(2017, 9, 1)); break;
            case "won in february": s.Won("a", new DateTime(2017, 2, 28)); break;
            case "won for more": s.Won("c", March, 400); break;
            case "lost": s.Lost("c"); break;
            case "amount": s.Amount("d", 90); break;
            case "half of those of 400 and more": s.ScaleChances(deal => deal.Amount >= 400, 0.5); break;
            case "smaller": s.ScaleAmounts(_ => true, 0.8m); break;
            default: s.Amount("a", 500).SlipTo("a", March).Won("b", new DateTime(2017, 1, 31)).Without("c"); break;
        }
    }

    private static OpenDeal[] Parse(string deals) =>
    [
        .. deals.Split(';').Select(deal => deal.Trim().Split(' ')).Select(words => FixedModel.Deal(
            words[0], decimal.Parse(words[1]),
                [.. words.Skip(2).Select(word => double.Parse(word, System.Globalization.CultureInfo.InvariantCulture))])),
    ];

    private static void AssertSame(RevenueForecast expected, RevenueForecast actual, bool means)
    {
        foreach (var (one, other) in expected.Periods.Concat([expected.Total])
            .Zip(actual.Periods.Concat([actual.Total]), (one, other) => (one, other)))
        {
            Assert.Equal(one.Period, other.Period);
            if (means) Assert.Equal(one.Mean, other.Mean);
            Assert.Equal(one.Mean, other.Mean, 9);
            Assert.Equal(one.Distribution!.SpreadAsked, other.Distribution!.SpreadAsked);
            foreach (var p in Levels) Assert.Equal(one.Quantile(p), other.Quantile(p));
            Assert.Equal(one.Open!.Quantile(0.9), other.Open!.Quantile(0.9));
            Assert.Equal(one.NewBusiness!.Quantile(0.9), other.NewBusiness!.Quantile(0.9));
        }
    }
}
