using System;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Scoring by tiers, for the profile builder and as data.</summary>
/// <remarks>After the profile is built, every method throws an <see cref="InvalidOperationException"/>.</remarks>
public static class TiersVerbs
{
    private const int UsualLevels = 100;

    internal static StrategyData Data { get; } = new StrategyData<LexicographicTiers>(
        "tiers",
        "tiers",
        (data, _) =>
        {
            var levels = (int)(DataNode.NumberOf(data["levels"]) ?? UsualLevels);
            var groups = Array.ConvertAll(data["groups"]!.Items, id => id.Scalar);
            return layout => new LexicographicTiers(layout, levels, groups);
        },
        strategy =>
        [
            DataNode.Member("levels", DataNode.Of((long)strategy.Levels)),
            DataNode.Member("groups", DataNode.List(Array.ConvertAll(strategy.Groups, id => DataNode.Of(id)))),
        ],
        new DataMember("levels", NumberShape.Count),
        new DataMember("groups", new ListShape(TextShape.Name, least: 2), isRequired: true));

    /// <summary>Scores by tiers of 100 levels each.</summary>
    /// <inheritdoc cref="ScoreByTiers{T}(ProfileBuilder{T}, int, string[])"/>
    public static ProfileBuilder<T> ScoreByTiers<T>(this ProfileBuilder<T> profile, params string[] groups) =>
        profile.ScoreByTiers(UsualLevels, groups);

    /// <summary>
    /// Scores by tiers in lexicographic order: any step of a tier counts more than all tiers after it. A tier's level is its weighted
    /// mean in whole steps, rounded down, and the levels are the digits of the score, which goes from 0 to 100: the first tier sets the
    /// score to within 100 / (levels + 1) points, and the others refine it. An unknown answer counts as 0.
    /// </summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="profile">The builder.</param>
    /// <param name="levels">
    /// The number of steps of a tier above 0, at least 1; (levels + 1) to the power of the tiers must not exceed 10,000,000,000.
    /// </param>
    /// <param name="groups">
    /// The ids of the groups that are the tiers, the first before all others; at least two. Every criterion with a weight must be in
    /// one of them.
    /// </param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> or <paramref name="groups"/> is
    /// <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An id is <see langword="null"/> or blank.</exception>
    public static ProfileBuilder<T> ScoreByTiers<T>(this ProfileBuilder<T> profile, int levels, params string[] groups)
    {
        Guard.NotNull(profile);
        var index = Array.FindIndex(Guard.NotNull(groups), string.IsNullOrWhiteSpace);
        if (index >= 0) throw new ArgumentException(
            $"The id at index {index} is null or blank; each must be the id of a group.", nameof(groups));
        var tiers = groups.ToArray();
        return profile.ScoreBy(layout => new LexicographicTiers(layout, levels, tiers));
    }
}
