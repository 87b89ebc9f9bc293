using System;
using System.Collections.Generic;
using System.Text;

namespace Sqo.Qualification.Internal;

/// <summary>The members of the JSON that the library writes as plain data: texts, and numbers as texts.</summary>
internal static class JsonMembers
{
    // Far above any number of deals, and small enough for sums of many of them to fit.
    private const long MostCounted = 1_000_000_000_000;

    /// <summary>Reads an object whose member "format" is the expected one; <paramref name="what"/> names it in errors.</summary>
    public static Dictionary<string, object?> Read(string json, string what, string format)
    {
        var root = Object(Json.Read(Guard.NotNull(json)), what);
        var found = root.Text("format");
        return found == format
            ? root
            : throw new FormatException($"The format of {what} is \"{found}\"; this version of the library reads \"{format}\".");
    }

    public static Dictionary<string, object?> Object(object? value, string what) =>
        value as Dictionary<string, object?> ?? throw new FormatException($"The JSON of {what} is not an object.");

    public static List<object?> List(this Dictionary<string, object?> members, string name) =>
        members.TryGetValue(name, out var value) && value is List<object?> list
            ? list
            : throw new FormatException($"There is no list \"{name}\".");

    public static string Text(this Dictionary<string, object?> members, string name) =>
        members.TryGetValue(name, out var value) && value is string text
            ? text
            : throw new FormatException($"There is no text \"{name}\".");

    public static double Number(this Dictionary<string, object?> members, string name)
    {
        var text = members.Text(name);
        return InvariantText.TryDouble(text, out var value) && !double.IsNaN(value) && !double.IsInfinity(value)
            ? value + 0.0
            : throw new FormatException($"The member \"{name}\" is \"{text}\"; it must be a finite number.");
    }

    public static long Count(this Dictionary<string, object?> members, string name)
    {
        var text = members.Text(name);
        return InvariantText.TryLong(text, out var value) && value is >= 0 and <= MostCounted
            ? value
            : throw new FormatException(
                $"The member \"{name}\" is \"{text}\"; it must be a whole number from 0 to {InvariantText.Of(MostCounted)}.");
    }

    public static bool Flag(this Dictionary<string, object?> members, string name) =>
        members.TryGetValue(name, out var value) && value is bool flag
            ? flag
            : throw new FormatException($"There is no \"{name}\" that is true or false.");

    public static DateTime Date(this Dictionary<string, object?> members, string name)
    {
        var text = members.Text(name);
        return InvariantText.TryDate(text, out var value)
            ? value
            : throw new FormatException(
                $"The member \"{name}\" is \"{text}\"; it must be a date and time such as 2026-11-28T09:30:00.0000000.");
    }

    public static StringBuilder Member(this StringBuilder json, string name, string value) => json.Name(name).AppendText(value);

    public static StringBuilder Member(this StringBuilder json, string name, bool value) =>
        json.Name(name).Append(value ? "true" : "false");

    /// <summary>Begins a member.</summary>
    public static StringBuilder Name(this StringBuilder json, string name)
    {
        if (json[json.Length - 1] != '{') json.Append(',');
        return json.AppendText(name).Append(':');
    }

    public static StringBuilder Member(this StringBuilder json, string name, double value) => json.Member(name, InvariantText.Of(value));

    public static StringBuilder Member(this StringBuilder json, string name, long value) => json.Member(name, InvariantText.Of(value));
}
