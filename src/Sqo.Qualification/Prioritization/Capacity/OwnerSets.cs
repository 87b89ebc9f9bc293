using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>Sets of owners, ascending, each kept once, so that equal ones are the same array with the same number.</summary>
internal sealed class OwnerSets
{
    private readonly Dictionary<string, int[]> _sets = new(System.StringComparer.Ordinal);
    private readonly Dictionary<int[], int> _numbers = [];
    private int[]? _all;

    public int[] One(int owner) => Same([owner]);

    public int[] All(int count)
    {
        if (_all is not null) return _all;
        var owners = new List<int>(count);
        for (var owner = 0; owner < count; owner++) owners.Add(owner);
        return _all = Same(owners);
    }

    public int[] Same(List<int> owners)
    {
        var key = string.Join(",", owners);
        if (_sets.TryGetValue(key, out var set)) return set;
        _sets.Add(key, set = [.. owners]);
        _numbers.Add(set, _numbers.Count);
        return set;
    }

    public int NumberOf(int[] set) => _numbers[set];
}
