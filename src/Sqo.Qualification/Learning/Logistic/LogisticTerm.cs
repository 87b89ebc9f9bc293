using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A line of a fitted scorecard: a number, or a level or bin of a column. Immutable.</summary>
public sealed class LogisticTerm
{
    internal LogisticTerm(string column, string? level, ObservedRate observed)
    {
        Column = column;
        Level = level;
        Observed = observed;
    }

    /// <summary>The name of the column.</summary>
    public string Column { get; }

    /// <summary>
    /// The level, such as "north", or the bin, such as "[10, 50)"; <see langword="null"/> for a number on a straight line. Levels that
    /// were too rare are pooled under "*", which no other line of the column has.
    /// </summary>
    public string? Level { get; }

    /// <summary>The won deals out of all with this level, of those that were learned from.</summary>
    public ObservedRate Observed { get; }

    /// <summary>
    /// ln(share of won / share of lost) of the level or bin; <see langword="null"/> for a number on a line, and if none was won or none
    /// lost.
    /// </summary>
    public double? WeightOfEvidence { get; internal set; }

    /// <summary>
    /// The coefficient: of a number, for one unit; of a level, against the most frequent level, which has 0; of bins, that of the weight
    /// of evidence, the same for all bins of the column.
    /// </summary>
    public double Coefficient { get; internal set; }

    /// <summary>
    /// The standard error of the coefficient, from the second derivatives of the penalized likelihood: without a ridge, the usual one.
    /// <see langword="null"/> for the most frequent level, and for bins that tell nothing.
    /// </summary>
    public double? StandardError { get; internal set; }

    /// <summary>
    /// What the line adds to the log-odds of an average deal: points for an <see cref="OddsScale"/>. For a number on a line, what one
    /// unit adds.
    /// </summary>
    public double LogOdds { get; internal set; }

    /// <summary>Gets the interval of the coefficient, by the normal distribution.</summary>
    /// <param name="confidence">Above 0 and below 1. The default is 0.95.</param>
    /// <returns>The interval, or <see langword="null"/> if <see cref="StandardError"/> is.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is not between 0 and 1.</exception>
    public StatisticalInterval? Interval(double confidence = 0.95)
    {
        var half = NormalQuantile.TwoSided(Guard.OpenUnit(confidence)) * StandardError;
        return half is { } error ? new(Coefficient - error, Coefficient + error, confidence) : null;
    }

    /// <summary>"region = north: 0.25 (30 of 80)", in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{Column}{(Level is null ? "" : " = " + Level)}: {InvariantText.Of(LogOdds)} ({Observed})";
}
