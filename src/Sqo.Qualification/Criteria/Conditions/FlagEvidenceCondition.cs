namespace Sqo.Qualification;

/// <summary>A Boolean that answers for evidence: true is confirmed evidence, false is unmet.</summary>
internal sealed class FlagEvidenceCondition(EvidenceLevel least) : ValueCondition<bool>, IOperatorSource
{
    public override Requirement Requirement => new(MessageIds.RequireAtLeast, least);

    public override bool IsGraded => false;

    protected internal override Answer Evaluate(bool value, in EvaluationContext context) =>
        Answer.From(value && least <= EvidenceLevel.Confirmed);

    public OperatorData ToData() => OperatorData.Of(Operators.AtLeast, least);

    protected internal override void Declare(DeclarationWriter writer) =>
        writer.Add("test", MessageIds.RequireAtLeast).Add("evidence", least.ToString());
}
