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

    // Open addressing, at most a quarter full; null for comparisons by culture.
    private readonly Slot[]? _slots;

    public StringSet(string[] values, StringComparison comparison)
    {
        _comparison = comparison;
        _values = values;
        if (comparison is not (StringComparison.Ordinal or StringComparison.OrdinalIgnoreCase)) return;

        var size = 4;
        while (size < values.Length * 4) size *= 2;
        _slots = new Slot[size];
        foreach (var value in values)
        {
            var hash = Hash(value);
            var at = hash & (uint)(size - 1);
            while (_slots[at].Value is not null) at = (at + 1) & (uint)(size - 1);
            _slots[at] = new Slot(value, hash);
        }
    }

    public bool Contains(string value)
    {
        var slots = _slots;
        if (slots is null) return ContainsByCulture(value);
        var hash = Hash(value);
        var mask = (uint)slots.Length - 1;
        for (var at = hash & mask; ; at = (at + 1) & mask)
        {
            ref readonly var slot = ref slots[at];
            if (slot.Value is not { } candidate) return false;
            // Most texts are spelled as they are listed: that is quicker to see than that they differ in case alone.
            if (slot.Hash == hash && (string.Equals(value, candidate) || string.Equals(value, candidate, _comparison))) return true;
        }
    }

    /// <summary>Equal for texts that ordinal comparison without case takes for equal.</summary>
    private static uint Hash(string value)
    {
        var length = value.Length;
        if (length == 0) return 0;
        uint first = value[0];
        uint middle = value[length >> 1];
        uint last = value[length - 1];
        // Among ASCII characters, those that differ in case alone differ in this bit alone.
        return (first | middle | last) < 0x80
            ? Mix(length, first | 0x20, middle | 0x20, last | 0x20)
            : Mix(length, Fold(first), Fold(middle), Fold(last));
    }

    private static uint Mix(int length, uint first, uint middle, uint last)
    {
        var hash = (uint)length + (first * 31) + (middle * 961) + (last * 29791);
        return hash ^ (hash >> 7);
    }

    private static uint Fold(uint c)
    {
        // Half of a pair says nothing of the case of the whole.
        if (char.IsSurrogate((char)c)) return 0xD800;
        var upper = char.ToUpperInvariant((char)c);
        return upper < 0x80 ? upper | 0x20u : upper;
    }

    private bool ContainsByCulture(string value)
    {
        foreach (var candidate in _values)
        {
            if (string.Equals(value, candidate, _comparison)) return true;
        }

        return false;
    }

    private readonly struct Slot(string value, uint hash)
    {
        public readonly string? Value = value;
        public readonly uint Hash = hash;
    }
}
