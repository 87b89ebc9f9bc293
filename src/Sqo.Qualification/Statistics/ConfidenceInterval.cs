using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>An interval about an estimate, and the confidence it was made at. Two are equal when all three numbers are.</summary>
public readonly record struct ConfidenceInterval
{
    /// <summary>Makes an interval.</summary>
    /// <param name="low">The lower end, a finite number.</param>
    /// <param name="high">The upper end, a finite number not below <paramref name="low"/>.</param>
    /// <param name="confidence">The share of such intervals that hold the true value, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An end is not a finite number, <paramref name="low"/> is above <paramref name="high"/>, or <paramref name="confidence"/> is out of
    /// range.
    /// </exception>
    public ConfidenceInterval(double low, double high, double confidence)
    {
        (Low, High) = Limits.Ordered(low, high);
        Confidence = Limits.Inside01(confidence);
    }

    /// <summary>The lower end.</summary>
    public double Low { get; }

    /// <summary>The upper end.</summary>
    public double High { get; }

    /// <summary>The share of such intervals that hold the true value, above 0 and below 1.</summary>
    public double Confidence { get; }

    /// <summary>"[low, high]", in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"[{InvariantText.Of(Low)}, {InvariantText.Of(High)}]";
}
