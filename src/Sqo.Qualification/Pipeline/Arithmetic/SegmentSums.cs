using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>Sums by segment; opportunities whose segment is unknown have a separate sum.</summary>
/// <typeparam name="TSum">The type of a sum.</typeparam>
internal sealed class SegmentSums<TSum>(Func<string?, TSum> make)
    where TSum : class
{
    private readonly Dictionary<string, TSum> _named = new(StringComparer.Ordinal);
    private TSum? _unknown;

    public TSum For(string? segment)
    {
        if (PipelineText.OrNull(segment) is not { } name) return _unknown ??= make(null);
        if (!_named.TryGetValue(name, out var sum)) _named.Add(name, sum = make(name));
        return sum;
    }

    /// <summary>The sums in ordinal order of their names, the unknown one last.</summary>
    public IEnumerable<TSum> Ordered() =>
        _named.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value).Concat(_unknown is null ? [] : [_unknown]);
}
