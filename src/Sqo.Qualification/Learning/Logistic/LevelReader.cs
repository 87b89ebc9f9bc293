using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>The levels of a category as numbers, deal by deal.</summary>
internal sealed class LevelReader(int rows)
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.OrdinalIgnoreCase);
    private int _count;

    /// <summary>The levels in the order in which they were met; of several spellings the first in ordinal order.</summary>
    public List<string> Names { get; } = [];

    /// <summary>The level of each deal; -1 for unknown.</summary>
    public int[] Codes { get; } = new int[rows];

    public void Add(string? level)
    {
        var code = -1;
        if (level is not null)
        {
            if (!_indexes.TryGetValue(level, out code))
            {
                _indexes.Add(level, code = Names.Count);
                Names.Add(level);
            }
            else if (string.CompareOrdinal(level, Names[code]) < 0)
            {
                Names[code] = level;
            }
        }

        Codes[_count++] = code;
    }
}
