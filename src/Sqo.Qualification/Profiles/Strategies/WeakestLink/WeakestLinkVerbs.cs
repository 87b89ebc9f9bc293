using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Scoring by the weakest link, for the profile builder and as data.</summary>
/// <remarks>After the profile is built, every method throws an <see cref="InvalidOperationException"/>.</remarks>
public static class WeakestLinkVerbs
{
    internal static StrategyData Data { get; } =
        new StrategyData<WeakestLink>("weakestLink", "the weakest link", layout => new WeakestLink(layout));

    /// <summary>
    /// Scores by the weakest link: 100 x the lowest value x decay of the known answers. From 0 to 100; a weight sets whether a
    /// criterion counts, not how much. Unknown answers are left out; the score is 0 while nothing is known, and the range starts at 0 while
    /// anything is unknown.
    /// </summary>
    /// <inheritdoc cref="WeightedPointsVerbs.ScoreByWeightedPoints{T}(ProfileBuilder{T})"/>
    public static ProfileBuilder<T> ScoreByWeakestLink<T>(this ProfileBuilder<T> profile) =>
        Guard.NotNull(profile).ScoreBy(layout => new WeakestLink(layout));
}
