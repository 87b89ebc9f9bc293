using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>The segment of each deal of a table. A deal without one is in the segment "", as one of that name would be.</summary>
internal sealed class SegmentIndex
{
    private readonly Dictionary<string, int> _places;
    private readonly List<string> _names;

    public SegmentIndex(Opportunity[] deals, Func<Opportunity, string?> selector)
    {
        Selector = selector;
        Of = new int[deals.Length];
        _places = new(StringComparer.Ordinal);
        _names = [];
        for (var i = 0; i < deals.Length; i++) Of[i] = Add(selector(deals[i]));
    }

    // A selector may read what was learned later, so that it is asked again of every deal that looked otherwise on the day. Later deals
    // leave no trace: the places are those
    // that the deals known by then give.
    private SegmentIndex(SegmentIndex later, DealTable deals, int day)
    {
        Selector = later.Selector;
        Of = new int[later.Of.Length];
        _places = new(StringComparer.Ordinal);
        _names = [];
        var known = deals.CreatedBy(day);
        for (var i = 0; i < known; i++)
        {
            var deal = deals.Known(i, day);
            Of[i] = Add(ReferenceEquals(deal, deals.Deals[i]) ? later._names[later.Of[i]] : Selector(deal));
        }
    }

    private Func<Opportunity, string?> Selector { get; }

    /// <summary>The place of each known deal's segment among the names.</summary>
    public int[] Of { get; }

    /// <summary>In the order of their first deals.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The place of a segment; that after the last for one that no deal is in.</summary>
    public int PlaceOf(string? name) => _places.TryGetValue(name ?? "", out var place) ? place : Names.Count;

    /// <summary>The segments as they were at the end of a day before that of the table.</summary>
    public SegmentIndex AsOf(DealTable deals, int day) => new(this, deals, day);

    private int Add(string? name)
    {
        if (_places.TryGetValue(name ?? "", out var place)) return place;
        _places.Add(name ?? "", place = _names.Count);
        _names.Add(name ?? "");
        return place;
    }
}
