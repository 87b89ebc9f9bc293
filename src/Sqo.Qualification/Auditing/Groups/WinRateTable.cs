using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>How deals ended by a name that the caller gives; those of which it is unknown are a group of their own.</summary>
internal sealed class WinRateTable(bool hasMoney)
{
    private readonly SortedDictionary<string, WinRateSums> _named = new(StringComparer.Ordinal);
    private WinRateSums? _unknown;

    public void Add(string? name, DealOutcomes outcomes, int row, DateTime? closed) => Of(name).Add(outcomes, row, closed);

    public void Add(WinRateTable other)
    {
        foreach (var group in other._named) Of(group.Key).Add(group.Value);
        if (other._unknown is { } unknown) Of(null).Add(unknown);
    }

    public WinRateGroup[] InOrder(string[] names, OutcomeCounts all, AuditOptions options) =>
        [.. Named(all, options).OrderBy(group => Array.IndexOf(names, group.Name)), .. Unknown(all, options)];

    public WinRateGroup[] ByFrequency(OutcomeCounts all, AuditOptions options) =>
        [.. Named(all, options).OrderByDescending(group => group.Counts.Deals), .. Unknown(all, options)];

    private IEnumerable<WinRateGroup> Named(OutcomeCounts all, AuditOptions options) =>
        _named.Select(group => new WinRateGroup(group.Key, group.Value, all, options));

    private WinRateGroup[] Unknown(OutcomeCounts all, AuditOptions options) =>
        _unknown is null ? [] : [new(null, _unknown, all, options)];

    private WinRateSums Of(string? name)
    {
        if (name is null) return _unknown ??= new(hasMoney);
        if (!_named.TryGetValue(name, out var sums)) _named.Add(name, sums = new(hasMoney));
        return sums;
    }
}
