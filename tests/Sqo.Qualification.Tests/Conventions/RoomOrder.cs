using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Sqo.Qualification.Tests.Conventions;

/// <summary>The order of the rooms of the house: uses run downward only.</summary>
internal static class RoomOrder
{
    private static readonly string[] Ground = ["Internal"];
    private static readonly string[] BelowCriteria = [.. Ground, "Statistics"];
    private static readonly string[] BelowScoring = [.. BelowCriteria, "Criteria"];
    private static readonly string[] BelowEvaluation = [.. BelowScoring, "Scoring"];
    private static readonly string[] BelowResults = [.. BelowEvaluation, "Evaluation"];
    private static readonly string[] BelowProfiles = [.. BelowResults, "Results"];
    private static readonly string[] BelowPipeline = [.. BelowProfiles, "Profiles"];
    private static readonly string[] BelowDistributions = [.. BelowPipeline, "Pipeline"];
    private static readonly string[] BelowSiblings = [.. BelowDistributions, "Distributions"];

    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Internal"] = [],
        ["Statistics"] = Ground,
        ["Criteria"] = BelowCriteria,
        ["Scoring"] = BelowScoring,
        ["Evaluation"] = BelowEvaluation,
        ["Results"] = BelowResults,
        ["Profiles"] = BelowProfiles,
        ["Frameworks"] = BelowPipeline,
        ["Pipeline"] = BelowPipeline,
        ["Distributions"] = BelowDistributions,
        ["Prioritization"] = BelowSiblings,
        ["Campaigns"] = BelowSiblings,
        ["Forecasting"] = BelowSiblings,
        ["Auditing"] = BelowSiblings,
    };

    // What is read from the framework is kept with it, for every compilation that comes of it.
    private static readonly Lazy<CSharpCompilation> Empty = new(() => CSharpCompilation.Create(
        "Rooms",
        [],
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(System.IO.Path.PathSeparator)
            .Where(path => System.IO.Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)));

    /// <summary>What goes against the order, one line a use; uses in comments don't count.</summary>
    public static IReadOnlyList<string> Violations(IEnumerable<SourceFile> files)
    {
        var rooms = files.ToDictionary(file => file.Path, file => file.Room);
        var compilation = Compile(files);
        var violations = rooms.Where(room => !MayUse.ContainsKey(room.Value)).Select(room => $"{room.Key}: \"{room.Value}\" is no room.").ToList();
        if (violations.Count > 0) return violations;
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            var room = rooms[tree.FilePath];
            foreach (var node in tree.GetRoot().DescendantNodes().Where(n => n is SimpleNameSyntax or ImplicitObjectCreationExpressionSyntax))
            {
                var used = HomesOf(model.GetSymbolInfo(node).Symbol).Select(path => rooms[path]).ToList();
                if (used.Count == 0 || used.Contains(room) || used.Exists(home => MayUse[room].Contains(home))) continue;
                var line = tree.GetLineSpan(node.Span).StartLinePosition.Line + 1;
                violations.Add($"{tree.FilePath}({line}): {room} must not use {node} of {used[0]}.");
            }
        }

        return violations;
    }

    private static CSharpCompilation Compile(IEnumerable<SourceFile> files)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp14, preprocessorSymbols: ["NET", "NET10_0_OR_GREATER"]);
        var compilation = Empty.Value.AddSyntaxTrees(files.Select(file => CSharpSyntaxTree.ParseText(file.Text, options, file.Path)));
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        return errors.Count == 0 ? compilation : throw new InvalidOperationException("The source does not compile: " + errors[0]);
    }

    /// <summary>The files that declare a type or member.</summary>
    private static IEnumerable<string> HomesOf(ISymbol? symbol)
    {
        if (symbol is IMethodSymbol { ReducedFrom: { } extension }) symbol = extension;
        if (symbol is null or INamespaceSymbol or ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or ITypeParameterSymbol or ILabelSymbol) return [];
        symbol = symbol.OriginalDefinition;
        if (symbol.IsImplicitlyDeclared) symbol = symbol.ContainingType?.OriginalDefinition ?? symbol;
        return symbol.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree.FilePath);
    }
}
