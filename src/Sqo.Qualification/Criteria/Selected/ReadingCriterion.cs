using System;
using System.Runtime.CompilerServices;

namespace Sqo.Qualification;

/// <summary>A rule given as code over the whole opportunity that also returns the value that it read.</summary>
internal sealed class ReadingCriterion<T>(Func<T, DateTime, CriterionReading> rule) : Criterion<T>
{
    public override Requirement Requirement => new(MessageIds.RequirePredicate);

    protected internal override bool ReadsValue => true;

    private Func<T, DateTime, CriterionReading> Rule => rule;

    [MethodImpl(MethodImplOptions.NoInlining)]
    protected internal override Answer Evaluate(T item, in EvaluationContext context) => rule(item, context.AsOf).Answer;

    protected internal override CriterionReading Read(T item, in EvaluationContext context) => rule(item, context.AsOf);

    internal override bool AsksSameAs(Criterion<T> other) => other is ReadingCriterion<T> reading && reading.Rule.Equals(rule);

    protected internal override void Declare(DeclarationWriter writer) => writer.Add("test", "reading");
}
