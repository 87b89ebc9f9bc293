using System;
using System.Globalization;

namespace Sqo.Qualification.Internal;

/// <summary>Values of the types that criteria read, as plain data and back.</summary>
internal static class DataValues
{
    /// <summary>Whether values of a type can be data.</summary>
    public static bool Supports(Type type) => type.IsEnum || ValueKind.Of(type)?.ToData is not null;

    /// <summary>Returns the value as data. A value that can't be read back from data is represented by its text.</summary>
    public static DataNode Write(object? value) => value switch
    {
        null => DataNode.Foreign(""),
        Enum choice => NameOf(choice) is { } name ? DataNode.Of(name) : DataNode.Foreign(choice.ToString("D")),
        // Their default texts leave out parts of them.
        DateTimeOffset moment => DataNode.Foreign(moment.ToString("o", CultureInfo.InvariantCulture)),
#if NET
        TimeOnly time => DataNode.Foreign(time.ToString("o", CultureInfo.InvariantCulture)),
#endif
        _ when ValueKind.Of(value.GetType()) is { } kind => kind.ToData?.Invoke(value) ?? DataNode.Foreign(kind.TextOf(value)),
        IFormattable other => DataNode.Foreign(other.ToString(null, CultureInfo.InvariantCulture)),
        _ => DataNode.Foreign(value.ToString() ?? ""),
    };

    /// <summary>Whether two different values of a type could have the same text, because its class does not override ToString.</summary>
    public static bool HasNoText(object value) =>
        !Supports(value.GetType()) && value.ToString() is var text && (string.IsNullOrEmpty(text) || text == value.GetType().ToString());

    /// <summary>Returns the value that data represents; <see langword="null"/> if it represents none of the type.</summary>
    public static object? Read(Type type, DataNode node)
    {
        if (type == typeof(string)) return node.Kind == DataKind.Text ? node.Scalar : null;
        var kind = ValueKind.Of(type);
        // Settings hold only texts; elsewhere a number in quotation marks is not a number.
        if (kind?.OfDigits is { } number)
        {
            return (node.Kind == DataKind.Number || node.IsLoose) && JsonNumber.Accepts(node.Scalar) ? number(node.Scalar) : null;
        }

        if (node.Kind != DataKind.Text && !node.IsLoose) return null;
        return kind?.OfText is { } value ? value(node.Scalar) : Choice(type, node.Scalar);
    }

    /// <summary>What a value of a type must be, for messages.</summary>
    public static string RuleOf(Type type) =>
        ValueKind.Of(type)?.Rule ?? $"it must be one of \"{string.Join("\", \"", Enum.GetNames(type))}\"";

    /// <summary>
    /// The name of an enumeration value, the same on every target if it has several; <see langword="null"/> if it has none.
    /// </summary>
    private static string? NameOf(Enum choice)
    {
        var type = choice.GetType();
        string? first = null;
        foreach (var name in Enum.GetNames(type))
        {
            if (Equals(Enum.Parse(type, name), choice) && (first is null || string.CompareOrdinal(name, first) < 0)) first = name;
        }

        if (first is not null) return first;
        // Flags whose combination has no name.
        var text = choice.ToString();
        return text[0] is '-' or (>= '0' and <= '9') ? null : text;
    }

    // Enum.Parse accepts numbers too, which mean nothing to a reader of the data.
    private static object? Choice(Type type, string text)
    {
        if (text.Length == 0 || text[0] is '-' or '+' or (>= '0' and <= '9') || char.IsWhiteSpace(text[0])) return null;
        try
        {
            var value = Enum.Parse(type, text, ignoreCase: true);
            return char.IsLetter(value.ToString()![0]) || value.ToString()![0] == '_' ? value : null;
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            return null;
        }
    }
}
