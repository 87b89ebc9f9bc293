using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;
using static Sqo.Qualification.Samples.Tests.ReviewRuns;

namespace Sqo.Qualification.Samples.Tests;

/// <summary>The sample PipelineReview as a program: the page that it writes, and names that a terminal or a browser would act on.</summary>
public sealed class PipelineReviewHtmlTests
{
    [Fact]
    public void Run_NamesOfTheMapThatATerminalActsOn_AreEscaped()
    {
        using var folder = new TemporaryFolder();
        var map = folder.Write("deals.map.json", Map
            .Replace("\"amount\": \"amount\"", "\"amount\": \"\\u001b[31m\"")
            .Replace("\"won\": [\"won\"]", "\"won\": [\"won\", \"\\u001b[32m\"]"));
        var deals = folder.Write(
            "deals.csv",
            Header.Replace("amount", "\u001b[31m") + "1,a,A,open,x,2025-01-02,\n2,b,B,new,1,2025-01-02,\n" +
            "3,c,C,open,1,2025-01-02,\n4,d,D,open,1,2025-01-02,\n");
        var output = Run("--deals", deals, "--map", map);
        Assert.Contains(output, line => line.Contains("\\u001B[31m \"x\": is not a number", StringComparison.Ordinal));
        Assert.Contains(output, line => line.Contains("\\u001B[32m", StringComparison.Ordinal));
        Assert.DoesNotContain(output, line => line.Contains('\u001b'));
    }

    [Fact]
    public void Html_HostileNames_AreNames()
    {
        using var folder = new TemporaryFolder();
        var deals = Deals(months: 10) +
            "X1,<script>alert(1)</script>,\"\"\"><img src=http://example.com/x onerror=alert(1)>\",open,900000,2025-10-20,\n";
        var page = Path.Combine(folder.Path, "page.html");
        Run([.. Files(folder, deals), "--html", page]);
        var html = File.ReadAllText(page);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(html, "<script", RegexOptions.IgnoreCase));
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<html lang=\"en\">", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
        Assert.Contains("<svg ", html, StringComparison.Ordinal);
        Assert.Contains("role=\"img\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" src=\"", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(@"url\((?!#)", html);
        Assert.DoesNotContain("href=\"http", html, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A tag that got into the page would not run: the browser runs what has this hash, and nothing else.</summary>
    [Fact]
    public void Html_Script_IsTheOneThatThePolicyAllows()
    {
        using var folder = new TemporaryFolder();
        var page = Path.Combine(folder.Path, "page.html");
        Run([.. Files(folder, Header + "1,a,A,open,90000,2025-01-02,\n"), "--html", page, "--as-of", "2025-01-10"]);
        var html = File.ReadAllText(page);
        var script = Regex.Match(html, "<script>(.*)</script>", RegexOptions.Singleline).Groups[1].Value;
        Assert.Contains("document.getElementById", script, StringComparison.Ordinal);
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        Assert.Contains($"; script-src 'sha256-{hash}'\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", script, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_Lists_HaveAllDealsWithWhatTheyAreSearchedAndSortedBy()
    {
        using var folder = new TemporaryFolder();
        var page = Path.Combine(folder.Path, "page.html");
        string[] lines = Deals(months: 10).TrimEnd('\n').Split('\n');
        var deals = string.Join('\n', lines.Select((line, i) => $"{line},{(i == 0 ? "owner" : i % 2 == 0 ? "Ann" : "Bo & Co")}"));
        string[] files = Files(folder, deals);
        folder.Write("deals.map.json", Map
            .Replace("\"stage\": \"stage\"", "\"owner\": \"owner\", \"stage\": \"stage\"")
            .Replace("\"currency\"", "\"dealUrl\": \"https://crm.example.com/{id}\", \"currency\""));
        var output = Run([.. files, "--html", page, "--hours", "10"]);
        var html = File.ReadAllText(page);

        // Every open deal is on the page, in the plan or not in it; the text shows some.
        string[] open = [.. lines.Where(line => line.Contains(",open,", StringComparison.Ordinal)).Select(line => line.Split(',')[0])];
        Assert.True(open.Length > 40);
        Assert.All(open, id => Assert.Contains($"href=\"https://crm.example.com/{id}\">{id}</a></th>", html, StringComparison.Ordinal));
        Assert.Contains(open, id => !output.Any(line => line.Contains($" {id} ", StringComparison.Ordinal)));
        Assert.DoesNotContain("--owner", html, StringComparison.Ordinal);

        var row = Regex.Match(html, "<tr data-owner=\"Bo &amp; Co\">.*?</tr>", RegexOptions.Singleline).Value;
        Assert.Matches("data-label=\"Value\" data-order=\"[0-9]+\">EUR [0-9,]+</td>", row);
        Assert.Contains("<option value=\"Bo &amp; Co\">Bo &amp; Co</option>", html, StringComparison.Ordinal);

        // Without the script there is no control that does nothing, and no row is hidden.
        Assert.Contains("<div class=\"tools\" role=\"search\" hidden>", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(tr|tbody|table|section)[^>]* hidden", html);
        string[] headings = [.. Regex.Matches(html, "<h2[^>]*>([^<]*)").Select(match => match.Groups[1].Value)];
        Assert.Equal(headings, Regex.Matches(html, "<li><a href=\"#section-[0-9]+\">([^<]*)").Select(match => match.Groups[1].Value));
        Assert.StartsWith("Plan of the week", headings[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Html_AddressOfDeals_LinksThemToTheCrm()
    {
        using var folder = new TemporaryFolder();
        var page = Path.Combine(folder.Path, "page.html");
        string[] files = Files(folder, Header + "a/1,a,A,open,90000,2025-01-02,\n");
        folder.Write("deals.map.json", Map.Replace("\"currency\"", "\"dealUrl\": \"https://crm.example.com/{id}?x=1&y\", \"currency\""));
        Run([.. files, "--html", page, "--as-of", "2025-01-10"]);
        Assert.Contains("<a href=\"https://crm.example.com/a%2F1?x=1&amp;y\">a/1</a>", File.ReadAllText(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Html_SameReviewTwice_IsTheSamePage()
    {
        using var folder = new TemporaryFolder();
        var first = Path.Combine(folder.Path, "1.html");
        var second = Path.Combine(folder.Path, "2.html");
        string[] files = Files(folder, Deals(months: 10));
        Run([.. files, "--html", first, "--culture", "sv-SE"]);
        Run([.. files, "--html", second, "--culture", "sv-SE"]);
        var html = File.ReadAllText(first);
        Assert.Equal(html, File.ReadAllText(second));
        Assert.Contains("<html lang=\"sv\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NamesOfAnyScript_PrintAsTheyAre()
    {
        string[] names = ["𠮷野家", "Rocket 🚀", "می‌خواهم", "क्‍ष", "👩🏽‍💻"];
        using var folder = new TemporaryFolder();
        var deals = new StringBuilder("id,name,account,stage,amount,created,closed\n");
        foreach (var (i, name) in names.Index()) deals.Append(CultureInfo.InvariantCulture, $"{i},{name},A,open,90000,2025-01-02,\n");
        deals.Append("X1,A\u200Bb\u202Ec,A,open,90000,2025-01-02,\n");
        var output = string.Join('\n', Run(Files(folder, deals.ToString())));
        Assert.All(names, name => Assert.Contains(name, output, StringComparison.Ordinal));
        Assert.Contains("A\\u200Bb\\u202Ec", output, StringComparison.Ordinal);
    }
}
