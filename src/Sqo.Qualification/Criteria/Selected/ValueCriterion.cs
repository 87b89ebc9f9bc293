using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A test on a value that is always there, but for a number that may be NaN.</summary>
internal sealed class ValueCriterion<T, TValue>(Func<T, TValue> selector, ValueTest<TValue> test) : SelectedCriterion<T, TValue>(test)
    where TValue : struct
{
    private readonly Spare<TValue> _columns = new();

    protected internal override Answer Evaluate(T item, in EvaluationContext context)
    {
        var value = selector(item);
        return Numbers.IsNaN(value) ? Answer.Unknown : Test.Evaluate(value, in context);
    }

    protected internal override void EvaluateMany(T[] items, int start, int count, in EvaluationContext context, Answer[] answers)
    {
        var column = _columns.Rent();
        for (var i = 0; i < count; i++) column[i] = selector(items[start + i]);
        Test.EvaluateMany(column, count, in context, answers);
        if (typeof(TValue) == typeof(double) || typeof(TValue) == typeof(float))
        {
            for (var i = 0; i < count; i++)
            {
                if (Numbers.IsNaN(column[i])) answers[i] = Answer.Unknown;
            }
        }

        _columns.Return(column);
    }

    protected internal override CriterionReading Read(T item, in EvaluationContext context) => Judge(selector(item), in context);
}
