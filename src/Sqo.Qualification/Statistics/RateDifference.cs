using System;

namespace Sqo.Qualification;

/// <summary>
/// The difference of two rates that were counted in different groups: the first minus the second. Two are equal if both rates are.
/// </summary>
/// <param name="First">The rate of one group.</param>
/// <param name="Second">The rate of the other group, which has no member in common with the first.</param>
public readonly record struct RateDifference(ObservedRate First, ObservedRate Second)
{
    /// <summary>First - second, from -1 to 1; <see langword="null"/> if one of them has no trials.</summary>
    public double? Value => First.Value - Second.Value;

    /// <summary>
    /// Gets the hybrid score interval of Newcombe (1998, Statistics in Medicine 17, 873-890, method 10), made from the Wilson intervals
    /// of both rates: it is reliable for small counts, and never leaves -1 to 1.
    /// </summary>
    /// <param name="confidence">Above 0 and below 1. The default is 0.95.</param>
    /// <returns>The interval, or <see langword="null"/> if one of the rates has no trials.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is not between 0 and 1.</exception>
    public StatisticalInterval? Interval(double confidence = 0.95)
    {
        var first = First.Interval(confidence);
        var second = Second.Interval(confidence);
        if (first is not { } a || second is not { } b) return null;
        var p = First.Value!.Value;
        var q = Second.Value!.Value;
        return new(p - q - Distance(p - a.Low, b.High - q), p - q + Distance(a.High - p, q - b.Low), confidence);
    }

    /// <summary>"12 of 40 - 3 of 20", in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{First} - {Second}";

    private static double Distance(double a, double b) => Math.Sqrt((a * a) + (b * b));
}
