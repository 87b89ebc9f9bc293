using System;
using System.Linq;
using System.Text.RegularExpressions;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting.Models;

/// <summary>The door of models that know deals, for the built-in one and a user's own.</summary>
public class DealForecastModelTests
{
    private const int Days = 200;

    private static readonly DateTime Last = SimulatedSales.Start.AddDays(Days - 1);

    [Fact]
    public void Combine_AnOwnModelThatImitatesTheBuiltIn_HasTheSameResult()
    {
        var input = new ForecastInput(History(), Last, ForecastPeriod.NextMonths(Last, 3));
        var builtIn = ForecastModels.TimeToClose();
        var expected = ForecastModels.Default.Forecast(input);
        ForecastModel[] parts = [new Imitation(builtIn), .. ForecastModels.DefaultParts.Skip(1)];
        var own = ForecastModels.Combine("combination", parts).Forecast(input);

        Assert.NotEmpty(own.Deals);
        Assert.NotEmpty(own.Stale);
        Assert.Equal(ForecastBits.Of(expected), Regex.Replace(ForecastBits.Of(own), Imitation.Name, builtIn.Id));
        Assert.Equal(expected.Total.Quantile(0.1), own.Total.Quantile(0.1));
        Assert.Equal(expected.Total.Unexplained?.Mean, own.Total.Unexplained?.Mean);
    }

    [Fact]
    public void Forecast_OfAnOwnModelAlone_IsThatOfItsOutlook()
    {
        var input = new ForecastInput(History(), Last, ForecastPeriod.NextMonths(Last, 2));
        var builtIn = ForecastModels.TimeToClose();
        var own = new Imitation(builtIn);
        var seen = Regex.Replace(ForecastBits.Of(own, input), Imitation.Name, builtIn.Id);
        Assert.Equal(ForecastBits.Of(builtIn, input), seen);
        Assert.Equal(builtIn.Expect(input), own.Expect(input));
    }

    [Fact]
    public void Combine_AnOwnModel_BringsItsChancesAndStaleDeals()
    {
        var input = Input(["a", "b", "c"]);
        var model = new Steady(0.25, wins: 0.5);
        var outlook = model.Outlook(input);
        // Three deals of 1,000 at a quarter each month, and half a win of 200 on average.
        Assert.Equal([850, 850], outlook.Means);
        Assert.Equal(3 * 1_000_000 * 0.5 * 0.5, outlook.Variance(0, 2) - (2 * 0.5 * 50_000), 6);

        // The other part says as much, so that the rates stay as they are.
        var forecast = ForecastModels.Combine("both", model, new OwnModel("other", _ => 850)).Forecast(input);
        Assert.Equal(["a", "b", "c"], forecast.Deals.Select(deal => deal.Opportunity.Id).OrderBy(id => id, StringComparer.Ordinal));
        Assert.All(forecast.Deals.SelectMany(deal => deal.Chances), chance => Assert.Equal(0.25, chance, 6));
        Assert.Equal("a", Assert.Single(forecast.Stale).Opportunity.Id);
        Assert.Equal(0.8, forecast.Parts[0].Weight, 12);
        Assert.All(forecast.Periods, period => Assert.Equal(750, period.Open!.Mean, 3));
        Assert.All(forecast.Periods, period => Assert.Equal(100, period.NewBusiness!.Mean, 3));
        Assert.Null(forecast.TimeToClose);
    }

    [Fact]
    public void Combine_FarMoreThanTheDealsExplain_StandsApartWithTheAmountsOfTheDeals()
    {
        var input = Input(["a", "b"], wonByMonth: 10_000);
        var forecast = ForecastModels.Combine("both", new Steady(0.05), new OwnModel("other", _ => 10_000)).Forecast(input);
        Assert.All(forecast.Periods, period => Assert.Equal(period.Mean, period.Open!.Mean + period.Unexplained!.Mean, 6));
        // At twice its rate one in twenty is won almost twice as often; what is left comes in deals of 1,000.
        Assert.All(forecast.Deals, deal => Assert.Equal(1 - (0.95 * 0.95), deal.Chances[0], 9));
        Assert.Equal(Math.Sqrt(forecast.Periods[0].Unexplained!.Mean * 1_000), Independent(forecast.Periods[0].Unexplained!), 4);

        static double Independent(RevenueDistribution distribution) => distribution.Widened(0).StandardDeviation;
    }

    [Fact]
    public void Combine_AnOwnModelWithTooLittleHistory_FallsBack()
    {
        var forecast = ForecastModels.Combine("both", new Choosy(), ForecastModels.Naive).Forecast(Input(["a"], isRated: true));
        Assert.Equal("weighted-pipeline", forecast.Model);
        var fallback = Assert.Single(forecast.Fallbacks);
        Assert.Equal(("both", "choosy", "contracts"), (fallback.Asked, fallback.Reason.Model, fallback.Reason.Unit));
    }

    [Fact]
    public void Outlook_WhatCannotBe_IsRefused()
    {
        var input = Input(["a"]);
        var deal = input.Snapshot.Opportunities[0];
        var fault = Assert.Throws<ArgumentOutOfRangeException>("chances", () => new OpenDeal(deal, 10, [0.5, 1.2]));
        Assert.StartsWith("A chance of deal \"a\" is 1.2; it must lie from 0 to 1.", fault.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("chances", () => new OpenDeal(deal, 10, [0.5, 0.6]));
        Assert.Throws<ArgumentOutOfRangeException>("chances", () => new OpenDeal(deal, 10, [double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>("amount", () => new OpenDeal(deal, -1, [0.5]));
        Assert.Throws<ArgumentOutOfRangeException>("age", () => new StaleDeal(deal, -1));
        Assert.Throws<ArgumentOutOfRangeException>("wins", () => new ExpectedWins([-1], new DealAmounts([1m])));
        Assert.Throws<ArgumentException>("amounts", () => new DealAmounts([]));
        Assert.Throws<ArgumentException>("weights", () => new DealAmounts([1m], [0.0]));
        Assert.Throws<ArgumentException>("periods", () => new DealOutlook([], []));
        var one = Assert.Throws<ArgumentException>("deals", () => new DealOutlook(input.Periods, [new OpenDeal(deal, 1, [0.5])]));
        Assert.StartsWith("Deal \"a\" has 1 periods; the outlook has 2.", one.Message, StringComparison.Ordinal);
        var wins = new ExpectedWins([1], new DealAmounts([1m]));
        Assert.Throws<ArgumentException>("newBusiness", () => new DealOutlook(input.Periods, [], [wins]));
        Assert.Throws<ArgumentOutOfRangeException>("end", () => new DealOutlook(input.Periods, []).RateVariance(0, 3));
        Assert.Throws<InvalidOperationException>(() => new DealOutlook(input.Periods, [], rateVariance: (_, _) => -1).RateVariance(0, 1));
        var other = Assert.Throws<InvalidOperationException>(() => new Steady(0.1, months: 3).Forecast(input));
        Assert.StartsWith("The model \"steady\" was asked for", other.Message, StringComparison.Ordinal);
    }

    private static PipelineHistory History()
    {
        var random = new SeededRandom(5);
        var deals = SimulatedSales.Deals(random, Days, 2, (age, _) => age < 40 ? 0.02 : 0, (age, _) => age < 40 ? 0.02 : 0);
        return PipelineHistory.Reconstruct(deals, Last);
    }

    private static ForecastInput Input(string[] ids, bool isRated = false, decimal? wonByMonth = null)
    {
        var day = new DateTime(2017, 6, 30);
        var deals = Opportunity.From(ids, (id, o) =>
        {
            (o.Id, o.Amount, o.Created) = (id, 1_000, day.AddDays(-300));
            if (isRated) o.Probability = 0.5;
        });
        var won = Opportunity.From(wonByMonth is null ? [] : Enumerable.Range(1, 6), (month, o) =>
        {
            (o.Id, o.Amount, o.Created) = ("won " + month, wonByMonth, day.AddDays(-300));
            (o.Outcome, o.Closed) = (OpportunityOutcome.Won, new DateTime(2017, month, 1));
        });
        return new(PipelineHistory.Reconstruct([.. deals, .. won], day), day, ForecastPeriod.NextMonths(day, 2));
    }

    /// <summary>Says by public means alone what another model says.</summary>
    private sealed class Imitation(DealForecastModel model) : DealForecastModel(Name)
    {
        public const string Name = "imitation";

        public override DealOutlook Outlook(ForecastInput input)
        {
            var outlook = model.Outlook(input);
            return new(
                input.Periods,
                outlook.Deals.Select(deal => new OpenDeal(deal.Opportunity, deal.Amount, deal.Chances, deal.IsAmountAssumed)),
                outlook.NewBusiness.Select(wins => new ExpectedWins(wins.Wins, Copy(wins.Amounts))),
                outlook.Stale.Select(deal => new StaleDeal(deal.Opportunity, deal.Age)),
                Copy(outlook.Amounts!),
                (first, end) => outlook.RateVariance(first, end),
                outlook.TimeToClose);
        }

        private static DealAmounts Copy(DealAmounts amounts) => new([.. amounts.Amounts], [.. amounts.Weights]);
    }

    /// <summary>The same chance for every open deal in each month, and as many new wins; the first deal is stale.</summary>
    private sealed class Steady(double chance, double wins = 0, int? months = null) : DealForecastModel("steady")
    {
        public override DealOutlook Outlook(ForecastInput input)
        {
            var open = input.Snapshot.Opportunities.Where(deal => deal.IsOpen).OrderBy(deal => deal.Id, StringComparer.Ordinal).ToList();
            var periods = months is { } count ? ForecastPeriod.NextMonths(input.AsOf, count) : input.Periods;
            return new(
                periods,
                open.Select(deal => new OpenDeal(deal, deal.Amount, periods.Select(_ => chance))),
                [new ExpectedWins(periods.Select(_ => wins), new DealAmounts([100m, 300m]))],
                open.Take(1).Select(deal => new StaleDeal(deal, 300)));
        }
    }

    private sealed class Choosy() : DealForecastModel("choosy")
    {
        public override DealOutlook Outlook(ForecastInput input) => throw new TooLittleHistoryException(Id, "contracts", 0, 1);
    }
}
