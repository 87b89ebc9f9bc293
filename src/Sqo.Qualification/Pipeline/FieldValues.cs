using System.Collections;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The custom fields of one record: its own values, with names shared with other records. Immutable.</summary>
internal sealed class FieldValues(FieldNames names, string?[] values) : IReadOnlyDictionary<string, string?>
{
    public static readonly FieldValues None = new(new FieldNames([]), []);

    public int Count => values.Length;

    public IEnumerable<string> Keys
    {
        get
        {
            foreach (var name in names.All) yield return name;
        }
    }

    public IEnumerable<string?> Values
    {
        get
        {
            foreach (var value in values) yield return value;
        }
    }

    public string? this[string key] =>
        TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no field \"{Excerpt.Of(key)}\".");

    public bool ContainsKey(string key) => names.PlaceOf(Guard.NotNull(key)) >= 0;

    public bool TryGetValue(string key, out string? value)
    {
        var place = names.PlaceOf(Guard.NotNull(key));
        value = place < 0 ? null : values[place];
        return place >= 0;
    }

    public IEnumerator<KeyValuePair<string, string?>> GetEnumerator()
    {
        for (var i = 0; i < values.Length; i++) yield return new(names.All[i], values[i]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
