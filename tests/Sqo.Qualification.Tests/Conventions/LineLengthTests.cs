using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using Xunit;

namespace Sqo.Qualification.Tests.Conventions;

/// <summary>
/// Lines of code have at most 140 characters. Files that are older than the rule are in long-lines.txt with how many longer ones they may
/// still have; a line that gets shorter is taken off there, and none is added.
/// </summary>
public class LineLengthTests
{
    private const int Most = 140;

    private static readonly string[] Folders = ["src", "tests", "samples", "benchmarks", "eng"];

    [Fact]
    public void Lines_OfAllCode_AreShortEnough()
    {
        var root = Root();
        var allowed = File.ReadLines(Path.Combine(root, "tests/Sqo.Qualification.Tests/Conventions/long-lines.txt"))
            .Select(line => line.Split(' '))
            .ToDictionary(
                parts => parts[1], parts => int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var tooLong = new List<string>();
        foreach (var file in Folders.SelectMany(folder => Files(Path.Combine(root, folder))))
        {
            var path = Path.GetRelativePath(root, file).Replace('\\', '/');
            var lines = LongLines(File.ReadAllLines(file));
            if (lines.Count > allowed.GetValueOrDefault(path)) tooLong.Add(
                $"{path}: {lines.Count} instead of {allowed.GetValueOrDefault(path)}, lines {string.Join(", ", lines)}");
        }

        Assert.True(tooLong.Count == 0, $"Lines of more than {Most} characters:\n{string.Join("\n", tooLong)}");
    }

    [Fact]
    public void LongLines_PlantedOne_IsFound() =>
        Assert.Equal([2], LongLines([new string('x', Most), new string('x', Most + 1), ""]));

    private static List<int> LongLines(string[] lines) =>
        [.. lines.Select((line, i) => (line, i)).Where(each => each.line.Length > Most).Select(each => each.i + 1)];

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
            && !file.Contains(@"\obj\", StringComparison.Ordinal) && !file.Contains(@"\bin\", StringComparison.Ordinal));

    private static string Root([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "../../.."));
}
