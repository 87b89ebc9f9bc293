using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Scoring by weighted points, for the profile builder and as data.</summary>
/// <remarks>After the profile is built, every method throws an <see cref="InvalidOperationException"/>.</remarks>
public static class WeightedPointsVerbs
{
    private const string Scale = "scale";

    internal static StrategyData Data { get; } = new StrategyData<WeightedPoints>(
        "weightedPoints",
        "weighted points",
        (data, _) =>
        {
            var scale = ScoreScaleData.Read(data[Scale]);
            return layout => new WeightedPoints(layout, scale);
        },
        strategy => ScoreScaleData.Write(Scale, strategy.Scale),
        ScoreScaleData.Setting(Scale));

    /// <summary>
    /// Scores by weighted points, the default: 100 x total / highest total of weight x value x decay, kept from 0 to 100, with groups,
    /// bounds and negative weights. An unknown answer gives no points. If the profile has a floor, the scale starts at the lowest total
    /// that can be reached, not at 0: at the floor, or above it if no total is as low.
    /// </summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="profile">The builder.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is <see langword="null"/>.</exception>
    public static ProfileBuilder<T> ScoreByWeightedPoints<T>(this ProfileBuilder<T> profile) =>
        profile.ScoreByWeightedPoints(ScoreScale.FromZero);

    /// <summary>
    /// Scores by weighted points on a scale: 100 x (total - start) / (highest total - start), kept from 0 to 100. The start is a total
    /// of 0, or the lowest total that can be reached if the profile has a floor or the scale is stretched.
    /// </summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="profile">The builder.</param>
    /// <param name="scale">
    /// Where the scale starts. If it is stretched, penalties raise the score of opportunities without them, and separate those that
    /// would tie at 0.
    /// </param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is not one of the two.</exception>
    public static ProfileBuilder<T> ScoreByWeightedPoints<T>(this ProfileBuilder<T> profile, ScoreScale scale)
    {
        Guard.NotNull(profile);
        Guard.Defined(scale);
        return profile.ScoreBy(layout => new WeightedPoints(layout, scale));
    }
}
