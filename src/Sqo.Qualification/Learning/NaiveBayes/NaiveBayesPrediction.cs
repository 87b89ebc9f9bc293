using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The probability that a deal is won, and what it is based on. Immutable.</summary>
public sealed class NaiveBayesPrediction
{
    internal NaiveBayesPrediction(NaiveBayesTable table, NaiveBayesBasis basis, NaiveBayesEvidence[] evidence)
    {
        Table = table;
        Basis = basis;
        Evidence = Array.AsReadOnly(evidence);
    }

    /// <summary>
    /// The probability that the deal is won, kept within the bounds of the options; <see langword="null"/> if there is no prior, which
    /// can't happen with the library's own rules.
    /// </summary>
    public double? Probability { get; internal init; }

    /// <summary>The probability if every missing value takes its worst seen value: filling in missing values can't go below it.</summary>
    public double? Lowest { get; internal init; }

    /// <summary>The probability if every missing value takes its best seen value: filling in missing values can't go above it.</summary>
    public double? Highest { get; internal init; }

    /// <summary>The log-odds of the prior and of all evidence together, before bounds; <see langword="null"/> without a prior.</summary>
    public double? LogOdds { get; internal init; }

    /// <summary>What the probability is based on.</summary>
    public NaiveBayesBasis Basis { get; }

    /// <summary>The counts that it was judged by: those of the deal's segment, or of all.</summary>
    public NaiveBayesTable Table { get; }

    /// <summary>The evidence of each field, in the order they were declared; a field of tags has one entry per tag.</summary>
    public IReadOnlyList<NaiveBayesEvidence> Evidence { get; }

    /// <summary>Gets the strongest evidence, for or against.</summary>
    /// <param name="count">The maximum number, 0 or more.</param>
    /// <returns>In descending order of weight, without skipped evidence; equal weights stay in order.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public IReadOnlyList<NaiveBayesEvidence> Strongest(int count) =>
    [
        .. Evidence.Where(line => line.Skipped == NaiveBayesSkip.None)
            .OrderByDescending(line => Math.Abs(line.LogOdds))
            .Take(Guard.NotNegative(count)),
    ];
}
