using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>Numbers for texts, from 0 on in the order in which they came; compared character by character.</summary>
internal sealed class TextIndex
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    public int Count => _texts.Count;

    public string this[int number] => _texts[number];

    public int Of(string text)
    {
        if (_numbers.TryGetValue(text, out var number)) return number;
        _numbers.Add(text, _texts.Count);
        _texts.Add(text);
        return _texts.Count - 1;
    }

    /// <summary>The numbers in ordinal order of their texts: what depends on this order does not depend on that of the input.</summary>
    public int[] Order()
    {
        var order = new int[Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => string.CompareOrdinal(_texts[a], _texts[b]));
        return order;
    }

    /// <summary>The place of each number in <see cref="Order"/>.</summary>
    public int[] Ranks()
    {
        var order = Order();
        var ranks = new int[order.Length];
        for (var i = 0; i < order.Length; i++) ranks[order[i]] = i;
        return ranks;
    }
}
