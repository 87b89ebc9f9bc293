using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>What one of something cost, such as an SQO: the spend divided by the count. Immutable.</summary>
public sealed class UnitCost
{
    /// <summary>Creates a cost.</summary>
    /// <param name="spend">The spend, 0 or above.</param>
    /// <param name="count">How many there were for it, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative.</exception>
    public UnitCost(decimal spend, long count)
    {
        Spend = CampaignAmount.NotNegative(spend);
        Count = new(count);
    }

    /// <summary>The spend.</summary>
    public decimal Spend { get; }

    /// <summary>How many there were for it.</summary>
    public ObservedCount Count { get; }

    /// <summary>The spend divided by the count; <see langword="null"/> if that is 0.</summary>
    public decimal? Value => Count.Value == 0 ? null : Spend / Count.Value;

    /// <summary>Gets the interval: the spend divided by the limits of the count by Garwood (1936).</summary>
    /// <param name="confidence">Above 0 and below 1. The default is 0.95.</param>
    /// <returns>
    /// The interval; <see langword="null"/> if the count is 0: the cost then has no upper end, and its lower end is the spend divided by
    /// the upper limit of the count.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidence"/> is not between 0 and 1.</exception>
    public StatisticalInterval? Interval(double confidence = 0.95)
    {
        var limits = Count.Interval(confidence);
        return limits.Low > 0 ? new((double)Spend / limits.High, (double)Spend / limits.Low, confidence) : null;
    }

    /// <summary>The value, or "none", in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Value is { } value ? InvariantText.Of(value) : "none";
}
