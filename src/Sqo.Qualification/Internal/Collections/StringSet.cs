using System;

namespace Sqo.Qualification.Internal;

/// <summary>
/// A fixed set of texts. The first searches compare one text after the other, so that a program that decides once pays for no table;
/// after them, a table is made.
/// </summary>
internal sealed class StringSet(string[] values, StringComparison comparison)
{
    // About what it costs to make a small table.
    private const int MostCompared = 256;

    // Threads can each make one; they are alike.
    private volatile StringTable? _table;
    private int _compared;

    public bool Contains(string value) => _table is { } table ? table.Contains(value) : IsFound(value);

    private bool IsFound(string value)
    {
        _compared += values.Length;
        if (_compared > MostCompared) return MakeTable().Contains(value);
        for (var i = 0; i < values.Length; i++)
        {
            if (string.Equals(value, values[i], comparison)) return true;
        }

        return false;
    }

    private StringTable MakeTable() => _table = new StringTable(values, comparison);
}
