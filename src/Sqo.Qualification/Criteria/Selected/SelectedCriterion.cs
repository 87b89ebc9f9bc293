using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A test on a value that a selector reads from the opportunity.</summary>
internal abstract class SelectedCriterion<T, TValue>(ValueTest<TValue> test) : Criterion<T>
{
    public override Requirement Requirement => Test.Requirement;

    internal override double HighestValue => Test.HighestValue;

    internal ValueTest<TValue> Test { get; } = test;

    internal override bool IsGraded => Test.IsGraded;

    internal override bool ReadsValue => true;

    internal override bool CanReplay => RecordedValue.Supports(typeof(TValue));

    internal override object? TestForLint => Test;

    internal override RemedyTarget? TargetOf(double answer, bool isLeast, bool rounds, in EvaluationContext context) =>
        Test.TargetOf(answer, isLeast, rounds, in context);

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

    private protected CriterionReading Judge(TValue value, in EvaluationContext context)
    {
        if (Numbers.IsNaN(value)) return new CriterionReading(Answer.Unknown);
        var kept = Test.Keep(value);
        return new CriterionReading(Test.Evaluate(kept, in context), kept, Test.GapOf(kept, in context));
    }
}
