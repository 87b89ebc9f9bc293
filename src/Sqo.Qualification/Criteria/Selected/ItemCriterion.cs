using System;
using System.Runtime.CompilerServices;

namespace Sqo.Qualification;

/// <summary>A rule given as code over the whole opportunity.</summary>
/// <param name="rule">The rule.</param>
/// <param name="given">The delegate as the caller passed it.</param>
internal sealed class ItemCriterion<T>(Func<T, DateTime, bool?> rule, Delegate given) : Criterion<T>
{
    private Delegate Given => given;

    public override Requirement Requirement => new(MessageIds.RequirePredicate);

    public override bool IsGraded => false;

    [MethodImpl(MethodImplOptions.NoInlining)]
    protected internal override Answer Evaluate(T item, in EvaluationContext context) => Answer.From(rule(item, context.AsOf));

    internal override bool AsksSameAs(Criterion<T> other) => other is ItemCriterion<T> item && item.Given.Equals(given);

    protected internal override void Declare(DeclarationWriter writer) => writer.Add("test", MessageIds.RequirePredicate);
}
