using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A value that is one of a list, none of a list, or equal to one.</summary>
internal sealed class ValueSetCondition<TValue>(string messageId, TValue[] values) : ValueCondition<TValue>, IOperatorSource
    where TValue : struct
{
    private readonly bool _wanted = messageId != MessageIds.RequireNoneOf;

    public override Requirement Requirement =>
        messageId == MessageIds.RequireEqual ? new(messageId, values[0]) : new(messageId, [values.Select(v => (object)v).ToArray()]);

    protected internal override bool Excludes(ValueCondition<TValue> other)
    {
        if (other is not ValueSetCondition<TValue> set) return false;
        return _wanted ? Array.TrueForAll(values, v => set.Contains(v) != set._wanted) : set._wanted && set.Excludes(this);
    }

    public override bool IsGraded => false;

    protected internal override Answer Evaluate(TValue value, in EvaluationContext context) => Answer.From(Contains(value) == _wanted);

    public OperatorData ToData() => new(
        Operators.OfSet(messageId),
        messageId == MessageIds.RequireEqual ? DataValues.Write(values[0]) : Operators.ListOf(values, value => DataValues.Write(value)));

    private bool Contains(TValue value)
    {
        foreach (var candidate in values)
        {
            if (EqualityComparer<TValue>.Default.Equals(candidate, value)) return true;
        }

        return false;
    }
}
