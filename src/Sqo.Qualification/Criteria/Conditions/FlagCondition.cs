using System;

namespace Sqo.Qualification;

/// <summary>A Boolean that must be true, or must be false.</summary>
internal sealed class FlagCondition(bool wanted) : ValueCondition<bool>, IOperatorSource
{
    public override Requirement Requirement => new(wanted ? MessageIds.RequireTrue : MessageIds.RequireFalse);

    public override bool IsGraded => false;

    private bool Wanted => wanted;

    protected internal override bool Excludes(ValueCondition<bool> other) => other is FlagCondition flag && flag.Wanted != wanted;

    protected internal override Answer Evaluate(bool value, in EvaluationContext context) => Answer.From(value == wanted);

    protected internal override void EvaluateMany(bool[] values, bool[] missing, int count, in EvaluationContext context, Answer[] answers)
    {
        for (var i = 0; i < count; i++) answers[i] = Answer.From(values[i] == wanted);
    }

    internal override bool EvaluateSelected<T>(
        Func<T, bool> selector, T[] items, int start, int count, in EvaluationContext context, Answer[] answers)
    {
        for (var i = 0; i < count; i++) answers[i] = Answer.From(selector(items[start + i]) == wanted);
        return true;
    }

    public OperatorData ToData() => OperatorData.Of(wanted ? Operators.IsTrue : Operators.IsFalse);
}
