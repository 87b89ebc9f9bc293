using System;

namespace Sqo.Qualification.Internal;

/// <summary>
/// A fixed set of texts. The first searches of a short list compare one text after the other, so that a program that decides once pays
/// for no table; after them, a table is made. A long list has one from the beginning, and so has a comparison by culture, whose equality
/// and hashes don't agree on every platform.
/// </summary>
internal sealed class StringSet
{
    // About what it costs to make a small table.
    private const int MostCompared = 256;

    private readonly string[] _values;
    private readonly StringComparison _comparison;

    // Threads can each make one; they are alike.
    private volatile StringTable? _table;
    private int _compared;

    public StringSet(string[] values, StringComparison comparison)
    {
        _values = values;
        _comparison = comparison;
        if (values.Length > MostCompared || comparison is not (StringComparison.Ordinal or StringComparison.OrdinalIgnoreCase)) MakeTable();
    }

    public bool Contains(string value) => _table is { } table ? table.Contains(value) : IsFound(value);

    private bool IsFound(string value)
    {
        _compared += _values.Length;
        if (_compared > MostCompared) return MakeTable().Contains(value);
        for (var i = 0; i < _values.Length; i++)
        {
            if (string.Equals(value, _values[i], _comparison)) return true;
        }

        return false;
    }

    private StringTable MakeTable() => _table = new StringTable(_values, _comparison);
}
