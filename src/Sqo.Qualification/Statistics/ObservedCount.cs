using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A number of events that was counted, such as the SQOs of a campaign, with the interval of its expected value. Two are equal when their
/// counts are; the default value is 0.
/// </summary>
public readonly record struct ObservedCount
{
    // Beyond it the approximation below is as exact as the sums are.
    private const long MostSummed = 1_000_000;

    /// <summary>A count of events.</summary>
    /// <param name="value">How many there were, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is negative.</exception>
    public ObservedCount(long value) => Value = value >= 0
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"value is {InvariantText.Of(value)}; it must be 0 or above.");

    /// <summary>How many there were.</summary>
    public long Value { get; }

    /// <summary>
    /// The exact interval of Garwood (1936) for the mean of a Poisson distribution: the means under which as many or more, and as few or
    /// fewer, come up with half of what the confidence leaves. What was spent over its ends is the interval of the cost of one.
    /// </summary>
    /// <param name="confidence">Above 0 and below 1. The default is 0.95.</param>
    /// <returns>The interval of the expected number. Without an event it begins at 0.</returns>
    /// <remarks>Above a million events the approximation of Wilson and Hilferty (1931) takes its place, with a relative error below
    /// 1e-9.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is not between 0 and 1.</exception>
    public StatisticalInterval Interval(double confidence = 0.95)
    {
        var tail = (1 - Guard.OpenUnit(confidence)) / 2;
        var z = NormalQuantile.TwoSided(confidence);
        double count = Value;
        if (Value > MostSummed) return new(Approximate(count, -z), Approximate(count + 1, z), confidence);
        var low = Value == 0 ? 0 : Solve(mean => IncompleteGamma.Lower(count, mean) < tail, count);
        var high = Solve(mean => IncompleteGamma.Upper(count + 1, mean) > tail, count + 1);
        return new(low, high, confidence);
    }

    /// <summary>The count, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => InvariantText.Of(Value);

    internal static double Approximate(double shape, double z)
    {
        var root = 1 - (1 / (9 * shape)) + (z / (3 * Math.Sqrt(shape)));
        return shape * root * root * root;
    }

    /// <summary>The mean at which a condition that holds below it ends to hold, to the last bit.</summary>
    private static double Solve(Func<double, bool> isBelow, double start)
    {
        double low = 0, high = start;
        while (isBelow(high)) (low, high) = (high, high * 2);
        while (true)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high) return high;
            if (isBelow(middle)) low = middle;
            else high = middle;
        }
    }
}
