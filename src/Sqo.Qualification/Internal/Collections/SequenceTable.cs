using System;

namespace Sqo.Qualification.Internal;

/// <summary>The places of sequences of small numbers, from 0 on in the order in which they came; finding one allocates nothing.</summary>
internal sealed class SequenceTable
{
    private int[] _slots = new int[64];
    private int[] _starts = new int[17];
    private uint[] _hashes = new uint[16];
    private int[] _items = new int[64];

    /// <summary>The number of sequences.</summary>
    public int Count { get; private set; }

    /// <summary>The length of a sequence.</summary>
    public int LengthOf(int place) => _starts[place + 1] - _starts[place];

    /// <summary>A number of a sequence.</summary>
    public int ItemOf(int place, int at) => _items[_starts[place] + at];

    /// <summary>The place of the first numbers of a buffer, which is new if they were not there.</summary>
    public int PlaceOf(int[] buffer, int length)
    {
        var hash = HashOf(buffer, length);
        var mask = _slots.Length - 1;
        var slot = (int)hash & mask;
        for (; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            var place = _slots[slot] - 1;
            if (_hashes[place] == hash && IsAt(place, buffer, length)) return place;
        }

        _slots[slot] = Count + 1;
        Append(buffer, length, hash);
        if (Count * 2 > _slots.Length) Grow();
        return Count - 1;
    }

    private bool IsAt(int place, int[] buffer, int length)
    {
        var start = _starts[place];
        if (_starts[place + 1] - start != length) return false;
        for (var i = 0; i < length; i++)
        {
            if (_items[start + i] != buffer[i]) return false;
        }

        return true;
    }

    private void Append(int[] buffer, int length, uint hash)
    {
        var start = _starts[Count];
        if (Count == _hashes.Length)
        {
            Array.Resize(ref _hashes, 2 * Count);
            Array.Resize(ref _starts, (2 * Count) + 1);
        }

        if (start + length > _items.Length) Array.Resize(ref _items, Math.Max(2 * _items.Length, start + length));
        Array.Copy(buffer, 0, _items, start, length);
        _hashes[Count] = hash;
        Count++;
        _starts[Count] = start + length;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        var mask = _slots.Length - 1;
        for (var place = 0; place < Count; place++)
        {
            var slot = (int)_hashes[place] & mask;
            while (_slots[slot] != 0) slot = (slot + 1) & mask;
            _slots[slot] = place + 1;
        }
    }

    private static uint HashOf(int[] buffer, int length)
    {
        unchecked
        {
            var hash = (ulong)length;
            for (var i = 0; i < length; i++) hash = (hash ^ (uint)buffer[i]) * SplitMix64.Step;
            hash ^= hash >> 29;
            hash *= 0xBF58476D1CE4E5B9UL;
            return (uint)(hash >> 32);
        }
    }
}
