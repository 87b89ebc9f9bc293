using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;

namespace Sqo.Qualification.Tests.Conventions;

/// <summary>A file of source, by its path below the project, with "/" on every machine.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>The folder that it lies in, directly or deeper.</summary>
    public string Room => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.IndexOf('/', StringComparison.Ordinal)] : "";
}

/// <summary>The source of the core.</summary>
internal static class CoreSources
{
    public static IReadOnlyList<SourceFile> All { get; } = Read();

    private static SourceFile[] Read([CallerFilePath] string thisFile = "")
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "../../../src/Sqo.Qualification"));
        return [.. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => new SourceFile(Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllText(file)))
            .Where(file => file.Room is not ("bin" or "obj"))
            .OrderBy(file => file.Path, StringComparer.Ordinal)];
    }
}
