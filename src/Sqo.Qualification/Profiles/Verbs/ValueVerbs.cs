using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The tests that fit a value of any type: the words that follow a selector.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <typeparam name="TValue">The type of value.</typeparam>
/// <remarks>Once the profile is built, every method throws an <see cref="InvalidOperationException"/>.</remarks>
public abstract class ValueVerbs<T, TValue>
{
    private readonly CriterionDraft<T> _draft;

    private protected ValueVerbs(CriterionDraft<T> draft) => _draft = draft;

    private protected string Id => _draft.Id;

    private protected FaultList Faults => _draft.Faults;

    /// <summary>Asks that a rule given as code holds.</summary>
    /// <param name="predicate">The rule; it is not asked about a missing value, which is unknown.</param>
    /// <returns>What the criterion counts for and how it is shown.</returns>
    /// <remarks>The fingerprint can't see into code: give it a <see cref="CriterionBuilder{T}.Revision"/>.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="predicate"/> is <see langword="null"/>.</exception>
    public CriterionBuilder<T> Satisfies(Func<TValue, bool> predicate) => Is(new PredicateTest<TValue>(Guard.NotNull(predicate)));

    /// <summary>Asks what a test of its own class asks: the door by which the built-in tests enter too.</summary>
    /// <param name="test">The test.</param>
    /// <returns>What the criterion counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="test"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built, or the criterion already has a test.</exception>
    public CriterionBuilder<T> Is(ValueTest<TValue> test) => _draft.Complete(Judging(Guard.NotNull(test)));

    internal abstract Criterion<T> Judging(ValueTest<TValue> test);
}
