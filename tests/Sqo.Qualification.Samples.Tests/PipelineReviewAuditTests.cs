using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;
using static Sqo.Qualification.Samples.Tests.ReviewRuns;

namespace Sqo.Qualification.Samples.Tests;

/// <summary>The sample PipelineReview as a program: the profile held against closed deals, and what they teach.</summary>
public sealed class PipelineReviewAuditTests
{
    private const string Profile =
        """
        { "name": "own", "qualifyAt": 50, "nearMissWithin": 50, "criteria": [
          { "id": "contact", "field": "created", "withinLast": 30, "required": true },
          { "id": "industry", "field": "industry", "oneOf": ["saas"], "weight": 50 },
          { "id": "value", "field": "amount", "atLeast": 1000, "weight": 50 } ] }
        """;

    private const string Header = "id,stage,amount,industry,created,closed\n";

    private const string FieldsMap =
        """
        {
          "columns": { "id": "id", "stage": "stage", "amount": "amount", "industry": "industry", "created": "created", "closed": "closed" },
          "stages": { "open": ["open"], "won": ["won"], "lost": ["lost"] },
          "dateFormats": ["yyyy-MM-dd"], "currency": "EUR", "asOf": "2026-06-30"
        }
        """;

    [Fact]
    public void Audit_ClosedDeals_TiesOutInEveryReport()
    {
        using var folder = new TemporaryFolder();
        var (review, output) = Review(folder, ClosedDeals());
        var audit = review["audit"]!;
        Assert.Equal((300, 150, 150), Counts(audit["all"]!));
        // Long closed, but each is judged on the last day that it was open: the 20 days since its creation count, not the months since.
        Assert.Equal(
            [(100, 90, 10), (200, 60, 140), (0, 0, 0), (0, 0, 0)],
            audit["verdicts"]!.AsArray().Select(verdict => Counts(verdict!)));
        var thresholds = audit["thresholds"]!.AsArray();
        Assert.Equal(101, thresholds.Count);
        Assert.Equal((300, 150, 150), Counts(thresholds[0]!));
        Assert.Equal((100, 90, 10), Counts(thresholds[50]!));
        Assert.Equal((0, 0, 0), Counts(thresholds[51]!));
        var industry = audit["criteria"]!.AsArray().Single(criterion => (string?)criterion!["id"] == "industry")!;
        Assert.Equal((100, 90, 10), Counts(industry["met"]!));
        Assert.True((double)industry["informationValue"]! > (double)industry["criticalInformation"]!);
        Assert.Null(audit["best"]);

        Assert.Contains("The profile and the 300 closed deals", output, StringComparison.Ordinal);
        Assert.Contains("won more often than the others: 90% against 30%.", output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains("EUR 9,000 of the EUR 15,000 won, 60%.", output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        var page = File.ReadAllText(Path.Combine(folder.Path, "review.html"));
        Assert.Contains("Another threshold on the closed deals", page, StringComparison.Ordinal);
        string[] verdicts = File.ReadAllLines(Path.Combine(folder.Path, "lists", "audit-verdicts.csv"));
        Assert.StartsWith("\"All closed\",300,150,150,0.5,", verdicts[^1], StringComparison.Ordinal);
        Assert.Equal(102, File.ReadAllLines(Path.Combine(folder.Path, "lists", "audit-thresholds.csv")).Length);
        Assert.Equal(4, File.ReadAllLines(Path.Combine(folder.Path, "lists", "audit-criteria.csv")).Length);
    }

    [Fact]
    public void Audit_CostOfAnHour_ShowsTheCheapestThreshold()
    {
        using var folder = new TemporaryFolder();
        // A lost deal costs 2 hours, 200, and a missed win 100: 30 % won is not worth it, 90 % is.
        var (review, output) = Review(folder, ClosedDeals(), "--hour-cost", "100");
        var best = review["audit"]!["best"]!;
        Assert.Equal((1.0, 8_000.0), ((double)best["threshold"]!, (double)best["cost"]!));
        Assert.Equal(200, (int)best["agreement"]!["count"]!);
        Assert.Contains("A missed win costs EUR 100", output, StringComparison.Ordinal);
        Assert.Contains("costs the least", output, StringComparison.Ordinal);
        var (_, swedish) = Review(folder, ClosedDeals(), "--hour-cost", "100", "--culture", "sv");
        Assert.Contains("kostar minst", swedish, StringComparison.Ordinal);
    }

    [Fact]
    public void Audit_NoClosedDeal_IsInNoReport()
    {
        using var folder = new TemporaryFolder();
        var (review, output) = Review(folder, Header + "a,open,1,saas,2026-06-01,\nb,won,1,saas,2026-06-01,\n");
        Assert.Null(review["audit"]);
        Assert.DoesNotContain("Another threshold", output, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.Path, "lists", "audit-verdicts.csv")));
    }

    [Theory]
    [InlineData("0", "must be a number above 0")]
    [InlineData("1e3", "must be a number above 0")]
    [InlineData("80", "can't be combined with --owner", "--owner", "Ann")]
    public void HourCost_Bad_IsRefused(string cost, string rule, params string[] others) =>
        Assert.Contains(rule, Refused("--hour-cost", ["--hour-cost", cost, .. others]), StringComparison.Ordinal);

    [Fact]
    public void Learn_FieldsThatSaySomething_BeatTheProfileOnTheNewestFifth()
    {
        using var folder = new TemporaryFolder();
        var (review, output) = Review(folder, ClosedDeals(), "--learn");
        var learning = review["learning"]!;
        // The amount is the same for all.
        Assert.Equal(["industry"], learning["fields"]!.AsArray().Select(field => (string?)field));
        Assert.Equal(["amount"], learning["leftOut"]!.AsArray().Select(field => (string?)field));
        Assert.Equal((150, 150, "some"), ((int)learning["won"]!, (int)learning["lost"]!, (string?)learning["signal"]));
        var check = learning["check"]!;
        Assert.Equal((240, 60), ((int)check["older"]!, (int)check["newer"]!));
        Assert.True((double)check["learned"]!["brier"]! < (double)check["brierOfWinRate"]!);
        var first = learning["openDeals"]!.AsArray()[0]!;
        Assert.Equal("O1", (string?)first["id"]);
        Assert.True((double)first["probability"]! > 0.8);
        Assert.Equal("saas", (string?)first["for"]![0]!["value"]);
        Assert.Contains("The fields are informative", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Blockers_OpenDeals_AreCountedWithTheirValue()
    {
        using var folder = new TemporaryFolder();
        var (review, _) = Review(folder, ClosedDeals());
        // O1 qualifies by its industry; O2 would, with the right industry or a greater amount, so that neither stops it alone.
        var industry = review["criteria"]!.AsArray().Single(criterion => (string?)criterion!["id"] == "industry")!;
        Assert.Equal(
            (1, 0, 1, 1, 100m, 0),
            ((int)industry["unmet"]!, (int)industry["unknown"]!, (int)industry["stopped"]!, (int)industry["aloneEnough"]!,
                (decimal)industry["aloneEnoughValue"]!, (int)industry["stoppedAlone"]!));
    }

    // Of deals that closed after 20 days, 90 of 100 were won in the industry, and 60 of 200 in others.
    private static string ClosedDeals()
    {
        var text = new StringBuilder(Header + "O1,open,100,saas,2026-06-20,\nO2,open,100,retail,2026-06-20,\n");
        var day = new DateTime(2025, 1, 1);
        for (var i = 0; i < 300; i++)
        {
            var isSaas = i % 3 == 0;
            var place = i / 3;
            var stage = (isSaas ? place % 10 != 0 : place % 10 < 3) ? "won" : "lost";
            var industry = isSaas ? "saas" : "retail";
            text.Append(
                CultureInfo.InvariantCulture,
                $"D{i},{stage},100,{industry},{day.AddDays(i):yyyy-MM-dd},{day.AddDays(i + 20):yyyy-MM-dd}\n");
        }

        return text.ToString();
    }

    // A list of last week, beside those of today, would be taken for one of today.
    [Fact]
    public void Lists_OfAnEarlierReview_AreDeletedWhereThisOneHasNone()
    {
        using var folder = new TemporaryFolder();
        Review(folder, ClosedDeals());
        var lists = Path.Combine(folder.Path, "lists");
        var own = Path.Combine(lists, "notes.csv");
        File.WriteAllText(own, "ours");
        Assert.True(File.Exists(Path.Combine(lists, "audit-criteria.csv")));

        Review(folder, Header + "D1,open,100,saas,2026-06-01,\n");
        Assert.False(File.Exists(Path.Combine(lists, "audit-criteria.csv")));
        Assert.True(File.Exists(Path.Combine(lists, "open-deals.csv")));
        Assert.Equal("ours", File.ReadAllText(own));
    }

    private static (int Deals, int Won, int Lost) Counts(JsonNode counts) =>
        ((int)counts["deals"]!, (int)counts["won"]!, (int)counts["lost"]!);

    private static (JsonNode Review, string Output) Review(TemporaryFolder folder, string deals, params string[] options)
    {
        var output = Run(
        [
            "--deals", folder.Write("deals.csv", deals), "--map", folder.Write("map.json", FieldsMap), "--profile",
            folder.Write("own.json", Profile), "--json", Path.Combine(folder.Path, "review.json"), "--html",
            Path.Combine(folder.Path, "review.html"), "--csv", Path.Combine(folder.Path, "lists"), .. options,
        ]);
        return (JsonNode.Parse(File.ReadAllText(Path.Combine(folder.Path, "review.json")))!, string.Join('\n', output));
    }
}
