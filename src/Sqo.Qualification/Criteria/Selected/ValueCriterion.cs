using System;
using System.Runtime.CompilerServices;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A condition on a value that is always there (a number may be NaN), or on an object that may be missing.</summary>
internal sealed class ValueCriterion<T, TValue>(Func<T, TValue?> selector, ValueCondition<TValue> condition)
    : Criterion<T>(condition)
{
    private ColumnBuffer<TValue>? _columns;
    private ColumnBuffer<bool>? _missing;

    [MethodImpl(MethodImplOptions.NoInlining)]
    protected internal override Answer Evaluate(T item, in EvaluationContext context)
    {
        var value = selector(item);
        // The types are compared at compile time, so that the first decision compiles the check for these two alone.
        return value is null
            || (typeof(TValue) == typeof(double) && double.IsNaN((double)(object)value))
            || (typeof(TValue) == typeof(float) && float.IsNaN((float)(object)value))
                ? condition.OfMissing
                : condition.Evaluate(value, in context);
    }

    protected internal override void EvaluateMany(T[] items, int start, int count, in EvaluationContext context, Answer[] answers)
    {
        if (condition.EvaluateSelected(selector, items, start, count, in context, answers)) return;
        EvaluateColumn(items, start, count, in context, answers);
    }

    protected internal override CriterionReading Read(T item, in EvaluationContext context) =>
        condition.Read(selector(item), in context);

    private void EvaluateColumn(T[] items, int start, int count, in EvaluationContext context, Answer[] answers)
    {
        var columns = LazyField.Of(ref _columns) ?? LazyField.Keep(ref _columns, new());
        var gaps = LazyField.Of(ref _missing) ?? LazyField.Keep(ref _missing, new());
        var column = columns.Rent();
        var missing = gaps.Rent();
        for (var i = 0; i < count; i++)
        {
            var value = selector(items[start + i]);
            column[i] = value!;
            missing[i] = value is null || GenericNumber.IsNaN(value);
        }

        condition.EvaluateColumn(column, missing, count, in context, answers);
        gaps.Return(missing);
        columns.Return(column);
    }
}
