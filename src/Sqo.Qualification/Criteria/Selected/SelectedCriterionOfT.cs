using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A condition on a value that a selector reads from the opportunity.</summary>
internal abstract class SelectedCriterion<T, TValue>(ValueCondition<TValue> condition) : Criterion<T>(condition)
{
    protected new readonly ValueCondition<TValue> Condition = condition;

    internal override bool CanReplay => RecordedValue.Supports(typeof(TValue));

    internal override bool AsksSameAs(Criterion<T> other) =>
        other is SelectedCriterion<T, TValue> selected && Condition.AsksSameAs(selected.Condition);

    protected internal override void Declare(DeclarationWriter writer)
    {
        writer.Add("reads", RecordedValue.NameOf(typeof(TValue)));
        Condition.Declare(writer);
    }

    private protected CriterionReading Missing => new(Condition.OfMissing);

    internal override CriterionReading ReadRecorded(RecordedInput input, in EvaluationContext context) =>
        input.Type is null
            ? input.Text is null && input.Texts is null
                ? Missing
                : throw new System.FormatException("The value has no type.")
            : Judge((TValue)RecordedValue.Read(input.Type, input.Text, input.Texts, typeof(TValue)), in context);

    /// <summary>Judges a column. If a value is missing, its answer is that of a missing one, whatever the condition answers.</summary>
    private protected void EvaluateColumn(TValue[] values, bool[] missing, int count, in EvaluationContext context, Answer[] answers)
    {
        Condition.EvaluateMany(values, missing, count, in context, answers);
        for (var i = 0; i < count; i++)
        {
            if (missing[i]) answers[i] = Condition.OfMissing;
        }
    }

    private protected CriterionReading Judge(TValue value, in EvaluationContext context)
    {
        if (GenericNumber.IsNaN(value)) return Missing;
        var kept = Condition.Keep(value);
        return new CriterionReading(Condition.Evaluate(kept, in context), kept, Condition.GapOf(kept, in context));
    }
}
