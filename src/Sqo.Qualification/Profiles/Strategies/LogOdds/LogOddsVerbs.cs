using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Scoring by a scorecard in log-odds, for the profile builder and as data.</summary>
/// <remarks>After the profile is built, every method throws an <see cref="InvalidOperationException"/>.</remarks>
public static class LogOddsVerbs
{
    private const double UsualLeast = 0.01;
    private const double UsualGreatest = 0.99;

    internal static StrategyData Data { get; } = new StrategyData<LogOdds>(
        "logOdds",
        "log-odds",
        (data, _) =>
        {
            var intercept = DataNode.NumberOf(data["intercept"])!.Value;
            var least = DataNode.NumberOf(data["least"]) ?? UsualLeast;
            var greatest = DataNode.NumberOf(data["greatest"]) ?? UsualGreatest;
            return layout => new LogOdds(layout, intercept, least, greatest);
        },
        strategy =>
        [
            DataNode.Member("intercept", DataNode.Of(strategy.Intercept)),
            DataNode.Member("least", DataNode.Of(strategy.Least)),
            DataNode.Member("greatest", DataNode.Of(strategy.Greatest)),
        ],
        new DataMember("intercept", NumberShape.Any, isRequired: true),
        new DataMember("least", NumberShape.Share),
        new DataMember("greatest", NumberShape.Share));

    /// <summary>
    /// Scores by a scorecard in log-odds: ln(p / (1 - p)) = intercept + sum of weight x value x decay, with bins of points as well as
    /// weights; the score is 100 x p. An unknown answer adds nothing; the range covers its worst and its best value.
    /// </summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="profile">The builder.</param>
    /// <param name="intercept">The log-odds if every criterion gives 0, from -700 to 700.</param>
    /// <param name="least">The lowest probability of the score, from 0.</param>
    /// <param name="greatest">The highest probability of the score, up to 1.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is <see langword="null"/>.</exception>
    public static ProfileBuilder<T> ScoreByLogOdds<T>(
        this ProfileBuilder<T> profile, double intercept, double least = UsualLeast, double greatest = UsualGreatest) =>
        Guard.NotNull(profile).ScoreBy(layout => new LogOdds(layout, intercept, least, greatest));
}
