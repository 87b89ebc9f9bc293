using System.IO;
using System.Runtime.CompilerServices;
#if NET
using Snapshooter;
#else
using Xunit;
#endif

namespace Sqo.Qualification.Tests.Infrastructure;

/// <summary>
/// Compares a text with the one that is kept beside the test, in __snapshots__. The only place that knows the tool, so that
/// another one can take its place.
/// </summary>
internal static class Snapshot
{
    public static void Match(string text, string name, [CallerFilePath] string testFile = "")
    {
        var folder = Path.GetDirectoryName(testFile)!;
#if NET
        Snapshooter.Xunit.Snapshot.Match(text, new SnapshotFullName(name + ".snap", folder));
#else
        // The tool's own comparison wants .NET; the file is the same.
        var kept = File.ReadAllText(Path.Combine(folder, "__snapshots__", name + ".snap"));
        Assert.Equal(kept.TrimEnd('\n'), text);
#endif
    }
}
