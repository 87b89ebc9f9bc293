using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Xunit;

namespace Sqo.Qualification.Samples.Tests.Reading;

public sealed class ProfileFileTests
{
    private const string Profile =
        """
        { "name": "own", "qualifyAt": 10, "criteria": [
          { "id": "budget", "field": "amount", "atLeast": 10000, "currency": "EUR", "required": true },
          { "id": "account", "field": "account", "isPresent": true, "weight": 10 },
          { "id": "owner", "field": "owner", "isPresent": true, "weight": 5 } ] }
        """;

    [Theory]
    [InlineData("\"currency\": \"EUR\"", "qualified")]
    [InlineData("\"currency\": \"SEK\", \"rates\": { \"EUR\": 11.2 }", "disqualified")]
    [InlineData("\"currency\": \"SEK\"", "own.json: currency \"EUR\": is not SEK, that of the deals, and the map has no rate for it")]
    [InlineData("", "own.json: currency \"EUR\": can't be compared with deals without a currency: set currency in the map")]
    public void Run_ProfileAsJson_JudgesInItsOwnCurrency(string money, string expected)
    {
        using var folder = new TemporaryFolder();
        var map = DealFiles.Map(money, DealFiles.Columns + ", \"account\": \"id\", \"owner\": \"id\"");
        var json = Path.Combine(folder.Path, "review.json");
        var run = ReviewRun.Of(
            "--deals", folder.Write("deals.csv", DealFiles.Header + "a,open,12000,2026-01-01,,\n"), "--map", folder.Write("map.json", map),
            "--profile", folder.Write("own.json", Profile), "--json", json);
        Assert.Equal(
            expected,
            run.ExitCode == 0 ? (string?)JsonNode.Parse(File.ReadAllText(json))!["openDeals"]![0]!["verdict"] : run.Errors.Single());
    }

    [Theory]
    [InlineData("2026-01-10 Web; 2026-01-20 web; 2026-01-21 Mail", "qualified")]
    [InlineData("2026-01-10 Web", "disqualified")]
    [InlineData("", "needsDiscovery")]
    public void Run_ProfileWithActivities_ScoresTouchesByChannel(string touches, string verdict)
    {
        const string Settings = "\"asOf\": \"2026-02-01\", \"listSeparator\": \";\"";
        const string engaged =
            """
            { "name": "engaged", "qualifyAt": 100, "criteria": [
              { "id": "web", "field": "touches", "activity": { "types": ["web"], "points": 10, "cap": 20 } } ] }
            """;
        using var folder = new TemporaryFolder();
        var json = Path.Combine(folder.Path, "review.json");
        var run = ReviewRun.Of(
            "--deals", folder.Write("deals.csv", "id,stage,amount,created,closed,expected,t\n" + $"a,open,12000,2026-01-01,,,{touches}\n"),
            "--map", folder.Write("map.json", DealFiles.Map(Settings, DealFiles.Columns + ", \"touches\": \"t\"")),
            "--profile", folder.Write("own.json", engaged), "--json", json);
        Assert.True(run.ExitCode == 0, run.Log);
        Assert.Equal(verdict, (string?)JsonNode.Parse(File.ReadAllText(json))!["openDeals"]![0]!["verdict"]);
    }

    [Fact]
    public void Run_FaultyProfile_NamesEveryFault()
    {
        using var folder = new TemporaryFolder();
        var run = ReviewRun.Of("--profile", folder.Write("own.json", Profile.Replace("account\", \"is", "acount\", \"is")));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("account", run.Errors.Single(), StringComparison.Ordinal);
        Assert.StartsWith("own.json: ", run.Errors.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_LintAndDiff_SayByTheirExitCodesWhatTheyFound()
    {
        using var folder = new TemporaryFolder();
        var before = folder.Write("before.json", Profile);
        var after = folder.Write("after.json",
            Profile.Replace("10000", "20000").Replace("\"name\": \"own\"", "\"name\": \"own\", \"version\": \"2\""));
        var odd = folder.Write("odd.json",
            Profile.Replace("\"weight\": 10 }", "\"weight\": 10 }, { \"id\": \"again\", \"field\": \"amount\", \"atLeast\": 5000 }"));
        var faulty = folder.Write("faulty.json", "{}");
        Assert.Equal((0, ""), (ReviewRun.Of("lint", before).ExitCode, ReviewRun.Of("lint", before).Text));
        var same = ReviewRun.Of("diff", before, before);
        Assert.Equal((0, "", ""), (same.ExitCode, same.Text, same.ErrorText));
        var lint = ReviewRun.Of("lint", odd);
        Assert.True(lint.ExitCode == 1, lint.Log);
        Assert.NotEmpty(lint.Output);
        var diff = ReviewRun.Of("diff", before, after);
        Assert.Equal(1, diff.ExitCode);
        Assert.Contains("criteria[budget].atLeast: 10000 -> 20000", diff.Output);
        Assert.Equal(2, ReviewRun.Of("lint", faulty).ExitCode);
        Assert.Equal(2, ReviewRun.Of("diff", before, faulty).ExitCode);
        Assert.Equal(2, ReviewRun.Of("diff", before).ExitCode);
    }
}
