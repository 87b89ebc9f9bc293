#if !NETFRAMEWORK && !NETSTANDARD_ASSET
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Sqo.Qualification.Tests.Docs;

/// <summary>
/// Links name files and headings that exist. Those of the READMEs in packages are whole addresses: the page of a package is not in the
/// repository.
/// </summary>
public class LinkTests
{
    private static readonly string Root = RootOf();

    private static readonly string Repository =
        XDocument.Load(Path.Combine(Root, "Directory.Build.props")).Descendants("RepositoryUrl").Single().Value;

    private static readonly string[] Readmes = [
        "README.md", "src/Sqo.Qualification.DependencyInjection/README.md", "src/Sqo.Qualification.Testing/README.md",
        "samples/PipelineReview/README.md"];

    private static readonly string[] Pages = [
        .. Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md").Select(file => "docs/" + Path.GetFileName(file))
            .Order(StringComparer.Ordinal)];

    [Fact]
    public void Links_OfReadmesAndDocs_NameWhatExists()
    {
        var found = Readmes.Concat(Pages).SelectMany(file => Faults(file, File.ReadAllText(Path.Combine(Root, file)))).ToList();
        Assert.True(found.Count == 0, string.Join("\n", found));
    }

    [Theory]
    [InlineData("README.md", "[a](docs/criteria.md)", "README.md: docs/criteria.md is not a whole address")]
    [InlineData("README.md", "[a](@/blob/main/docs/criterion.md)", "README.md: there is no docs/criterion.md")]
    [InlineData("README.md", "[a](@/blob/main/docs/criteria.md#unknowns)", "README.md: docs/criteria.md has no heading #unknowns")]
    [InlineData("README.md", "[a](@#ten-line)", "README.md: README.md has no heading #ten-line")]
    [InlineData("README.md", "![](@/blob/main/docs/images/icon.png)", "README.md: a picture has no text")]
    [InlineData("docs/criteria.md", "[a](profile.md)", "docs/criteria.md: there is no docs/profile.md")]
    [InlineData("docs/criteria.md", "[a](#unknowns)", "docs/criteria.md: docs/criteria.md has no heading #unknowns")]
    public void Faults_PlantedLink_NameIt(string file, string link, string fault) =>
        Assert.Equal([fault], Faults(file, link.Replace("@", Repository, StringComparison.Ordinal)));

    [Theory]
    [InlineData("README.md", "[a](@/blob/main/docs/criteria.md#unknown) [b](@#ten-lines) [c](@/tree/main/samples/Worker)")]
    [InlineData("docs/criteria.md", "[a](profiles.md#faults-and-lint) [b](#unknown) `[c](d)`")]
    public void Faults_PlantedLinksThatHold_AreNone(string file, string links) =>
        Assert.Empty(Faults(file, links.Replace("@", Repository, StringComparison.Ordinal)));

    [Fact]
    public void Readme_OfTheRepository_ListsEveryPage()
    {
        var text = File.ReadAllText(Path.Combine(Root, "README.md"));
        Assert.All(Pages, page => Assert.Contains($"]({Repository}/blob/main/{page}) | ", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Readme_OfEveryPackage_HasTheInstallLineBeforeAnyOtherCode()
    {
        foreach (var readme in Readmes)
        {
            var text = File.ReadAllText(Path.Combine(Root, readme));
            var code = Regex.Match(text, @"^```\w+\n(.*)\n", RegexOptions.Multiline).Groups[1].Value;
            Assert.Matches(@"^dotnet (add package|tool install --global) Sqo\.Qualification", code);
        }
    }

    [Fact]
    public void Pictures_OfTheDocs_AreSmall()
    {
        foreach (var picture in Directory.EnumerateFiles(Path.Combine(Root, "docs/images")))
        {
            Assert.InRange(new FileInfo(picture).Length, 100, 100_000);
        }
    }

    private static IEnumerable<string> Faults(string file, string text)
    {
        foreach (Match link in Regex.Matches(WithoutCode(text), @"(!?)\[([^\]]*)\]\(([^)\s]+)\)"))
        {
            var target = link.Groups[3].Value;
            if (link.Groups[1].Length > 0 && link.Groups[2].Value.Trim().Length == 0) yield return $"{file}: a picture has no text";
            if (PathOf(file, target) is not var (path, heading))
            {
                if (!target.StartsWith("https://", StringComparison.Ordinal)) yield return $"{file}: {target} is not a whole address";
                continue;
            }

            var place = Path.Combine(Root, path);
            if (!File.Exists(place) && !Directory.Exists(place)) yield return $"{file}: there is no {path}";
            else if (heading.Length > 0 && !Headings(File.ReadAllText(place)).Contains(heading))
            {
                yield return $"{file}: {path} has no heading #{heading}";
            }
        }
    }

    /// <summary>The file of the repository that a link names, with the heading; null if it names none.</summary>
    private static (string Path, string Heading)? PathOf(string file, string target)
    {
        var raw = Repository.Replace("https://github.com/", "https://raw.githubusercontent.com/", StringComparison.Ordinal) + "/main/";
        string[] starts = [Repository + "/blob/main/", Repository + "/tree/main/", raw];
        var start = Array.Find(starts, each => target.StartsWith(each, StringComparison.Ordinal));
        var parts = target[(start?.Length ?? 0)..].Split('#');
        var heading = parts.Length > 1 ? parts[1] : "";
        if (start is not null) return (parts[0], heading);
        if (parts[0] == Repository) return ("README.md", heading);
        if (Readmes.Contains(file) || parts[0].StartsWith("https://", StringComparison.Ordinal)) return null;
        if (parts[0].Length == 0) return (file, heading);
        return (Path.GetRelativePath(Root, Path.Combine(Root, Path.GetDirectoryName(file)!, parts[0])).Replace('\\', '/'), heading);
    }

    private static string WithoutCode(string text) =>
        Regex.Replace(Regex.Replace(text, "^```.*?^```", "", RegexOptions.Multiline | RegexOptions.Singleline), "`[^`\n]*`", "");

    /// <summary>The headings as GitHub names them: lower case, hyphens for spaces, nothing for other marks.</summary>
    private static HashSet<string> Headings(string text)
    {
        var page = Regex.Replace(text, "^```.*?^```", "", RegexOptions.Multiline | RegexOptions.Singleline);
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match heading in Regex.Matches(page, "^#+ (.*)$", RegexOptions.Multiline))
        {
            var id = new StringBuilder();
            foreach (var c in heading.Groups[1].Value.Trim().ToLowerInvariant())
            {
                if (char.IsLetterOrDigit(c) || c is '-' or '_') id.Append(c);
                else if (c == ' ') id.Append('-');
            }

            found.Add(id.ToString());
        }

        return found;
    }

    private static string RootOf([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "../../.."));
}
#endif
