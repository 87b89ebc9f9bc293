using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Scoring by the weighted mean, for the profile builder and as data.</summary>
/// <remarks>After the profile is built, every method throws an <see cref="InvalidOperationException"/>.</remarks>
public static class WeightedMeanVerbs
{
    internal static StrategyData Data { get; } =
        new StrategyData<WeightedMean>("weightedMean", "the weighted mean", layout => new WeightedMean(layout));

    /// <summary>
    /// Scores by the weighted mean of the known answers: 100 x sum of weight x value x decay / sum of weight. From 0 to 100; unknown
    /// answers are left out, and the score is 0 while nothing is known. The range covers 0 and their best value.
    /// </summary>
    /// <inheritdoc cref="WeightedPointsVerbs.ScoreByWeightedPoints{T}(ProfileBuilder{T})"/>
    public static ProfileBuilder<T> ScoreByWeightedMean<T>(this ProfileBuilder<T> profile) =>
        Guard.NotNull(profile).ScoreBy(layout => new WeightedMean(layout));
}
