using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>The segment of each deal of a table. A deal without a segment is in the segment "".</summary>
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

    // A selector may read later values, so it is called again for every deal that was different on the day. Later deals have no effect:
    // the indexes are those of the deals known by then.
    private SegmentIndex(SegmentIndex later, DealTable deals, int day)
    {
        Selector = later.Selector;
        Of = new int[later.Of.Length];
        _places = new(StringComparer.Ordinal);
        _names = [];
        var known = deals.CreatedBy(day);
        // One more than the index here of each later segment; 0 if it is not known yet.
        var placeOf = new int[later._names.Count];
        for (var i = 0; i < known; i++)
        {
            var deal = deals.Known(i, day);
            if (!ReferenceEquals(deal, deals.Deals[i]))
            {
                Of[i] = Add(Selector(deal));
                continue;
            }

            ref var place = ref placeOf[later.Of[i]];
            if (place == 0) place = Add(later._names[later.Of[i]]) + 1;
            Of[i] = place - 1;
        }
    }

    private Func<Opportunity, string?> Selector { get; }

    /// <summary>The index of each known deal's segment among the names.</summary>
    public int[] Of { get; }

    /// <summary>The names, in the order of their first deals.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The index of a segment; the number of names for one without deals.</summary>
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
