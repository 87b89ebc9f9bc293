using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Sqo.Qualification.Samples.Tests;

/// <summary>The sample PipelineReview as a program: the campaigns.</summary>
public sealed class PipelineReviewCampaignTests
{
    private const string Map =
        """
        {
          "columns": { "id": "id", "stage": "stage", "amount": "amount", "created": "created", "closed": "closed", "campaign": "campaign" },
          "stages": { "open": ["open"], "won": ["won"], "lost": ["lost"] },
          "dateFormats": ["yyyy-MM-dd"], "currency": "EUR", "profile": "hardware", "asOf": "2025-06-30"
        }
        """;

    [Fact]
    public void Campaigns_DealsThatHaveThem_AreInEveryReport()
    {
        using var folder = new TemporaryFolder();
        var deals = new StringBuilder("id,stage,amount,created,closed,campaign\n");
        Add("fair", 40, 30);
        Add("mail", 40, 4);
        Add("few", 3, 3);
        Add("", 5, 1);
        var output = Run(folder, deals.ToString());

        // Without days of qualification, wins are what is compared.
        var campaigns = JsonNode.Parse(File.ReadAllText(Path.Combine(folder.Path, "review.json")))!["campaigns"]!;
        Assert.Equal("won", (string?)campaigns["compared"]);
        Assert.Equal(
            [("fair", 1, 40, 30, true), ("mail", 2, 40, 4, true), ("few", null, 3, 3, false), (null, null, 5, 1, false)],
            campaigns["rows"]!.AsArray().Select(row => (
                (string?)row!["campaign"], (int?)row["rank"], (int)row["deals"]!, (int)row["won"]!, (bool)row["isClear"]!)));
        Assert.Equal((88, 3_800m), ((int)campaigns["all"]!["deals"]!, (decimal)campaigns["all"]!["wonValue"]!));
        Assert.Contains("above, by more than chance", output, StringComparison.Ordinal);
        Assert.Contains("too few deals", output, StringComparison.Ordinal);
        var csv = File.ReadAllLines(Path.Combine(folder.Path, "lists", "campaigns.csv"));
        Assert.Equal(5, csv.Length);
        Assert.StartsWith("\"fair\",1,40,30,30,10,0,0.75,", csv[1], StringComparison.Ordinal);
        Assert.Contains("by more than chance", File.ReadAllText(Path.Combine(folder.Path, "review.html")), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.Path, "lists", "attribution.csv")));

        void Add(string campaign, int count, int won)
        {
            for (var i = 0; i < count; i++)
            {
                var stage = i < won ? "won" : "lost";
                deals.Append(CultureInfo.InvariantCulture, $"{campaign}{i},{stage},100,2025-01-{1 + (i % 28):00},2025-03-01,{campaign}\n");
            }
        }
    }

    [Fact]
    public void Campaigns_NoDealHasOne_AreInNoReport()
    {
        using var folder = new TemporaryFolder();
        var output = Run(folder, "id,stage,amount,created,closed,campaign\na,won,100,2025-01-01,2025-02-01,\nb,open,100,2025-01-01,,\n");
        Assert.DoesNotContain("Campaigns", output, StringComparison.Ordinal);
        Assert.Null(JsonNode.Parse(File.ReadAllText(Path.Combine(folder.Path, "review.json")))!["campaigns"]);
        Assert.False(File.Exists(Path.Combine(folder.Path, "lists", "campaigns.csv")));
    }

    private static string Run(TemporaryFolder folder, string deals)
    {
        var (exitCode, output, errors) = SampleInProcess.PipelineReview.Run(
            "--deals", folder.Write("deals.csv", deals), "--map", folder.Write("map.json", Map), "--json",
            Path.Combine(folder.Path, "review.json"), "--html", Path.Combine(folder.Path, "review.html"), "--csv",
            Path.Combine(folder.Path, "lists"));
        Assert.True(exitCode == 0, output + errors);
        return output;
    }
}
