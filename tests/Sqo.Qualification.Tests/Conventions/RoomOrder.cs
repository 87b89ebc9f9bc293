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
        ["Learning"] = BelowPipeline,
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

    /// <summary>The rooms, each with those that it may use.</summary>
    public static IReadOnlyDictionary<string, string[]> Rooms => MayUse;

    /// <summary>
    /// What goes against the order, one line a use; uses in comments don't count. A room gets at what it must not use by a name that is
    /// declared there, since whatever it may use has no such thing in a signature. So the compiler is asked what those names mean, and
    /// nothing else, which saves it from working out every expression of the core.
    /// </summary>
    public static IReadOnlyList<string> Violations(IReadOnlyList<SourceFile> files)
    {
        var rooms = files.ToDictionary(file => file.Path, file => file.Room);
        var violations = rooms.Where(room => !MayUse.ContainsKey(room.Value)).Select(room => $"{room.Key}: \"{room.Value}\" is no room.")
            .ToList();
        if (violations.Count > 0) return violations;
        var compilation = Compile(files);
        var spread = DeclaredInSeveralRooms(files);
        var names = files.GroupBy(file => file.Room).ToDictionary(room => room.Key, room => DeclaredIn(room, spread).ToHashSet());
        var barredIn = names.Keys.ToDictionary(
            room => room,
            room => names.Where(other => other.Key != room && !MayUse[room].Contains(other.Key)).SelectMany(other => other.Value)
                .ToHashSet());
        foreach (var file in files)
        {
            var room = file.Room;
            var barred = barredIn[room];
            SemanticModel? model = null;
            foreach (var node in file.Root.DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (!barred.Contains(node.Identifier.ValueText)) continue;
                model ??= compilation.GetSemanticModel(file.Tree);
                var meaning = model.GetSymbolInfo(node);
                var used = HomesOf(meaning.Symbol ?? meaning.CandidateSymbols.FirstOrDefault()).Select(path => rooms[path]).ToList();
                if (used.Count == 0 || used.Contains(room) || used.Exists(home => MayUse[room].Contains(home))) continue;
                var line = file.Tree.GetLineSpan(node.Span).StartLinePosition.Line + 1;
                violations.Add($"{file.Path}({line}): {room} must not use {node} of {used[0]}.");
            }
        }

        return violations;
    }

    /// <summary>The declarations are without error; what stands in members is not looked at.</summary>
    private static CSharpCompilation Compile(IEnumerable<SourceFile> files)
    {
        var compilation = Empty.Value.AddSyntaxTrees(files.Select(file => file.Tree));
        var errors = compilation.GetDeclarationDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        return errors.Count == 0 ? compilation : throw new InvalidOperationException("The source does not compile: " + errors[0]);
    }

    /// <summary>
    /// Types, and what can be used without the name of a type that is declared there: extensions, and members of types that have parts in
    /// other rooms.
    /// </summary>
    private static IEnumerable<string> DeclaredIn(IEnumerable<SourceFile> files, HashSet<string> spread)
    {
        foreach (var member in files.SelectMany(file => file.Root.DescendantNodes()).OfType<MemberDeclarationSyntax>())
        {
            if (member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax ? !member.Modifiers.Any(SyntaxKind.PrivateKeyword)
                : IsOpen(member))
            {
                foreach (var name in NamesOf(member)) yield return name;
            }
        }

        bool IsOpen(MemberDeclarationSyntax member) =>
            member is BaseMethodDeclarationSyntax method
                && method.ParameterList.Parameters.FirstOrDefault()?.Modifiers.Any(SyntaxKind.ThisKeyword) == true
            || member.Parent is ExtensionBlockDeclarationSyntax
            || (member.Parent is TypeDeclarationSyntax type && spread.Contains(type.Identifier.ValueText));
    }

    private static IEnumerable<string> NamesOf(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax type => [type.Identifier.ValueText],
        DelegateDeclarationSyntax type => [type.Identifier.ValueText],
        MethodDeclarationSyntax method => [method.Identifier.ValueText],
        PropertyDeclarationSyntax property => [property.Identifier.ValueText],
        EventDeclarationSyntax @event => [@event.Identifier.ValueText],
        BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.ValueText),
        _ => [],
    };

    /// <summary>Names of types that are declared in more than one room: parts of one type, for all that the names say.</summary>
    private static HashSet<string> DeclaredInSeveralRooms(IEnumerable<SourceFile> files) =>
    [
        .. files.SelectMany(file => file.Root.DescendantNodes().OfType<TypeDeclarationSyntax>()
                .Where(type => type.Modifiers.Any(SyntaxKind.PartialKeyword)).Select(type => (type.Identifier.ValueText, file.Room)))
            .Distinct().GroupBy(part => part.ValueText).Where(parts => parts.Count() > 1).Select(parts => parts.Key),
    ];

    /// <summary>The files that declare a type or member.</summary>
    private static IEnumerable<string> HomesOf(ISymbol? symbol)
    {
        if (symbol is IMethodSymbol { ReducedFrom: { } extension }) symbol = extension;
        if (symbol is null or INamespaceSymbol or ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or ITypeParameterSymbol
            or ILabelSymbol)
        {
            return [];
        }
        symbol = symbol.OriginalDefinition;
        if (symbol.IsImplicitlyDeclared) symbol = symbol.ContainingType?.OriginalDefinition ?? symbol;
        return symbol.DeclaringSyntaxReferences.Select(reference => reference.SyntaxTree.FilePath);
    }
}
