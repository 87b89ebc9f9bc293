using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sqo.Qualification.Tests.Frameworks;
using Sqo.Qualification.Tests.Pipeline;
using Sqo.Qualification.Tests.Profiles;
using Sqo.Qualification.Tests.Profiles.Data;
using Sqo.Qualification.Tests.Profiles.Lint;
using Xunit;

namespace Sqo.Qualification.Tests.Conventions;

/// <summary>How the core is put together.</summary>
public class ShapeTests
{
    private static readonly Assembly Core = typeof(Decision).Assembly;

    /// <summary>What users derive from, or what the fluent grammar shares.</summary>
    private static readonly string[] MayBeOpen =
        ["ActivityReader`1", "AttributionModel", "ComparableVerbs`2", "CriteriaBuilder`1", "CriterionBuilder`1", "CriterionNote",
            "Criterion`1", "Curve", "DealForecastModel",
            "EvidenceFrameworkVerbs`2", "ForecastModel",
            "FrameworkVerbs`2", "GroupBuilder`1", "PathAttributionModel", "ProfileBuilder`1", "ScoreCalibration", "ScoringStrategy",
            "SeriesModel",
            "ValueCondition`1", "ValueVerbs`2"];

    /// <summary>What a callback fills in, which can't be kept or made outside of it; and options, which are copied when they are
    /// taken.</summary>
    private static readonly string[] MayBeSet = ["FitEngagementOptions", "LeadDraft", "OpportunityDraft"];

    [Fact]
    public void PublicTypes_PerFile_AreOneThatBearsItsName()
    {
        var wrong = new List<string>();
        foreach (var file in CoreSources.All)
        {
            var types = PublicTypesOf(file);
            var name = Path.GetFileNameWithoutExtension(file.Path).Replace(".g", "", StringComparison.Ordinal);
            if (types.Count > 1 || (types.Count == 1 && name != types[0] && name != types[0] + "OfT")) wrong.Add(
                $"{file.Path}: {string.Join(", ", types)}");
        }

        Assert.Empty(wrong);
        // What a script writes of a type stands in a second part of it, and so does what only a room above can do.
        var byHand = CoreSources.All
            .Where(file => !file.Path.EndsWith(".g.cs", StringComparison.Ordinal) && file.Path != "Frameworks/QualificationProfile.cs")
            .SelectMany(PublicTypesOf).ToList();
        var generated = CoreSources.All.Where(file => file.Path.EndsWith(".g.cs", StringComparison.Ordinal)).SelectMany(PublicTypesOf);
        Assert.Equal(Core.GetExportedTypes().Count(type => !type.IsNested), byHand.Count + generated.Count(type => !byHand.Contains(type)));
    }

    [Fact]
    public void PublicClasses_ThatAreOpen_AreTheListedOnes() => Assert.Equal(
        MayBeOpen, Core.GetExportedTypes().Where(type => type is { IsClass: true, IsSealed: false }).Select(type => type.Name)
            .OrderBy(name => name, StringComparer.Ordinal));

    [Fact]
    public void InternalClasses_AreSealedStaticOrAbstract() => Assert.Empty(
        Core.GetTypes().Where(type => type is { IsClass: true, IsVisible: false, IsSealed: false, IsAbstract: false })
            .Select(type => type.FullName));

    [Fact]
    public void PublicProperties_AreNotSettableAfterConstruction() => Assert.Empty(
        from type in Core.GetExportedTypes()
        where !MayBeSet.Contains(type.Name)
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where property.SetMethod is { IsPublic: true } setter
            && !setter.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit")
        select type.Name + "." + property.Name);

    /// <summary>Projects of .NET Framework speak C# 7.3, which has no <c>init</c>.</summary>
    [Fact]
    public void Options_CanBeFilledInCSharp73_AsThePluginCheckDoes()
    {
        var options = Core.GetExportedTypes()
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) || type == typeof(TextFormats)).ToList();
        var filled = File.ReadAllText(Path.Combine(CoreSources.Folder, "../../tests/Sqo.Qualification.PluginCheck/Options.cs"));
        Assert.True(options.Count >= 8, $"Only {options.Count} types of options were found.");
        Assert.All(options, type => Assert.Contains($"new {type.Name}", filled, StringComparison.Ordinal));
        Assert.Empty(
            from type in options
            from property in type.GetProperties()
            where property.SetMethod is { IsPublic: true } setter
                && setter.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit")
            select type.Name + "." + property.Name);
    }

    [Fact]
    public void PublicFields_AreConstants() => Assert.Empty(
        from type in Core.GetExportedTypes()
        where !type.IsEnum
        from field in type.GetFields(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where !field.IsLiteral
        select type.Name + "." + field.Name);

    [Fact]
    public void StaticFields_AreReadOnlyOrOfOneThread() => Assert.Empty(
        from type in Core.GetTypes()
        where !type.Name.StartsWith('<')
        from field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where !field.IsInitOnly && !field.IsLiteral && field.GetCustomAttribute<ThreadStaticAttribute>() is null
        select type.Name + "." + field.Name);

    [Fact]
    public void PublicTypes_AreInTheRootNamespaceAlone() =>
        Assert.Equal(["Sqo.Qualification"], Core.GetExportedTypes().Select(type => type.Namespace).Distinct());

    [Fact]
    public void References_AreTheFrameworkAlone()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location);
        Assert.All(Core.GetReferencedAssemblies(), name => Assert.Equal(framework, Path.GetDirectoryName(Assembly.Load(name).Location)));
    }

    [Fact]
    public void Assembly_IsStrongNamed() => Assert.NotEmpty(Core.GetName().GetPublicKeyToken()!);

    [Fact]
    public void PublicMembers_HaveDocumentationWithWords()
    {
        var documented = CoreSources.All.SelectMany(file => file.Root.DescendantNodes().OfType<MemberDeclarationSyntax>())
            .Where(HasSummary).Select(NameOf).ToHashSet();
        foreach (var type in Core.GetExportedTypes())
        {
            AssertDocumented(type.Name);
            if (!type.IsEnum) continue;
            foreach (var name in Enum.GetNames(type)) AssertDocumented($"{type.Name}.{name}");
        }

        void AssertDocumented(string name) => Assert.True(documented.Contains(name), name + " has no summary.");

        static bool HasSummary(MemberDeclarationSyntax member) => member.GetLeadingTrivia()
            .Select(trivia => trivia.GetStructure()).OfType<DocumentationCommentTriviaSyntax>()
            .SelectMany(comment => comment.Content.OfType<XmlElementSyntax>())
            .Any(element => element.StartTag.Name.LocalName.ValueText == "summary"
                && element.Content.ToString().Replace("///", "", StringComparison.Ordinal).Trim().Length > 3);

        // As reflection names it.
        static string NameOf(MemberDeclarationSyntax member) => member switch
        {
            TypeDeclarationSyntax { TypeParameterList.Parameters.Count: > 0 and var count } type => $"{type.Identifier.ValueText}`{count}",
            DelegateDeclarationSyntax { TypeParameterList.Parameters.Count: > 0 and var count } type =>
                $"{type.Identifier.ValueText}`{count}",
            BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
            DelegateDeclarationSyntax type => type.Identifier.ValueText,
            EnumMemberDeclarationSyntax value =>
                ((EnumDeclarationSyntax)value.Parent!).Identifier.ValueText + "." + value.Identifier.ValueText,
            _ => "",
        };
    }

    [Fact]
    public void EnumValues_AreGivenInTheSource()
    {
        // A value left to its place would change when another one is put before it.
        var enums = CoreSources.All.SelectMany(file => file.Root.DescendantNodes().OfType<EnumDeclarationSyntax>())
            .Where(declaration => declaration.Modifiers.Any(SyntaxKind.PublicKeyword)).ToList();
        Assert.NotEmpty(enums);
        Assert.All(enums.SelectMany(declaration => declaration.Members), member => Assert.NotNull(member.EqualsValue));
    }

    [Fact]
    public void FaultCodes_OfTheSource_AreAllTested() =>
        Assert.Equal(
            CodesIn(file => file.Room is "Scoring" or "Profiles" && !file.Path.EndsWith("Linter.cs", StringComparison.Ordinal))
            .Where(code => !IsOfData(code)), ProfileFaultTests.KnownCodes.OrderBy(code => code, StringComparer.Ordinal));

    [Fact]
    public void FaultCodes_OfData_AreAllTested() =>
        Assert.Equal(
            TextsIn(file => file.Room == "Profiles").Where(IsOfData),
            DefinitionFaultTests.KnownCodes.OrderBy(code => code, StringComparer.Ordinal));

    [Fact]
    public void FaultCodes_OfTheFrameworks_AreAllTested() =>
        Assert.Equal(
            CodesIn(file => file.Room == "Frameworks"), FrameworkFaultTests.KnownCodes.OrderBy(code => code, StringComparer.Ordinal));

    [Fact]
    public void FaultCodes_OfThePipeline_AreAllTested() =>
        Assert.Equal(
            TextsIn(file => file.Room == "Pipeline").Where(IsCode),
            OpportunityTests.KnownCodes.OrderBy(code => code, StringComparer.Ordinal));

    [Fact]
    public void LintCodes_OfTheSource_AreAllTested() =>
        Assert.Equal(
            CodesIn(file => file.Path == "Profiles/Lint/ProfileLinter.cs"),
            LintTests.KnownCodes.OrderBy(code => code, StringComparer.Ordinal));

    private static IEnumerable<string> CodesIn(Func<SourceFile, bool> where) => CoreSources.All.Where(where)
        .SelectMany(file => file.Root.DescendantNodes().OfType<InvocationExpressionSyntax>())
        .Select(call => call.ArgumentList.Arguments.FirstOrDefault()?.Expression)
        .OfType<LiteralExpressionSyntax>()
        .Where(literal => literal.IsKind(SyntaxKind.StringLiteralExpression))
        .Select(literal => literal.Token.ValueText)
        .Where(IsCode)
        .Distinct()
        .OrderBy(code => code, StringComparer.Ordinal);

    private static bool IsCode(string text) => System.Text.RegularExpressions.Regex.IsMatch(text, @"^[a-z-]+\.[a-z-]+$");

    private static bool IsOfData(string code) => System.Text.RegularExpressions.Regex.IsMatch(code, @"^(data|setting|export)\.[a-z-]+$");

    private static IEnumerable<string> TextsIn(Func<SourceFile, bool> where) => CoreSources.All.Where(where)
        .SelectMany(file => file.Root.DescendantTokens())
        .Where(token => token.IsKind(SyntaxKind.StringLiteralToken))
        .Select(token => token.ValueText)
        .Distinct()
        .OrderBy(text => text, StringComparer.Ordinal);

    private static List<string> PublicTypesOf(SourceFile file) => [.. file.Root.DescendantNodes()
        .Where(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax && node.Parent is not BaseTypeDeclarationSyntax)
        .Cast<MemberDeclarationSyntax>()
        .Where(member => member.Modifiers.Any(SyntaxKind.PublicKeyword))
        .Select(member =>
            member is BaseTypeDeclarationSyntax type ? type.Identifier.Text : ((DelegateDeclarationSyntax)member).Identifier.Text)];
}
