using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The share of our differentiators that are answered, given as a number.</summary>
internal sealed class AnsweredCountCondition(int all) : ValueCondition<int>
{
    public override Requirement Requirement => new(MessageIds.RequireMoreOf, all);

    protected internal override Answer Evaluate(int value, in EvaluationContext context) => value < 0 || value > all
        ? throw new InvalidOperationException(
            $"The number of differentiators answered is {InvariantText.Of(value)}; it must lie from 0 to {InvariantText.Of(all)}.")
        : new Answer(value / (double)all);

    protected internal override void Declare(DeclarationWriter writer) => writer.Add("test", MessageIds.RequireMoreOf).Add("of", (long)all);
}
