using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A text that contains another, starts with it, or ends with it.</summary>
internal sealed class TextPartCondition(string messageId, string part, StringComparison comparison)
    : ValueCondition<string>, IOperatorSource
{
    public override Requirement Requirement => new(messageId, part);

    public override bool IsGraded => false;

    protected internal override Answer Evaluate(string value, in EvaluationContext context) => Answer.From(messageId switch
    {
        MessageIds.RequireStartsWith => value.StartsWith(part, comparison),
        MessageIds.RequireEndsWith => value.EndsWith(part, comparison),
        _ => value.IndexOf(part, comparison) >= 0,
    });

    public OperatorData ToData() => new(
        messageId switch
        {
            MessageIds.RequireStartsWith => Operators.StartsWith,
            MessageIds.RequireEndsWith => Operators.EndsWith,
            _ => Operators.Contains,
        },
        DataNode.Of(part), Operators.Comparing(comparison));
}
