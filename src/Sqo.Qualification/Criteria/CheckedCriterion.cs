using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Checks the answers of a custom criterion that declares a highest value or that it is not graded.</summary>
internal sealed class CheckedCriterion<T> : Criterion<T>
{
    private readonly Criterion<T> _own;
    private readonly double _highest;
    private readonly bool _isGraded;

    public CheckedCriterion(Criterion<T> own)
    {
        _own = own;
        _highest = own.HighestValue;
        _isGraded = own.IsGraded;
    }

    public override Requirement Requirement => _own.Requirement;

    public override double HighestValue => _highest;

    public override bool IsGraded => _isGraded;

    internal override bool CanReplay => _own.CanReplay;

    protected internal override bool ReadsValue => _own.ReadsValue;

    protected internal override Answer Evaluate(T item, in EvaluationContext context) => Checked(_own.Evaluate(item, in context));

    protected internal override void EvaluateMany(T[] items, int start, int count, in EvaluationContext context, Answer[] answers)
    {
        _own.EvaluateMany(items, start, count, in context, answers);
        for (var i = 0; i < count; i++) Checked(answers[i]);
    }

    protected internal override CriterionReading Read(T item, in EvaluationContext context)
    {
        var reading = _own.Read(item, in context);
        Checked(reading.Answer);
        return reading;
    }

    internal override CriterionReading ReadRecorded(RecordedInput input, in EvaluationContext context)
    {
        var reading = _own.ReadRecorded(input, in context);
        Checked(reading.Answer);
        return reading;
    }

    internal override bool AsksSameAs(Criterion<T> other) => other is CheckedCriterion<T> same && _own.AsksSameAs(same._own);

    protected internal override void Declare(DeclarationWriter writer) => _own.Declare(writer);

    protected internal override RemedyTarget? TargetOf(double answer, bool isLeast, bool rounds, in EvaluationContext context) =>
        _own.TargetOf(answer, isLeast, rounds, in context);

    private Answer Checked(Answer answer)
    {
        // Written so that NaN, which is "unknown", passes.
        if (answer.Raw > _highest || (!_isGraded && answer.Raw > 0 && answer.Raw < 1)) ThrowBroken(answer.Raw);
        return answer;
    }

    private void ThrowBroken(double value)
    {
        object code = _own.Condition is { } condition ? condition : _own;
        throw new InvalidOperationException(
            $"The class {code.GetType().Name} answered {InvariantText.Of(value)}; " +
            (_isGraded ? $"its highest value is {InvariantText.Of(_highest)}." : "as it is not graded, its answers are 0, 1 or unknown."));
    }
}
