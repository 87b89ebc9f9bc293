using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A criterion's answer: unknown, or a value from 0 (not at all) to 1 (fully).
/// </summary>
/// <remarks>
/// Two answers are equal when both are unknown or both have the same value. The default value of the struct is
/// <see cref="Unmet"/>.
/// </remarks>
public readonly struct Answer : IEquatable<Answer>
{
    // NaN is "unknown": one double per answer keeps a column of answers ready for vector instructions.
    internal readonly double Raw;

    internal Answer(double raw) => Raw = raw;

    /// <summary>The criterion holds: a value of 1.</summary>
    public static Answer Met => new(1);

    /// <summary>The criterion does not hold: a value of 0.</summary>
    public static Answer Unmet => new(0);

    /// <summary>The data needed is missing.</summary>
    public static Answer Unknown => new(double.NaN);

    /// <summary>Whether the answer is known.</summary>
    public bool IsKnown => !double.IsNaN(Raw);

    /// <summary>The value from 0 to 1, or <see langword="null"/> when unknown.</summary>
    public double? Value => IsKnown ? Raw : null;

    /// <summary>Creates an answer from a Boolean: met or unmet.</summary>
    /// <param name="holds">Whether the criterion holds.</param>
    /// <returns><see cref="Met"/> or <see cref="Unmet"/>.</returns>
    public static Answer From(bool holds) => new(holds ? 1 : 0);

    /// <summary>Creates an answer from a Boolean: met, unmet, or unknown when it is <see langword="null"/>.</summary>
    /// <param name="holds">Whether the criterion holds; <see langword="null"/> when not known.</param>
    /// <returns>The answer.</returns>
    public static Answer From(bool? holds) => holds is { } known ? From(known) : Unknown;

    /// <summary>Creates an answer with a value from 0 (not at all) to 1 (fully).</summary>
    /// <param name="value">From 0 to 1; NaN is unknown.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is below 0 or above 1.</exception>
    public static Answer Of(double value)
    {
        if (value < 0 || value > 1)
        {
            throw new ArgumentOutOfRangeException(
                nameof(value), value, $"An answer's value is {InvariantText.Of(value)}; it must lie from 0 to 1, or be NaN for unknown.");
        }

        return new Answer(value);
    }

    /// <summary>Gets the state of this answer for a criterion that is met from <paramref name="metFrom"/> on.</summary>
    /// <param name="metFrom">The lowest value that counts as met, above 0 and at most 1.</param>
    /// <returns>Met, unmet or unknown.</returns>
    public AnswerState StateFrom(double metFrom) =>
        !IsKnown ? AnswerState.Unknown : Raw >= metFrom ? AnswerState.Met : AnswerState.Unmet;

    /// <inheritdoc/>
    public bool Equals(Answer other) => Raw.Equals(other.Raw);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Answer other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Raw.GetHashCode();

    /// <summary>"unknown" or the value, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => IsKnown ? InvariantText.Of(Raw) : "unknown";

    /// <summary>Whether both answers are unknown or have the same value.</summary>
    /// <param name="left">The first answer.</param>
    /// <param name="right">The second answer.</param>
    /// <returns><see langword="true"/> when they are equal.</returns>
    public static bool operator ==(Answer left, Answer right) => left.Equals(right);

    /// <summary>Whether one answer is unknown and the other is not, or their values differ.</summary>
    /// <param name="left">The first answer.</param>
    /// <param name="right">The second answer.</param>
    /// <returns><see langword="true"/> when they differ.</returns>
    public static bool operator !=(Answer left, Answer right) => !left.Equals(right);
}
