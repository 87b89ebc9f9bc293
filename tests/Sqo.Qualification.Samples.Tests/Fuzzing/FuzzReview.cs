using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Sqo.Qualification.Tests.Fuzzing;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Samples.Tests.Fuzzing;

/// <summary>A case of the fuzzer: deals, a map and options for PipelineReview, and what is to hold of any.</summary>
internal sealed class FuzzReview : IFuzzCase
{
    // Of the processor: a machine that is busy with other things proves nothing. Other tests share it with this one.
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(60);
    // What two reviews allocate in all, most of which is dead at once: the forecasts from earlier months, one after another.
    private const long MostBytes = 4_000_000_000;
    private const int MostErrors = 100_000;

    private readonly TemporaryFolder _folder;
    private readonly byte[] _deals;
    private readonly string _products;
    private readonly string _map;
    private readonly string[] _options;
    private readonly int? _rows;
    private readonly bool _isRunTwice;

    public FuzzReview(SeededRandom random, int size, string door, TemporaryFolder folder)
    {
        _folder = folder;
        var deals = new FuzzDeals(random, size);
        var text = new FuzzText(random);
        var isChanged = door == "deals" && random.Chance(0.7);
        var csv = isChanged ? text.Mutate(deals.Csv) : deals.Csv;
        _map = door == "deals" ? deals.Map : text.Mutate(deals.Map);
        _rows = isChanged || door != "deals" ? null : deals.Rows;
        _products = random.Chance(0.8) ? deals.Products : text.Mutate(deals.Products);
        _deals = random.Pick<Encoding>(
            new UTF8Encoding(false), new UTF8Encoding(false), new UTF8Encoding(false), Encoding.Unicode, Encoding.Latin1).GetBytes(csv);
        if (isChanged && random.Chance(0.3) && _deals.Length > 0) _deals[random.Below(_deals.Length)] = (byte)random.Below(256);
        if (random.Chance(0.1)) _deals = [0xEF, 0xBB, 0xBF, .. _deals];
        var options = new List<string>();
        void Option(string name, params string[] values)
        {
            if (random.Chance(0.2)) options.AddRange([name, random.Pick(values)]);
        }

        Option("--as-of", "2026-06-30", "2025-09-01", "0001-01-01", "9999-12-31", "x");
        Option("--profile", "startup", "agency", "bant", "consulting", "hardware", "x");
        Option("--culture", "sv-SE", "en-US", "fa-IR", "de-CH", "x-", "");
        Option("--quota", "100000", "1000000000000000", "0.0000001", "1e9", "-1");
        Option("--hours", "0", "1", "37.5", "168", "1e9", "-1");
        Option("--owner", "Volvo", "🚀", "=1+1", "nobody");
        if (random.Chance(0.2)) options.Add("--learn");
        _options = [.. options];
        _isRunTwice = random.Chance(0.2);
    }

    public string Input => $"{string.Join(' ', _options)}\n{_map}\n{Encoding.UTF8.GetString(_deals)}\nproducts.csv:\n{_products}";

    public void Run()
    {
        using var process = Process.GetCurrentProcess();
        var start = process.TotalProcessorTime;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var folder = _folder.Path;
        File.WriteAllBytes(Path.Combine(folder, "deals.csv"), _deals);
        // With something else for what no encoding can write.
        File.WriteAllBytes(Path.Combine(folder, "deals.map.json"), Encoding.UTF8.GetBytes(_map));
        File.WriteAllBytes(Path.Combine(folder, "products.csv"), Encoding.UTF8.GetBytes(_products));
        var first = Review("first");
        if (_isRunTwice) Assert.Equal(first, Review("second"));
        process.Refresh();
        var time = process.TotalProcessorTime - start;
        Assert.True(time < MostTime, $"It took {time} of the processor.");
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(bytes < MostBytes, $"It allocated {bytes} bytes.");
        Assert.Equal(_deals, File.ReadAllBytes(Path.Combine(folder, "deals.csv")));
    }

    // What is written of it; nothing where the input is refused.
    private string Review(string name)
    {
        var json = Path.Combine(_folder.Path, name + ".json");
        var html = Path.Combine(_folder.Path, name + ".html");
        var csv = Path.Combine(_folder.Path, name + "-lists");
        File.Delete(json);
        File.Delete(html);
        var run = ReviewRun.Of(
        [
            "--deals", Path.Combine(_folder.Path, "deals.csv"), "--map", Path.Combine(_folder.Path, "deals.map.json"),
            "--json", json, "--html", html, "--csv", csv, .. _options,
        ]);
        var (exitCode, output, errors) = (run.ExitCode, run.Text, run.ErrorText);
        Assert.InRange(exitCode, 0, 3);
        Assert.NotEqual(1, exitCode);
        Assert.InRange(errors.Length, 0, MostErrors);
        // That is how the program calls an exception that nothing in it has foreseen.
        Assert.False(errors.Contains("can't be made of this input", StringComparison.Ordinal), errors);
        Assert.False(errors.Contains("   at ", StringComparison.Ordinal), errors);
        Assert.DoesNotContain(output + errors, c => c is '\u001b' or '\0' or '\u202e');
        if (!File.Exists(json))
        {
            Assert.NotEqual(0, exitCode);
            Assert.NotEmpty(errors);
            return exitCode + errors;
        }

        Assert.Contains(exitCode, new[] { 0, 3 });
        var text = File.ReadAllText(json);
        KeepRows(JsonNode.Parse(text)!);
        var page = File.ReadAllText(html);
        // The page's own, which stands at its end.
        var script = page.IndexOf("<script", StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith("</script></body></html>", page, StringComparison.Ordinal);
        Assert.Equal(script, page.LastIndexOf("<script>\"use strict\";", StringComparison.Ordinal));
        return text + page + output + string.Concat(Directory.GetFiles(csv).Order(StringComparer.Ordinal).Select(File.ReadAllText));
    }

    // None is lost and none counted twice.
    private void KeepRows(JsonNode review)
    {
        // The page of one owner counts no rows.
        if (review["owner"] is not null) return;
        var rows = review["rows"]!.AsObject();
        var read = (int)rows["read"]!;
        if (_rows is { } written) Assert.Equal(written, read);
        Assert.Equal(read, rows.Where(part => part.Key != "read").Sum(part => (int)part.Value!));
        Assert.Equal((int)rows["open"]!, review["openDeals"]!.AsArray().Count);
        Assert.Equal((int)rows["open"]!, review["verdicts"]!.AsArray().Sum(verdict => (int)verdict!["deals"]!));
    }
}
