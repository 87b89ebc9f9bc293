using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>How a list is ranked. Immutable.</summary>
public sealed class RankingOptions
{
    /// <summary>Creates options.</summary>
    /// <param name="best">How many of the best to list, 1 or more. The default is <see langword="null"/>: all.</param>
    /// <param name="seed">The seed of the hash of the ids that breaks ties. The default is 0.</param>
    /// <param name="previous">
    /// The previous list, best first, from <see cref="Ranking.Entries"/>: it gives the changes, and the places to keep. The default is
    /// <see langword="null"/>: none.
    /// </param>
    /// <param name="margin">
    /// By how much a deal must exceed another to pass it, 0 or above, in the unit of the value. The default is 0.
    /// </param>
    /// <param name="marginShare">
    /// The same as a share of the greater of the two values, from 0 to below 1; the greater of both margins counts. The default is 0.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    /// <exception cref="ArgumentException">An entry of the previous list is <see langword="null"/>, or its id appears twice.</exception>
    public RankingOptions(
        int? best = null, long seed = 0, IEnumerable<RankingEntry>? previous = null, double margin = 0, double marginShare = 0)
    {
        if (best is { } count) Guard.AtLeast(1, count, nameof(best));
        Best = best;
        Seed = seed;
        Margin = Guard.NotNegative(margin);
        MarginShare = marginShare < 1 ? Guard.NotNegative(marginShare)
            : throw new ArgumentOutOfRangeException(
                nameof(marginShare), marginShare, $"marginShare is {InvariantText.Of(marginShare)}; it must lie from 0 to below 1.");
        if (previous is null) return;
        RankingEntry[] entries = [.. previous];
        Ranks = new(entries.Length, StringComparer.Ordinal);
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i] is null) throw new ArgumentException($"Entry {InvariantText.Of((long)i)} (from 0) is null.", nameof(previous));
            if (Ranks.TryGetValue(entries[i].Id, out var first))
            {
                throw new ArgumentException(
                    $"Entries {InvariantText.Of((long)first)} and {InvariantText.Of((long)i)} (from 0) have the id \"{entries[i].Id}\"; " +
                    "ids must be unique.", nameof(previous));
            }

            Ranks.Add(entries[i].Id, i);
        }

        Previous = Array.AsReadOnly(entries);
    }

    /// <summary>The default options.</summary>
    public static RankingOptions Default { get; } = new();

    /// <summary>How many of the best are listed; <see langword="null"/> for all.</summary>
    public int? Best { get; }

    /// <summary>The seed of the hash that breaks ties.</summary>
    public long Seed { get; }

    /// <summary>The previous list, best first; <see langword="null"/> if there is none.</summary>
    public IReadOnlyList<RankingEntry>? Previous { get; }

    /// <summary>By how much a deal must exceed another to pass it.</summary>
    public double Margin { get; }

    /// <summary>The same as a share of the greater of the two values.</summary>
    public double MarginShare { get; }

    /// <summary>The indexes of the previous list by id.</summary>
    internal Dictionary<string, int>? Ranks { get; }

    /// <summary>The least value that one of the given value need not pass: it never falls when the value rises.</summary>
    internal double LeastBeside(double value) => value - Math.Max(Margin, MarginShare * Math.Abs(value));
}
