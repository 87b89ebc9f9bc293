using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The difference of a measure between two sets of probabilities of the same deals: the first minus the second. Two are equal if both
/// numbers are.
/// </summary>
/// <param name="Value">The difference.</param>
/// <param name="StandardError">
/// Its standard error, which knows that both are of the same deals; <see langword="null"/> with too few deals, and if they differ in
/// none.
/// </param>
public readonly record struct MeasureDifference(double Value, double? StandardError)
{
    /// <summary>Gets the interval of the difference, by the normal distribution.</summary>
    /// <param name="confidence">Above 0 and below 1. The default is 0.95.</param>
    /// <returns>The interval, or <see langword="null"/> if <see cref="StandardError"/> is.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is not between 0 and 1.</exception>
    public StatisticalInterval? Interval(double confidence = 0.95)
    {
        var half = NormalQuantile.TwoSided(Guard.OpenUnit(confidence)) * StandardError;
        return half is { } error ? new(Value - error, Value + error, confidence) : null;
    }

    /// <summary>The difference, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => InvariantText.Of(Value);
}
