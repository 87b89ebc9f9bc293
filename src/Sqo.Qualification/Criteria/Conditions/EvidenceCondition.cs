using System;

namespace Sqo.Qualification;

/// <summary>Evidence of at least a level; the level "unknown" is an unknown answer.</summary>
internal sealed class EvidenceCondition(EvidenceLevel least) : ValueCondition<EvidenceLevel>, IOperatorSource
{
    public override Requirement Requirement => new(MessageIds.RequireAtLeast, least);

    public override bool IsGraded => false;

    protected internal override Answer Evaluate(EvidenceLevel value, in EvaluationContext context) =>
        value switch
        {
            EvidenceLevel.Unknown => Answer.Unknown,
            > EvidenceLevel.Unknown and <= EvidenceLevel.Documented => Answer.From(value >= least),
            _ => throw new InvalidOperationException($"The evidence level is {(int)value}; it must lie from 0, unknown, to 3, documented."),
        };

    public OperatorData ToData() => OperatorData.Of(Operators.AtLeast, least);
}
