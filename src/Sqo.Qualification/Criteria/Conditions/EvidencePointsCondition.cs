using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Points by the level of evidence, as a share of the most; the level "unknown" is an unknown answer.</summary>
internal sealed class EvidencePointsCondition(double claimed, double confirmed, double documented)
    : ValueCondition<EvidenceLevel>, IOperatorSource
{
    public const string Claimed = "claimed";
    public const string Confirmed = "confirmed";
    public const string Documented = "documented";

    public override Requirement Requirement => new(MessageIds.RequireEvidencePoints, claimed, confirmed, documented);

    protected internal override Answer Evaluate(EvidenceLevel value, in EvaluationContext context) => value switch
    {
        EvidenceLevel.Unknown => Answer.Unknown,
        EvidenceLevel.Claimed => new Answer(claimed / documented),
        EvidenceLevel.Confirmed => new Answer(confirmed / documented),
        EvidenceLevel.Documented => Answer.Met,
        _ => throw new InvalidOperationException($"The evidence level is {(int)value}; it must lie from 0, unknown, to 3, documented."),
    };

    protected internal override RemedyTarget? TargetOf(double answer, bool isLeast, bool rounds, in EvaluationContext context)
    {
        for (var level = EvidenceLevel.Claimed; isLeast && level <= EvidenceLevel.Documented; level++)
        {
            var given = Evaluate(level, in context);
            if (given.Raw >= answer) return new RemedyTarget(new Requirement(MessageIds.RequireAtLeast, level), given);
        }

        return null;
    }

    public OperatorData ToData() => new(Operators.EvidencePoints, DataNode.Object(
        DataNode.Member(Claimed, DataNode.Of(claimed)),
        DataNode.Member(Confirmed, DataNode.Of(confirmed)),
        DataNode.Member(Documented, DataNode.Of(documented))));
}
