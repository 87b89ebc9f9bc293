using System;
using System.Runtime.CompilerServices;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A condition on a value that may be missing.</summary>
internal sealed class NullableCriterion<T, TValue>(Func<T, TValue?> selector, ValueCondition<TValue> condition)
    : SelectedCriterion<T, TValue>(condition)
    where TValue : struct
{
    private readonly ColumnBuffer<TValue> _columns = new();
    private readonly ColumnBuffer<bool> _missing = new();

    [MethodImpl(MethodImplOptions.NoInlining)]
    protected internal override Answer Evaluate(T item, in EvaluationContext context) =>
        selector(item) is { } value && !GenericNumber.IsNaN(value) ? Condition.Evaluate(value, in context) : Condition.OfMissing;

    protected internal override void EvaluateMany(T[] items, int start, int count, in EvaluationContext context, Answer[] answers)
    {
        var column = _columns.Rent();
        var missing = _missing.Rent();
        for (var i = 0; i < count; i++)
        {
            var value = selector(items[start + i]);
            column[i] = value.GetValueOrDefault();
            missing[i] = !value.HasValue || GenericNumber.IsNaN(column[i]);
        }

        EvaluateColumn(column, missing, count, in context, answers);
        _missing.Return(missing);
        _columns.Return(column);
    }

    protected internal override CriterionReading Read(T item, in EvaluationContext context) =>
        selector(item) is { } value ? Judge(value, in context) : Missing;
}
