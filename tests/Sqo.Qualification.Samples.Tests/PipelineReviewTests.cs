using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Sqo.Qualification.Samples.Tests;

/// <summary>The sample PipelineReview as a program: what it forecasts, and the page and the JSON that it writes.</summary>
public sealed class PipelineReviewTests
{
    private const string Map =
        """
        {
          "columns": { "id": "id", "name": "name", "account": "account", "stage": "stage", "amount": "amount", "created": "created", "closed": "closed" },
          "stages": { "open": ["open"], "won": ["won"], "lost": ["lost"] },
          "dateFormats": ["yyyy-MM-dd"],
          "currency": "EUR",
          "profile": "hardware"
        }
        """;

    private const string Header = "id,name,account,stage,amount,created,closed\n";

    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();
    private static readonly DateTime FirstDay = new(2025, 1, 1);

    [Fact]
    public async Task Run_ShippedDeals_ForecastAddsUp()
    {
        using var folder = new TemporaryFolder();
        var (forecast, output) = await ForecastAsync(folder, "--quota", "2500000");
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
    public async Task Run_ShippedDeals_LooksBackFromTwelveMonthEndsAtTheMost()
    {
        using var folder = new TemporaryFolder();
        var (forecast, _) = await ForecastAsync(folder);
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
    public async Task Run_AnotherCulture_GivesTheSameJsonAndItsOwnWords()
    {
        using var folder = new TemporaryFolder();
        var english = Path.Combine(folder.Path, "en.json");
        var swedish = Path.Combine(folder.Path, "sv.json");
        await RunAsync(folder, "--json", english);
        var output = await RunAsync(folder, "--json", swedish, "--culture", "sv-SE");
        Assert.Equal(await File.ReadAllBytesAsync(english), await File.ReadAllBytesAsync(swedish));
        Assert.Contains(output, line => line == "Prognos för de kommande tre månaderna");
        Assert.Contains(output, line => line.Contains("Tid till avslut, och nya affärer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_DealsOfLaterDays_ChangeNothingOfTheForecast()
    {
        using var folder = new TemporaryFolder();
        var known = Deals(months: 10);
        var asOf = FirstDay.AddMonths(10).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var later = new StringBuilder(known);
        for (var i = 0; i < 50; i++) later.Append(CultureInfo.InvariantCulture, $"L{i},Later,A,won,90000,2025-11-05,2025-12-20\n");
        var (without, _) = await ForecastAsync(folder, [.. Files(folder, known), "--as-of", asOf]);
        var (with, _) = await ForecastAsync(folder, [.. Files(folder, later.ToString()), "--as-of", asOf]);
        Assert.Equal(without.ToJsonString(), with.ToJsonString());
        Assert.NotEmpty(without["backtest"]!["scores"]!.AsArray());
    }

    [Fact]
    public async Task Run_LittleHistory_ForecastsFromThePriorAndSaysWhatIsMissing()
    {
        using var folder = new TemporaryFolder();
        var deals = "id,name,account,stage,amount,created,closed\n1,a,A,won,1000,2025-01-02,2025-01-20\n2,b,B,lost,2000,2025-01-03,2025-01-21\n3,c,C,open,3000,2025-01-10,\n4,d,D,open,,2025-01-11,\n";
        var output = await RunAsync(folder, Files(folder, deals));
        var text = string.Join(' ', output);
        Assert.DoesNotContain("stepped in", text, StringComparison.Ordinal);
        Assert.Contains("what usually moves all deals at once", text, StringComparison.Ordinal);
        Assert.Contains("it takes four months of closings", text, StringComparison.Ordinal);
        Assert.Contains("open deals without a value: 1", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_EarlyDateThatTheForecastLeavesOut_IsNamedThere()
    {
        using var folder = new TemporaryFolder();
        var deals = new StringBuilder("id,name,account,stage,amount,created,closed\n");
        // Fewer than ten years lie between two dates, but the first is a generation before most.
        foreach (var year in (int[])[1990, 1999, 2008, 2017])
        {
            deals.Append(CultureInfo.InvariantCulture, $"{year},x,X,lost,1,{year}-01-02,{year}-01-09\n");
        }

        for (var i = 1; i < 10; i++) deals.Append(CultureInfo.InvariantCulture, $"{i},a,A,won,1000,2025-01-0{i},2025-01-20\n");
        var (forecast, output) = await ForecastAsync(folder, Files(folder, deals.ToString()));
        Assert.Equal(1, (int)forecast["leftOut"]!);
        // Its creation and its closing.
        var faults = forecast["faults"]!.AsArray().Select(fault => ((string?)fault!["id"], (string?)fault["code"]));
        Assert.Equal([("1990", "date.implausible"), ("1990", "date.implausible")], faults);
        Assert.Contains("deals with invalid dates or amounts: 1", string.Join(' ', output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NoClosedDeal_ForecastsFromThePriorAlone()
    {
        using var folder = new TemporaryFolder();
        var (forecast, _) = await ForecastAsync(
            folder, Files(folder, "id,name,account,stage,amount,created,closed\n1,a,A,open,1000,2025-01-02,\n"));
        Assert.Equal("combination", (string?)forecast["model"]);
        Assert.InRange(Mean(forecast["total"], "open"), 50, 300);
    }

    [Fact]
    public async Task Run_OneCloseDateForPlansAndClosings_GoesByWhatHappened()
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
        var output = await RunAsync(
            folder, "--deals", folder.Write("deals.csv", Deals), "--map", folder.Write("deals.map.json", OneColumn));
        Assert.Contains(output, line => line.StartsWith("As of: Mar 10, 2026", StringComparison.Ordinal));
        Assert.DoesNotContain(output, line => line.Contains("open with a close date", StringComparison.Ordinal));
        Assert.Contains(output, line => line.Contains("9999-12-31 is more than a year after all other dates", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_NoCreationDates_ForecastsByTheExpectedClose()
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
        var (forecast, output) = await ForecastAsync(
            folder, "--deals", folder.Write("deals.csv", Deals), "--map", folder.Write("deals.map.json", Undated));
        Assert.Equal("weighted-pipeline", (string?)forecast["model"]);
        Assert.Equal(50, (double)forecast["periods"]![1]!["total"]!["mean"]!, 6);
        Assert.Contains(output, line => line.StartsWith("Plain weighted pipeline stepped in", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "JPY\": is not EUR, that of line 2", 3)]
    [InlineData("\"currency\": \"EUR\", \"rates\": { \"JPY\": 0.005 },", "Forecast for the next three months", 0)]
    public async Task Run_SeveralCurrencies_AreTurnedIntoOneOrRefused(string money, string line, int exitCode)
    {
        using var folder = new TemporaryFolder();
        var map = $$"""
            {
              "columns": { "id": "id", "stage": "stage", "amount": "amount", "created": "created", "closed": "closed", "currency": "currency" }, {{money}}
              "stages": { "open": ["open"], "won": ["won"], "lost": ["lost"] }, "dateFormats": ["yyyy-MM-dd"]
            }
            """;
        const string Deals = "id,stage,amount,created,closed,currency\na,won,1000,2026-01-01,2026-03-01,EUR\nb,won,1000000,2026-01-01,2026-04-01,JPY\nc,open,1000000,2026-05-01,,JPY\n";
        await using var review = SampleProcess.Start(
            "PipelineReview", folder.Path, Nothing, "--deals", folder.Write("deals.csv", Deals), "--map",
            folder.Write("deals.map.json", map));
        Assert.Equal(exitCode, await review.WaitForExitAsync());
        Assert.Contains(review.Output, each => each.Contains(line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_DatesWithOffsets_AreTheDaysThatAreWritten()
    {
        using var folder = new TemporaryFolder();
        const string Deals = "id,stage,amount,created,closed\na,won,100,2026-05-01T00:30:00+05:00,2026-06-01T01:00:00+05:00\nb,open,100,2026-05-31T22:30:00-07:00,\n";
        string Map(string zone) =>
            $$"""
            {
              "columns": { "id": "id", "stage": "stage", "amount": "amount", "created": "created", "closed": "closed" }, {{zone}}
              "stages": { "open": ["open"], "won": ["won"], "lost": ["lost"] }, "dateFormats": ["yyyy-MM-ddTHH:mm:sszzz"]
            }
            """;
        var deals = folder.Write("deals.csv", Deals);
        var written = await RunAsync(folder, "--deals", deals, "--map", folder.Write("written.json", Map("")));
        Assert.Contains(written, line => line.StartsWith("As of: Jun 1, 2026", StringComparison.Ordinal));
        // In UTC the first closed on the last of May, and the second was created on the first of June.
        var universal = await RunAsync(
            folder, "--deals", deals, "--map", folder.Write("universal.json", Map("\"timeZone\": \"UTC\",")), "--as-of", "2026-05-31");
        Assert.Contains(universal, line => line.TrimStart().StartsWith('2') && line.TrimEnd().EndsWith('0'));
    }

    [Fact]
    public async Task Run_AllRowsRejected_SaysSoFirstAndWhy()
    {
        using var folder = new TemporaryFolder();
        await using var review = SampleProcess.Start(
            "PipelineReview", folder.Path, Nothing,
                Files(folder,
                "id,name,account,stage,amount,created,closed\n1,a,A,open,$100,2025-01-02,\n2,b,B,won,$100,2025-01-02,2025-01-09\n"));
        Assert.Equal(3, await review.WaitForExitAsync());
        Assert.StartsWith("All 2 rows of deals.csv were rejected", review.Errors.First(), StringComparison.Ordinal);
        Assert.Contains(review.Errors, line => line.Contains("amount \"$100\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("9999-12-31", "must lie in the year 9998 or before")]
    [InlineData("7026-03-20", "must lie within 50 years of the latest date of the deals, 2025-01-09")]
    public async Task Run_DayFarAfterAllDeals_IsRefusedWithItsCause(string day, string rule)
    {
        using var folder = new TemporaryFolder();
        await using var review = SampleProcess.Start(
            "PipelineReview", folder.Path, Nothing,
            [.. Files(folder, "id,name,account,stage,amount,created,closed\n2,b,B,won,100,2025-01-02,2025-01-09\n"), "--as-of", day]);
        Assert.Equal(2, await review.WaitForExitAsync());
        Assert.StartsWith($"--as-of \"{day}\": {rule}", Assert.Single(review.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_DateThatStandsForNone_IsRejectedAndNotForecastFrom()
    {
        using var folder = new TemporaryFolder();
        var output = await RunAsync(
            folder,
            Files(folder, Header + "1,a,A,open,100,2025-01-02,\n2,b,B,won,100,0001-01-01,2025-01-09\n"));
        Assert.Contains(
            output, line => line.Contains("0001-01-01 is more than ten years before all other dates", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_NamesOfTheMapThatATerminalActsOn_AreEscaped()
    {
        using var folder = new TemporaryFolder();
        var map = folder.Write("deals.map.json", Map
            .Replace("\"amount\": \"amount\"", "\"amount\": \"\\u001b[31m\"")
            .Replace("\"won\": [\"won\"]", "\"won\": [\"won\", \"\\u001b[32m\"]"));
        var deals = folder.Write(
            "deals.csv",
            Header.Replace("amount", "\u001b[31m") + "1,a,A,open,x,2025-01-02,\n2,b,B,new,1,2025-01-02,\n" +
            "3,c,C,open,1,2025-01-02,\n4,d,D,open,1,2025-01-02,\n");
        var output = await RunAsync(folder, "--deals", deals, "--map", map);
        Assert.Contains(output, line => line.Contains("\\u001B[31m \"x\": is not a number", StringComparison.Ordinal));
        Assert.Contains(output, line => line.Contains("\\u001B[32m", StringComparison.Ordinal));
        Assert.DoesNotContain(output, line => line.Contains('\u001b'));
    }

    [Fact]
    public async Task Html_HostileNames_AreNames()
    {
        using var folder = new TemporaryFolder();
        var deals = Deals(months: 10) +
            "X1,<script>alert(1)</script>,\"\"\"><img src=http://example.com/x onerror=alert(1)>\",open,900000,2025-10-20,\n";
        var page = Path.Combine(folder.Path, "page.html");
        await RunAsync(folder, [.. Files(folder, deals), "--html", page]);
        var html = await File.ReadAllTextAsync(page);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<html lang=\"en\">", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
        Assert.Contains("<svg ", html, StringComparison.Ordinal);
        Assert.Contains("role=\"img\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" src=\"", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(@"url\((?!#)", html);
        Assert.DoesNotContain("href=\"http", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Html_SameReviewTwice_IsTheSamePage()
    {
        using var folder = new TemporaryFolder();
        var first = Path.Combine(folder.Path, "1.html");
        var second = Path.Combine(folder.Path, "2.html");
        string[] files = Files(folder, Deals(months: 10));
        await RunAsync(folder, [.. files, "--html", first, "--culture", "sv-SE"]);
        await RunAsync(folder, [.. files, "--html", second, "--culture", "sv-SE"]);
        var html = await File.ReadAllTextAsync(first);
        Assert.Equal(html, await File.ReadAllTextAsync(second));
        Assert.Contains("<html lang=\"sv\">", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--quota", "0")]
    [InlineData("--quota", "1,5")]
    [InlineData("--quota", "-3")]
    [InlineData("--html", "no/such/folder/page.html")]
    public async Task Run_BadOption_IsRefusedByName(string option, string value)
    {
        using var folder = new TemporaryFolder();
        await using var review = SampleProcess.Start("PipelineReview", folder.Path, Nothing, $"{option}={value}");
        Assert.Equal(2, await review.WaitForExitAsync());
        Assert.Contains(review.Errors, line => line.StartsWith($"{option} \"{value}\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--json", "")]
    [InlineData("--html", " ")]
    [InlineData("--deals", "")]
    [InlineData("--map", "")]
    [InlineData("--culture", "no-such-culture")]
    [InlineData("--culture", "\uD83D\uDE80")]
    [InlineData("--quota", "79228162514264337593543950335")]
    [InlineData("--json", "a\u0001/b")]
    public async Task Run_HostileOption_EndsWithItsCause(string option, string value)
    {
        using var folder = new TemporaryFolder();
        await RefusedAsync(folder, option, [option, value]);
    }

    [Theory]
    [InlineData("--json", "deals.csv")]
    [InlineData("--html", "deals.map.json")]
    [InlineData("--json", "products.csv")]
    [InlineData("--html", "./../{0}/deals.csv")]
    [InlineData("--json", "link.csv")]
    [InlineData("--html", "hard.csv")]
    public async Task Run_OutputThatWasRead_IsRefusedAndLeftAsItIs(string option, string output)
    {
        using var folder = new TemporaryFolder();
        var deals = Deals(months: 2);
        string[] files = LookupFiles(folder, deals, "products.csv");
        folder.Write("products.csv", "key,product\nA1,Pump\n");
        var path = Path.Combine(folder.Path, string.Format(CultureInfo.InvariantCulture, output, Path.GetFileName(folder.Path)));
        if (output == "link.csv") File.CreateSymbolicLink(path, Path.Combine(folder.Path, "deals.csv"));
        if (output == "hard.csv")
        {
            if (OperatingSystem.IsWindows()) return;
            using var link = System.Diagnostics.Process.Start("ln", [Path.Combine(folder.Path, "deals.csv"), path]);
            await link.WaitForExitAsync();
        }

        var before = Directory.GetFiles(folder.Path).ToDictionary(file => file, File.ReadAllText);
        await RefusedAsync(folder, option, [.. files, option, path]);
        Assert.Equal(before, Directory.GetFiles(folder.Path).ToDictionary(file => file, File.ReadAllText));
    }

    [Theory]
    [InlineData("../secret.csv")]
    [InlineData("{0}")]
    [InlineData("sub/../../secret.csv")]
    [InlineData("..\\secret.csv")]
    [InlineData("a\u0000b")]
    public async Task Run_LookupOutsideTheFolder_IsRefused(string file)
    {
        using var outer = new TemporaryFolder();
        using var folder = new TemporaryFolder();
        var secret = outer.Write("secret.csv", "key,product\nA1,Pump\n");
        var output = await RefusedAsync(
            folder, "deals.map.json: lookups[0].file",
            LookupFiles(folder, Deals(months: 2), string.Format(CultureInfo.InvariantCulture, file, secret)));
        Assert.Contains("must be a file in the folder of the deals", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"encoding\": \"utf-7\"", "deals.map.json: encoding \"utf-7\"")]
    [InlineData("\"encoding\": \"klingon\"", "deals.map.json: encoding \"klingon\"")]
    [InlineData("\"numberCulture\": \"no-such-culture\"", "deals.map.json: numberCulture")]
    [InlineData("\"missing\": [\"\\uD83D\"]", "--map")]
    [InlineData("\"\\uDE80\": 1", "--map")]
    [InlineData("\"aliases\": {\"stage\": {\"\\uD83D\": \"open\"}}", "--map")]
    public async Task Run_HostileMap_EndsWithItsCause(string member, string fault)
    {
        using var folder = new TemporaryFolder();
        string[] files = Files(folder, Deals(months: 2));
        folder.Write("deals.map.json", Map.Replace("\"currency\"", member + ", \"currency\""));
        await RefusedAsync(folder, fault, files);
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--html")]
    public async Task Run_FullDisk_EndsWithItsCause(string option)
    {
        if (!File.Exists("/dev/full")) return;
        using var folder = new TemporaryFolder();
        await RefusedAsync(folder, $"{option} \"/dev/full\"", [.. Files(folder, Deals(months: 2)), option, "/dev/full"]);
    }

    [Fact]
    public async Task Run_FullDiskForTheReview_EndsWithItsCause()
    {
        if (!File.Exists("/dev/full")) return;
        using var folder = new TemporaryFolder();
        var files = string.Join(' ', Files(folder, Deals(months: 2)));
        var start = new System.Diagnostics.ProcessStartInfo("sh") { RedirectStandardError = true };
        var program = Path.Combine(SampleProcess.FolderOf("PipelineReview"), "PipelineReview.dll");
        foreach (var argument in new[] { "-c", $"\"{Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet"}\" exec \"{program}\" {files} > /dev/full" }) start.ArgumentList.Add(argument);
        using var review = System.Diagnostics.Process.Start(start)!;
        var errors = await review.StandardError.ReadToEndAsync();
        await review.WaitForExitAsync();
        Assert.Equal(2, review.ExitCode);
        Assert.StartsWith("The review can't be read or written: ", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AmountsNearTheGreatestDecimal_AreRejectedRows()
    {
        using var folder = new TemporaryFolder();
        var deals = Deals(months: 2) + "X1,a,A,open,79228162514264337593543950335,2025-01-02,\nX2,b,B,open,79228162514264337593543950335,2025-01-02,\nX3,c,C,open,1000000000000000,2025-01-02,\n";
        var output = string.Join('\n', await RunAsync(folder, Files(folder, deals)));
        Assert.Contains("must lie from -1000000000000000 to 1000000000000000", output, StringComparison.Ordinal);
        Assert.DoesNotContain("X3", output[output.IndexOf("must lie from", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--as-of", "9999-12-31")]
    [InlineData("--as-of", "0001-01-01")]
    public async Task Run_DayAtTheEndOfTime_EndsWithoutAStackTrace(string option, string value)
    {
        using var folder = new TemporaryFolder();
        await using var review = SampleProcess.Start(
            "PipelineReview", folder.Path, Nothing, [.. Files(folder, Deals(months: 2)), option, value]);
        Assert.InRange(await review.WaitForExitAsync(), 0, 2);
        Assert.DoesNotContain("   at ", review.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NamesOfAnyScript_PrintAsTheyAre()
    {
        string[] names = ["𠮷野家", "Rocket 🚀", "می‌خواهم", "क्‍ष", "👩🏽‍💻"];
        using var folder = new TemporaryFolder();
        var deals = new StringBuilder("id,name,account,stage,amount,created,closed\n");
        foreach (var (i, name) in names.Index()) deals.Append(CultureInfo.InvariantCulture, $"{i},{name},A,open,90000,2025-01-02,\n");
        deals.Append("X1,A\u200Bb\u202Ec,A,open,90000,2025-01-02,\n");
        var output = string.Join('\n', await RunAsync(folder, Files(folder, deals.ToString())));
        Assert.All(names, name => Assert.Contains(name, output, StringComparison.Ordinal));
        Assert.Contains("A\\u200Bb\\u202Ec", output, StringComparison.Ordinal);
    }

    private static double Mean(JsonNode? period, string part) => (double)period![part]!["mean"]!;

    /// <summary>Some deals a day that are won or lost 20 to 49 days later, of amounts that differ; those that close after the last month
    /// are open.</summary>
    private static string Deals(int months)
    {
        var text = new StringBuilder("id,name,account,stage,amount,created,closed\n");
        var end = FirstDay.AddMonths(months);
        var id = 0;
        for (var day = FirstDay; day < end; day = day.AddDays(1))
        {
            for (var i = 0; i < 2; i++)
            {
                id++;
                var closed = day.AddDays(20 + (id * 7 % 30));
                var stage = closed >= end ? "open" : id % 5 < 2 ? "won" : "lost";
                var closing = stage == "open" ? "" : closed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"D{id},Deal {id},A{id % 9},{stage},{1000 + (id * 137 % 4000)},{day:yyyy-MM-dd},{closing}\n");
            }
        }

        return text.ToString();
    }

    private static string[] Files(TemporaryFolder folder, string deals) =>
        ["--deals", folder.Write("deals.csv", deals), "--map", folder.Write("deals.map.json", Map)];

    private static string[] LookupFiles(TemporaryFolder folder, string deals, string lookup)
    {
        string[] files = Files(folder, deals);
        folder.Write("deals.map.json", Map.Replace(
            "\"currency\"",
            $$"""
            "lookups": [{ "file": {{JsonValue.Create(lookup)!.ToJsonString()}}, "key": "key", "by": "account", "columns": { "product": "product" } }], "currency"
            """));
        return files;
    }

    /// <summary>Runs what is refused: with exit code 2, and its cause instead of a stack trace.</summary>
    private static async Task<string> RefusedAsync(TemporaryFolder folder, string fault, string[] arguments)
    {
        await using var review = SampleProcess.Start("PipelineReview", folder.Path, Nothing, arguments);
        Assert.True(await review.WaitForExitAsync() == 2, review.Log);
        var errors = string.Join('\n', review.Errors);
        Assert.Contains(review.Errors, line => line.StartsWith(fault, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        return errors;
    }

    private static async Task<(JsonNode Forecast, IReadOnlyList<string> Output)> ForecastAsync(
        TemporaryFolder folder, params string[] arguments)
    {
        var json = Path.Combine(folder.Path, "review.json");
        var output = await RunAsync(folder, [.. arguments, "--json", json]);
        return (JsonNode.Parse(await File.ReadAllTextAsync(json))!["forecast"]!, output);
    }

    private static async Task<IReadOnlyList<string>> RunAsync(TemporaryFolder folder, params string[] arguments)
    {
        await using var review = SampleProcess.Start("PipelineReview", folder.Path, Nothing, arguments);
        Assert.True(await review.WaitForExitAsync() == 0, review.Log);
        return review.Output;
    }
}
