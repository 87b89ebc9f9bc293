namespace Sqo.Qualification;

/// <summary>The verbs of a value, as data names them.</summary>
internal interface IOperators<T>
{
    CriterionDraft<T> Draft { get; }

    void Offer(OperatorList<T> operators);
}
