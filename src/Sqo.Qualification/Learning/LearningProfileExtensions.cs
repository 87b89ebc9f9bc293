using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Extension methods that set models learned from closed deals as the scoring strategy of a profile; each calls
/// <see cref="ProfileBuilder{T}.ScoreBy"/>.
/// </summary>
/// <remarks>After the profile is built, every method throws an <see cref="InvalidOperationException"/>.</remarks>
public static class LearningProfileExtensions
{
    /// <summary>
    /// Scores by naive Bayes, trained on closed deals: a scorecard in log-odds with a criterion for each of its fields, named after the
    /// field, and one named "segment" if segments are judged by their own counts. The score is 100 x the probability, within the bounds
    /// of the model's options. A missing value is unknown and adds nothing; one that was never seen, or too rarely, is known and adds
    /// nothing.
    /// </summary>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <param name="profile">The builder.</param>
    /// <param name="model">
    /// The model. It can't follow Odoo's rules, with which a deal without a stage has no odds; use
    /// <see cref="NaiveBayesModel{T}.Probability"/> instead.
    /// </param>
    /// <returns>The builder, for gates and the threshold.</returns>
    /// <remarks>For the lowest and the highest score, an unknown field takes the worst and the best value of any segment.</remarks>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="model"/> follows Odoo's rules.</exception>
    public static ProfileBuilder<T> ScoreByNaiveBayes<T>(this ProfileBuilder<T> profile, NaiveBayesModel<T> model)
    {
        Guard.NotNull(profile);
        if (Guard.NotNull(model).Options.FollowsOdoo) throw new ArgumentException(
            "The model follows Odoo's rules; a profile needs one that follows the library's own rules.", nameof(model));
        if (model.Segments.Count > 0) Learn("segment", NaiveBayesCriterion<T>.Segment);
        for (var i = 0; i < model.Fields.Names.Count; i++) Learn(model.Fields.Names[i], i);
        return profile.ScoreByLogOdds(model.Pooled.PriorLogOdds!.Value, model.Options.Lowest, model.Options.Highest);

        void Learn(string id, int field)
        {
            var criterion = new NaiveBayesCriterion<T>(model, field);
            profile.Criterion(id, criterion).PointsBetween(criterion.Scale.Least, criterion.Scale.Greatest);
        }
    }

    /// <summary>
    /// Scores by a fitted logistic model: a scorecard in log-odds whose weights are the coefficients of the terms, by the ids of the
    /// criteria, as for <see cref="ProfileBuilder{T}.Weights"/>.
    /// </summary>
    /// <param name="profile">The builder.</param>
    /// <param name="model">The intercept and the coefficients.</param>
    /// <param name="least">The lowest probability of the score, from 0.</param>
    /// <param name="greatest">The highest probability of the score, up to 1.</param>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="profile"/> or <paramref name="model"/> is
    /// <see langword="null"/>.</exception>
    public static ProfileBuilder<T> ScoreByLogOdds<T>(
        this ProfileBuilder<T> profile, LogisticModel model, double least = 0.01, double greatest = 0.99)
    {
        Guard.NotNull(profile);
        Guard.NotNull(model);
        return profile.ScoreByLogOdds(model.Intercept, least, greatest).Weights(model.Terms);
    }

    /// <summary>
    /// Scores by a scorecard that was learned from closed deals, with a criterion for each of its columns, named after the column: the
    /// bins, texts and lines that a scorecard by hand would have. The score is 100 x the probability, within the bounds of the options.
    /// </summary>
    /// <param name="profile">The builder.</param>
    /// <param name="fit">The scorecard.</param>
    /// <typeparam name="T">The type of opportunity.</typeparam>
    /// <returns>The builder, for gates and the threshold.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static ProfileBuilder<T> ScoreByLogOdds<T>(this ProfileBuilder<T> profile, LogisticFit<T> fit)
    {
        Guard.NotNull(profile);
        Guard.NotNull(fit).AddTo(profile);
        return profile.ScoreByLogOdds(fit.Intercept, fit.Options.Lowest, fit.Options.Highest);
    }
}
