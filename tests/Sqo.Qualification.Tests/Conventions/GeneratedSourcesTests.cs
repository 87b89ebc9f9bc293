using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using Sqo.Qualification.Generation;
using Xunit;

namespace Sqo.Qualification.Tests.Conventions;

public class GeneratedSourcesTests
{
    [Fact]
    public void GeneratedSources_InTheRepository_AreWhatTheTablesSay() => Assert.All(
        GeneratedSources.All(), file => Assert.Equal(file.Text, File.ReadAllText(Path.Combine(Root(), file.Path)).Replace("\r", "")));

    [Fact]
    public void GeneratedSources_InTheRepository_AreAllWrittenByTheTables() => Assert.Equal(
        GeneratedSources.All().Select(file => file.Path).Order(),
        Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*.g.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root(), path).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/")).Order());

    private static string Root([CallerFilePath] string thisFile = "") => Path.Combine(Path.GetDirectoryName(thisFile)!, "../../..");
}
