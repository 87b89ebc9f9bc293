using System;
using System.Linq;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Sqo.Qualification.DependencyInjection.Tests;

public class ForecastingTests
{
    private static readonly DateTime Last = new(2026, 6, 30);

    [Fact]
    public void AddForecasting_Plain_ForecastsFromTheEndOfTheHistory()
    {
        using var provider = new ServiceCollection().AddSqoQualification().AddForecasting().Services.BuildServiceProvider();
        var forecaster = provider.GetRequiredService<IRevenueForecaster>();

        var forecast = forecaster.Forecast(History());

        Assert.Same(forecaster, provider.GetRequiredService<IRevenueForecaster>());
        Assert.Equal(Last, forecast.AsOf);
        Assert.Equal(["2026-07", "2026-08", "2026-09"], forecast.Periods.Select(period => period.Period.ToString()));
        Assert.Equal(RevenueForecast.Create(History(), Last).Total.Mean, forecast.Total.Mean);
        Assert.Equal(new DateTime(2026, 4, 30), forecaster.Forecast(History(), new(2026, 4, 30)).AsOf);
    }

    [Fact]
    public void AddForecasting_Options_AreMadeWithServicesOnce()
    {
        var made = 0;
        using var provider = new ServiceCollection()
            .AddSingleton(new WorkingCalendar([new DateTime(2026, 7, 1)]))
            .AddSqoQualification()
            .AddForecasting(services =>
            {
                made++;
                return new(months: 1, model: ForecastModels.Naive, forecast: new(services.GetRequiredService<WorkingCalendar>()));
            })
            .AddForecasting(_ => throw new InvalidOperationException("The first one counts."))
            .Services.BuildServiceProvider();

        var forecast = provider.GetRequiredService<IRevenueForecaster>().Forecast(History());

        Assert.Equal("naive", forecast.Model);
        Assert.Single(forecast.Periods);
        Assert.Same(ForecastModels.Naive, provider.GetRequiredService<IRevenueForecaster>().Options.Model);
        Assert.Equal(1, made);
    }

    [Fact]
    public void Backtest_RegisteredModel_StandsBesideNaiveAndWeightedPipeline()
    {
        using var provider = new ServiceCollection().AddSqoQualification().AddForecasting().Services.BuildServiceProvider();

        var report = provider.GetRequiredService<IRevenueForecaster>()
            .Backtest(History(), [new DateTime(2026, 4, 30), new DateTime(2026, 5, 31)]);

        Assert.Equal(
            ["naive", "combination", "weighted-pipeline"],
            report.Scores.Where(score => score.MonthsAhead == 1).Select(score => score.Model));
        Assert.Equal(2, report.Of("combination", 1)!.Rows.Count);
    }

    [Fact]
    public void Forecast_NoHistory_IsRefused()
    {
        using var provider = new ServiceCollection().AddSqoQualification().AddForecasting().Services.BuildServiceProvider();

        Assert.Throws<ArgumentNullException>("history", () => provider.GetRequiredService<IRevenueForecaster>().Forecast(null!));
    }

    // A deal a day for half a year: most are closed after five weeks, two of three of them won.
    private static PipelineHistory History() => PipelineHistory.Reconstruct(
        Opportunity.From(Enumerable.Range(0, 180), (i, o) =>
        {
            o.Id = $"D-{i}";
            o.Account = "Acme";
            o.Amount = 1_000 + (i % 7 * 100);
            o.Created = Last.AddDays(-180 + i);
            if (i > 140) return;
            o.Closed = o.Created.Value.AddDays(20 + (i % 15));
            o.Outcome = i % 3 == 0 ? OpportunityOutcome.Lost : OpportunityOutcome.Won;
        }),
        Last);
}
