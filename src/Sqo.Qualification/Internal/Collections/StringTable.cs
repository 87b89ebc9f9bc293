using System;
using System.Collections.Generic;
#if NET
using System.Runtime.InteropServices;
#endif

namespace Sqo.Qualification.Internal;

/// <summary>
/// A hash table of a fixed set of texts that is fast to create and to search, whatever the texts. The length and three characters
/// separate most texts; if they don't, a hash of all characters does; if even that is made to fail, the texts are sorted and searched.
/// </summary>
internal sealed class StringTable
{
    // How far from its slot a text can be. Beyond that, the hash separates these texts too poorly.
    private const int FarAtAGlance = 4;
    private const int FarInFull = 64;

    // Among more texts than that, some are certain to look the same.
    private const int MostAtAGlance = 256;

    // The hash of half a surrogate pair, which does not depend on the case of the whole.
    private const uint Surrogate = 0xD800;

    private const ulong NotAscii = 0xFF80_FF80_FF80_FF80;
    private const ulong CaseOfAscii = 0x0020_0020_0020_0020;

    private readonly StringComparison _comparison;
    private readonly bool _ignoresCase;
    private readonly string[] _values;

    // Open addressing, at most half full: the hash of a text above, and its index and 1 below; null if the texts are sorted, or
    // compared by culture.
    private readonly ulong[]? _table;

    // How far from its slot any text is: the search can stop there.
    private readonly int _furthest;
    private readonly bool _isInFull;

    private readonly HashSet<string>? _byCulture;

    public StringTable(string[] values, StringComparison comparison)
    {
        _comparison = comparison;
        _ignoresCase = comparison != StringComparison.Ordinal;
        _values = values;
        if (comparison is not (StringComparison.Ordinal or StringComparison.OrdinalIgnoreCase))
        {
            _byCulture = new HashSet<string>(values, TextComparers.Of(comparison));
            return;
        }

        if (values.Length <= MostAtAGlance) _table = Fill(isInFull: false, FarAtAGlance, out _furthest);
        if (_table is not null) return;
        _isInFull = true;
        _table = Fill(isInFull: true, FarInFull, out _furthest);
        if (_table is not null) return;
        _values = (string[])values.Clone();
        Array.Sort(_values, TextComparers.Of(comparison));
    }

    public bool Contains(string value)
    {
        var table = _table;
        if (table is null) return _byCulture?.Contains(value) ?? Array.BinarySearch(_values, value, TextComparers.Of(_comparison)) >= 0;
        var hash = _isInFull ? HashInFull(value) : HashAtAGlance(value);
        var mask = (uint)table.Length - 1;
        var at = hash & mask;
        for (var left = _furthest; left >= 0; left--, at = (at + 1) & mask)
        {
            var slot = table[at];
            if (slot == 0) return false;
            if ((uint)(slot >> 32) == hash && AreEqual(value, _values[(uint)slot - 1])) return true;
        }

        return false;
    }

    // Most texts are spelled as listed, which is faster to check than a difference only in case.
    private bool AreEqual(string value, string candidate) =>
        string.Equals(value, candidate) || string.Equals(value, candidate, _comparison);

    /// <summary>The table; <see langword="null"/> if a text would be too far from its slot.</summary>
    private ulong[]? Fill(bool isInFull, int far, out int furthest)
    {
        furthest = 0;
        var size = 4;
        while (size < _values.Length * 2L) size *= 2;
        // A small table costs nothing to keep sparse.
        if (!isInFull) size *= 2;
        var table = new ulong[size];
        for (var i = 0; i < _values.Length; i++)
        {
            var value = _values[i];
            var hash = isInFull ? HashInFull(value) : HashAtAGlance(value);
            var at = hash & (uint)(size - 1);
            var distance = 0;
            for (; table[at] != 0; at = (at + 1) & (uint)(size - 1), distance++)
            {
                if ((uint)(table[at] >> 32) == hash && AreEqual(value, _values[(uint)table[at] - 1])) break;
                if (distance == far) return null;
            }

            if (table[at] != 0) continue;
            table[at] = ((ulong)hash << 32) | (uint)(i + 1);
            furthest = Math.Max(furthest, distance);
        }

        return table;
    }

    // Both hashes are equal for texts that compare as equal. ASCII characters that differ only in case differ only in the bit 0x20.
    private uint HashAtAGlance(string value)
    {
        var length = value.Length;
        if (length == 0) return 0;
        uint first = value[0];
        uint middle = value[length >> 1];
        uint last = value[length - 1];
        return (first | middle | last) < 0x80 || !_ignoresCase
            ? Mix(length, first | 0x20, middle | 0x20, last | 0x20)
            : Mix(length, Fold(first), Fold(middle), Fold(last));
    }

    private static uint Mix(int length, uint first, uint middle, uint last)
    {
        var hash = (uint)length + (first * 31) + (middle * 961) + (last * 29791);
        return hash ^ (hash >> 7);
    }

    // Four characters at a time, and two sums side by side, for a processor that adds while it multiplies.
    private uint HashInFull(string value)
    {
        unchecked
        {
            var ignoresCase = _ignoresCase;
            var even = (ulong)value.Length;
            var odd = 0x9E3779B97F4A7C15UL;
            var at = 0;
            for (; at <= value.Length - 8; at += 8)
            {
                var first = FourAt(value, at);
                var second = FourAt(value, at + 4);
                even = Mix(even, ignoresCase ? Folded(first) : first);
                odd = Mix(odd, ignoresCase ? Folded(second) : second);
            }

            if (at <= value.Length - 4)
            {
                var four = FourAt(value, at);
                even = Mix(even, ignoresCase ? Folded(four) : four);
                at += 4;
            }

            ulong rest = 0;
            for (; at < value.Length; at++) rest = (rest << 16) | value[at];
            odd = Mix(odd, ignoresCase ? Folded(rest) : rest);
            even = Mix(even, odd);
            return (uint)(((even ^ (even >> 32)) * 0xE7037ED1A0B428DBUL) >> 32);
        }
    }

    private static ulong FourAt(string value, int at) =>
#if NET
        MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(value.AsSpan(at, 4)));
#else
        value[at] | ((ulong)value[at + 1] << 16) | ((ulong)value[at + 2] << 32) | ((ulong)value[at + 3] << 48);
#endif

    // Moves what multiplying spread to the upper bits down again.
    private static ulong Mix(ulong hash, ulong four) => unchecked((((hash << 32) | (hash >> 32)) ^ four) * 0xD1B54A32D192ED03UL);

    private static ulong Folded(ulong four) => (four & NotAscii) == 0 ? four | CaseOfAscii : FoldEach(four);

    private static ulong FoldEach(ulong four)
    {
        ulong folded = 0;
        for (var shift = 0; shift < 64; shift += 16)
        {
            var c = (uint)(four >> shift) & 0xFFFF;
            folded |= (ulong)((c < 0x80 ? c : Fold(c)) | 0x20) << shift;
        }

        return folded;
    }

    private static uint Fold(uint c)
    {
        if (char.IsSurrogate((char)c)) return Surrogate;
        var upper = char.ToUpperInvariant((char)c);
        return upper < 0x80 ? upper | 0x20u : upper;
    }
}
