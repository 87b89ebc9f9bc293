using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// What was drawn for a rejected deal, as plain data that any store can keep: with it, a deal is never in and out of the hold-out.
/// Immutable.
/// </summary>
public sealed class HoldOutDraw
{
    /// <summary>Creates a draw, such as one read from a store.</summary>
    /// <param name="id">The id of the deal.</param>
    /// <param name="probability">The probability with which it was drawn, above 0 and at most 1.</param>
    /// <param name="isIn">Whether sales works it all the same.</param>
    /// <param name="drawnOn">The moment of the first rejection.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> is <see langword="null"/> or blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is not above 0 and at most 1.</exception>
    public HoldOutDraw(string id, double probability, bool isIn, DateTime drawnOn)
    {
        Id = Guard.NotBlank(id);
        Probability = Guard.Within(0, Guard.Positive(probability), 1);
        IsIn = isIn;
        DrawnOn = drawnOn;
    }

    /// <summary>The id of the deal.</summary>
    public string Id { get; }

    /// <summary>The probability with which it was drawn.</summary>
    public double Probability { get; }

    /// <summary>Whether it is in the hold-out: sales works it all the same.</summary>
    public bool IsIn { get; }

    /// <summary>The moment of the first rejection.</summary>
    public DateTime DrawnOn { get; }

    internal bool IsSameAs(HoldOutDraw other) =>
        Id == other.Id && Probability.Equals(other.Probability) && IsIn == other.IsIn && DrawnOn == other.DrawnOn;

    /// <summary>The id, and whether it is in, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Id}: {(IsIn ? "in" : "out")} with {InvariantText.Of(Probability)}";
}
