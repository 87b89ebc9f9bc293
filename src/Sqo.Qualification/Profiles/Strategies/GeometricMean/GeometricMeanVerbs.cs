using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The geometric mean as a word of the profile builder, and as data.</summary>
/// <remarks>Once the profile is built, every method throws an <see cref="InvalidOperationException"/>.</remarks>
public static class GeometricMeanVerbs
{
    internal static StrategyData Data { get; } =
        new StrategyData<GeometricMean>("geometricMean", "the geometric mean", layout => new GeometricMean(layout));

    /// <summary>
    /// Scores by the geometric mean of what is known: 100 x exp(sum of weight x ln(value x decay) / sum of weight), both over the known
    /// answers. From 0 to 100, and 0 as soon as one value is. Unknown answers are left out, and the score is 0 while nothing is known; the
    /// range starts at 0 while something is unknown.
    /// </summary>
    /// <inheritdoc cref="WeightedPointsVerbs.ScoreByWeightedPoints{T}(ProfileBuilder{T})"/>
    public static ProfileBuilder<T> ScoreByGeometricMean<T>(this ProfileBuilder<T> profile) =>
        Guard.NotNull(profile).ScoreBy(layout => new GeometricMean(layout));
}
