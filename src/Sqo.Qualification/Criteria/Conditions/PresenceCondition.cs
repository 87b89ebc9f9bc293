using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A value that is there, or one that is missing. A blank text is as good as none; an unknown evidence level is a missing one.
/// </summary>
internal sealed class PresenceCondition<TValue>(bool isWanted) : ValueCondition<TValue>, IOperatorSource
{
    public override Requirement Requirement => new(isWanted ? MessageIds.RequirePresent : MessageIds.RequireMissing);

    public override bool IsGraded => false;

    internal override Answer OfMissing => isWanted ? Answer.Unknown : Answer.Met;

    protected internal override Answer Evaluate(TValue value, in EvaluationContext context)
    {
        if (typeof(TValue) == typeof(EvidenceLevel) && value is EvidenceLevel.Unknown) return OfMissing;
        return Answer.From((value is not string text || !string.IsNullOrWhiteSpace(text)) == isWanted);
    }

    protected internal override bool Excludes(ValueCondition<TValue> other) =>
        !isWanted && other is PresenceCondition<TValue> { IsWanted: true };

    public OperatorData ToData() => new(Operators.IsPresent, DataNode.Of(isWanted));

    private bool IsWanted => isWanted;
}
