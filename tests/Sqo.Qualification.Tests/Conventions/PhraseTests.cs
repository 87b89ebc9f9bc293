using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace Sqo.Qualification.Tests.Conventions;

/// <summary>Phrases that a native reader would read twice stay out of docs, documentation comments and messages.</summary>
public class PhraseTests
{
    private static readonly Regex NotUsed = new(
        @"\b(unless told|truth value|(the )?(decision|list|result) of before|once a stage|one's own|of the user's own|" +
        "(is|are|was|were|be) told(?! apart)|what is gone by|built to deceive|takes down|for want of)\\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    [Fact]
    public void Phrases_ThatSayNothingToANativeReader_AreNotUsed()
    {
        var root = Root();
        var found = new List<string>();
        foreach (var file in Texts(root))
        {
            // A phrase may run over the end of a line of a comment.
            var text = Regex.Replace(File.ReadAllText(file), @"\s*\r?\n\s*(///|//)?\s*", " ");
            found.AddRange(NotUsed.Matches(text).Select(match => $"{Path.GetRelativePath(root, file)}: {match.Value}"));
        }

        Assert.True(found.Count == 0, string.Join("\n", found));
    }

    [Theory]
    [InlineData("A threshold, 60 unless told.", true)]
    [InlineData("The default is 60.", false)]
    public void Phrases_PlantedOne_IsFound(string text, bool isFound) => Assert.Equal(isFound, NotUsed.IsMatch(text));

    private static IEnumerable<string> Texts(string root) =>
        new[] { "README.md", "CHANGELOG.md" }.Select(name => Path.Combine(root, name))
            .Concat(Directory.EnumerateFiles(Path.Combine(root, "docs"), "*.md"))
            .Concat(new[] { "src", "samples", "eng" }.SelectMany(folder =>
                Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories)))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string Root([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "../../.."));
}
