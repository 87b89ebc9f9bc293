using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;
using static Sqo.Qualification.Samples.Tests.ReviewRuns;

namespace Sqo.Qualification.Samples.Tests;

/// <summary>The sample PipelineReview as a program: what it forecasts, in text and JSON.</summary>
public sealed class PipelineReviewForecastTests
{
    [Fact]
    public void Run_ShippedDeals_ForecastAddsUp()
    {
        using var folder = new TemporaryFolder();
        var (forecast, output) = Forecast(folder, "--quota", "2500000");
        Assert.Contains(output, line => line == "Forecast for the next three months");
        Assert.Contains(output, line => line.StartsWith("Chance to win at least EUR 2,500,000", StringComparison.Ordinal));
        Assert.Equal("combination", (string?)forecast["model"]);
        Assert.InRange((double)forecast["quotaChance"]!, 0.05, 0.95);

        var periods = forecast["periods"]!.AsArray();
        Assert.Equal(["2026-11-01", "2026-12-01", "2027-01-01"], periods.Select(period => (string?)period!["first"]));
        foreach (var period in periods.Append(forecast["total"]))
        {
            Assert.Equal(Mean(period, "total"), Mean(period, "open") + Mean(period, "newBusiness"), tolerance: 0.02);
            foreach (var part in new[] { "open", "newBusiness", "total" })
            {
                Assert.True((double)period![part]!["p10"]! <= (double)period[part]!["p50"]!);
                Assert.True((double)period[part]!["p50"]! <= (double)period[part]!["p90"]!);
            }
        }

        Assert.Equal(Mean(forecast["total"], "total"), periods.Sum(period => Mean(period, "total")), tolerance: 0.05);
        Assert.Equal(1, forecast["parts"]!.AsArray().Sum(part => (double)part!["weight"]!), tolerance: 1e-9);

        var longest = (int)forecast["longestClosedAge"]!;
        var stale = forecast["staleDeals"]!.AsArray();
        Assert.NotEmpty(stale);
        Assert.All(stale, deal => Assert.True((int)deal!["age"]! > longest));
        Assert.Contains(
            output, line =>
            line.StartsWith(string.Create(CultureInfo.InvariantCulture, $"Stale deals: {stale.Count} of "), StringComparison.Ordinal));

        // A stale deal is hardly won, and counts for next to nothing.
        var chances = forecast["openDeals"]!.AsArray()
            .ToDictionary(deal => (string)deal!["id"]!, deal => deal!["chances"]!.AsArray().Sum(chance => (double)chance!));
        Assert.All(stale, deal => Assert.InRange(chances[(string)deal!["id"]!], 0, 0.05));
    }

    [Fact]
    public void Run_ShippedDeals_LooksBackFromTwelveMonthEndsAtTheMost()
    {
        using var folder = new TemporaryFolder();
        var (forecast, _) = Forecast(folder);
        var backtest = forecast["backtest"]!;
        Assert.Equal(12, backtest["origins"]!.AsArray().Count);
        Assert.Equal("2026-09-30", (string?)backtest["origins"]![11]);
        var scores = backtest["scores"]!.AsArray();
        Assert.Equal(12, scores.Count);
        Assert.Equal(
            ["combination", "naive", "weighted-pipeline"], scores.Take(6).Select(score => (string)score!["model"]!)
            .Where((_, i) => i is 0 or 4 or 5));

        // What was won in each month is the same whatever forecast it, and is what the history says.
        var won = forecast["wonByMonth"]!.AsArray().ToDictionary(month => (string)month!["month"]!, month => (double)month!["won"]!);
        foreach (var row in scores.Where(score => (int)score!["monthsAhead"]! == 1).SelectMany(score => score!["forecasts"]!.AsArray()))
        {
            Assert.Equal(won[((string)row!["first"]!)[..7]], (double)row["won"]!, tolerance: 0.01);
        }

        var naive = scores.Single(score => (string?)score!["model"] == "naive" && (int)score["monthsAhead"]! == 1)!;
        Assert.Equal(0, (double)naive["skill"]!);
        var errors = naive["forecasts"]!.AsArray().Sum(row => Math.Abs((double)row!["won"]! - (double)row["forecast"]!["mean"]!));
        Assert.Equal(errors / naive["forecasts"]!.AsArray().Sum(row => (double)row!["won"]!), (double)naive["wape"]!, tolerance: 1e-6);
    }

    [Fact]
    public void Run_AnotherCulture_GivesTheSameJsonAndItsOwnWords()
    {
        using var folder = new TemporaryFolder();
        var english = Path.Combine(folder.Path, "en.json");
        var swedish = Path.Combine(folder.Path, "sv.json");
        Run("--json", english);
        var output = Run("--json", swedish, "--culture", "sv-SE");
        Assert.Equal(File.ReadAllBytes(english), File.ReadAllBytes(swedish));
        Assert.Contains(output, line => line == "Prognos för de kommande tre månaderna");
        Assert.Contains(output, line => line.Contains("Tid till avslut, och nya affärer", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_DealsOfLaterDays_ChangeNothingOfTheForecast()
    {
        using var folder = new TemporaryFolder();
        var known = Deals(months: 10);
        var asOf = FirstDay.AddMonths(10).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var later = new StringBuilder(known);
        for (var i = 0; i < 50; i++) later.Append(CultureInfo.InvariantCulture, $"L{i},Later,A,won,90000,2025-11-05,2025-12-20\n");
        var (without, _) = Forecast(folder, [.. Files(folder, known), "--as-of", asOf]);
        var (with, _) = Forecast(folder, [.. Files(folder, later.ToString()), "--as-of", asOf]);
        Assert.Equal(without.ToJsonString(), with.ToJsonString());
        Assert.NotEmpty(without["backtest"]!["scores"]!.AsArray());
    }

    [Fact]
    public void Run_LittleHistory_ForecastsFromThePriorAndSaysWhatIsMissing()
    {
        using var folder = new TemporaryFolder();
        var deals = "id,name,account,stage,amount,created,closed\n1,a,A,won,1000,2025-01-02,2025-01-20\n2,b,B,lost,2000,2025-01-03,2025-01-21\n3,c,C,open,3000,2025-01-10,\n4,d,D,open,,2025-01-11,\n";
        var output = Run(Files(folder, deals));
        var text = string.Join(' ', output);
        Assert.DoesNotContain("stepped in", text, StringComparison.Ordinal);
        Assert.Contains("what usually moves all deals at once", text, StringComparison.Ordinal);
        Assert.Contains("it takes four months of closings", text, StringComparison.Ordinal);
        Assert.Contains("open deals without a value: 1", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_EarlyDateThatTheForecastLeavesOut_IsNamedThere()
    {
        using var folder = new TemporaryFolder();
        var deals = new StringBuilder("id,name,account,stage,amount,created,closed\n");
        // Fewer than ten years lie between two dates, but the first is a generation before most.
        foreach (var year in (int[])[1990, 1999, 2008, 2017])
        {
            deals.Append(CultureInfo.InvariantCulture, $"{year},x,X,lost,1,{year}-01-02,{year}-01-09\n");
        }

        for (var i = 1; i < 10; i++) deals.Append(CultureInfo.InvariantCulture, $"{i},a,A,won,1000,2025-01-0{i},2025-01-20\n");
        var (forecast, output) = Forecast(folder, Files(folder, deals.ToString()));
        Assert.Equal(1, (int)forecast["leftOut"]!);
        // Its creation and its closing.
        var faults = forecast["faults"]!.AsArray().Select(fault => ((string?)fault!["id"], (string?)fault["code"]));
        Assert.Equal([("1990", "date.implausible"), ("1990", "date.implausible")], faults);
        Assert.Contains("deals with invalid dates or amounts: 1", string.Join(' ', output), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NoClosedDeal_ForecastsFromThePriorAlone()
    {
        using var folder = new TemporaryFolder();
        var (forecast, _) = Forecast(
            folder, Files(folder, "id,name,account,stage,amount,created,closed\n1,a,A,open,1000,2025-01-02,\n"));
        Assert.Equal("combination", (string?)forecast["model"]);
        Assert.InRange(Mean(forecast["total"], "open"), 50, 300);
    }

    [Fact]
    public void Run_OneCloseDateForPlansAndClosings_GoesByWhatHappened()
    {
        using var folder = new TemporaryFolder();
        const string Deals = "id,stage,amount,close,created\na,won,100,2026-02-01,2026-01-01\nb,lost,100,2026-03-01,2026-01-05\nc,open,100,2026-12-31,2026-03-10\nd,won,100,9999-12-31,2026-01-07\n";
        const string OneColumn =
            """
            {
              "columns": { "id": "id", "stage": "stage", "amount": "amount", "created": "created", "closed": "close", "expectedClose": "close" },
              "stages": { "open": ["open"], "won": ["won"], "lost": ["lost"] }, "dateFormats": ["yyyy-MM-dd"]
            }
            """;
        var output = Run("--deals", folder.Write("deals.csv", Deals), "--map", folder.Write("deals.map.json", OneColumn));
        Assert.Contains(output, line => line.StartsWith("As of: Mar 10, 2026", StringComparison.Ordinal));
        Assert.DoesNotContain(output, line => line.Contains("open with a close date", StringComparison.Ordinal));
        Assert.Contains(output, line => line.Contains("9999-12-31 is more than a year after all other dates", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_NoCreationDates_ForecastsByTheExpectedClose()
    {
        using var folder = new TemporaryFolder();
        const string Undated =
            """
            {
              "columns": { "id": "id", "stage": "stage", "amount": "amount", "closed": "close", "expectedClose": "close" }, "asOf": "2026-06-15",
              "stages": { "open": ["open"], "won": ["won"], "lost": ["lost"] }, "dateFormats": ["yyyy-MM-dd"]
            }
            """;
        const string Deals = "id,stage,amount,close\na,won,100,2026-05-01\nb,lost,100,2026-05-11\nc,open,100,2026-07-01\n";
        var (forecast, output) = Forecast(
            folder, "--deals", folder.Write("deals.csv", Deals), "--map", folder.Write("deals.map.json", Undated));
        Assert.Equal("weighted-pipeline", (string?)forecast["model"]);
        Assert.Equal(50, (double)forecast["periods"]![1]!["total"]!["mean"]!, 6);
        Assert.Contains(output, line => line.StartsWith("Plain weighted pipeline stepped in", StringComparison.Ordinal));
    }
}
