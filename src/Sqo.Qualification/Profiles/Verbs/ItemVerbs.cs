using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The rules that fit the opportunity as a whole.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <remarks>The fingerprint can't see into code: give such a criterion a <see cref="CriterionBuilder{T}.Revision"/>.</remarks>
public sealed class ItemVerbs<T>
{
    private readonly CriterionDraft _draft;

    internal ItemVerbs(CriterionDraft draft) => _draft = draft;

    internal CriterionDraft Draft => _draft;

    /// <summary>Asks that a rule is true.</summary>
    /// <param name="predicate">The rule.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="predicate"/> is <see langword="null"/>.</exception>
    public CriterionBuilder<T> Satisfies(Func<T, bool> predicate)
    {
        Guard.NotNull(predicate);
        return Satisfies((item, _) => predicate(item), predicate);
    }

    /// <summary>Asks that a rule is true.</summary>
    /// <param name="predicate">The rule; <see langword="null"/> is unknown.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="predicate"/> is <see langword="null"/>.</exception>
    /// <example><code>
    /// p.Criterion("affordable").Satisfies(d => d.Spent is null || d.Budget is null ? null : d.Spent &lt;= d.Budget).Required();
    /// </code></example>
    public CriterionBuilder<T> Satisfies(Func<T, bool?> predicate)
    {
        Guard.NotNull(predicate);
        return Satisfies((item, _) => predicate(item), predicate);
    }

    /// <summary>Asks that a rule is true at the moment that the opportunity is judged at.</summary>
    /// <param name="predicate">The rule over the opportunity and <c>asOf</c>; <see langword="null"/> is unknown.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="predicate"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built, or the criterion already has a rule.</exception>
    public CriterionBuilder<T> Satisfies(Func<T, DateTime, bool?> predicate)
    {
        Guard.NotNull(predicate);
        return Satisfies(predicate, predicate);
    }

    /// <summary>Asks a rule that returns the value that it read, for explanations to show.</summary>
    /// <param name="rule">The rule over the opportunity and <c>asOf</c>: returns the answer, with the value and its gap.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <remarks>The answer can be between 0 and 1. A list that is returned is copied.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built, or the criterion already has a rule.</exception>
    public CriterionBuilder<T> Reads(Func<T, DateTime, CriterionReading> rule)
    {
        Guard.NotNull(rule);
        return Complete(new ReadingCriterion<T>(rule));
    }

    private CriterionBuilder<T> Satisfies(Func<T, DateTime, bool?> rule, Delegate given) =>
        Complete(new ItemCriterion<T>(rule, given));

    private CriterionBuilder<T> Complete(Criterion<T> criterion)
    {
        _draft.Complete(criterion);
        return new(_draft);
    }
}
