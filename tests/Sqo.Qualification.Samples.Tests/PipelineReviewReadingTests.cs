using System;
using System.Linq;
using Xunit;
using static Sqo.Qualification.Samples.Tests.ReviewRuns;

namespace Sqo.Qualification.Samples.Tests;

/// <summary>The sample PipelineReview as a program: how it reads deals that are unusual.</summary>
public sealed class PipelineReviewReadingTests
{
    [Theory]
    [InlineData("", "JPY\": is not EUR, that of line 2", 3)]
    [InlineData("\"currency\": \"EUR\", \"rates\": { \"JPY\": 0.005 },", "Forecast for the next three months", 0)]
    public void Run_SeveralCurrencies_AreTurnedIntoOneOrRefused(string money, string line, int exitCode)
    {
        using var folder = new TemporaryFolder();
        var map = $$"""
            {
              "columns": { "id": "id", "stage": "stage", "amount": "amount", "created": "created", "closed": "closed",
                  "currency": "currency" }, {{money}}
              "stages": { "open": ["open"], "won": ["won"], "lost": ["lost"] }, "dateFormats": ["yyyy-MM-dd"]
            }
            """;
        const string Deals = "id,stage,amount,created,closed,currency\na,won,1000,2026-01-01,2026-03-01,EUR\nb,won,1000000,2026-01-01,2026-04-01,JPY\nc,open,1000000,2026-05-01,,JPY\n";
        var review = ReviewRun.Of("--deals", folder.Write("deals.csv", Deals), "--map",
            folder.Write("deals.map.json", map));
        Assert.Equal(exitCode, review.ExitCode);
        Assert.Contains(review.Output, each => each.Contains(line, StringComparison.Ordinal));
    }

    [Fact]
    public void Run_DatesWithOffsets_AreTheDaysThatAreWritten()
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
        var written = Run("--deals", deals, "--map", folder.Write("written.json", Map("")));
        Assert.Contains(written, line => line.StartsWith("As of: Jun 1, 2026", StringComparison.Ordinal));
        // In UTC the first closed on the last of May, and the second was created on the first of June.
        var universal = Run("--deals", deals, "--map", folder.Write("universal.json", Map("\"timeZone\": \"UTC\",")), "--as-of",
            "2026-05-31");
        Assert.Contains(universal, line => line.StartsWith("Rows read: 2; ", StringComparison.Ordinal) &&
            line.EndsWith("; Open: 0.", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_AllRowsRejected_SaysSoFirstAndWhy()
    {
        using var folder = new TemporaryFolder();
        var review = ReviewRun.Of(Files(folder,
                "id,name,account,stage,amount,created,closed\n1,a,A,open,$100,2025-01-02,\n2,b,B,won,$100,2025-01-02,2025-01-09\n"));
        Assert.Equal(3, review.ExitCode);
        Assert.StartsWith("All 2 rows of deals.csv were rejected", review.Errors.First(), StringComparison.Ordinal);
        Assert.Contains(review.Errors, line => line.Contains("amount \"$100\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("9999-12-31", "must lie in the year 9998 or before")]
    [InlineData("7026-03-20", "must lie within 50 years of the latest date of the deals, 2025-01-09")]
    public void Run_DayFarAfterAllDeals_IsRefusedWithItsCause(string day, string rule)
    {
        using var folder = new TemporaryFolder();
        var review = ReviewRun.Of([.. Files(folder, "id,name,account,stage,amount,created,closed\n2,b,B,won,100,2025-01-02,2025-01-09\n"),
            "--as-of", day]);
        Assert.Equal(2, review.ExitCode);
        Assert.StartsWith($"--as-of \"{day}\": {rule}", Assert.Single(review.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_DateThatStandsForNone_IsRejectedAndNotForecastFrom()
    {
        using var folder = new TemporaryFolder();
        var output = Run(
            Files(folder, Header + "1,a,A,open,100,2025-01-02,\n2,b,B,won,100,0001-01-01,2025-01-09\n"));
        Assert.Contains(
            output, line => line.Contains("0001-01-01 is more than ten years before all other dates", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_AmountsNearTheGreatestDecimal_AreRejectedRows()
    {
        using var folder = new TemporaryFolder();
        var deals = Deals(months: 2)
            + "X1,a,A,open,79228162514264337593543950335,2025-01-02,\nX2,b,B,open,79228162514264337593543950335,2025-01-02,\nX3,c,C,open,1000000000000000,2025-01-02,\n";
        var output = string.Join('\n', Run(Files(folder, deals)));
        Assert.Contains("must lie from -1000000000000000 to 1000000000000000", output, StringComparison.Ordinal);
        Assert.DoesNotContain("X3", output[output.IndexOf("must lie from", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--as-of", "9999-12-31")]
    [InlineData("--as-of", "0001-01-01")]
    public void Run_DayAtTheEndOfTime_EndsWithoutAStackTrace(string option, string value)
    {
        using var folder = new TemporaryFolder();
        var review = ReviewRun.Of([.. Files(folder, Deals(months: 2)), option, value]);
        Assert.InRange(review.ExitCode, 0, 2);
        Assert.DoesNotContain("   at ", review.Log, StringComparison.Ordinal);
    }
}
