using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;
using static Sqo.Qualification.Samples.Tests.ReviewRuns;

namespace Sqo.Qualification.Samples.Tests;

/// <summary>The sample PipelineReview as a program: what it refuses, with which cause.</summary>
public sealed class PipelineReviewRefusalTests
{
    [Theory]
    [InlineData("--quota", "0")]
    [InlineData("--quota", "1,5")]
    [InlineData("--quota", "-3")]
    [InlineData("--html", "no/such/folder/page.html")]
    public void Run_BadOption_IsRefusedByName(string option, string value)
    {
        using var folder = new TemporaryFolder();
        var review = ReviewRun.Of($"{option}={value}");
        Assert.Equal(2, review.ExitCode);
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
    public void Run_HostileOption_EndsWithItsCause(string option, string value)
    {
        using var folder = new TemporaryFolder();
        Refused(option, [option, value]);
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
        Refused(option, [.. files, option, path]);
        Assert.Equal(before, Directory.GetFiles(folder.Path).ToDictionary(file => file, File.ReadAllText));
    }

    [Theory]
    [InlineData("../secret.csv")]
    [InlineData("{0}")]
    [InlineData("sub/../../secret.csv")]
    [InlineData("..\\secret.csv")]
    [InlineData("a\u0000b")]
    public void Run_LookupOutsideTheFolder_IsRefused(string file)
    {
        using var outer = new TemporaryFolder();
        using var folder = new TemporaryFolder();
        var secret = outer.Write("secret.csv", "key,product\nA1,Pump\n");
        var output = Refused("deals.map.json: lookups[0].file",
            LookupFiles(folder, Deals(months: 2), string.Format(CultureInfo.InvariantCulture, file, secret)));
        Assert.Contains("must be a file in the folder of the deals", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_MapThatIsNoJson_IsRefusedWithoutItsControlCharacters()
    {
        using var folder = new TemporaryFolder();
        folder.Write("deals.csv", "id\nD1\n");
        // The parser's message quotes an unknown literal with all that follows it.
        folder.Write("deals.map.json", "{\n\"columns\": tedClose\", \0\u001b[31m\u202e" + new string('x', 5_000));
        var output = Refused(
            "--map", ["--deals", Path.Combine(folder.Path, "deals.csv"), "--map", Path.Combine(folder.Path, "deals.map.json")]);
        Assert.Contains("line 2: ", output, StringComparison.Ordinal);
        Assert.InRange(output.Length, 0, 1_500);
        Assert.DoesNotContain(output, c => c is '\0' or '\u001b' or '\u202e');
    }

    [Theory]
    [InlineData("\"encoding\": \"utf-7\"", "deals.map.json: encoding \"utf-7\"")]
    [InlineData("\"encoding\": \"klingon\"", "deals.map.json: encoding \"klingon\"")]
    [InlineData("\"numberCulture\": \"no-such-culture\"", "deals.map.json: numberCulture")]
    [InlineData("\"missing\": [\"\\uD83D\"]", "--map")]
    [InlineData("\"\\uDE80\": 1", "--map")]
    [InlineData("\"aliases\": {\"stage\": {\"\\uD83D\": \"open\"}}", "--map")]
    public void Run_HostileMap_EndsWithItsCause(string member, string fault)
    {
        using var folder = new TemporaryFolder();
        string[] files = Files(folder, Deals(months: 2));
        folder.Write("deals.map.json", Map.Replace("\"currency\"", member + ", \"currency\""));
        Refused(fault, files);
    }

    [Theory]
    [InlineData("--json")]
    [InlineData("--html")]
    public void Run_FullDisk_EndsWithItsCause(string option)
    {
        if (!File.Exists("/dev/full")) return;
        using var folder = new TemporaryFolder();
        Refused($"{option} \"/dev/full\"", [.. Files(folder, Deals(months: 2)), option, "/dev/full"]);
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
}
