using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A condition on a value that depends on the moment an opportunity is judged at, such as an age; it may be missing.</summary>
internal sealed class AsOfCriterion<T, TValue>(AsOfReader<T, TValue> read, ValueCondition<TValue> condition)
    : Criterion<T>(condition)
{
    protected internal override Answer Evaluate(T item, in EvaluationContext context) =>
        read(item, context.AsOf, out var value) && !GenericNumber.IsNaN(value)
            ? condition.Evaluate(value, in context)
            : condition.OfMissing;

    protected internal override CriterionReading Read(T item, in EvaluationContext context) =>
        read(item, context.AsOf, out var value) ? condition.Read(value, in context) : new CriterionReading(condition.OfMissing);
}
