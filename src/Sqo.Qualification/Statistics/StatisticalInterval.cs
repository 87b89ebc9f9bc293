using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// An interval that contains a number with a given probability: around an estimate, a confidence interval for the true value; around a
/// forecast, a prediction interval for a later value (Hahn and Meeker 1991). Both ends are included. Two are equal if all three numbers
/// are; the default value is [0, 0] at a level of 0, for which only <see cref="Contains"/> is meaningful.
/// </summary>
public readonly record struct StatisticalInterval
{
    /// <summary>Creates an interval.</summary>
    /// <param name="low">The lower end, a finite number.</param>
    /// <param name="high">The upper end, a finite number not below <paramref name="low"/>.</param>
    /// <param name="level">The share of such intervals that contain the number, above 0 and below 1: 0.8 means 80 %.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An end is NaN or infinite, <paramref name="low"/> is above <paramref name="high"/>, or <paramref name="level"/> is out of range.
    /// </exception>
    public StatisticalInterval(double low, double high, double level)
    {
        (Low, High) = Guard.Ordered(low, high);
        Level = Guard.OpenUnit(level);
    }

    /// <summary>The lower end.</summary>
    public double Low { get; }

    /// <summary>The upper end.</summary>
    public double High { get; }

    /// <summary>
    /// The share of such intervals that contain the number, above 0 and below 1: the confidence of a confidence interval.
    /// </summary>
    public double Level { get; }

    /// <summary>Checks whether a value is within the interval, ends included.</summary>
    /// <param name="value">The value; NaN is in no interval.</param>
    /// <returns>Whether it is.</returns>
    public bool Contains(double value) => value >= Low && value <= High;

    /// <summary>"[low, high]", in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"[{InvariantText.Of(Low)}, {InvariantText.Of(High)}]";
}
