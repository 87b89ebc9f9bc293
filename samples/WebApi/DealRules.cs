using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace WebApi;

/// <summary>The rules that a deal must follow before it can be judged.</summary>
internal static class DealRules
{
    /// <summary>The rules that a deal breaks, each with the field and its value.</summary>
    public static IEnumerable<(string Field, string Value, string Rule)> BrokenBy(Deal deal)
    {
        if (string.IsNullOrWhiteSpace(deal.Account)) yield return ("account", $"\"{deal.Account}\"", "must have a visible character");
        if (deal.Employees < 0) yield return ("employees", Text(deal.Employees), "must be at least 0");
        if (deal.Budget < 0) yield return ("budget", Text(deal.Budget), "must be at least 0");
        if (deal.EngagementScore is { } score and not (>= 0 and <= 100))
        {
            yield return ("engagementScore", Text(score), "must be from 0 to 100");
        }
        if (deal.Problems?.Any(string.IsNullOrWhiteSpace) == true)
        {
            yield return ("problems", "an array with a blank entry", "must name each problem");
        }
    }

    /// <summary>What a value of a type looks like in JSON.</summary>
    public static string TypeOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } level =>
            "one of " + string.Join(", ", Enum.GetNames(level).Select(name => $"\"{char.ToLowerInvariant(name[0])}{name[1..]}\"")),
        var other when other == typeof(string) => "a text",
        var other when other == typeof(bool) => "true or false",
        var other when other == typeof(int) => "a whole number of at most 2147483647",
        var other when other == typeof(DateOnly) => "a date such as \"2026-12-01\"",
        var other when other == typeof(IReadOnlyList<string>) => "an array of texts",
        _ => "a number",
    };

    private static string Text(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture) ?? "null";
}
