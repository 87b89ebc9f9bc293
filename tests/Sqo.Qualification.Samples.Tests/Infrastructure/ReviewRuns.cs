using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Sqo.Qualification.Samples.Tests;

/// <summary>Runs of the sample PipelineReview, and the deals that they read.</summary>
internal static class ReviewRuns
{
    public const string Map =
        """
        {
          "columns": { "id": "id", "name": "name", "account": "account", "stage": "stage", "amount": "amount", "created": "created", "closed": "closed" },
          "stages": { "open": ["open"], "won": ["won"], "lost": ["lost"] },
          "dateFormats": ["yyyy-MM-dd"],
          "currency": "EUR",
          "profile": "hardware"
        }
        """;

    public const string Header = "id,name,account,stage,amount,created,closed\n";

    public static readonly DateTime FirstDay = new(2025, 1, 1);

    public static double Mean(JsonNode? period, string part) => (double)period![part]!["mean"]!;

    /// <summary>Some deals a day that are won or lost 20 to 49 days later, of amounts that differ; those that close after the last month
    /// are open.</summary>
    public static string Deals(int months)
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

    public static string[] Files(TemporaryFolder folder, string deals) =>
        ["--deals", folder.Write("deals.csv", deals), "--map", folder.Write("deals.map.json", Map)];

    public static string[] LookupFiles(TemporaryFolder folder, string deals, string lookup)
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
    public static string Refused(string fault, string[] arguments)
    {
        var review = ReviewRun.Of(arguments);
        Assert.True(review.ExitCode == 2, review.Log);
        var errors = string.Join('\n', review.Errors);
        Assert.Contains(review.Errors, line => line.StartsWith(fault, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        return errors;
    }

    public static (JsonNode Forecast, IReadOnlyList<string> Output) Forecast(
        TemporaryFolder folder, params string[] arguments)
    {
        var json = Path.Combine(folder.Path, "review.json");
        var output = Run([.. arguments, "--json", json]);
        return (JsonNode.Parse(File.ReadAllText(json))!["forecast"]!, output);
    }

    public static IReadOnlyList<string> Run(params string[] arguments)
    {
        var review = ReviewRun.Of(arguments);
        Assert.True(review.ExitCode == 0, review.Log);
        return review.Output;
    }
}
