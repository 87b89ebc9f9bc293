using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>The names of custom fields in the order given; records with the same names share them.</summary>
internal sealed class FieldNames
{
    // Up to this number a linear search is faster than a hash.
    private const int Few = 8;

    private readonly string[] _names;
    private readonly Dictionary<string, int>? _places;

    public FieldNames(ICollection<string> names)
    {
        _names = [.. names];
        if (_names.Length <= Few) return;
        _places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < _names.Length; i++) _places.Add(_names[i], i);
    }

    public string[] All => _names;

    public int PlaceOf(string name)
    {
        if (_places is not null) return _places.TryGetValue(name, out var place) ? place : -1;
        for (var i = 0; i < _names.Length; i++)
        {
            if (string.Equals(_names[i], name, StringComparison.Ordinal)) return i;
        }

        return -1;
    }

    public bool Are(ICollection<string> names)
    {
        if (names.Count != _names.Length) return false;
        var i = 0;
        foreach (var name in names)
        {
            if (!string.Equals(_names[i++], name, StringComparison.Ordinal)) return false;
        }

        return true;
    }
}
