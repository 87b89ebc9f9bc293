using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A test on a value that a selector reads from the opportunity.</summary>
internal abstract class SelectedCriterion<T, TValue>(ValueCondition<TValue> test) : Criterion<T>(test)
{
    protected new readonly ValueCondition<TValue> Test = test;

    internal override bool CanReplay => RecordedValue.Supports(typeof(TValue));

    internal override bool AsksSameAs(Criterion<T> other) =>
        other is SelectedCriterion<T, TValue> selected && Test.AsksSameAs(selected.Test);

    protected internal override void Declare(DeclarationWriter writer)
    {
        writer.Add("reads", RecordedValue.NameOf(typeof(TValue)));
        Test.Declare(writer);
    }

    internal override CriterionReading ReadRecorded(RecordedInput input, in EvaluationContext context) =>
        input.Type is null
            ? input.Text is null && input.Texts is null
                ? new CriterionReading(Answer.Unknown)
                : throw new System.FormatException("The value has no type.")
            : Judge((TValue)RecordedValue.Read(input.Type, input.Text, input.Texts, typeof(TValue)), in context);

    /// <summary>Judges a column. Where a value is missing, what the test says of it doesn't count.</summary>
    private protected void EvaluateColumn(TValue[] values, bool[] missing, int count, in EvaluationContext context, Answer[] answers)
    {
        Test.EvaluateMany(values, missing, count, in context, answers);
        for (var i = 0; i < count; i++)
        {
            if (missing[i]) answers[i] = Answer.Unknown;
        }
    }

    private protected CriterionReading Judge(TValue value, in EvaluationContext context)
    {
        if (Numbers.IsNaN(value)) return new CriterionReading(Answer.Unknown);
        var kept = Test.Keep(value);
        return new CriterionReading(Test.Evaluate(kept, in context), kept, Test.GapOf(kept, in context));
    }
}
