using System;
using System.Runtime.CompilerServices;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A test on a value that is always there, but for a number that may be NaN.</summary>
internal sealed class ValueCriterion<T, TValue>(Func<T, TValue> selector, ValueTest<TValue> test) : SelectedCriterion<T, TValue>(test)
    where TValue : struct
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    protected internal override Answer Evaluate(T item, in EvaluationContext context)
    {
        var value = selector(item);
        return Numbers.IsNaN(value) ? Answer.Unknown : Test.Evaluate(value, in context);
    }

    protected internal override void EvaluateMany(T[] items, int start, int count, in EvaluationContext context, Answer[] answers) =>
        Test.EvaluateSelected(selector, items, start, count, in context, answers);

    protected internal override CriterionReading Read(T item, in EvaluationContext context) => Judge(selector(item), in context);
}
