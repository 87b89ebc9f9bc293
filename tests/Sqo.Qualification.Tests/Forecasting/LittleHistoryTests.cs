using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting;

/// <summary>Young companies, missing fields, and records that can't be right: a forecast comes all the same, and says what it is.</summary>
public class LittleHistoryTests
{
    private static readonly DateTime Day = new(2026, 6, 30);

    [Fact]
    public void Create_TheTwentiethWin_ChangesLittle()
    {
        var forecasts = Enumerable.Range(17, 5)
            .Select(wins => RevenueForecast.Create(PipelineHistory.Reconstruct(WithWins(wins), Day), Day)).ToList();
        for (var i = 1; i < forecasts.Count; i++)
        {
            Assert.Equal("combination", forecasts[i].Model);
            Assert.InRange(forecasts[i].Total.Mean / forecasts[i - 1].Total.Mean, 0.9, 1.15);
            Assert.InRange(forecasts[i].Total.Open!.Mean / forecasts[i - 1].Total.Open!.Mean, 0.9, 1.15);
            Assert.Empty(forecasts[i].Fallbacks);
        }
    }

    [Fact]
    public void Create_OneClosedDealAfterAnother_HasNoCliffAndNarrowsSlowly()
    {
        var deals = SimulatedSales.Deals(new SeededRandom(31), 90, 0.3, (age, _) => 0.006, (_, _) => 0.012);
        double? before = null;
        for (var days = 30; days <= 90; days += 10)
        {
            var last = SimulatedSales.Start.AddDays(days - 1);
            var forecast = RevenueForecast.Create(PipelineHistory.Reconstruct(deals, SimulatedSales.Start.AddDays(89)), last);
            Assert.Equal("combination", forecast.Model);
            // What a few lumps and a rate that is hardly known leave open: nothing at all, or twice as much.
            Assert.True(
                forecast.Total.StandardDeviation > 0.3 * forecast.Total.Mean,
                $"{forecast.Total.StandardDeviation} of {forecast.Total.Mean} after {days} days.");
            if (before is { } mean) Assert.InRange(forecast.Total.Mean / mean, 0.4, 2.5);
            before = forecast.Total.Mean;
        }
    }

    [Fact]
    public void Create_NoCreationDates_IsThePlainWeightedPipelineAndSaysSo()
    {
        var asOf = new DateTime(2026, 6, 15);
        var deals = Opportunity.From(new[] { "won", "lost", "open", "undated" }, (id, o) =>
        {
            (o.Id, o.Amount) = (id, 100);
            if (id == "won") (o.Closed, o.Outcome) = (new DateTime(2026, 5, 1), OpportunityOutcome.Won);
            if (id == "lost") (o.Closed, o.Outcome) = (new DateTime(2026, 5, 11), OpportunityOutcome.Lost);
            if (id == "open") o.ExpectedClose = new DateTime(2026, 7, 1);
        });
        var forecast = RevenueForecast.Create(PipelineHistory.Reconstruct(deals, asOf), asOf);
        Assert.Equal("weighted-pipeline", forecast.Model);
        Assert.Equal(HistoryUnits.DealsWithCreationDate, Assert.Single(forecast.Fallbacks).Reason.Unit);
        Assert.Equal(4, forecast.Undated);
        // Half of what closed was won: 50 in July, and of the one without a date what the time that deals take makes of it.
        Assert.InRange(forecast.Periods[1].Mean, 50, 75);
        Assert.Equal(0.5, forecast.Deals.Single(deal => deal.Opportunity.Id == "open").Chances[1], 12);
        Assert.True(forecast.Deals.Single(deal => deal.Opportunity.Id == "undated").Chances.Sum() < 0.5);
    }

    [Fact]
    public void Create_NoLostDealsNoOwnersNoAmountsOnOpenOnes_IsToldAllTheSame()
    {
        var deals = SimulatedSales.Deals(new SeededRandom(32), 300, 1, fill: (_, o) =>
        {
            o.Owner = null;
            if (o.Closed is null) o.Amount = null;
        }).Where(deal => deal.Outcome != OpportunityOutcome.Lost).ToList();
        var last = SimulatedSales.Start.AddDays(299);
        var forecast = RevenueForecast.Create(SimulatedSales.History(deals, 300), last);
        Assert.True(forecast.Total.Open!.Mean > 0);
        Assert.All(forecast.Deals, deal => Assert.True(deal.IsAmountAssumed));
        Assert.Equal(forecast.Deals.Count, forecast.Unvalued.Count());
        Assert.Null(Assert.Single(forecast.OpenBy(deal => deal.Owner)).Name);
    }

    [Theory]
    [InlineData("0026-03-01", "0026-03-09")]
    [InlineData("2016-03-01", "9999-12-31")]
    [InlineData("1896-03-01", "2016-03-01")]
    public void Create_OneRecordWhoseDatesCannotBeRight_IsLeftOutAndNamed(string created, string closed)
    {
        var deals = SimulatedSales.Deals(new SeededRandom(33), 200, 1);
        var plain = RevenueForecast.Create(SimulatedSales.History(deals, 200), SimulatedSales.Start.AddDays(199));
        deals.Add(
            Opportunity.Create(
            o => (o.Id, o.Amount, o.Created, o.Closed, o.Outcome) = ("odd", 100, Parse(created), Parse(closed), OpportunityOutcome.Won)));

        var history = PipelineHistory.Reconstruct(deals);
        var odd = RevenueForecast.Create(SimulatedSales.History(deals, 200), SimulatedSales.Start.AddDays(199));

        Assert.InRange(history.Last, SimulatedSales.Start, SimulatedSales.Start.AddDays(199));
        Assert.NotEmpty(odd.LeftOut);
        Assert.All(odd.LeftOut, fault => Assert.Equal(("odd", "date.implausible"), (fault.Id, fault.Code)));
        Assert.Contains("it is more than 30 years from the median of all dates", odd.LeftOut[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(plain.Total.Mean, odd.Total.Mean);

        static DateTime Parse(string text) => DateTime.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Create_AmountsNearTheGreatestDecimal_AreTakenForUnknownAndNamed()
    {
        var deals = SimulatedSales.Deals(new SeededRandom(34), 200, 1);
        for (var i = 0; i < 3; i++)
        {
            var place = i;
            deals.Add(
                Opportunity.Create(
                o => (o.Id, o.Amount, o.Created) = ("greatest " + place, decimal.MaxValue - place, SimulatedSales.Start.AddDays(150))));
        }

        var rates = new ForecastOptions(rates: new ExchangeRates("EUR", [new("SEK", 0.1m)]));
        var forecast = RevenueForecast.Create(SimulatedSales.History(deals, 200), SimulatedSales.Start.AddDays(199), new(forecast: rates));
        Assert.Equal(["greatest 0", "greatest 1", "greatest 2"], forecast.LeftOut.Select(fault => fault.Id));
        Assert.InRange(forecast.Total.Mean, 1, 1e6);
    }

    // The history of a company with so many wins of 10,000, thirty losses, and sixty open deals of 100,000.
    private static List<Opportunity> WithWins(int wins)
    {
        var first = new DateTime(2026, 1, 2);
        var deals = new List<Opportunity>();
        for (var i = 0; i < wins; i++) Add("w", i, first.AddDays(i * 7), 20 + (i % 25), OpportunityOutcome.Won);
        for (var i = 0; i < 30; i++) Add("l", i, first.AddDays(i * 4), 15 + (i % 30), OpportunityOutcome.Lost);
        for (var i = 0; i < 60; i++)
        {
            var place = i;
            deals.Add(
                Opportunity.Create(
                o => (o.Id, o.Amount, o.Created, o.ExpectedClose) = ("o" + place, 100_000, Day.AddDays(-10), Day.AddDays(20))));
        }

        return deals;

        void Add(string kind, int place, DateTime created, int days, OpportunityOutcome outcome)
        {
            // Of the latest wins some close after the day: they are left out.
            if (created.AddDays(days) > Day) return;
            deals.Add(
                Opportunity.Create(
                o => (o.Id, o.Amount, o.Created, o.Closed, o.Outcome) = (kind + place, 10_000, created, created.AddDays(days), outcome)));
        }
    }
}
