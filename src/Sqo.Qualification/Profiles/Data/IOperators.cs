namespace Sqo.Qualification;

/// <summary>The verbs of a value, as data names them.</summary>
internal interface IOperators
{
    CriterionDraft Draft { get; }

    void Offer(OperatorList operators);
}
