using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A score from 0 to 100 with the range that unknown answers leave open. Two are equal when all three numbers are.</summary>
public readonly struct ScoreRange : IEquatable<ScoreRange>
{
    // The rounding errors that sums may have.
    private const double Tolerance = 1e-9;

    internal readonly double RawScore;
    internal readonly double RawLowest;
    internal readonly double RawHighest;

    /// <summary>Creates a score with its range. A number that is past an end by a rounding error is set to that end.</summary>
    /// <param name="score">The score in which unknown answers contribute nothing, from 0 to 100.</param>
    /// <param name="lowest">The score if every unknown answer takes its worst value, not above <paramref name="score"/>.</param>
    /// <param name="highest">The score if every unknown answer takes its best value, not below <paramref name="score"/>.</param>
    /// <exception cref="ArgumentException">The three are not in order, one is outside 0 to 100, or one is NaN.</exception>
    public ScoreRange(double score, double lowest, double highest)
    {
        if (!(lowest >= -Tolerance && score >= lowest - Tolerance && highest >= score - Tolerance && highest <= 100 + Tolerance))
        {
            throw new ArgumentException(
                $"The score is {InvariantText.Of(score)} with the range [{InvariantText.Of(lowest)}, {InvariantText.Of(highest)}]; " +
                "it must hold that 0 <= lowest <= score <= highest <= 100.");
        }

        RawLowest = Math.Min(Math.Max(0, lowest), 100);
        RawHighest = Math.Max(Math.Min(100, highest), RawLowest);
        RawScore = Math.Min(Math.Max(score, RawLowest), RawHighest);
    }

    /// <summary>Takes numbers that are already known to be in order.</summary>
    internal ScoreRange(double score, double lowest, double highest, bool areInOrder)
    {
        _ = areInOrder;
        RawScore = score;
        RawLowest = lowest;
        RawHighest = highest;
    }

    /// <summary>The score, in which unknown answers contribute nothing.</summary>
    public double Score => RawScore;

    /// <summary>The score if every unknown answer takes its worst value.</summary>
    public double Lowest => RawLowest;

    /// <summary>The score if every unknown answer takes its best value.</summary>
    public double Highest => RawHighest;

    /// <summary>Creates the range of a score whose answers are all known: the score itself.</summary>
    /// <param name="score">From 0 to 100.</param>
    /// <returns>The range.</returns>
    /// <exception cref="ArgumentException"><paramref name="score"/> is outside 0 to 100, or NaN.</exception>
    public static ScoreRange Known(double score) => new(score, score, score);

    /// <inheritdoc/>
    public bool Equals(ScoreRange other) =>
        RawScore.Equals(other.RawScore) && RawLowest.Equals(other.RawLowest) && RawHighest.Equals(other.RawHighest);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ScoreRange other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        unchecked((RawScore.GetHashCode() * 31) + (RawLowest.GetHashCode() * 17) + RawHighest.GetHashCode());

    /// <summary>The score and its range, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{InvariantText.Of(RawScore)} [{InvariantText.Of(RawLowest)}, {InvariantText.Of(RawHighest)}]";

    /// <summary>Whether all three numbers are the same.</summary>
    /// <param name="left">The first range.</param>
    /// <param name="right">The second range.</param>
    /// <returns><see langword="true"/> when they are equal.</returns>
    public static bool operator ==(ScoreRange left, ScoreRange right) => left.Equals(right);

    /// <summary>Whether a number differs.</summary>
    /// <param name="left">The first range.</param>
    /// <param name="right">The second range.</param>
    /// <returns><see langword="true"/> when they differ.</returns>
    public static bool operator !=(ScoreRange left, ScoreRange right) => !left.Equals(right);
}
