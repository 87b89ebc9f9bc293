using System;

namespace Sqo.Qualification;

/// <summary>A rule given as code over the whole opportunity.</summary>
internal sealed class ItemCriterion<T>(Func<T, DateTime, bool?> rule) : Criterion<T>
{
    public override Requirement Requirement => new(MessageIds.RequirePredicate);

    internal override bool IsGraded => false;

    protected internal override Answer Evaluate(T item, in EvaluationContext context) => Answer.From(rule(item, context.AsOf));

    protected internal override void Declare(DeclarationWriter writer) => writer.Add("test", MessageIds.RequirePredicate);
}
