namespace Sqo.Qualification;

/// <summary>A text with a visible character. A missing text is unknown; a blank one is unmet.</summary>
internal sealed class PresentCondition : ValueCondition<string>, IOperatorSource
{
    public override Requirement Requirement => new(MessageIds.RequirePresent);

    public override bool IsGraded => false;

    protected internal override Answer Evaluate(string value, in EvaluationContext context) =>
        Answer.From(!string.IsNullOrWhiteSpace(value));

    public OperatorData ToData() => OperatorData.Of(Operators.IsPresent);
}
