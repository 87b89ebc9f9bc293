using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Models learned from closed deals as scoring strategies of a profile; each enters by
/// <see cref="ProfileBuilder{T}.ScoreBy"/>.</summary>
/// <remarks>Once the profile is built, every method throws an <see cref="InvalidOperationException"/>.</remarks>
public static class LearningProfileExtensions
{
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
            profile.Criterion(id, criterion).PointsBetween(criterion.Scale.Least, criterion.Scale.Greatest);
        }
    }

    /// <summary>
    /// Scores by a fitted logistic model: a scorecard in log-odds whose weights are the coefficients of the terms, by the ids of the
    /// criteria, as <see cref="ProfileBuilder{T}.Weights"/> takes them.
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
        Guard.NotNull(profile);
        Guard.NotNull(model);
        return profile.ScoreByLogOdds(model.Intercept, least, greatest).Weights(model.Terms);
    }
}
