using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace PipelineReview.Reading;

/// <summary>
/// One object of a JSON document, read member by member. A member of the wrong type is a fault and reads as absent, so
/// that one pass finds every fault.
/// </summary>
/// <param name="element">The object.</param>
/// <param name="path">The text before a member's name in messages.</param>
/// <param name="faults">Where the faults go.</param>
internal sealed class JsonSection(JsonElement element, string path, FaultList faults)
{
    private const string ColumnRule = "the name of a column, or its number from 1";

    private readonly List<string> _taken = [];

    public void Fault(string member, string? value, string rule) => faults.Add(path + member, value, rule);

    /// <summary>A member that can be of several types, or null if it is absent.</summary>
    /// <param name="member">The name.</param>
    /// <param name="description">What it must be, after "must be".</param>
    /// <param name="kinds">The types that it can have.</param>
    public JsonElement? Value(string member, string description, params ReadOnlySpan<JsonValueKind> kinds) =>
        Take(member, description, kinds);

    /// <summary>A column by name or number, or null if the member is absent or faulty.</summary>
    public ColumnRef? Column(string member) =>
        Take(member, ColumnRule, JsonValueKind.String, JsonValueKind.Number) is { } value ? ColumnOf(value, member) : null;

    /// <summary>A required column; a fault and an empty name if it is missing.</summary>
    public ColumnRef RequiredColumn(string member)
    {
        if (!Has(member))
        {
            Fault(member, null, "is required");
        }

        return Column(member) ?? new ColumnRef("", 0);
    }

    /// <summary>The column that a text or a number names; null and a fault if it names none.</summary>
    public ColumnRef? ColumnOf(JsonElement value, string member)
    {
        if (value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 } name)
        {
            return new ColumnRef(name, 0);
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) && number > 0)
        {
            return new ColumnRef(null, number);
        }

        Fault(member, value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText(), $"must be {ColumnRule}");
        return null;
    }

    public string? Text(string member) => Take(member, "a text", JsonValueKind.String)?.GetString();

    /// <summary>A required text; if it is missing, a fault and "".</summary>
    public string RequiredText(string member)
    {
        string? text = Text(member);
        if (string.IsNullOrWhiteSpace(text) && (text is not null || !Has(member)))
        {
            Fault(member, text, "is required");
        }

        return text?.Trim() ?? "";
    }

    /// <summary>True or false; if it is absent, the default.</summary>
    public bool Flag(string member, bool byDefault = false) =>
        Take(member, "true or false", JsonValueKind.True, JsonValueKind.False) is { } value
            ? value.ValueKind == JsonValueKind.True
            : byDefault;

    /// <summary>A whole number from 1 on; if it is absent or faulty, the default.</summary>
    public int Whole(string member, int byDefault)
    {
        if (Take(member, "a number", JsonValueKind.Number) is not { } value)
        {
            return byDefault;
        }

        if (value.TryGetInt32(out int number) && number > 0)
        {
            return number;
        }

        Fault(member, value.GetRawText(), "must be a whole number from 1 on");
        return byDefault;
    }

    /// <summary>A number, or null if the member is absent; one that is too great for a decimal is a fault.</summary>
    public decimal? Number(string member)
    {
        if (Take(member, "a number", JsonValueKind.Number) is not { } value)
        {
            return null;
        }

        if (value.TryGetDecimal(out decimal number))
        {
            return number;
        }

        Fault(member, value.GetRawText(), "is too great");
        return null;
    }

    /// <summary>A list of texts, or null if the member is absent.</summary>
    public IReadOnlyList<string>? Texts(string member)
    {
        if (Take(member, "a list of texts", JsonValueKind.Array) is not { } array)
        {
            return null;
        }

        var texts = new List<string>();
        foreach (JsonElement item in array.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.String)
            {
                texts.Add(item.GetString()!);
            }
            else
            {
                Fault(member, item.GetRawText(), "must hold nothing but texts");
            }
        }

        return texts;
    }

    /// <summary>An object whose members are all texts; empty if the member is absent.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> TextMembers(string member)
    {
        if (Section(member) is not { } section)
        {
            return [];
        }

        return [.. section.Names()
            .Select(name => (Name: name, Value: section.Text(name)))
            .Where(pair => pair.Value is not null)
            .Select(pair => KeyValuePair.Create(pair.Name, pair.Value!))];
    }

    /// <summary>An object whose members are all numbers; empty if the member is absent.</summary>
    public IReadOnlyList<KeyValuePair<string, decimal>> NumberMembers(string member)
    {
        if (Section(member) is not { } section)
        {
            return [];
        }

        return [.. section.Names()
            .Select(name => (Name: name, Value: section.Take(name, "a number", JsonValueKind.Number)))
            .Where(pair => pair.Value is not null)
            .Select(pair => KeyValuePair.Create(pair.Name, pair.Value!.Value.TryGetDecimal(out decimal number) ? number : 0))];
    }

    public JsonSection? Section(string member) =>
        Take(member, "an object", JsonValueKind.Object) is { } value ? new JsonSection(value, $"{path}{member}.", faults) : null;

    public IReadOnlyList<JsonSection> Sections(string member)
    {
        if (Take(member, "a list of objects", JsonValueKind.Array) is not { } array)
        {
            return [];
        }

        var sections = new List<JsonSection>();
        foreach (JsonElement item in array.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                sections.Add(new JsonSection(item, $"{path}{member}[{sections.Count}].", faults));
            }
            else
            {
                Fault(member, item.GetRawText(), "must hold nothing but objects");
            }
        }

        return sections;
    }

    public IEnumerable<string> Names() => element.EnumerateObject().Select(property => property.Name);

    /// <summary>Refuses every member that was never read: a misspelled setting must not be ignored.</summary>
    public void RefuseOthers()
    {
        string known = string.Join(", ", _taken);
        foreach (string name in Names().Where(name => !_taken.Contains(name)))
        {
            Fault(name, null, $"is not a setting; the settings here are {known}");
        }
    }

    private bool Has(string member) => element.TryGetProperty(member, out _);

    private JsonElement? Take(string member, string description, params ReadOnlySpan<JsonValueKind> kinds)
    {
        _taken.Add(member);
        if (!element.TryGetProperty(member, out JsonElement value))
        {
            return null;
        }

        if (kinds.Contains(value.ValueKind))
        {
            return value;
        }

        Fault(member, value.GetRawText(), $"must be {description}");
        return null;
    }
}
