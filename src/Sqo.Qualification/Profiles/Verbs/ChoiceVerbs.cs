using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The conditions that fit a value without an order: one of an enumeration, or a Guid.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <typeparam name="TValue">The type of value.</typeparam>
public sealed class ChoiceVerbs<T, TValue> : ValueVerbs<T, TValue>
    where TValue : struct
{
    internal ChoiceVerbs(CriterionBuilder<T> builder, Func<T, TValue>? selector = null)
        : base(builder, selector)
    {
    }

    /// <summary>Asks for one value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    public CriterionBuilder<T> EqualTo(TValue value) => Is(new ValueSetCondition<TValue>(MessageIds.RequireEqual, [value]));

    /// <summary>Asks for one of several values.</summary>
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
        operators.Add(Operators.EqualTo, o => verbs.EqualTo(o.Value<TValue>()));
        operators.Add(Operators.OneOf, o => verbs.OneOf(o.Values<TValue>()));
        operators.Add(Operators.NoneOf, o => verbs.NoneOf(o.Values<TValue>()));
    }

    private CriterionBuilder<T> InSet(string messageId, TValue[] values)
    {
        Lists.Check(Draft.Faults, Draft.Id, Guard.NotNull(values));
        return Is(new ValueSetCondition<TValue>(messageId, (TValue[])values.Clone()));
    }
}
