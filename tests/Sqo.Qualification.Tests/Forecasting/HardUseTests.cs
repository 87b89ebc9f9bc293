using System;
using System.Linq;
using Sqo.Qualification.Tests.Forecasting.Models;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting;

/// <summary>What goes wrong in real hands: odd records, careless models, numbers at the edge.</summary>
public class HardUseTests
{
    private static readonly DateTime June = new(2024, 6, 30);

    [Fact]
    public void Errors_OneForecastOfNextToNothing_DoesNotOutweighTheOthers()
    {
        decimal[] won = [100, 50, 80, 120, 60, 90];
        var deals = Opportunity.From(Enumerable.Range(0, won.Length), (month, o) =>
        {
            o.Id = "D-" + month;
            o.Amount = won[month];
            o.Created = new DateTime(2024, month + 1, 1);
            o.Closed = new DateTime(2024, month + 1, 20);
            o.Outcome = OpportunityOutcome.Won;
        });
        var history = PipelineHistory.Reconstruct(deals, June, observedFrom: new DateTime(2024, 1, 1));
        // At the end of January it expects 1 a month, and 50, 80 and 120 come.
        var model = ForecastModels.Combine("alone", new OwnModel("own", input => input.AsOf.Month == 1 ? 1 : 100));

        var errors = RevenueForecast.Create(history, June, new RevenueForecastOptions(months: 1, model: model)).Errors!;

        // Each month is forecast from the three months before, as far as there are: that of March once more, of April twice, and so on.
        Assert.Equal(12, errors.Forecasts);
        var squares = (49.0 * 49) + (79 * 79) + (119 * 119) + (20 * 20) + (2 * 20 * 20) + (3 * 40 * 40) + (3 * 10 * 10);
        Assert.Equal(Math.Sqrt(squares / ((9 * 100.0 * 100) + 3)), errors.Observed!.Value, 12);
    }

    [Fact]
    public void Widened_BeyondTheMean_IsCappedAndSaidSo()
    {
        var plain = RevenueDistribution.Create(builder => builder.NewBusiness(5, [.. Enumerable.Range(10, 100).Select(i => i * 100m)]));

        var widest = plain.Widened(10);

        Assert.True(widest.IsSpreadCapped);
        Assert.Equal(1, widest.Spread, 9);
        Assert.Equal(plain.Widened(1).Quantile(0.9), widest.Quantile(0.9));
        // A seeded simulation of 400,000 draws has 66,500.
        Assert.InRange(widest.Quantile(0.9), 65_000, 68_000);
        Assert.False(plain.Widened(1).IsSpreadCapped);
    }

    [Fact]
    public void Forecast_OneDealClosedYearsBeforeAllOthers_KeepsItsRange()
    {
        const int Days = 730;
        var deals = SimulatedSales.Deals(new SeededRandom(5), Days, perDay: 2);
        var plain = RevenueForecast.Create(SimulatedSales.History(deals, Days), SimulatedSales.Start.AddDays(Days - 1));
        deals.Add(Opportunity.Create(o =>
        {
            o.Id = "a test of the system";
            o.Amount = 100;
            o.Created = new DateTime(2001, 1, 1);
            o.Closed = new DateTime(2001, 1, 2);
            o.Outcome = OpportunityOutcome.Won;
        }));
        var odd = RevenueForecast.Create(SimulatedSales.History(deals, Days), SimulatedSales.Start.AddDays(Days - 1));

        // The first period is but the last day of December, a Sunday.
        Assert.InRange(odd.Periods[1].Quantile(0.5)!.Value / plain.Periods[1].Quantile(0.5)!.Value, 0.75, 1.33);
        Assert.InRange(odd.Periods[1].Quantile(0.9)!.Value / plain.Periods[1].Quantile(0.9)!.Value, 0.75, 2);
    }

    [Fact]
    public void TimeToClose_DealsInTwoCurrencies_TakesNoRates()
    {
        const int Days = 400;
        var euros = SimulatedSales.Deals(new SeededRandom(6), Days, perDay: 1);
        var both = SimulatedSales.Deals(new SeededRandom(6), Days, perDay: 1, fill: (_, o) => o.Currency = o.Product == "box" ? "EUR" : "USD");

        var fit = TimeToClose.Fit(SimulatedSales.History(both, Days), SimulatedSales.Start.AddDays(Days - 1));

        Assert.Equal(both.Count(deal => deal.Outcome == OpportunityOutcome.Won), fit.WonCount);
        Assert.Equal(TimeToClose.Fit(SimulatedSales.History(euros, Days), SimulatedSales.Start.AddDays(Days - 1)).LongestClosedAge, fit.LongestClosedAge);
    }

    [Fact]
    public void Create_ModelThatGivesNull_NamesTheModel()
    {
        var history = SimulatedSales.History(SimulatedSales.Deals(new SeededRandom(7), 100, perDay: 1), 100);
        var model = new Careless(_ => null);

        var alone = Assert.Throws<InvalidOperationException>(() => RevenueForecast.Create(history, history.Last, new RevenueForecastOptions(model: model)));
        var combined = Assert.Throws<InvalidOperationException>(
            () => RevenueForecast.Create(history, history.Last, new RevenueForecastOptions(model: ForecastModels.Combine("both", model, ForecastModels.TimeToClose()))));
        var tested = Assert.Throws<InvalidOperationException>(() => Backtest.Run(history, [history.Last.AddDays(-60)], [model]));

        foreach (var error in new[] { alone, combined, tested }) Assert.StartsWith("The model \"careless\" returned null", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_ModelThatGivesOtherPeriods_SaysWhich()
    {
        var deals = Opportunity.From([1], (_, o) => { o.Id = "D"; o.Created = June; });
        var history = PipelineHistory.Reconstruct(deals, June);
        var model = new Careless(input => new("careless", [new(input.Periods[0], 5, 1), new(input.Periods[0], 5, 1)]));

        var error = Assert.Throws<InvalidOperationException>(() => RevenueForecast.Create(history, June, new RevenueForecastOptions(months: 2, model: model)));

        Assert.Equal("The model \"careless\" was asked for 2024-07, 2024-08 but returned 2024-07, 2024-07.", error.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public void Distribution_ProbabilitiesNextToNothing_AreNothing(double spread)
    {
        var distribution = RevenueDistribution.Create(b =>
        {
            b.Deal("certain", 7, 1);
            for (var i = 0; i < 1000; i++) b.Deal("D-" + i, 5m + (i * 0.37m), 1e-300);
        }).Widened(spread);

        Assert.Equal(7, distribution.Quantile(0.001));
        Assert.Equal(7, distribution.Quantile(0.999));
        Assert.Equal(0, distribution.ProbabilityAtLeast(8));
    }

    [Fact]
    public void NextMonths_FarBeyondTheCalendar_AreRefusedAtOnce()
    {
        Assert.Equal(6, ForecastPeriod.NextMonths(new DateTime(9999, 6, 30), 6).Count);
        Assert.Equal(2, ForecastPeriod.NextQuarters(new DateTime(9999, 6, 30), 2).Count);
        foreach (var refused in new Func<object>[]
                 {
                     () => ForecastPeriod.NextMonths(new DateTime(9999, 6, 30), 7), () => ForecastPeriod.NextQuarters(new DateTime(9999, 6, 30), 3),
                     () => ForecastPeriod.NextMonths(June, int.MaxValue), () => ForecastPeriod.NextQuarters(June, int.MaxValue),
                 })
        {
            Assert.Contains("no period may lie after the year 9999", Assert.Throws<ArgumentOutOfRangeException>(refused).Message, StringComparison.Ordinal);
        }
    }

    private sealed class Careless(Func<ForecastInput, ModelForecast?> make) : ForecastModel("careless")
    {
        public override ModelForecast Forecast(ForecastInput input) => make(input)!;
    }
}
