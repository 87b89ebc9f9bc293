namespace Sqo.Qualification;

/// <summary>A truth value where a framework asks for evidence: yes stands for confirmed evidence, no is known to be unmet.</summary>
internal sealed class FlagEvidenceCondition(EvidenceLevel least) : ValueCondition<bool>
{
    public override Requirement Requirement => new(MessageIds.RequireAtLeast, least);

    public override bool IsGraded => false;

    protected internal override Answer Evaluate(bool value, in EvaluationContext context) => Answer.From(value && least <= EvidenceLevel.Confirmed);

    protected internal override void Declare(DeclarationWriter writer) =>
        writer.Add("test", MessageIds.RequireAtLeast).Add("evidence", least.ToString());
}
