using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The same order as <see cref="Ranking"/>, for deals that change one at a time: a change looks at no other deal, and takes O(log n).
/// Immutable: a change returns a new index, which shares all but the path to the change with this one.
/// </summary>
/// <remarks>The order has no memory: places of a previous list are not kept. <see cref="Ranking"/> keeps them.</remarks>
public sealed class RankingIndex
{
    private const ulong OfOrder = 0x9E6C63D0876A9A35;
    private const ulong OfIds = 0xC2B2AE3D27D4EB4F;

    private readonly PersistentTree<RankingKey> _order;
    private readonly PersistentTree<IdKey> _ids;
    private readonly PersistentTree<RankingKey> _unknown;

    private RankingIndex(
        RankingValue by, long seed, PersistentTree<RankingKey> order, PersistentTree<IdKey> ids, PersistentTree<RankingKey> unknown)
    {
        RankedBy = by;
        Seed = seed;
        _order = order;
        _ids = ids;
        _unknown = unknown;
    }

    /// <summary>What the deals are ranked by.</summary>
    public RankingValue RankedBy { get; }

    /// <summary>The seed of the hash that breaks ties.</summary>
    public long Seed { get; }

    /// <summary>The number of open deals whose value is known.</summary>
    public int Count => _order.Count;

    /// <summary>The open deals whose value is unknown, in the order of their hashes.</summary>
    public IReadOnlyList<UnrankedOpportunity> Unknown
    {
        get
        {
            var unknown = new List<UnrankedOpportunity>(_unknown.Count);
            foreach (var key in _unknown.First(_unknown.Count)) unknown.Add(new(key.Deal, RankedBy));
            return unknown.AsReadOnly();
        }
    }

    /// <summary>Gets the deal at a place.</summary>
    /// <param name="rank">The place, from 1 to <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rank"/> is out of its range.</exception>
    public RankedOpportunity this[int rank] =>
        rank >= 1 && rank <= Count
            ? Ranked(rank, _order[rank - 1])
            : throw new ArgumentOutOfRangeException(
                nameof(rank), rank, $"rank is {InvariantText.Of((long)rank)}; it must lie from 1 to {InvariantText.Of((long)Count)}.");

    /// <summary>Creates an index in O(n log n).</summary>
    /// <param name="opportunities">The deals, in any order; closed ones are left out.</param>
    /// <param name="by">What to rank them by.</param>
    /// <param name="seed">The seed of the hash that breaks ties. The default is 0.</param>
    /// <returns>The index.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="opportunities"/> or <paramref name="by"/> is <see langword="null"/>.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// An opportunity is <see langword="null"/>, two have the same id, or a function returned a number outside its range or a value is too
    /// large; the message names the deal.
    /// </exception>
    public static RankingIndex Create(IEnumerable<Opportunity> opportunities, RankingValue by, long seed = 0)
    {
        Guard.NotNull(opportunities);
        Guard.NotNull(by);
        var known = new List<RankingKey>();
        var unknown = new List<RankingKey>();
        var ids = new List<IdKey>();
        var position = 0;
        foreach (var deal in opportunities)
        {
            if (deal is null) throw GivenDeals.Missing(position, nameof(opportunities));
            position++;
            if (!deal.IsOpen) continue;
            var value = by.Of(deal);
            var key = new RankingKey(deal, double.IsNaN(value) ? 0 : value, seed);
            (double.IsNaN(value) ? unknown : known).Add(key);
            ids.Add(new(key.Hash, deal, value));
        }

        ids.Sort();
        for (var i = 1; i < ids.Count; i++)
        {
            if (ids[i].CompareTo(ids[i - 1]) == 0) throw GivenDeals.Repeated(ids[i].Deal, nameof(opportunities));
        }

        known.Sort();
        unknown.Sort();
        return new(
            by, seed, PersistentTree<RankingKey>.Of([.. known], PriorityOf), PersistentTree<IdKey>.Of([.. ids], PriorityOf),
            PersistentTree<RankingKey>.Of([.. unknown], PriorityOf));
    }

    /// <summary>Gets the place of a deal in O(log n).</summary>
    /// <param name="id">The id.</param>
    /// <returns>The place, from 1; <see langword="null"/> if it is not in the index, or its value is unknown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    public int? RankOf(string id) =>
        TryFind(id, out var found) && !double.IsNaN(found.Value)
            ? _order.CountBefore(new(found.Deal, found.Value, Seed)) + 1
            : null;

    /// <summary>Gets the best deals in O(log n + count).</summary>
    /// <param name="count">How many, 0 or more; all if there are fewer.</param>
    /// <returns>The deals, best first.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 0.</exception>
    public IReadOnlyList<RankedOpportunity> Best(int count)
    {
        var best = new List<RankedOpportunity>(Math.Min(Guard.NotNegative(count), Count));
        foreach (var key in _order.First(count)) best.Add(Ranked(best.Count + 1, key));
        return best.AsReadOnly();
    }

    /// <summary>Adds a deal, or replaces the one with its id, in O(log n). A closed deal leaves the index.</summary>
    /// <param name="opportunity">The deal as it is now.</param>
    /// <returns>The new index.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="opportunity"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A function returned a number outside its range; the message names the deal.</exception>
    public RankingIndex With(Opportunity opportunity)
    {
        var left = Without(Guard.NotNull(opportunity).Id);
        if (!opportunity.IsOpen) return left;
        var value = RankedBy.Of(opportunity);
        var isUnknown = double.IsNaN(value);
        var key = new RankingKey(opportunity, isUnknown ? 0 : value, Seed);
        return new(
            RankedBy, Seed, isUnknown ? left._order : left._order.With(key), left._ids.With(new(key.Hash, opportunity, value)),
            isUnknown ? left._unknown.With(key) : left._unknown);
    }

    /// <summary>Removes a deal in O(log n).</summary>
    /// <param name="id">The id.</param>
    /// <returns>The new index; this one if the deal is not in it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    public RankingIndex Without(string id)
    {
        if (!TryFind(id, out var found)) return this;
        var isUnknown = double.IsNaN(found.Value);
        var key = new RankingKey(found.Deal, isUnknown ? 0 : found.Value, Seed);
        return new(
            RankedBy, Seed, isUnknown ? _order : _order.Without(key), _ids.Without(found), isUnknown ? _unknown.Without(key) : _unknown);
    }

    /// <summary>The number of deals and what they are ranked by.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{InvariantText.Of((long)Count)} by {RankedBy.Id}";

    // Priorities are independent of the keys: otherwise the tree of ids, which is sorted by hash, would be a list.
    private static ulong PriorityOf(RankingKey key) => SplitMix64.Mix(key.Hash ^ OfOrder);

    private static ulong PriorityOf(IdKey key) => SplitMix64.Mix(key.Hash ^ OfIds);

    private bool TryFind(string id, out IdKey found) =>
        _ids.TryFind(new(SeededHash.Of(Guard.NotNull(id), Seed), id), out found);

    private RankedOpportunity Ranked(int rank, RankingKey key) => new(rank, rank, key.Deal, key.Value, RankedBy);

    /// <summary>A deal by the hash of its id, with the value that it has in the order.</summary>
    private readonly struct IdKey : IComparable<IdKey>
    {
        private readonly string _id;

        public IdKey(ulong hash, Opportunity deal, double value)
            : this(hash, deal.Id)
        {
            Deal = deal;
            Value = value;
        }

        public IdKey(ulong hash, string id)
        {
            Hash = hash;
            _id = id;
            Deal = null!;
        }

        public ulong Hash { get; }

        public Opportunity Deal { get; }

        public double Value { get; }

        public int CompareTo(IdKey other)
        {
            var order = Hash.CompareTo(other.Hash);
            return order == 0 ? string.CompareOrdinal(_id, other._id) : order;
        }
    }
}
