using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A range that is to hold a later value with a stated probability. Both ends are inside. Two are equal when all three numbers
/// are; the default value is [0, 0] at a level of 0, which only <see cref="Contains"/> makes sense of.
/// </summary>
public readonly record struct PredictionInterval
{
    /// <summary>An interval.</summary>
    /// <param name="low">The lower end, a finite number.</param>
    /// <param name="high">The upper end, a finite number not below <paramref name="low"/>.</param>
    /// <param name="level">The share of such intervals that are to hold the value: 0.8 means 80 %. Above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An end is NaN or infinite, the ends are in the wrong order, or <paramref name="level"/> is not between 0 and 1.
    /// </exception>
    public PredictionInterval(double low, double high, double level)
    {
        (Low, High) = Limits.Ordered(low, high);
        Level = Limits.Inside01(level);
    }

    /// <summary>The lower end.</summary>
    public double Low { get; }

    /// <summary>The upper end.</summary>
    public double High { get; }

    /// <summary>The share of such intervals that are to hold the value, between 0 and 1.</summary>
    public double Level { get; }

    /// <summary>Whether a value lies within, the ends included.</summary>
    /// <param name="value">The value; NaN lies in no interval.</param>
    /// <returns>Whether it does.</returns>
    public bool Contains(double value) => value >= Low && value <= High;

    /// <summary>"[low, high]", in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"[{InvariantText.Of(Low)}, {InvariantText.Of(High)}]";
}
