using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The probability that a deal is won, and all that it rests on. Immutable.</summary>
public sealed class NaiveBayesPrediction
{
    internal NaiveBayesPrediction(NaiveBayesTable table, NaiveBayesBasis basis, NaiveBayesEvidence[] evidence)
    {
        Table = table;
        Basis = basis;
        Evidence = Array.AsReadOnly(evidence);
    }

    /// <summary>
    /// The probability that the deal is won, kept within the bounds of the options; <see langword="null"/> when there is no prior,
    /// which by the library's own rules does not happen.
    /// </summary>
    public double? Probability { get; internal init; }

    /// <summary>The probability when every missing value takes its worst seen value: no missing value that comes in leads below it.</summary>
    public double? Lowest { get; internal init; }

    /// <summary>The probability when every missing value takes its best seen value: no missing value that comes in leads above it.</summary>
    public double? Highest { get; internal init; }

    /// <summary>The log-odds of the prior and of all evidence together, before bounds; <see langword="null"/> without a prior.</summary>
    public double? LogOdds { get; internal init; }

    /// <summary>What the probability rests on.</summary>
    public NaiveBayesBasis Basis { get; }

    /// <summary>The counts that it was judged by: those of the deal's segment, or of all.</summary>
    public NaiveBayesTable Table { get; }

    /// <summary>What each field says, in the order that they were stated; of a field of tags a line a tag.</summary>
    public IReadOnlyList<NaiveBayesEvidence> Evidence { get; }

    /// <summary>The evidence that weighs most, for or against.</summary>
    /// <param name="count">At most how many, 0 or more.</param>
    /// <returns>By falling weight, without what was skipped; what weighs the same stays in order.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public IReadOnlyList<NaiveBayesEvidence> Strongest(int count) =>
    [
        .. Evidence.Where(line => line.Skipped == NaiveBayesSkip.None).OrderByDescending(line => Math.Abs(line.LogOdds)).Take(Guard.NotNegative(count)),
    ];
}
