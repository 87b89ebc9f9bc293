using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Scoring by the geometric mean, for the profile builder and as data.</summary>
/// <remarks>After the profile is built, every method throws an <see cref="InvalidOperationException"/>.</remarks>
public static class GeometricMeanVerbs
{
    internal static StrategyData Data { get; } =
        new StrategyData<GeometricMean>("geometricMean", "the geometric mean", layout => new GeometricMean(layout));

    /// <summary>
    /// Scores by the geometric mean of the known answers: 100 x exp(sum of weight x ln(value x decay) / sum of weight), both sums over
    /// the known answers. From 0 to 100, and 0 if any known value is 0. Unknown answers are left out; the score is 0 while nothing is
    /// known, and the range starts at 0 while anything is unknown.
    /// </summary>
    /// <inheritdoc cref="WeightedPointsVerbs.ScoreByWeightedPoints{T}(ProfileBuilder{T})"/>
    public static ProfileBuilder<T> ScoreByGeometricMean<T>(this ProfileBuilder<T> profile) =>
        Guard.NotNull(profile).ScoreBy(layout => new GeometricMean(layout));
}
