using System;
using System.Runtime.CompilerServices;

namespace Sqo.Qualification;

/// <summary>A condition on a text, a collection or another object that may be missing.</summary>
internal sealed class ReferenceCriterion<T, TValue>(Func<T, TValue?> selector, ValueCondition<TValue> condition)
    : SelectedCriterion<T, TValue>(condition)
    where TValue : class
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected internal override Answer Evaluate(T item, in EvaluationContext context) =>
        selector(item) is { } value ? Condition.Evaluate(value, in context) : Answer.Unknown;

    protected internal override void EvaluateMany(T[] items, int start, int count, in EvaluationContext context, Answer[] answers) =>
        Condition.EvaluateSelected(selector, items, start, count, in context, answers);

    protected internal override CriterionReading Read(T item, in EvaluationContext context) =>
        selector(item) is { } value ? Judge(value, in context) : new CriterionReading(Answer.Unknown);
}
