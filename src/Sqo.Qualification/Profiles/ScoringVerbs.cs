using System;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The built-in scoring strategies as words of the profile builder; each enters by
/// <see cref="ProfileBuilder{T}.ScoreBy"/>.</summary>
/// <remarks>Once the profile is built, every method throws an <see cref="InvalidOperationException"/>.</remarks>
public static class ScoringVerbs
{
    /// <summary>
    /// Scores by weighted points, the default: 100 x total / greatest of weight x value x decay, kept from 0 to 100, with groups, bounds
    /// and negative weights. An unknown answer gives no points. Where the profile has a floor, the scale starts there.
    /// </summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="profile">The builder.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is <see langword="null"/>.</exception>
    public static ProfileBuilder<T> ScoreByWeightedPoints<T>(this ProfileBuilder<T> profile) =>
        profile.ScoreByWeightedPoints(ScoreScale.FromZero);

    /// <summary>
    /// Scores by weighted points on a scale: 100 x (total - start) / (greatest - start), kept from 0 to 100. The start is a total of 0, or
    /// the least total where the profile has a floor or the scale is stretched.
    /// </summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="profile">The builder.</param>
    /// <param name="scale">
    /// Where the scale starts. Where it is stretched, penalties raise the score of those they don't hit, and tell apart who would tie at 0.
    /// </param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is not one of the two.</exception>
    public static ProfileBuilder<T> ScoreByWeightedPoints<T>(this ProfileBuilder<T> profile, ScoreScale scale)
    {
        Guard.NotNull(profile);
        Guard.Defined(scale);
        return profile.ScoreBy(layout => new WeightedPoints(layout, profile.Draft.ScaleSetting ?? scale));
    }

    /// <summary>
    /// Scores by the weighted mean of what is known: 100 x sum of weight x value x decay / sum of weight, both over the known answers. From
    /// 0 to 100; unknown answers are left out, and the score is 0 while nothing is known. The range lets them be 0 and their best.
    /// </summary>
    /// <inheritdoc cref="ScoreByWeightedPoints{T}(ProfileBuilder{T})"/>
    public static ProfileBuilder<T> ScoreByWeightedMean<T>(this ProfileBuilder<T> profile) =>
        Guard.NotNull(profile).ScoreBy(layout => new WeightedMean(layout));

    /// <summary>
    /// Scores by the weakest link: 100 x the least value x decay of what is known. From 0 to 100; a weight says that a criterion counts,
    /// not how much. Unknown answers are left out, and the score is 0 while nothing is known; the range starts at 0 while something is
    /// unknown.
    /// </summary>
    /// <inheritdoc cref="ScoreByWeightedPoints{T}(ProfileBuilder{T})"/>
    public static ProfileBuilder<T> ScoreByWeakestLink<T>(this ProfileBuilder<T> profile) =>
        Guard.NotNull(profile).ScoreBy(layout => new WeakestLink(layout));

    /// <summary>
    /// Scores by the geometric mean of what is known: 100 x exp(sum of weight x ln(value x decay) / sum of weight), both over the known
    /// answers. From 0 to 100, and 0 as soon as one value is. Unknown answers are left out, and the score is 0 while nothing is known; the
    /// range starts at 0 while something is unknown.
    /// </summary>
    /// <inheritdoc cref="ScoreByWeightedPoints{T}(ProfileBuilder{T})"/>
    public static ProfileBuilder<T> ScoreByGeometricMean<T>(this ProfileBuilder<T> profile) =>
        Guard.NotNull(profile).ScoreBy(layout => new GeometricMean(layout));

    /// <summary>Scores by tiers of 100 levels each.</summary>
    /// <inheritdoc cref="ScoreByTiers{T}(ProfileBuilder{T}, int, string[])"/>
    public static ProfileBuilder<T> ScoreByTiers<T>(this ProfileBuilder<T> profile, params string[] groups) =>
        profile.ScoreByTiers(100, groups);

    /// <summary>
    /// Scores by tiers in lexicographic order: any step of a tier counts more than all tiers after it. A tier's level is its weighted mean
    /// in whole steps, rounded down, and the levels are the digits of the score, which goes from 0 to 100: the first tier sets the score to
    /// within 100 / (levels + 1) points, and the others say where between. An unknown answer counts as nothing.
    /// </summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="profile">The builder.</param>
    /// <param name="levels">How many steps a tier has above 0, at least 1; (levels + 1) to the power of the tiers must not exceed
    /// 10,000,000,000.</param>
    /// <param name="groups">The ids of the groups that are the tiers, the first before all others; at least two. Every criterion with a
    /// weight stands in one.</param>
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

    /// <summary>Scores fit and engagement apart, with letters from A to D, digits from 1 to 4 and the mean of the two as score.</summary>
    /// <inheritdoc cref="ScoreByFitAndEngagement{T}(ProfileBuilder{T}, FitEngagementOptions)"/>
    public static ProfileBuilder<T> ScoreByFitAndEngagement<T>(this ProfileBuilder<T> profile) =>
        profile.ScoreByFitAndEngagement(new FitEngagementOptions());

    /// <summary>
    /// Scores fit and engagement apart, each by weighted points over the criteria of its dimension, and grades them: a letter beside a
    /// digit, such as "B2" (<see cref="QualificationResult.Grade"/>). The score, from 0 to 100, is fit share x fit + (1 - fit share) x
    /// engagement. An unknown answer gives no points; the grade has a range as the score has.
    /// </summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="profile">The builder.</param>
    /// <param name="options">The dimensions, their shares and their bands.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static ProfileBuilder<T> ScoreByFitAndEngagement<T>(this ProfileBuilder<T> profile, FitEngagementOptions options)
    {
        var kept = Guard.NotNull(options).Copy();
        Guard.NotNull(profile);
        var draft = profile.Draft;
        return profile.ScoreBy(layout => new FitEngagement(layout, kept, draft.FitScaleSetting, draft.EngagementScaleSetting));
    }

    /// <summary>
    /// Scores by a scorecard in log-odds: ln(p / (1 - p)) = intercept + sum of weight x value x decay, with bins of points beside weights;
    /// the score is 100 x p. An unknown answer adds nothing; the range lets it be its worst and its best.
    /// </summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="profile">The builder.</param>
    /// <param name="intercept">The log-odds when every criterion gives 0, from -700 to 700.</param>
    /// <param name="least">The probability below which the score does not go, from 0.</param>
    /// <param name="greatest">The probability above which the score does not go, up to 1.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> is <see langword="null"/>.</exception>
    public static ProfileBuilder<T> ScoreByLogOdds<T>(
        this ProfileBuilder<T> profile, double intercept, double least = 0.01, double greatest = 0.99) =>
        Guard.NotNull(profile).ScoreBy(layout => new LogOdds(layout, intercept, least, greatest));

    /// <summary>
    /// Scores by naive Bayes, trained on closed deals: a scorecard in log-odds with a criterion for each of its fields, by the field's
    /// name, and one named "segment" where segments are judged by their own counts. The score is 100 x the probability, within the bounds
    /// of the model's options. A missing value is unknown and adds nothing; one that was never seen, or too seldom, is known and adds
    /// nothing.
    /// </summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="profile">The builder.</param>
    /// <param name="model">The model. By Odoo's rules it can't be a profile: a deal without a stage has no odds there; ask it for its
    /// <see cref="NaiveBayesModel{T}.Probability"/>.</param>
    /// <returns>The builder, for gates and the threshold.</returns>
    /// <remarks>The lowest and the highest score let an unknown field take the worst and the best value of any segment.</remarks>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="model"/> follows Odoo's rules.</exception>
    public static ProfileBuilder<T> ScoreByNaiveBayes<T>(this ProfileBuilder<T> profile, NaiveBayesModel<T> model)
    {
        Guard.NotNull(profile);
        if (Guard.NotNull(model).Options.FollowsOdoo) throw new ArgumentException(
            "The model follows Odoo's rules; a profile takes one by the library's own.", nameof(model));
        if (model.Segments.Count > 0) Learn("segment", NaiveBayesCriterion<T>.Segment);
        for (var i = 0; i < model.Fields.Names.Count; i++) Learn(model.Fields.Names[i], i);
        return profile.ScoreByLogOdds(model.Pooled.PriorLogOdds!.Value, model.Options.Lowest, model.Options.Highest);

        void Learn(string id, int field)
        {
            var criterion = new NaiveBayesCriterion<T>(model, field);
            profile.Criterion(id, criterion).InBins(criterion.Scale);
        }
    }

    /// <summary>
    /// Scores by a fitted logistic model: a scorecard in log-odds whose weights are the coefficients of the terms, by the ids of the
    /// criteria. Every term must be a criterion, and that criterion must have no weight of its own.
    /// </summary>
    /// <param name="profile">The builder.</param>
    /// <param name="model">The intercept and the coefficients.</param>
    /// <param name="least">The probability below which the score does not go, from 0.</param>
    /// <param name="greatest">The probability above which the score does not go, up to 1.</param>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> or <paramref name="model"/> is
    /// <see langword="null"/>.</exception>
    public static ProfileBuilder<T> ScoreByLogOdds<T>(
        this ProfileBuilder<T> profile, LogisticModel model, double least = 0.01, double greatest = 0.99)
    {
        Guard.NotNull(profile).ScoreByLogOdds(Guard.NotNull(model).Intercept, least, greatest);
        profile.TakeWeightsFrom(model);
        return profile;
    }
}
