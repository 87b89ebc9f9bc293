using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Open deals in the order in which to work on them, each with the factors that put it there, and what changed since the previous list.
/// Immutable.
/// </summary>
/// <remarks>
/// <para>
/// The order is total, and the same for any order of the input: the greatest value first, and ties by a hash of the id and the seed. With
/// a previous list, deals keep their places: a deal that exceeds another by more than the margin always stands above it, and otherwise
/// places are given from the top to the deal that stood highest before. New deals come after those of the previous list, so they pass one
/// only by more than the margin, too.
/// </para>
/// <para>
/// The best k of n take one pass that sorts only these k. Duplicate ids are then found only among the deals that are listed.
/// </para>
/// </remarks>
public sealed class Ranking
{
    private readonly RankedOpportunity[] _ranked;
    private readonly UnrankedOpportunity[] _unknown;
    private readonly Opportunity[] _closed;
    private readonly RankingChange[] _changes;

    internal Ranking(
        RankingValue by, RankingOptions options, RankedOpportunity[] ranked, UnrankedOpportunity[] unknown, Opportunity[] closed,
        RankingChange[] changes, int count)
    {
        RankedBy = by;
        Options = options;
        _ranked = ranked;
        _unknown = unknown;
        _closed = closed;
        _changes = changes;
        Count = count;
    }

    /// <summary>What the deals are ranked by.</summary>
    public RankingValue RankedBy { get; }

    /// <summary>The options: how many, the seed, the previous list and the margin.</summary>
    public RankingOptions Options { get; }

    /// <summary>The number of open deals whose value is known, whether listed or not.</summary>
    public int Count { get; }

    /// <summary>The deals, best first.</summary>
    public IReadOnlyList<RankedOpportunity> Ranked => Array.AsReadOnly(_ranked);

    /// <summary>The open deals whose value is unknown, in ordinal order of their ids.</summary>
    public IReadOnlyList<UnrankedOpportunity> Unknown => Array.AsReadOnly(_unknown);

    /// <summary>The closed deals of the input, which are not ranked, in ordinal order of their ids.</summary>
    public IReadOnlyList<Opportunity> Closed => Array.AsReadOnly(_closed);

    /// <summary>
    /// What changed since the previous list: the deals whose place is another one, by their place, then those that are gone, by their
    /// previous place. Empty without a previous list.
    /// </summary>
    public IReadOnlyList<RankingChange> Changes => Array.AsReadOnly(_changes);

    /// <summary>The list as plain data, for <see cref="RankingOptions.Previous"/> of the next one.</summary>
    public IReadOnlyList<RankingEntry> Entries => Array.AsReadOnly(Array.ConvertAll(_ranked, deal => deal.ToEntry()));

    /// <summary>Ranks open deals.</summary>
    /// <param name="opportunities">The deals, in any order. Closed ones are set apart; they tell why a deal left the list.</param>
    /// <param name="by">What to rank them by.</param>
    /// <param name="options">The options. The default is <see cref="RankingOptions.Default"/>.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="opportunities"/> or <paramref name="by"/> is <see langword="null"/>.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// An opportunity is <see langword="null"/>, two have the same id, or a function returned a number outside its range or a value is too
    /// large; the message names the deal.
    /// </exception>
    /// <example><code>
    /// RankingValue by = RankingValue.ExpectedValue(o => o.Probability, o => o.Amount);
    /// foreach (RankedOpportunity deal in Ranking.Create(opportunities, by).Ranked) Console.WriteLine($"{deal.Id} {deal}");
    /// </code></example>
    public static Ranking Create(IEnumerable<Opportunity> opportunities, RankingValue by, RankingOptions? options = null) =>
        new RankingPass(Guard.NotNull(by), options ?? RankingOptions.Default).Over(Guard.NotNull(opportunities));

    /// <summary>The number of deals and what they are ranked by.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{InvariantText.Of((long)_ranked.Length)} of {InvariantText.Of((long)Count)} by {RankedBy.Id}";
}
