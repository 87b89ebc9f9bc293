using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>The segment of each deal of a table. A deal without one is in the segment "", as one of that name would be.</summary>
internal sealed class DealSegments
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    public DealSegments(Opportunity[] deals, Func<Opportunity, string?> selector)
    {
        Of = new int[deals.Length];
        var names = new List<string>();
        for (var i = 0; i < deals.Length; i++)
        {
            var name = selector(deals[i]) ?? "";
            if (!_places.TryGetValue(name, out var place))
            {
                _places.Add(name, place = names.Count);
                names.Add(name);
            }

            Of[i] = place;
        }

        Names = names;
    }

    /// <summary>The place of each deal's segment among the names.</summary>
    public int[] Of { get; }

    /// <summary>In the order of their first deals.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The place of a segment; that after the last for one that no deal is in.</summary>
    public int PlaceOf(string? name) => _places.TryGetValue(name ?? "", out var place) ? place : Names.Count;
}
