using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A counted number of events, such as the SQOs of a campaign, with the interval of its expected value. Two are equal if their counts
/// are; the default value is 0.
/// </summary>
public readonly record struct ObservedCount
{
    // Beyond it, the approximation below is as accurate as the sums.
    private const long MostSummed = 1_000_000;

    /// <summary>Creates a count of events.</summary>
    /// <param name="value">The number of events, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is negative.</exception>
    public ObservedCount(long value) => Value = value >= 0
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"value is {InvariantText.Of(value)}; it must be 0 or above.");

    /// <summary>The number of events.</summary>
    public long Value { get; }

    /// <summary>
    /// Gets the exact interval of Garwood (1936) for the mean of a Poisson distribution: at its ends, the probability of this many or
    /// more, and of this many or fewer, is half of 1 - confidence. An amount spent, divided by the ends, gives the interval of the cost
    /// per event.
    /// </summary>
    /// <param name="confidence">Above 0 and below 1. The default is 0.95.</param>
    /// <returns>The interval of the expected number. Without events it starts at 0.</returns>
    /// <remarks>
    /// Above a million events, the approximation of Wilson and Hilferty (1931) is used, with a relative error below 1e-9.
    /// </remarks>
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

    /// <summary>The mean up to which a condition is true, to the last bit.</summary>
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
