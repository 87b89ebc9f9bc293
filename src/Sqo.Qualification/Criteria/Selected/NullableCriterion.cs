using System;
using System.Runtime.CompilerServices;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A condition on a value that may be missing.</summary>
internal sealed class NullableCriterion<T, TValue>(Func<T, TValue?> selector, ValueCondition<TValue> condition)
    : Criterion<T>(condition)
    where TValue : struct
{
    private readonly ColumnBuffer<TValue> _columns = new();
    private readonly ColumnBuffer<bool> _missing = new();

    [MethodImpl(MethodImplOptions.NoInlining)]
    protected internal override Answer Evaluate(T item, in EvaluationContext context) =>
        selector(item) is { } value && !GenericNumber.IsNaN(value) ? condition.Evaluate(value, in context) : condition.OfMissing;

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

        condition.EvaluateColumn(column, missing, count, in context, answers);
        _missing.Return(missing);
        _columns.Return(column);
    }

    protected internal override CriterionReading Read(T item, in EvaluationContext context) =>
        selector(item) is { } value ? condition.Read(value, in context) : new CriterionReading(condition.OfMissing);
}
