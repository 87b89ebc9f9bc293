#if NET
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Sqo.Qualification.Tests.Frameworks;
using Sqo.Qualification.Tests.Pipeline;
using Sqo.Qualification.Tests.Profiles;
using Sqo.Qualification.Tests.Profiles.Data;
using Sqo.Qualification.Tests.Profiles.Lint;
using Xunit;

namespace Sqo.Qualification.Tests.Docs;

/// <summary>
/// docs/codes.md has the code of every fault and lint warning once, in its section, with a cause and a fix. The conventions check that the
/// lists of the tests are complete.
/// </summary>
public class CodesPageTests
{
    [Fact]
    public void Page_OfCodes_HasThemAllWithCauseAndFix()
    {
        var sections = Folder("docs/codes.md", File.ReadAllText).Replace("\r\n", "\n").Split(["\n## "], StringSplitOptions.None).Skip(1)
            .ToDictionary(
                section => section.Substring(0, section.IndexOf('\n')), section =>
                section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToArray());
        var shared = new[] { "evidence.level" };
        Same("Profiles", ProfileFaultTests.KnownCodes);
        Same("Frameworks", FrameworkFaultTests.KnownCodes.Except(shared));
        Same("Data and settings", DefinitionFaultTests.KnownCodes.Concat(OfHosts()).Distinct());
        Same("Lint warnings", LintTests.KnownCodes);
        Same("Records of the pipeline", OpportunityTests.KnownCodes);
        Assert.Equal(5, sections.Count);

        void Same(string section, IEnumerable<string> codes)
        {
            var rows = sections[section].Select(line => line.Split('|').Select(cell => cell.Trim()).ToArray()).ToArray();
            Assert.All(rows, row => Assert.True(row.Length == 5 && row[2].EndsWith('.') && row[3].EndsWith('.'), string.Join("|", row)));
            Assert.Equal(codes.OrderBy(code => code, StringComparer.Ordinal), rows.Select(row => row[1].Trim('`')));
        }
    }

    /// <summary>What the package for hosts adds.</summary>
    private static IEnumerable<string> OfHosts() => Folder("src/Sqo.Qualification.DependencyInjection", folder => Directory
        .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .SelectMany(
            file => Regex.Matches(File.ReadAllText(file), "\"((?:data|setting)\\.[a-z-]+)\"").Select(match => match.Groups[1].Value))
        .Distinct()
        .ToArray());

    private static TRead Folder<TRead>(string path, Func<string, TRead> read, [CallerFilePath] string thisFile = "") =>
        read(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "../../..", path)));
}
#endif
