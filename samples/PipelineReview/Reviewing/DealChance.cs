using System;
using Sqo.Qualification;

namespace PipelineReview.Reviewing;

/// <summary>What the forecast says about an open deal.</summary>
/// <param name="Probability">The probability that it is won within the forecast; null if unknown.</param>
/// <param name="Value">Its value; null if unknown.</param>
/// <param name="ExpectedClose">The day on which it is expected to close, from the file; null if unknown.</param>
/// <param name="LikeliestMonth">The month of the forecast in which a win is most likely; null if none is.</param>
/// <param name="IsStale">Whether it is older than any deal that closed.</param>
internal sealed record DealChance(
    double? Probability, decimal? Value, DateTime? ExpectedClose, ForecastPeriod? LikeliestMonth = null, bool IsStale = false)
{
    // Shown as 0%.
    private const double HardlyAny = 0.005;

    /// <summary>The probability that counts for a plan: selling time for a deal with hardly any chance would be wasted.</summary>
    public double? WorthwhileProbability => IsStale || Probability < HardlyAny ? 0 : Probability;

    /// <summary>Probability x value; null if one of them is unknown.</summary>
    public decimal? ExpectedValue => Probability is { } probability && Value is { } value ? (decimal)probability * value : null;
}
