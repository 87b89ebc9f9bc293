using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A text that contains another.</summary>
internal sealed class ContainsTextCondition(string part, StringComparison comparison) : ValueCondition<string>, IOperatorSource
{
    public override Requirement Requirement => new(MessageIds.RequireContains, part);

    public override bool IsGraded => false;

    protected internal override Answer Evaluate(string value, in EvaluationContext context) =>
        Answer.From(value.IndexOf(part, comparison) >= 0);

    public OperatorData ToData() => new(Operators.Contains, DataNode.Of(part), Operators.Comparing(comparison));
}
