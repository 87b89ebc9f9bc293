using System;

namespace Sqo.Qualification;

/// <summary>A rule given as code. Its id and revision represent the code in the fingerprint.</summary>
internal sealed class PredicateCondition<TValue>(Func<TValue, bool> predicate) : ValueCondition<TValue>
{
    public override Requirement Requirement => new(MessageIds.RequirePredicate);

    public override bool IsGraded => false;

    private Func<TValue, bool> Predicate => predicate;

    protected internal override Answer Evaluate(TValue value, in EvaluationContext context) => Answer.From(predicate(value));

    internal override bool AsksSameAs(ValueCondition<TValue> other) =>
        other is PredicateCondition<TValue> condition && condition.Predicate.Equals(predicate);

    protected internal override void Declare(DeclarationWriter writer) => writer.Add("test", MessageIds.RequirePredicate);
}
