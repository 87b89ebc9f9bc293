using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A text that is one of a list, none of a list, or equal to one.</summary>
internal sealed class TextSetCondition(string messageId, string[] values, StringComparison comparison)
    : ValueCondition<string>, IOperatorSource
{
    private readonly StringSet _set = new(values, comparison);
    private readonly bool _wanted = messageId != MessageIds.RequireNoneOf;

    public override Requirement Requirement =>
        messageId == MessageIds.RequireEqual ? new(messageId, values[0]) : new(messageId, [values]);

    protected internal override bool Excludes(ValueCondition<string> other)
    {
        if (other is not TextSetCondition set) return false;
        return IsApartFrom(set) || set.IsApartFrom(this);
    }

    public override bool IsGraded => false;

    protected internal override Answer Evaluate(string value, in EvaluationContext context) => Answer.From(_set.Contains(value) == _wanted);

    internal override bool EvaluateSelected<T>(
        Func<T, string?> selector, T[] items, int start, int count, in EvaluationContext context, Answer[] answers)
    {
        for (var i = 0; i < count; i++)
        {
            answers[i] = selector(items[start + i]) is { } value ? Evaluate(value, in context) : Answer.Unknown;
        }

        return true;
    }

    public OperatorData ToData() => new(
        Operators.OfSet(messageId),
        messageId == MessageIds.RequireEqual ? DataNode.Of(values[0]) : Operators.ListOf(values, value => DataNode.Of(value)),
        Operators.Comparing(comparison));

    /// <summary>
    /// Whether the other accepts none of the texts that this one does. Those are the listed texts and the texts equal to them, so
    /// checking the listed ones is enough if nothing else equals them or if the other compares in the same way.
    /// </summary>
    private bool IsApartFrom(TextSetCondition other) =>
        _wanted && (Comparison == StringComparison.Ordinal || Comparison == other.Comparison)
            && Array.TrueForAll(values, v => other._set.Contains(v) != other._wanted);

    private StringComparison Comparison => comparison;
}
