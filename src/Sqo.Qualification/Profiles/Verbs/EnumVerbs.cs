using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The conditions that fit a value of an enumeration.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <typeparam name="TEnum">The enumeration.</typeparam>
public sealed class EnumVerbs<T, TEnum> : ValueVerbs<T, TEnum>
    where TEnum : struct, Enum
{
    internal EnumVerbs(CriterionDraft draft, Func<ValueCondition<TEnum>, Criterion<T>>? judging = null)
        : base(draft, judging)
    {
    }

    /// <summary>Asks for one value.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    public CriterionBuilder<T> EqualTo(TEnum value) => Is(new EnumSetCondition<TEnum>(MessageIds.RequireEqual, [value]));

    /// <summary>Asks for one of several values.</summary>
    /// <param name="values">One value or more.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is <see langword="null"/>.</exception>
    public CriterionBuilder<T> OneOf(params TEnum[] values) => InSet(MessageIds.RequireOneOf, values);

    /// <summary>Asks for a value other than any of several.</summary>
    /// <param name="values">One value or more.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is <see langword="null"/>.</exception>
    public CriterionBuilder<T> NoneOf(params TEnum[] values) => InSet(MessageIds.RequireNoneOf, values);

    internal override void Offer(OperatorList operators)
    {
        operators.Add(Operators.EqualTo, o => EqualTo(o.Value<TEnum>()));
        operators.Add(Operators.OneOf, o => OneOf(o.Values<TEnum>()));
        operators.Add(Operators.NoneOf, o => NoneOf(o.Values<TEnum>()));
    }

    private CriterionBuilder<T> InSet(string messageId, TEnum[] values)
    {
        Lists.Check(Faults, Id, Guard.NotNull(values));
        return Is(new EnumSetCondition<TEnum>(messageId, (TEnum[])values.Clone()));
    }
}
