using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The rows of a table by a name that the caller gives: a bit per row for each name, in the order of the names.</summary>
internal sealed class RowGroups
{
    private readonly SortedDictionary<string, ulong[]> _rows = new(StringComparer.Ordinal);
    private readonly int _words;

    public RowGroups(int rows)
    {
        _words = (rows + ChunkSize.Rows - 1) / ChunkSize.Rows * (ChunkSize.Rows / 64);
        Unknown = new ulong[_words];
    }

    /// <summary>The rows of which the name is unknown.</summary>
    public ulong[] Unknown { get; }

    public IEnumerable<KeyValuePair<string, ulong[]>> Named => _rows;

    public void Add(string? name, int row)
    {
        var rows = Unknown;
        if (name is not null && !_rows.TryGetValue(name, out rows!)) _rows.Add(name, rows = new ulong[_words]);
        rows[row / 64] |= 1UL << (row % 64);
    }
}
