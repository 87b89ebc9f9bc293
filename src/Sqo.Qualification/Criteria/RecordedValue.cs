using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Values as a type name and a text (or a list of texts), the same on every target, and back.</summary>
internal static class RecordedValue
{
    private const string List = "list";
    private const string ListOf = "list:";
    private const string Evidence = "evidence";
    private const string EnumName = "enum";
    private const string Text = "string";

    /// <summary>Whether a criterion that reads such values can be judged again from a record.</summary>
    public static bool Supports(Type type) => type.IsEnum || ValueKind.Of(type) is not null || type == typeof(IEnumerable<string>);

    /// <summary>The type name and text of a value. A value of a type without a name is kept as its displayed text.</summary>
    public static (string Type, object Value) Write(object value) => value switch
    {
        EvidenceLevel level => (Evidence, level.ToString()),
        Enum choice => (EnumName, choice.ToString()),
        _ when ValueKind.Of(value.GetType()) is { } kind => (kind.Name, kind.TextOf(value)),
        IEnumerable items => WriteList(items),
        _ => (Text, Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };

    /// <summary>The value as an object of the criterion's type.</summary>
    /// <exception cref="FormatException">The text is not of that type.</exception>
    public static object Read(string type, string? text, IReadOnlyList<string?>? texts, Type target)
    {
        if (type == List && target == typeof(IEnumerable<string>) && texts is not null) return texts;
        if (text is not null && target.IsEnum && type == (target == typeof(EvidenceLevel) ? Evidence : EnumName))
        {
            try
            {
                var parsed = Enum.Parse(target, text, ignoreCase: false);
                // Parse also reads numbers and other spellings, but those were not written.
                if (parsed.ToString() == text) return parsed;
                throw new FormatException($"\"{text}\" is not a value of {target.Name}.");
            }
            catch (Exception e) when (e is ArgumentException or OverflowException)
            {
                throw new FormatException($"\"{text}\" is not a value of {target.Name}.");
            }
        }

        if (type == ValueKind.Of(target)?.Name) return Read(type, text, texts);
        throw new FormatException($"The recorded value is of type \"{type}\"; the criterion reads {target.Name}.");
    }

    /// <summary>The value as an object to show.</summary>
    /// <exception cref="FormatException">The type is not known, or the text is not of that type.</exception>
    public static object Read(string type, string? text, IReadOnlyList<string?>? texts)
    {
        if (texts is not null)
        {
            if (type == List) return texts;
            if (type.StartsWith(ListOf, StringComparison.Ordinal))
            {
                var itemType = type.Substring(ListOf.Length);
                return Array.AsReadOnly(texts.Select(item => item is null ? null : Read(itemType, item, null)).ToArray());
            }
        }

        if (text is not null && Parse(type, text) is { } parsed) return parsed;
        throw new FormatException($"\"{text}\" is not a value of the type \"{type}\".");
    }

    private static (string Type, object Value) WriteList(IEnumerable items)
    {
        var written = items.Cast<object?>().Select(item => item is null ? default : Write(item)).ToList();
        var types = written.Where(item => item.Value is not null).Select(item => item.Type).Distinct().ToList();
        var plain = types.Count != 1 || types[0] == Text || written.Exists(item => item.Value is not (null or string));
        return (plain ? List : ListOf + types[0], written.Select(item => item.Value as string).ToArray());
    }

    /// <summary>The name of a type of value in declarations: records of one type can't be read as another.</summary>
    public static string NameOf(Type type) =>
        ValueKind.Of(type)?.Name ?? (type.IsEnum ? EnumName : type.IsValueType ? "value" : "object");

    private static object? Parse(string type, string text) => type switch
    {
        Evidence => Enum.TryParse<EvidenceLevel>(text, out var level) ? level : null,
        EnumName => text,
        _ => ValueKind.Named(type)?.Parse(text),
    };
}
