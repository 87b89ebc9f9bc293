using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Sqo.Qualification.Samples.Tests;

/// <summary>The sample Worker as a program: what it prints, how it ends, and how much memory it takes.</summary>
public sealed class WorkerTests
{
    private static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    [Fact]
    public async Task Run_ShippedDeals_AreDecidedInOrderAndItEnds()
    {
        using var folder = new TemporaryFolder();
        await using var worker = SampleProcess.Start("Worker", folder.Path, Nothing);
        Assert.True(await worker.WaitForExitAsync() == 0, worker.Log);

        var rows = worker.Output.Select(line => JsonNode.Parse(line)!).ToList();
        var deals = File.ReadLines(Path.Combine(SampleProcess.FolderOf("Worker"), "deals.jsonl")).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(deals.Select(deal => (string?)deal["account"]), rows.Select(row => (string?)row["account"]));

        // 30 and 30 points, and 0.4 a point of activity; the register gives the 7 at the end a 3.
        Assert.Equal("qualified", (string?)rows[0]["verdict"]);
        Assert.Equal(85, (double)rows[0]["score"]!, tolerance: 1e-9);
        Assert.Equal("""["budget"]""", rows[2]["unmet"]!.ToJsonString());
        Assert.Equal(["qualified", "needsDiscovery", "disqualified", "disqualified"], rows.Take(4).Select(row => (string?)row["verdict"]));

        // No number to ask by, a company that the register does not know, and one where it fails: unknown, and so to be found out.
        Assert.All(rows[5..8], row => Assert.Equal(("needsDiscovery", """["credit"]"""), ((string?)row["verdict"], row["unknown"]!.ToJsonString())));

        // The deals without budget or points cost no inquiry.
        Assert.Contains(worker.Errors, line => line.Contains("12 deals by", StringComparison.Ordinal) && line.Contains("was asked 9 times", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_LongFile_TakesLittleMemory()
    {
        const int Count = 60_000;
        using var folder = new TemporaryFolder();
        var input = Path.Combine(folder.Path, "many.jsonl");
        var padding = new string('x', 1_000);
        await using (var writer = new StreamWriter(input))
        {
            for (var i = 0; i < Count; i++) await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{{\"account\":\"{i} {padding}\",\"organization\":\"7\",\"budget\":{i % 20}}}"));
        }

        // All the deals at once would be 120 MB; the heap is not given more than 48.
        var limit = new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = "0x3000000" };
        await using var worker = SampleProcess.Start("Worker", folder.Path, limit, "--Batch:Input", input);
        Assert.True(await worker.WaitForExitAsync() == 0, worker.Log);
        Assert.Equal(Count, worker.Output.Count);
        Assert.All(worker.Output.Index(), line => Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{{\"account\":\"{line.Index} x"), line.Item, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{\"account\":\"A\",\"budget\":1}\n{\"account\":\"B\",\"budget\":\"much\"}\n", 1, "line 2: ")]
    [InlineData("{\"account\":\"A\",\"budget\":1}\n{\"account\":\"B\",\"budgt\":1}\n", 1, "line 2: ")]
    [InlineData("{\"budget\":1}\n", 0, "line 1: ")]
    public async Task Run_BadLine_EndsWithItsNumberAndAnExitCode(string text, int rows, string problem)
    {
        using var folder = new TemporaryFolder();
        await using var worker = SampleProcess.Start("Worker", folder.Path, Nothing, "--Batch:Input", folder.Write("bad.jsonl", text));
        Assert.Equal(1, await worker.WaitForExitAsync());
        Assert.Equal(rows, worker.Output.Count);
        Assert.Contains(worker.Errors, line => line.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_NoFile_EndsWithAnExitCode()
    {
        using var folder = new TemporaryFolder();
        await using var worker = SampleProcess.Start("Worker", folder.Path, Nothing, "--Batch:Input", Path.Combine(folder.Path, "none.jsonl"));
        Assert.Equal(1, await worker.WaitForExitAsync());
        Assert.Contains(worker.Errors, line => line.Contains("none.jsonl", StringComparison.Ordinal));
    }
}
