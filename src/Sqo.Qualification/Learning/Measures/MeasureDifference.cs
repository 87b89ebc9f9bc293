using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The difference of a measure between two sets of probabilities of the same deals: the first minus the second. Immutable.
/// </summary>
public sealed class MeasureDifference
{
    internal MeasureDifference(double value, double? standardError)
    {
        Value = value;
        StandardError = standardError;
    }

    /// <summary>The difference.</summary>
    public double Value { get; }

    /// <summary>
    /// Its standard error, which knows that both are of the same deals; <see langword="null"/> with too few deals, and if they differ in
    /// none.
    /// </summary>
    public double? StandardError { get; }

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
