using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The place of a deal in the total order: the greatest value first, ties by the seeded hash of the id, then by the id.</summary>
internal readonly struct RankingKey : IComparable<RankingKey>
{
    public RankingKey(Opportunity deal, double value, long seed, int previous = -1)
    {
        Deal = deal;
        Value = value;
        Hash = SeededHash.Of(deal.Id, seed);
        Previous = previous;
    }

    public Opportunity Deal { get; }

    public double Value { get; }

    public ulong Hash { get; }

    /// <summary>Its index in the previous list; -1 if it was not there.</summary>
    public int Previous { get; }

    public int CompareTo(RankingKey other)
    {
        var order = other.Value.CompareTo(Value);
        if (order == 0) order = Hash.CompareTo(other.Hash);
        return order == 0 ? string.CompareOrdinal(Deal.Id, other.Deal.Id) : order;
    }

    /// <summary>Puts keys into their order: by numbers first.</summary>
    public static void Sort(RankingKey[] keys) =>
        CanonicalOrder.SortAscending(Array.ConvertAll(keys, key => -key.Value), keys, keys.Length);
}
