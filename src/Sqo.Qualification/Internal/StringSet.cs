using System;
using System.Collections.Generic;

namespace Sqo.Qualification.Internal;

/// <summary>
/// A fixed set of texts that is quick to make and to ask, whatever the texts. A look at the length and three characters tells most texts
/// apart; where it doesn't, a hash of all characters does; where even that is made to fail, the texts are sorted and searched.
/// </summary>
internal sealed class StringSet
{
    // How far from its place a text may lie. Beyond that, the hash tells these texts too little apart.
    private const int FarAtAGlance = 4;
    private const int FarInFull = 64;

    // The hash of half a pair: it says nothing of the case of the whole.
    private const uint Surrogate = 0xD800;

    private readonly StringComparison _comparison;

    // Open addressing, at most half full; null where the texts are sorted, or compared by culture.
    private readonly Slot[]? _slots;

    // How far from its place any text lies: no further one has to be looked for.
    private readonly int _furthest;
    private readonly bool _isInFull;

    private readonly string[]? _sorted;
    private readonly HashSet<string>? _byCulture;

    public StringSet(string[] values, StringComparison comparison)
    {
        _comparison = comparison;
        if (comparison is not (StringComparison.Ordinal or StringComparison.OrdinalIgnoreCase))
        {
            _byCulture = new HashSet<string>(values, TextComparers.Of(comparison));
            return;
        }

        _slots = Fill(values, isInFull: false, FarAtAGlance, out _furthest);
        if (_slots is not null) return;
        _isInFull = true;
        _slots = Fill(values, isInFull: true, FarInFull, out _furthest);
        if (_slots is not null) return;
        _sorted = (string[])values.Clone();
        Array.Sort(_sorted, TextComparers.Of(comparison));
    }

    public bool Contains(string value)
    {
        var slots = _slots;
        if (slots is null) return _byCulture?.Contains(value) ?? Array.BinarySearch(_sorted!, value, TextComparers.Of(_comparison)) >= 0;
        var hash = _isInFull ? HashInFull(value) : HashAtAGlance(value);
        var mask = (uint)slots.Length - 1;
        var at = hash & mask;
        for (var left = _furthest; left >= 0; left--, at = (at + 1) & mask)
        {
            ref readonly var slot = ref slots[at];
            if (slot.Value is not { } candidate) return false;
            if (slot.Hash == hash && AreEqual(value, candidate)) return true;
        }

        return false;
    }

    // Most texts are spelled as they are listed: that is quicker to see than that they differ in case alone.
    private bool AreEqual(string value, string candidate) => string.Equals(value, candidate) || string.Equals(value, candidate, _comparison);

    /// <summary>The table; <see langword="null"/> when a text would lie too far from its place.</summary>
    private Slot[]? Fill(string[] values, bool isInFull, int far, out int furthest)
    {
        furthest = 0;
        var size = 4;
        while (size < values.Length * 2L) size *= 2;
        // A small table costs nothing to keep sparse.
        if (size < 1024) size *= 2;
        var slots = new Slot[size];
        foreach (var value in values)
        {
            var hash = isInFull ? HashInFull(value) : HashAtAGlance(value);
            var at = hash & (uint)(size - 1);
            var distance = 0;
            for (; slots[at].Value is { } other; at = (at + 1) & (uint)(size - 1), distance++)
            {
                if (slots[at].Hash == hash && AreEqual(value, other)) break;
                if (distance == far) return null;
            }

            if (slots[at].Value is not null) continue;
            slots[at] = new Slot(value, hash);
            furthest = Math.Max(furthest, distance);
        }

        return slots;
    }

    // Both hashes are equal for texts that ordinal comparison without case takes for equal. Among ASCII characters, those that differ in
    // case alone differ in the bit 0x20 alone.
    private static uint HashAtAGlance(string value)
    {
        var length = value.Length;
        if (length == 0) return 0;
        uint first = value[0];
        uint middle = value[length >> 1];
        uint last = value[length - 1];
        return (first | middle | last) < 0x80
            ? Mix(length, first | 0x20, middle | 0x20, last | 0x20)
            : Mix(length, Fold(first), Fold(middle), Fold(last));
    }

    private static uint Mix(int length, uint first, uint middle, uint last)
    {
        var hash = (uint)length + (first * 31) + (middle * 961) + (last * 29791);
        return hash ^ (hash >> 7);
    }

    private static uint HashInFull(string value)
    {
        unchecked
        {
            // Two sums side by side, for a processor that adds while it multiplies.
            var even = 0x9E3779B97F4A7C15UL;
            var odd = (ulong)value.Length;
            uint all = 0;
            var i = 0;
            for (; i < value.Length - 1; i += 2)
            {
                uint first = value[i];
                uint second = value[i + 1];
                all |= first | second;
                if (all >= 0x80) (first, second) = (Folded(first), Folded(second));
                even = (even ^ (first | 0x20)) * 0xD1B54A32D192ED03UL;
                odd = (odd ^ (second | 0x20)) * 0xA0761D6478BD642FUL;
            }

            if (i < value.Length) even = (even ^ (Folded(value[i]) | 0x20)) * 0xD1B54A32D192ED03UL;
            even ^= odd ^ (odd >> 29);
            even = (even ^ (even >> 32)) * 0xE7037ED1A0B428DBUL;
            return (uint)(even >> 32);
        }
    }

    private static uint Folded(uint c) => c < 0x80 ? c : Fold(c);

    private static uint Fold(uint c)
    {
        if (char.IsSurrogate((char)c)) return Surrogate;
        var upper = char.ToUpperInvariant((char)c);
        return upper < 0x80 ? upper | 0x20u : upper;
    }

    private readonly struct Slot(string value, uint hash)
    {
        public readonly string? Value = value;
        public readonly uint Hash = hash;
    }
}
