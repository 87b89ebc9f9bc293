using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>What was spent in one period, and how many SQOs, or others, came of it. Immutable.</summary>
public sealed class SpendPeriod
{
    /// <summary>Creates a period.</summary>
    /// <param name="spend">The spend, 0 or above.</param>
    /// <param name="count">The number of SQOs, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative.</exception>
    public SpendPeriod(decimal spend, int count)
    {
        Spend = CampaignAmount.NotNegative(spend);
        Count = Guard.NotNegative(count);
    }

    /// <summary>The spend.</summary>
    public decimal Spend { get; }

    /// <summary>The number of SQOs.</summary>
    public int Count { get; }
}
