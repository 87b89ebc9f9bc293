using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Conversions and other ends by a key of channel numbers.</summary>
internal sealed class CountTable
{
    private readonly SequenceTable _keys = new();
    private long[] _conversions = new long[16];
    private long[] _nonConversions = new long[16];

    public int Count => _keys.Count;

    public void Add(int[] key, int length, long conversions, long nonConversions)
    {
        var place = _keys.PlaceOf(key, length);
        if (place == _conversions.Length)
        {
            Array.Resize(ref _conversions, 2 * place);
            Array.Resize(ref _nonConversions, 2 * place);
        }

        checked
        {
            _conversions[place] += conversions;
            _nonConversions[place] += nonConversions;
        }
    }

    public int[] KeyOf(int place)
    {
        var key = new int[_keys.LengthOf(place)];
        for (var i = 0; i < key.Length; i++) key[i] = _keys.ItemOf(place, i);
        return key;
    }

    public long ConversionsOf(int place) => _conversions[place];

    public long NonConversionsOf(int place) => _nonConversions[place];

    /// <summary>The counts with other numbers for the channels, in order of their keys.</summary>
    public AttributionCount[] Sorted(int[] numbers, bool areSets)
    {
        var counts = new AttributionCount[Count];
        for (var place = 0; place < counts.Length; place++)
        {
            counts[place] = new(Renumbered(KeyOf(place), numbers, areSets), _conversions[place], _nonConversions[place]);
        }

        Array.Sort(counts, (a, b) => Compare(a.Channels, b.Channels));
        return counts;
    }

    /// <summary>Adds the counts of another table, whose channels have other numbers.</summary>
    public void Add(CountTable other, int[] numbers, bool areSets)
    {
        for (var place = 0; place < other.Count; place++)
        {
            var key = Renumbered(other.KeyOf(place), numbers, areSets);
            Add(key, key.Length, other._conversions[place], other._nonConversions[place]);
        }
    }

    private static int[] Renumbered(int[] key, int[] numbers, bool isSet)
    {
        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] >= 0) key[i] = numbers[key[i]];
        }

        if (isSet) Array.Sort(key);
        return key;
    }

    private static int Compare(int[] a, int[] b)
    {
        for (var i = 0; i < a.Length && i < b.Length; i++)
        {
            if (a[i] != b[i]) return a[i].CompareTo(b[i]);
        }

        return a.Length.CompareTo(b.Length);
    }
}
