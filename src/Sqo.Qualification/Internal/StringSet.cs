using System;

namespace Sqo.Qualification.Internal;

/// <summary>
/// A fixed set of texts that is quick to make and to ask: a look at the length and three characters decides most questions
/// before a comparison. For comparisons by culture it compares with each text.
/// </summary>
internal sealed class StringSet
{
    private readonly StringComparison _comparison;
    private readonly string[] _values;
    private readonly int[]? _first;
    private readonly int[]? _next;
    private readonly uint _mask;

    public StringSet(string[] values, StringComparison comparison)
    {
        _comparison = comparison;
        _values = values;
        if (comparison is not (StringComparison.Ordinal or StringComparison.OrdinalIgnoreCase)) return;

        var size = 4;
        while (size < values.Length * 4) size *= 2;
        _mask = (uint)size - 1;
        _first = new int[size];
        _next = new int[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            // Indexes are kept plus one, so that 0 is "none".
            ref var bucket = ref _first[Hash(values[i]) & _mask];
            _next[i] = bucket;
            bucket = i + 1;
        }
    }

    public bool Contains(string value)
    {
        if (_first is null || _next is null) return ContainsByCulture(value);
        for (var i = _first[Hash(value) & _mask]; i != 0; i = _next[i - 1])
        {
            if (string.Equals(value, _values[i - 1], _comparison)) return true;
        }

        return false;
    }

    private static uint Hash(string value)
    {
        var length = value.Length;
        if (length == 0) return 0;
        var hash = (uint)length;
        hash = (hash * 31) + Fold(value[0]);
        hash = (hash * 31) + Fold(value[length >> 1]);
        hash = (hash * 31) + Fold(value[length - 1]);
        return hash ^ (hash >> 7);
    }

    /// <summary>Equal for characters that ordinal comparison without case takes for equal.</summary>
    private static uint Fold(char c)
    {
        if (c < 0x80) return (uint)(c - 'a') <= 'z' - 'a' ? (uint)(c & ~0x20) : c;
        // Half of a pair says nothing of the case of the whole.
        return char.IsSurrogate(c) ? 0xD800u : char.ToUpperInvariant(c);
    }

    private bool ContainsByCulture(string value)
    {
        foreach (var candidate in _values)
        {
            if (string.Equals(value, candidate, _comparison)) return true;
        }

        return false;
    }
}
