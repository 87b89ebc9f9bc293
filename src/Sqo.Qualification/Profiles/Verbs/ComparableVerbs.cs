using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The conditions that fit a value with an order: a number, or a length of time.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <typeparam name="TValue">The type of value.</typeparam>
public class ComparableVerbs<T, TValue> : ValueVerbs<T, TValue>
    where TValue : struct, IComparable<TValue>
{
    internal ComparableVerbs(CriterionBuilder<T> builder, Func<T, TValue>? selector = null)
        : base(builder, selector)
    {
    }

    /// <summary>Asks for a value not below a bound.</summary>
    /// <param name="bound">The lowest value that meets it.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <example><code>
    /// p.Criterion("budget", d => d.Budget).AtLeast(10_000m).Required().Label("Budget").Currency("EUR");
    /// </code></example>
    public CriterionBuilder<T> AtLeast(TValue bound) => Within(MessageIds.RequireAtLeast, bound, Bound.Inclusive, default, Bound.None);

    /// <summary>Asks for a value not above a bound.</summary>
    /// <param name="bound">The highest value that meets it.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    public CriterionBuilder<T> AtMost(TValue bound) => Within(MessageIds.RequireAtMost, default, Bound.None, bound, Bound.Inclusive);

    /// <summary>Asks for a value above a bound.</summary>
    /// <param name="bound">The bound, which itself does not meet it.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    public CriterionBuilder<T> Above(TValue bound) => Within(MessageIds.RequireAbove, bound, Bound.Exclusive, default, Bound.None);

    /// <summary>Asks for a value below a bound.</summary>
    /// <param name="bound">The bound, which itself does not meet it.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    public CriterionBuilder<T> Below(TValue bound) => Within(MessageIds.RequireBelow, default, Bound.None, bound, Bound.Exclusive);

    /// <summary>Asks for a value between two bounds, both included.</summary>
    /// <param name="lower">The lowest value that meets it.</param>
    /// <param name="upper">The highest value that meets it, not below <paramref name="lower"/>.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    public CriterionBuilder<T> Between(TValue lower, TValue upper)
    {
        var criterion = Within(MessageIds.RequireBetween, lower, Bound.Inclusive, upper, Bound.Inclusive);
        if (lower.CompareTo(upper) > 0) AddUnordered(lower, upper);
        return criterion;
    }

    /// <summary>Asks for one value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    public CriterionBuilder<T> EqualTo(TValue value) => Within(MessageIds.RequireEqual, value, Bound.Inclusive, value, Bound.Inclusive);

    /// <summary>Asks for one of several values, such as the numbers of a CRM's option set.</summary>
    /// <param name="values">One value or more.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is <see langword="null"/>.</exception>
    public CriterionBuilder<T> OneOf(params TValue[] values) => InSet(MessageIds.RequireOneOf, values);

    /// <summary>Asks for a value other than any of several.</summary>
    /// <param name="values">One value or more.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is <see langword="null"/>.</exception>
    public CriterionBuilder<T> NoneOf(params TValue[] values) => InSet(MessageIds.RequireNoneOf, values);

    internal override void Offer(OperatorList operators)
    {
        var verbs = this;
        operators.Add(Operators.OneOf, o => verbs.OneOf(o.Values<TValue>()));
        operators.Add(Operators.NoneOf, o => verbs.NoneOf(o.Values<TValue>()));
        operators.Add(Operators.AtLeast, o => verbs.AtLeast(o.Value<TValue>()));
        operators.Add(Operators.AtMost, o => verbs.AtMost(o.Value<TValue>()));
        operators.Add(Operators.Above, o => verbs.Above(o.Value<TValue>()));
        operators.Add(Operators.Below, o => verbs.Below(o.Value<TValue>()));
        operators.Add(Operators.Between, o => verbs.Between(o.Value<TValue>("lower"), o.Value<TValue>("upper")));
        operators.Add(Operators.EqualTo, o => verbs.EqualTo(o.Value<TValue>()));
    }

    private CriterionBuilder<T> InSet(string messageId, TValue[] values)
    {
        Lists.Check(Draft.Faults, Draft.Id, Guard.NotNull(values));
        foreach (var value in values)
        {
            if (!GenericNumber.IsFinite(value)) AddNotFinite(value, "a value");
        }

        return Is(new ValueSetCondition<TValue>(messageId, (TValue[])values.Clone()));
    }

    private static string Text(TValue value) => string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0}", value);

    private CriterionBuilder<T> Within(string messageId, TValue lower, Bound lowerBound, TValue upper, Bound upperBound)
    {
        // The types are compared at compile time: the others have nothing to check, and nothing to compile for it.
        if (typeof(TValue) == typeof(double) || typeof(TValue) == typeof(float)) CheckFinite(messageId, lower, upper);
        return Is(new IntervalCondition<TValue>(messageId, lower, lowerBound, upper, upperBound));
    }

    private void CheckFinite(string messageId, TValue lower, TValue upper)
    {
        if (!GenericNumber.IsFinite(lower)) AddNotFinite(lower);
        if (!GenericNumber.IsFinite(upper) && messageId != MessageIds.RequireEqual) AddNotFinite(upper);
    }

    private void AddNotFinite(TValue value, string what = "a bound") =>
        Draft.Faults.Add("bound.not-finite", Draft.Id, $"{what} is {Text(value)}", "it must be a finite number");

    private void AddUnordered(TValue lower, TValue upper) =>
        Draft.Faults.Add(
            "between.order", Draft.Id, $"the bounds are {Text(lower)} and {Text(upper)}", "the lower must not be above the upper");
}
