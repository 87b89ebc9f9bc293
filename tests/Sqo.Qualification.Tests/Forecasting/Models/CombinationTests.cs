using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting.Models;

public class CombinationTests
{
    // What an error keeps of its weight in a month.
    private const double Kept = 11.0 / 12;

    private static readonly DateTime Day = new(2017, 6, 30);

    [Fact]
    public void Forecast_TwoParts_AreWeightedByTheirErrorsByHand()
    {
        // Won by month from January on: 100, 200, 100, 200, 100, 200. One part says 100, the other 200, each month.
        var forecast = ForecastModels.Combine("both", new OwnModel("low", _ => 100), new OwnModel("high", _ => 200)).Forecast(Input([100, 200, 100, 200, 100, 200]));

        // February was forecast once, March twice, later months three times; an error loses a twelfth of its weight each month.
        // Of these weights, the errors of low (in February, April and June) and of high (in March and May):
        var low = Math.Pow(Kept, 4) + (3 * Kept * Kept) + 3;
        var high = (2 * Math.Pow(Kept, 3)) + (3 * Kept);
        // Each error is 100; the mean square of both, 5,000, counts twice.
        Assert.Equal(["low", "high"], forecast.Parts.Select(part => part.Model));
        Assert.Equal((high + 1) / (low + high + 2), forecast.Parts[0].Weight, 14);
        Assert.Equal((low + 1) / (low + high + 2), forecast.Parts[1].Weight, 14);
        Assert.Equal([12, 12], forecast.Parts.Select(part => part.Forecasts));
        Assert.Equal(Math.Sqrt(70_000 / 12.0), forecast.Parts[0].RootMeanSquaredError!.Value, 10);
        Assert.Equal(Math.Sqrt(50_000 / 12.0), forecast.Parts[1].RootMeanSquaredError!.Value, 10);
        Assert.Equal(((high + 1 + (2 * (low + 1))) * 100) / (low + high + 2), forecast.Periods[0].Mean, 10);
        Assert.Equal([100.0], forecast.Parts[0].Means!);
        Assert.Null(forecast.Parts[0].Missing);

        Assert.Equal(12, forecast.Errors!.Forecasts);
        var observed = forecast.Errors.Observed!.Value;
        Assert.Equal(Math.Sqrt(((12 * observed * observed) + (4 * 0.0625)) / 16), forecast.Errors.Relative, 14);
        Assert.Equal(0, forecast.Errors.Rates);
        Assert.Equal(forecast.Errors.Relative * forecast.Periods[0].Mean, forecast.Periods[0].StandardDeviation!.Value, 10);
        Assert.Equal("both", forecast.Model);
        Assert.Null(forecast.Periods[0].Distribution);
    }

    [Fact]
    public void Forecast_SeveralMonthsAhead_WeighsEachOriginByTheErrorsThatWereKnownThere()
    {
        double[] won = [100, 240, 130, 180, 90, 210, 160, 300];
        double[] parts = [100, 220];
        const int ahead = 3;
        double errors = 0, forecasts = 0;
        var count = 0;
        for (var month = 1; month < won.Length; month++)
        {
            for (var origin = Math.Max(0, month - ahead); origin < month; origin++)
            {
                // The errors in months up to the origin, of every forecast that had been made of them.
                var known = Enumerable.Range(1, origin).SelectMany(past => Enumerable.Repeat(past, Math.Min(past, ahead))).ToList();
                var sums = parts.Select(part => known.Sum(past => Math.Pow(Kept, origin - past) * Math.Pow(part - won[past], 2))).ToList();
                var weight = known.Sum(past => Math.Pow(Kept, origin - past));
                var merits = sums.Select(sum => known.Count == 0 ? 1 : (weight + 2) / (sum + (sums.Sum() / weight))).ToList();
                var combined = parts.Select((part, i) => part * merits[i] / merits.Sum()).Sum();
                errors += Math.Pow(combined - won[month], 2);
                forecasts += Math.Pow(combined, 2);
                count++;
            }
        }

        var input = Input(won);
        var forecast = ForecastModels.Combine("both", parts.Select((part, i) => (ForecastModel)new OwnModel("part " + i, _ => part)), null).Forecast(input.At(Day, ForecastPeriod.NextMonths(Day, ahead)));
        Assert.Equal(count, forecast.Errors!.Forecasts);
        Assert.Equal(Math.Sqrt(errors / forecasts), forecast.Errors.Observed!.Value, 12);
    }

    [Fact]
    public void Forecast_Options_SetHowMuchErrorsCount()
    {
        var input = Input([100, 200, 100, 200, 100, 200]);
        ForecastModel[] parts = [new OwnModel("low", _ => 100), new OwnModel("high", _ => 200)];
        Assert.Equal(0.5, ForecastModels.Combine("x", parts, new(strength: 1e9)).Forecast(input).Parts[0].Weight, 6);
        var (low, high) = (Math.Pow(Kept, 4) + (3 * Kept * Kept) + 3, (2 * Math.Pow(Kept, 3)) + (3 * Kept));
        Assert.Equal(high / (low + high), ForecastModels.Combine("x", parts, new(strength: 1e-9)).Forecast(input).Parts[0].Weight, 6);
        Assert.Equal(0.5, ForecastModels.Combine("x", parts, new(usualError: 0.5, usualErrorStrength: 1e9)).Forecast(input).Errors!.Relative, 6);
    }

    [Fact]
    public void Forecast_SpansOfSeveralMonths_GoByTheErrorsOfTheirSums()
    {
        // One part that always says 100 a month, and 200 for two: won from the ends of January to April on 190, 230, 230 and 210.
        var input = Input([100, 90, 100, 130, 100, 110]);
        var model = ForecastModels.Combine("x", [new OwnModel("a", _ => 100)], new(usualErrorStrength: 1e-9));
        var two = model.Forecast(input.At(Day, [ForecastPeriod.Of(new(2017, 7, 1), new(2017, 8, 31))])).Errors!;
        var spans = new[] { 190.0, 230, 230, 210 };
        Assert.Equal(4, two.Forecasts);
        Assert.Equal(Math.Sqrt(spans.Sum(actual => (actual - 200) * (actual - 200)) / (4 * 40_000)), two.Observed!.Value, 12);
    }

    [Fact]
    public void Forecast_ErrorsBelowWhatTheRatesExplain_NarrowTheRangeByHalfOfTheirVarianceAtMost()
    {
        // It expects one win of 100 each month, with rates that may be off by 20 %; and 100 is won every month.
        var forecast = ForecastModels.Combine("x", new Unsure(0.2)).Forecast(Input([100, 100, 100, 100, 100, 100]));
        Assert.Equal(Math.Sqrt(0.02), forecast.Errors!.Rates, 12);
        Assert.Equal(0, forecast.Errors.Excess);

        // Errors beyond what they explain widen it.
        var wider = ForecastModels.Combine("x", new Unsure(0.2)).Forecast(Input([100, 900, 100, 900, 100, 900]));
        Assert.Equal(0.2, wider.Errors!.Rates, 12);
        Assert.True(wider.Errors.Excess > 1, $"{wider.Errors.Excess}");
    }

    [Fact]
    public void Forecast_NoErrorYet_WeighsAllPartsAlike()
    {
        var forecast = ForecastModels.Combine("x", new OwnModel("a", _ => 100), new OwnModel("b", _ => 400)).Forecast(Input([100]));
        Assert.Equal([0.5, 0.5], forecast.Parts.Select(part => part.Weight));
        Assert.All(forecast.Parts, part => Assert.Null(part.RootMeanSquaredError));
        Assert.Equal(250, forecast.Periods[0].Mean);
        Assert.Null(forecast.Errors!.Observed);
        Assert.Equal(0.25, forecast.Errors.Relative, 14);
    }

    [Fact]
    public void Forecast_PartThatIsAlwaysRight_DoesNotTakeAllTheWeight()
    {
        var forecast = ForecastModels.Combine("x", new OwnModel("right", _ => 100), new OwnModel("wrong", _ => 200)).Forecast(Input([100, 100, 100, 100]));
        // February was forecast once, March twice, April three times: 1 / (2 x 5,000 + 0) and 1 / (2 x 5,000 + 10,000 x their weight).
        var weight = (Kept * Kept) + (2 * Kept) + 3;
        Assert.Equal((1 + weight) / (2 + weight), forecast.Parts[0].Weight, 14);
        Assert.Equal(0, forecast.Parts[0].RootMeanSquaredError);
    }

    [Fact]
    public void Forecast_PartWithTooLittleHistory_IsNamedWithoutAWeight()
    {
        var forecast = ForecastModels.Combine("both", ForecastModels.SeasonalNaive(12), new OwnModel("flat", _ => 100)).Forecast(Input([100, 200, 100]));
        Assert.Equal(0, forecast.Parts[0].Weight);
        Assert.Equal(1, forecast.Parts[1].Weight);
        Assert.Null(forecast.Parts[0].Means);
        Assert.Equal((3, 12), (forecast.Parts[0].Missing!.Given, forecast.Parts[0].Missing!.Needed));
        Assert.Equal("both instead of seasonal-naive-12", Assert.Single(forecast.Fallbacks).ToString().Split(':')[0]);
        Assert.Equal(100, forecast.Periods[0].Mean);
    }

    [Fact]
    public void Forecast_NoPartHasEnough_IsThatOfTheWeightedPipelineAndSaysSo()
    {
        var deals = Opportunity.From(["a", "b"], (id, o) => (o.Id, o.Created, o.Amount, o.Probability, o.ExpectedClose) = (id, Day.AddDays(-9), 500, 0.25, Day.AddDays(9)));
        var forecast = RevenueForecast.Create(PipelineHistory.Reconstruct(deals, Day), Day);
        Assert.Equal("weighted-pipeline", forecast.Model);
        var fallback = Assert.Single(forecast.Fallbacks);
        Assert.Equal(("combination", "weighted-pipeline", HistoryUnits.ClosedDeals), (fallback.Asked, fallback.Used, fallback.Reason.Unit));
        Assert.StartsWith("weighted-pipeline instead of combination: The model \"time-to-close\" needs at least 1 closed deals; there are 0", fallback.ToString(), StringComparison.Ordinal);
        Assert.Equal(250, forecast.Total.Mean, 9);
        Assert.Throws<TooLittleHistoryException>(() => ForecastModels.Default.Expect(new(PipelineHistory.Reconstruct(deals, Day), Day, ForecastPeriod.NextMonths(Day, 1))));
    }

    [Fact]
    public void Forecast_PartsThatDisagree_StartsAtTheOneThatKnowsDeals()
    {
        // Half a year in which the deals tell well what comes: a part that is far off hardly moves it, one that is right from the first takes some weight.
        const int days = 240;
        var last = SimulatedSales.Start.AddDays(days - 1);
        var input = new ForecastInput(SimulatedSales.History(SimulatedSales.Deals(new SeededRandom(12), days, 1), days), last, ForecastPeriod.NextMonths(last, 1));
        var forecast = ForecastModels.Combine("x", new OwnModel("far off", _ => 1e6), ForecastModels.TimeToClose()).Forecast(input);
        Assert.InRange(forecast.Parts[0].Weight, 0, 0.01);
        Assert.InRange(forecast.Periods[0].Mean / ((forecast.Parts[0].Weight * 1e6) + (forecast.Parts[1].Weight * forecast.Parts[1].Means![0])), 1 - 1e-6, 1 + 1e-6);
        Assert.InRange(ForecastModels.Default.Forecast(input).Parts[0].Weight, 0.6, 0.99);
    }

    [Theory]
    [InlineData(double.NaN, "\"bad\" expects NaN for 2017-07")]
    [InlineData(double.PositiveInfinity, "for 2017-07; a mean must be a finite number, 0 or above")]
    [InlineData(-1, "\"bad\" expects -1 for 2017-07")]
    public void Forecast_PartWhoseMeanIsNone_IsRefusedByName(double mean, string text)
    {
        var combined = ForecastModels.Combine("x", new OwnModel("good", _ => 1), new Raw("bad", [mean]));
        Assert.Contains(text, Assert.Throws<InvalidOperationException>(() => combined.Forecast(Input([100]))).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => combined.Expect(Input([100])));
    }

    [Fact]
    public void Forecast_PartOfAnotherNumberOfPeriods_IsRefusedByName()
    {
        var combined = ForecastModels.Combine("x", new Raw("long", [1, 2]));
        Assert.Equal("The model \"long\" was asked for 1 periods but returned 2.", Assert.Throws<InvalidOperationException>(() => combined.Forecast(Input([100]))).Message);
    }

    [Fact]
    public void Combine_NothingToCombine_IsRefused()
    {
        Assert.Throws<ArgumentException>("parts", () => ForecastModels.Combine("x"));
        Assert.Throws<ArgumentException>("parts", () => ForecastModels.Combine("x", ForecastModels.Naive, null!));
        Assert.Throws<ArgumentNullException>(() => ForecastModels.Combine("x", (IEnumerable<ForecastModel>)null!, null));
        Assert.Throws<ArgumentException>("id", () => ForecastModels.Combine(" ", ForecastModels.Naive));
        Assert.Throws<ArgumentOutOfRangeException>("strength", () => new CombinationOptions(strength: 0));
        Assert.Throws<ArgumentOutOfRangeException>("usualError", () => new CombinationOptions(usualError: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("usualErrorStrength", () => new CombinationOptions(usualErrorStrength: double.PositiveInfinity));
    }

    [Fact]
    public void Forecast_OneSnapshotWithItsClosedDeals_LearnsNothingOfMonthsBeforeIt()
    {
        const int days = 200;
        var last = SimulatedSales.Start.AddDays(days - 1);
        var snapshot = new PipelineSnapshot(last, SimulatedSales.Deals(new SeededRandom(2), days, 1));
        var forecast = RevenueForecast.Create(PipelineHistory.Of([snapshot]), last);
        Assert.Equal("combination", forecast.Model);
        Assert.Equal([0, 0, 0], forecast.Parts.Select(part => part.Forecasts));
        Assert.Null(forecast.Errors!.Observed);
        Assert.True(forecast.Total.Mean > 0);
    }

    [Fact]
    public void Forecast_ObservedBeforeAnyDealBegan_LearnsFromTheFirstOn()
    {
        const int days = 200;
        var last = SimulatedSales.Start.AddDays(days - 1);
        var history = SimulatedSales.History(SimulatedSales.Deals(new SeededRandom(2), days, 1), days, SimulatedSales.Start.AddDays(-90));
        Assert.True(RevenueForecast.Create(history, last).Parts[1].Forecasts > 0);
    }

    [Fact]
    public void Forecast_RandomHistories_LevelsMeetTheMeanAndNoDealIsWonTwice() => Property.Holds(12, (random, size) =>
    {
        var days = 150 + (size * 10);
        var deals = SimulatedSales.Deals(random, days, 1, (age, day) => (day.Month % 3 == 0 ? 0.03 : 0.01) + (age > 20 ? 0.01 : 0));
        var last = SimulatedSales.Start.AddDays(days - 1);
        var input = new ForecastInput(SimulatedSales.History(deals, days), last, ForecastPeriod.NextMonths(last, 3));
        var forecast = ForecastModels.Default.Forecast(input);
        Assert.Equal("combination", forecast.Model);
        Assert.Equal(1, forecast.Parts.Sum(part => part.Weight), 12);
        for (var i = 0; i < 3; i++)
        {
            var wanted = forecast.Parts.Sum(part => part.Weight * (part.Means?[i] ?? 0));
            Assert.InRange(forecast.Periods[i].Mean, wanted * 0.999, wanted * 1.001);
            Assert.InRange(ForecastModels.Default.Expect(input)[i] / wanted, 1 - 1e-12, 1 + 1e-12);
            Assert.InRange((forecast.Periods[i].Open!.Mean + forecast.Periods[i].NewBusiness!.Mean) / forecast.Periods[i].Mean, 1 - 1e-9, 1 + 1e-9);
        }

        Assert.Equal(deals.Where(deal => deal.IsOpen).Select(deal => deal.Id), forecast.Deals.Select(deal => deal.Opportunity.Id));
        Assert.All(forecast.Deals, deal => Assert.All(deal.Chances, chance => Assert.InRange(chance, 0, 1)));
        Assert.All(forecast.Deals, deal => Assert.InRange(deal.Chances.Sum(), 0, 1 + 1e-12));
        Assert.InRange(forecast.Total.Mean / forecast.Periods.Sum(period => period.Mean), 1 - 1e-9, 1 + 1e-9);
        Assert.True(forecast.Errors!.Relative >= 0.05);
    });

    // A deal a month, won for so much on the first; the last month is June 2017.
    private sealed class Unsure(double rates) : DealForecastModel("unsure")
    {
        public override DealOutlook Outlook(ForecastInput input) =>
            new(input.Periods, [], [new(input.Periods.Select(_ => 1.0), new([100m]))], rateVariance: (_, _) => rates * rates);
    }

    private static ForecastInput Input(double[] won)
    {
        var first = new DateTime(2017, 7, 1).AddMonths(-won.Length);
        var deals = Opportunity.From(Enumerable.Range(0, won.Length), (i, o) =>
            (o.Id, o.Created, o.Closed, o.Outcome, o.Amount) = ("D-" + i, first.AddMonths(i), first.AddMonths(i), OpportunityOutcome.Won, (decimal)won[i]));
        return new(PipelineHistory.Reconstruct(deals, Day), Day, ForecastPeriod.NextMonths(Day, 1));
    }

    private sealed class Raw(string name, double[] means) : ForecastModel(name)
    {
        public override ModelForecast Forecast(ForecastInput input) => new(Id, [new(input.Periods[0], 1, null)]);

        public override IReadOnlyList<double> Expect(ForecastInput input) => means;
    }
}
