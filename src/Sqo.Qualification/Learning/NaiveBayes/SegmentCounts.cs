using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>The counts of a segment: its deals, and its values per field.</summary>
internal sealed class SegmentCounts(int fields)
{
    public readonly ValueCounts Deals = new();

    public readonly Dictionary<string, ValueCounts>[] Fields =
        [.. Enumerable.Range(0, fields).Select(_ => new Dictionary<string, ValueCounts>(StringComparer.Ordinal))];

    public bool HasRows => Array.Exists(Fields, rows => rows.Count > 0);
}

/// <summary>The numbers of won and lost deals.</summary>
internal sealed class ValueCounts
{
    public long Won;
    public long Lost;

    public bool IsEmpty => Won == 0 && Lost == 0;

    public void Add(ValueCounts other)
    {
        Won += other.Won;
        Lost += other.Lost;
    }

    /// <summary>Adds to one of the two, which stays at 0 or above.</summary>
    public void Step(bool won, int step)
    {
        if (won) Won = Math.Max(0, Won + step);
        else Lost = Math.Max(0, Lost + step);
    }
}
