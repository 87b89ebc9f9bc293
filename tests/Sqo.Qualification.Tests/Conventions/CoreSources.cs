using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Sqo.Qualification.Tests.Conventions;

/// <summary>A file of source, by its path below the project, with "/" on every machine.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14, preprocessorSymbols: ["NET", "NET10_0_OR_GREATER"]);

    private readonly Lazy<SyntaxTree> _tree = new(() => CSharpSyntaxTree.ParseText(Text, Options, Path));

    /// <summary>As the compiler reads it for .NET 10; read once for all tests.</summary>
    public SyntaxTree Tree => _tree.Value;

    public SyntaxNode Root => Tree.GetRoot();

    /// <summary>The folder that it lies in, directly or deeper.</summary>
    public string Room => Path.Contains('/', StringComparison.Ordinal) ? Path[..Path.IndexOf('/', StringComparison.Ordinal)] : "";
}

/// <summary>The source of the core.</summary>
internal static class CoreSources
{
    public static string Folder { get; } = FolderFrom();

    public static IReadOnlyList<SourceFile> All { get; } = Read();

    private static string FolderFrom([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "../../../src/Sqo.Qualification"));

    private static SourceFile[] Read()
    {
        return [.. Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => new SourceFile(Path.GetRelativePath(Folder, file).Replace('\\', '/'), File.ReadAllText(file)))
            .Where(file => file.Room is not ("bin" or "obj"))
            .OrderBy(file => file.Path, StringComparer.Ordinal)];
    }
}
