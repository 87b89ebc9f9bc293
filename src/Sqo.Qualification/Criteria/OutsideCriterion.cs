namespace Sqo.Qualification;

/// <summary>
/// A placeholder for a rule whose answer is passed in while an opportunity is judged; until then it is unknown. It declares the name
/// of the rule's class.
/// </summary>
internal sealed class OutsideCriterion<T>(string rule, Requirement requirement, bool readsValue = false) : Criterion<T>
{
    public override Requirement Requirement => requirement;

    protected internal override bool ReadsValue => readsValue;

    internal override bool IsAnsweredFromOutside => true;

    protected internal override Answer Evaluate(T item, in EvaluationContext context) => Answer.Unknown;

    protected internal override void Declare(DeclarationWriter writer) => writer.Add("outside-rule", rule);
}
