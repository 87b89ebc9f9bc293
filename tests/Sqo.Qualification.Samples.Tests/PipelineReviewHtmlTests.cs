using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
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
