using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The conditions that fit a value of any type: the methods that follow a selector.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <typeparam name="TValue">The type of value.</typeparam>
/// <remarks>After the profile is built, every method throws an <see cref="InvalidOperationException"/>.</remarks>
public abstract class ValueVerbs<T, TValue> : IOperators
{
    private protected readonly CriterionDraft Draft;
    private readonly CriterionBuilder<T> _builder;

    // Null for a selector that doesn't simply return the value.
    private readonly Func<T, TValue?>? _selector;

    private protected ValueVerbs(CriterionBuilder<T> builder, Func<T, TValue?>? selector)
    {
        _builder = builder;
        _selector = selector;
        Draft = builder.Draft;
    }

    /// <summary>
    /// Asks that there is a value: a text must have a visible character. A blank text is unmet; a missing value is unknown, as always.
    /// </summary>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    public CriterionBuilder<T> IsPresent() => Is(new PresenceCondition<TValue>(isWanted: true));

    /// <summary>
    /// Asks that there is no value: met if it is missing, NaN or a blank text, and unmet if it is there. For a value whose absence
    /// means something: a date of the last contact that is missing because there was none.
    /// </summary>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <example><code>
    /// p.Criterion("never-active", d => d.LastActivity).IsMissing().Weight(10);
    /// </code></example>
    public CriterionBuilder<T> IsMissing() => Is(new PresenceCondition<TValue>(isWanted: false));

    /// <summary>Asks that a rule in code is true.</summary>
    /// <param name="predicate">The rule; it is not called for a missing value, which is unknown.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <remarks>The fingerprint can't see into code: give it a <see cref="CriterionBuilder{T}.Revision"/>.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="predicate"/> is <see langword="null"/>.</exception>
    public CriterionBuilder<T> Satisfies(Func<TValue, bool> predicate) => Is(new PredicateCondition<TValue>(Guard.NotNull(predicate)));

    /// <summary>Sets a condition of a custom class. The built-in conditions are set the same way.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="condition"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built, or the criterion already has a condition.</exception>
    public CriterionBuilder<T> Is(ValueCondition<TValue> condition)
    {
        Draft.Complete(Draft.Judging is null ? new ValueCriterion<T, TValue>(_selector!, condition) : Judging(condition), this);
        return _builder;
    }

    /// <summary>Sets a condition whose values represent points: the fewest at 0, the most at 1.</summary>
    private protected CriterionBuilder<T> Is(ValueCondition<TValue> condition, BinScale scale) => Is(condition).InBins(scale);

    /// <summary>Checks that the points of bins are finite, and differ.</summary>
    private protected BinScale ScaleOf(double[] points)
    {
        foreach (var p in points) Draft.Faults.CheckFinite("bins.points", Draft.Id, "the number of points of a bin", p);
        var scale = new BinScale(points);
        if (scale.Span == 0)
        {
            Draft.Faults.Add(
                "bins.flat", Draft.Id, $"every bin gives {InvariantText.Count(scale.Least, "point", "points")}",
                "two bins must differ, or they tell nothing apart");
        }
        return scale;
    }

    CriterionDraft IOperators.Draft => Draft;

    // Separate, because it is rare.
    private Criterion<T> Judging(ValueCondition<TValue> condition) =>
        Draft.Judging is Func<ValueCondition<TValue>, Criterion<T>> judging ? judging(condition)
            : new ValueCriterion<T, TValue>((Func<T, TValue?>)NamedSelector.Bare(Draft.Judging!), condition);

    void IOperators.Offer(OperatorList operators)
    {
        var verbs = this;
        operators.Add(Operators.IsPresent, o => o.Flag() ? verbs.IsPresent() : verbs.IsMissing());
        Offer(operators);
    }

    /// <summary>
    /// The verbs by their names in data, besides those of every value. Lambdas take a local instead of 'this': otherwise they would be
    /// methods of the class, which would then take longer to load.
    /// </summary>
    internal abstract void Offer(OperatorList operators);
}
