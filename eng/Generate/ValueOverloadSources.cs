using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification.Generation;

/// <summary>Writes the overloads of <c>Criterion</c> and of <c>FieldMapBuilder.Add</c>, one or two for each type of value.</summary>
internal static class ValueOverloadSources
{
    private const string MissingIsUnknown = " A missing one is unknown.";
    private const string AsOfMoment = " that depends on <c>asOf</c>";

    private static readonly ValueOverload[] Types =
    [
        new("string", "TextVerbs<T>", "a text") { IsStruct = false },
        new("int", "NumberVerbs<T, int>", "a whole number"),
        new("long", "NumberVerbs<T, long>", "a whole number"),
        new("float", "NumberVerbs<T, float>", "a number") { Note = " NaN is unknown." },
        new("double", "NumberVerbs<T, double>", "a number") { Note = " NaN is unknown." },
        new("decimal", "NumberVerbs<T, decimal>", "a decimal number"),
        new("bool", "FlagVerbs<T>", "a Boolean"),
        new("DateTime", "DateVerbs<T>", "a date or moment") { Date = ("item => selector(item)", "selector") },
        new("DateTimeOffset", "DateVerbs<T>", "a moment")
        {
            Note = " It is read in UTC, so <c>asOf</c> must be UTC.",
            Selector = "NamedSelector.Utc(selector)",
            Date = ("item => selector(item).UtcDateTime", "item => selector(item)?.UtcDateTime"),
        },
        new("DateOnly", "DateVerbs<T>", "a day")
        {
            IsModern = true,
            Selector = "NamedSelector.Midnight(selector)",
            Date = ("item => selector(item).ToDateTime(TimeOnly.MinValue)", "item => selector(item)?.ToDateTime(TimeOnly.MinValue)"),
        },
        new("TimeSpan", "ComparableVerbs<T, TimeSpan>", "a length of time"),
        new("EvidenceLevel", "EvidenceVerbs<T>", "an evidence level"),
        new("Guid", "ChoiceVerbs<T, Guid>", "a unique identifier"),
        new("TEnum", "ChoiceVerbs<T, TEnum>", "an enumeration value")
        {
            Parameter = ("TEnum", "The enumeration."),
            Constraints = "\n        where TEnum : struct, Enum",
        },
        new("IEnumerable<TItem>", "CollectionVerbs<T, TItem>", "a collection")
        {
            IsStruct = false,
            Note = " An empty one is empty, not unknown.",
            Parameter = ("TItem", "The type of its entries."),
            FieldRemarks = """

                    /// <remarks>
                    /// Data can ask what a collection of texts, numbers, dates, lengths of time or enumerations contains; for any other
                    /// collection, only how many entries it has.
                    /// </remarks>
                """,
        },
    ];

    public static IEnumerable<(string Path, string Text)> All()
    {
        yield return ("src/Sqo.Qualification/Profiles/Building/CriteriaBuilder.g.cs", Criteria());
        yield return ("src/Sqo.Qualification/Profiles/Data/FieldMapBuilder.g.cs", Fields());
    }

    private static string Criteria() => $$"""
        {{GeneratedSources.Header}}

        using System;
        using System.Collections.Generic;
        using System.Runtime.CompilerServices;

        namespace Sqo.Qualification;

        public abstract partial class CriteriaBuilder<T>
        {
        {{Each((type, isNullable) => Criterion(type, isNullable, takesAsOf: false))}}

        {{Each((type, isNullable) => Criterion(type, isNullable, takesAsOf: true))}}
        }

        """;

    private static string Criterion(ValueOverload type, bool isNullable, bool takesAsOf) => $$"""
        {{Summary($"Adds a criterion on {type.Noun}", type, isNullable, takesAsOf)}}
        {{(type == Types[0] && !takesAsOf ? CriterionDocs : Inherited(type, "Criterion(string, Func{T, string}, string)"))}}
            public {{type.Verbs}} Criterion{{type.TypeParameters}}(
                string id,
                {{Selector(type, isNullable, takesAsOf)}},
                [CallerArgumentExpression(nameof(selector))] string? selectorText = null){{type.Constraints}} =>
                new(Selecting(id, selector, selectorText){{Judging(type, isNullable, takesAsOf)}});
        """;

    /// <summary>How a condition becomes a criterion if the selector doesn't simply return the value.</summary>
    private static string Judging(ValueOverload type, bool isNullable, bool takesAsOf)
    {
        var isPlain = !isNullable || !type.IsStruct;
        if (isPlain && !takesAsOf && type.Selector == ValueOverload.AsItIs) return ", selector";
        return $".JudgedBy(SelectedCriterion.{(isPlain && takesAsOf ? "OfPlain" : "Of")}({type.Selector}))";
    }

    private static string Fields() => $$"""
        {{GeneratedSources.Header}}

        using System;
        using System.Collections.Generic;

        namespace Sqo.Qualification;

        public sealed partial class FieldMapBuilder<T>
        {
        {{Each((type, isNullable) => Field(type, isNullable, takesAsOf: false))}}

        {{Each((type, isNullable) => Field(type, isNullable, takesAsOf: true))}}
        }

        """;

    private static string Field(ValueOverload type, bool isNullable, bool takesAsOf) => $$"""
        {{Summary($"Adds {type.Noun}", type, isNullable, takesAsOf)}}
        {{(type == Types[0] && !takesAsOf ? FieldDocs : Inherited(type, "Add(string, Func{T, string})"))}}{{type.FieldRemarks}}
            public FieldMapBuilder<T> Add{{type.TypeParameters}}(
                string name, {{Selector(type, isNullable, takesAsOf)}}){{type.Constraints}} =>
                Add(name, selector, static (p, id, value) => p.Criterion(id, value, null){{(takesAsOf ? "" : DateOf(type, isNullable))}});
        """;

    private static string Summary(string what, ValueOverload type, bool isNullable, bool takesAsOf)
    {
        var more = type.Note + (isNullable ? MissingIsUnknown : "");
        return takesAsOf
            ? $"    /// <summary>\n    /// {what}{AsOfMoment}.{more}\n    /// </summary>"
            : $"    /// <summary>{what}.{more}</summary>";
    }

    private static string Selector(ValueOverload type, bool isNullable, bool takesAsOf) =>
        $"Func<T, {(takesAsOf ? "DateTime, " : "")}{type.Type}{(isNullable ? "?" : "")}> selector";

    private static string DateOf(ValueOverload type, bool isNullable) =>
        type.Date is { } date ? ", " + (isNullable ? date.Nullable : date.Plain) : "";

    private static string Each(Func<ValueOverload, bool, string> member) => string.Join("\n\n", Types.Select(type =>
    {
        var members = string.Join("\n\n", type.IsStruct ? [member(type, false), member(type, true)] : [member(type, true)]);
        return type.IsModern ? $"#if NET\n{members}\n#endif" : members;
    }));

    private static string Inherited(ValueOverload type, string member) => type.ParameterDocs + $"    /// <inheritdoc cref=\"{member}\"/>";

    private const string CriterionDocs = """
            /// <param name="id">The id, unique in the profile.</param>
            /// <param name="selector">Reads the value from the opportunity.</param>
            /// <param name="selectorText">Filled in by the compiler: the source text of the selector.</param>
            /// <returns>The conditions and curves that fit the value.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="selector"/> is <see langword="null"/>.</exception>
            /// <exception cref="InvalidOperationException">The profile is already built.</exception>
        """;

    private const string FieldDocs = """
            /// <param name="name">The name that data uses for it; case is ignored.</param>
            /// <param name="selector">Reads the value from the opportunity.</param>
            /// <returns>This builder.</returns>
            /// <exception cref="ArgumentNullException"><paramref name="selector"/> is <see langword="null"/>.</exception>
            /// <exception cref="InvalidOperationException">The map is already made.</exception>
        """;
}
