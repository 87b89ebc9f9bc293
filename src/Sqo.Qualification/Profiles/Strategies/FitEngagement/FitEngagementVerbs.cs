using System;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Scoring by fit and engagement, for the profile builder and as data.</summary>
/// <remarks>After the profile is built, every method throws an <see cref="InvalidOperationException"/>.</remarks>
public static class FitEngagementVerbs
{
    private const string FitScale = "fitScale";
    private const string EngagementScale = "engagementScale";

    private static readonly ListShape Bands = new(new ObjectShape(
        new DataMember("grade", TextShape.Name, isRequired: true), new DataMember("from", NumberShape.Any, isRequired: true)), least: 1);

    internal static StrategyData Data { get; } = new StrategyData<FitEngagement>(
        "fitAndEngagement",
        "fit and engagement",
        (data, faults) =>
        {
            var options = new FitEngagementOptions
            {
                FitDimension = data["fitDimension"]?.Scalar ?? Dimensions.Fit,
                EngagementDimension = data["engagementDimension"]?.Scalar ?? Dimensions.Engagement,
                FitShare = DataNode.NumberOf(data["fitShare"]) ?? 0.5,
                Letters = ScaleOf(data["letters"], faults) ?? GradeScale.Letters,
                Digits = ScaleOf(data["digits"], faults) ?? GradeScale.Digits,
                FitScale = ScoreScaleData.Read(data[FitScale]),
                EngagementScale = ScoreScaleData.Read(data[EngagementScale]),
            };
            return layout => new FitEngagement(layout, options);
        },
        strategy =>
        [
            DataNode.Member("fitDimension", DataNode.Of(strategy.Options.FitDimension)),
            DataNode.Member("engagementDimension", DataNode.Of(strategy.Options.EngagementDimension)),
            DataNode.Member("fitShare", DataNode.Of(strategy.Options.FitShare)),
            DataNode.Member("letters", NodeOf(strategy.Options.Letters)),
            DataNode.Member("digits", NodeOf(strategy.Options.Digits)),
            .. ScoreScaleData.Write(FitScale, strategy.Options.FitScale),
            .. ScoreScaleData.Write(EngagementScale, strategy.Options.EngagementScale),
        ],
        new DataMember("fitDimension", TextShape.Name),
        new DataMember("engagementDimension", TextShape.Name),
        new DataMember("fitShare", NumberShape.Share),
        new DataMember("letters", Bands),
        new DataMember("digits", Bands),
        ScoreScaleData.Setting(FitScale),
        ScoreScaleData.Setting(EngagementScale));

    /// <summary>
    /// Scores fit and engagement separately: letters from A to D, digits from 1 to 4, and the mean of the two scores as the score.
    /// </summary>
    /// <inheritdoc cref="ScoreByFitAndEngagement{T}(ProfileBuilder{T}, FitEngagementOptions)"/>
    public static ProfileBuilder<T> ScoreByFitAndEngagement<T>(this ProfileBuilder<T> profile) =>
        profile.ScoreByFitAndEngagement(new FitEngagementOptions());

    /// <summary>
    /// Scores fit and engagement separately, each by weighted points over the criteria of its dimension, and grades them: a letter and
    /// a digit, such as "B2" (<see cref="QualificationResult.Grade"/>). The score, from 0 to 100, is fit share x fit + (1 - fit share)
    /// x engagement. An unknown answer gives no points; the grade has a range, like the score.
    /// </summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="profile">The builder.</param>
    /// <param name="options">The dimensions, their shares and their bands.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static ProfileBuilder<T> ScoreByFitAndEngagement<T>(this ProfileBuilder<T> profile, FitEngagementOptions options)
    {
        var kept = Guard.NotNull(options).Copy();
        return Guard.NotNull(profile).ScoreBy(layout => new FitEngagement(layout, kept));
    }

    private static DataNode NodeOf(GradeScale scale) => DataNode.List([.. scale.Bands.Select(
        band => DataNode.Object(DataNode.Member("grade", DataNode.Of(band.Grade)), DataNode.Member("from", DataNode.Of(band.From))))]);

    private static GradeScale? ScaleOf(DataNode? bands, FaultList faults)
    {
        if (bands is null) return null;
        try
        {
            return new GradeScale(
                Array.ConvertAll(bands.Items, band => new GradeBand(band["grade"]!.Scalar, DataNode.NumberOf(band["from"])!.Value)));
        }
        catch (ArgumentException e)
        {
            var message = e.Message.Split('\n')[0];
            var end = message.IndexOf(" (Parameter", StringComparison.Ordinal);
            faults.AddAt(
                bands.At, "data.bands", "the bands can't be a scale",
                (end < 0 ? message : message.Substring(0, end)).TrimEnd('.', '\r'));
            return null;
        }
    }
}
