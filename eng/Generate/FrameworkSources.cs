using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification.Generation;

/// <summary>Writes each framework: its criteria as keys, its builder, its verb, and its place in the list of all.</summary>
internal static class FrameworkSources
{
    private const string Folder = "src/Sqo.Qualification/Frameworks/Generated/";

    public static IEnumerable<(string Path, string Text)> All()
    {
        foreach (var framework in FrameworkTable.All)
        {
            yield return (Folder + framework.Class + ".g.cs", Keys(framework));
            yield return (Folder + framework.Class + "Builder.g.cs", Builder(framework));
        }

        yield return (Folder + "Frameworks.g.cs", List());
        yield return (Folder + "FrameworkProfileExtensions.g.cs", Verbs());
    }

    private static string Keys(FrameworkEntry framework) => $$"""
        {{GeneratedSources.Header}}

        namespace Sqo.Qualification;

        /// <summary>The criteria of {{framework.NameInDocs}}, for use in code.</summary>
        public static class {{framework.Class}}
        {
        {{string.Join("\n\n", framework.Parts.Select(Key))}}
        }

        """;

    private static string Key(FrameworkPart part) => $$"""
            /// <summary>{{part.Name}}: {{part.Sentence}}.</summary>
            public static FrameworkCriterion {{part.Member}} { get; } = TopicFacts.Of(Topics.{{part.Topic}}).Criterion(
                "{{part.Id}}", "{{part.Name}}", "{{part.SwedishName}}", EvidenceLevel.{{part.Level}}{{Questions(part)}});
        """;

    private static string Questions(FrameworkPart part) =>
        part.Question is null ? "" : $",\n        \"{part.Question}\",\n        \"{part.SwedishQuestion}\"";

    private static string Builder(FrameworkEntry framework) => $$"""
        {{GeneratedSources.Header}}

        using System;
        using System.Runtime.CompilerServices;

        namespace Sqo.Qualification;

        /// <summary>Specifies where the criteria of {{framework.NameInDocs}} are read.</summary>
        /// <typeparam name="T">The type of opportunity.</typeparam>
        public sealed class {{framework.Class}}Builder<T> : EvidenceFrameworkVerbs<T, {{framework.Class}}Builder<T>>
        {
            internal {{framework.Class}}Builder(ProfileBuilder<T> profile)
                : base(Frameworks.{{framework.Class}}, profile)
            {
            }

        {{string.Join("\n\n", framework.Parts.Select(part => Methods(framework, part)))}}
        }

        """;

    private static string Methods(FrameworkEntry framework, FrameworkPart part) => $$"""
            /// <summary>{{part.Name}}: {{part.Sentence}}. Read from a level of evidence.</summary>
        {{(part == framework.Parts[0] ? EvidenceDocs : Inherited(framework, "EvidenceLevel"))}}
            public {{framework.Class}}Builder<T> {{part.Member}}(
                Func<T, EvidenceLevel?> evidence,
                Action<CriterionBuilder<T>>? settings = null,
                EvidenceLevel? atLeast = null,
                [CallerArgumentExpression(nameof(evidence))] string? selectorText = null) =>
                TakeEvidence({{framework.Class}}.{{part.Member}}, evidence, settings, atLeast, selectorText);

            /// <summary>{{part.Name}}: {{part.Sentence}}. Read from a Boolean.</summary>
        {{(part == framework.Parts[0] ? FlagDocs : Inherited(framework, "bool"))}}
            public {{framework.Class}}Builder<T> {{part.Member}}(
                Func<T, bool?> confirmed,
                Action<CriterionBuilder<T>>? settings = null,
                EvidenceLevel? atLeast = null,
                [CallerArgumentExpression(nameof(confirmed))] string? selectorText = null) =>
                TakeFlag({{framework.Class}}.{{part.Member}}, confirmed, settings, atLeast, selectorText);
        """;

    private static string Inherited(FrameworkEntry framework, string value)
    {
        var parameters = $"Func{{T, {value}?}}, Action{{CriterionBuilder{{T}}}}, EvidenceLevel?, string";
        return $"    /// <inheritdoc cref=\"{framework.Parts[0].Member}({parameters})\"/>";
    }

    private const string EvidenceDocs = """
            /// <param name="evidence">Reads the level from the opportunity; a missing one is unknown.</param>
            /// <param name="settings">Sets more on the criterion, such as <c>c => c.Required()</c>.</param>
            /// <param name="atLeast">The lowest level that meets it; that of the framework if <see langword="null"/>.</param>
            /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
            /// <returns>This builder.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="evidence"/> is <see langword="null"/>.</exception>
        """;

    private const string FlagDocs = """
            /// <param name="confirmed">Reads the Boolean: true is confirmed evidence, false is unmet, a missing one is unknown.</param>
            /// <param name="settings">Sets more on the criterion, such as <c>c => c.Required()</c>.</param>
            /// <param name="atLeast">The lowest level, at most Confirmed; that of the framework if <see langword="null"/>.</param>
            /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
            /// <returns>This builder.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="confirmed"/> is <see langword="null"/>.</exception>
        """;

    private static string List() => $$"""
        {{GeneratedSources.Header}}

        using System;
        using System.Collections.Generic;

        namespace Sqo.Qualification;

        /// <summary>The frameworks that sales teams know by name, on levels of evidence.</summary>
        /// <remarks>Each criterion has a weight of 10. The lowest level that meets it is <see cref="EvidenceLevel.Confirmed"/>.</remarks>
        public static class Frameworks
        {
        {{string.Join("\n\n", FrameworkTable.All.Select(Property))}}

            /// <summary>All frameworks.</summary>
            public static IReadOnlyList<QualificationFramework> All { get; } = Array.AsReadOnly<QualificationFramework>(
                [{{string.Join(", ", FrameworkTable.All.Select(framework => framework.Class))}}]);
        }

        """;

    private static string Property(FrameworkEntry framework)
    {
        var keys = framework.Parts.Select(part => $"        Qualification.{framework.Class}.{part.Member}");
        return $$"""
                /// <summary>
                /// {{framework.NameInDocs}}:
                /// {{framework.PartNames}}.
                /// </summary>
                public static QualificationFramework {{framework.Class}} { get; } = new(
                    "{{framework.Id}}",
                    "{{framework.Name}}",
            {{string.Join(",\n", keys)}});
            """;
    }

    private static string Verbs() => $$"""
        {{GeneratedSources.Header}}

        using System;
        using Sqo.Qualification.Internal;

        namespace Sqo.Qualification;

        public static partial class FrameworkProfileExtensions
        {
        {{string.Join("\n\n", FrameworkTable.All.Select(Verb))}}
        }

        """;

    private static string Verb(FrameworkEntry framework) => $$"""
            /// <summary>
            /// Adds the criteria of {{framework.NameInDocs}}:
            /// {{framework.PartNames}}.
            /// </summary>
        {{(framework == FrameworkTable.All[0] ? VerbDocs : InheritedVerb)}}
            public static ProfileBuilder<T> Use{{framework.Class}}<T>(
                this ProfileBuilder<T> profile, Action<{{framework.Class}}Builder<T>> define) =>
                Use(Guard.NotNull(profile), new {{framework.Class}}Builder<T>(profile), define);
        """;

    private static string InheritedVerb
    {
        get
        {
            var first = FrameworkTable.All[0].Class;
            return $"    /// <inheritdoc cref=\"Use{first}{{T}}(ProfileBuilder{{T}}, Action{{{first}Builder{{T}}}})\"/>";
        }
    }

    private const string VerbDocs = """
            /// <typeparam name="T">The type of opportunity.</typeparam>
            /// <param name="profile">The profile.</param>
            /// <param name="define">Specifies where each criterion is read, or that it is left out on purpose.</param>
            /// <returns>The profile.</returns>
            /// <remarks>
            /// Each criterion counts 10 points if neither <c>Weight</c> nor <c>Required</c> is set; <c>QualifyAt</c> sets the score that
            /// qualifies.
            /// </remarks>
            /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
            /// <exception cref="InvalidOperationException">The profile is already built.</exception>
            /// <example><code>
            /// p.UseBant(b => b
            ///     .Budget(d => d.HasBudget).Authority(d => d.HasDecisionMaker).Need(d => d.Pain)
            ///     .LeaveOut(Bant.Timeline)).QualifyAt(50);
            /// </code></example>
        """;
}
