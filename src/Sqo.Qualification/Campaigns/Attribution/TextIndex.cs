using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>Numbers for texts, from 0 on in the order in which they came; compared character by character.</summary>
internal sealed class TextIndex
{
    private const int Slots = 64;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    // The same few texts come again and again: the latest one of each slot is found without a hash of all its characters.
    private readonly (string? Text, int Number)[] _recent = new (string?, int)[Slots];

    public int Count => _texts.Count;

    public string this[int number] => _texts[number];

    public int Of(string text)
    {
        ref var recent = ref _recent[(text.Length + (text.Length == 0 ? 0 : 31 * text[text.Length - 1])) & (Slots - 1)];
        if (string.Equals(recent.Text, text)) return recent.Number;
        if (!_numbers.TryGetValue(text, out var number))
        {
            number = _texts.Count;
            _numbers.Add(text, number);
            _texts.Add(text);
        }

        recent = (text, number);
        return number;
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
