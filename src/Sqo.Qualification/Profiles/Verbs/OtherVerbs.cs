using System;

namespace Sqo.Qualification;

/// <summary>The conditions on a value of a type that the library has no verbs for: what the program itself asks of it.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <typeparam name="TValue">The type of value.</typeparam>
public sealed class OtherVerbs<T, TValue> : ValueVerbs<T, TValue>
{
    internal OtherVerbs(CriterionBuilder<T> builder, Func<T, TValue?>? selector = null)
        : base(builder, selector)
    {
    }

    internal override void Offer(OperatorList operators)
    {
    }
}
