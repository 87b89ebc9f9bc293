using System;

namespace Sqo.Qualification;

/// <summary>The tests that fit a value which is a struct and may be missing.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <typeparam name="TValue">The type of value.</typeparam>
public abstract class StructVerbs<T, TValue> : ValueVerbs<T, TValue>
    where TValue : struct
{
    private readonly Delegate _selector;

    private protected StructVerbs(CriterionDraft<T> draft, Delegate selector)
        : base(draft) => _selector = selector;

    internal override Criterion<T> Judging(ValueTest<TValue> test) =>
        _selector is Func<T, TValue> always ? new ValueCriterion<T, TValue>(NamedSelector.Bare(always), test)
        : _selector is Func<T, TValue?> maybe ? new NullableCriterion<T, TValue>(NamedSelector.Bare(maybe), test)
        : AsOfCriterion.OfStruct<T, TValue>(_selector, test);
}
