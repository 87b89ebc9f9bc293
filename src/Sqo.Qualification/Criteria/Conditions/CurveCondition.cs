using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A number put on a curve.</summary>
internal sealed class CurveCondition<TNumber>(Curve curve) : ValueCondition<TNumber>, IOperatorSource, ICurveHolder
    where TNumber : struct
{
    public Curve Curve => curve;

    public override Requirement Requirement => curve.Requirement;

    public override double HighestValue => curve.HighestValue;

    protected internal override Answer Evaluate(TNumber value, in EvaluationContext context)
    {
        var x = GenericNumber.ToDouble(value);
        return Checked(x, curve.At(x));
    }

    protected internal override void EvaluateMany(
        TNumber[] values, bool[] missing, int count, in EvaluationContext context, Answer[] answers)
    {
        for (var i = 0; i < count; i++) answers[i] = missing[i] ? Answer.Unknown : new Answer(GenericNumber.ToDouble(values[i]));
        CurveAll(answers, count);
    }

    internal override bool EvaluateSelected<T>(
        Func<T, TNumber> selector, T[] items, int start, int count, in EvaluationContext context, Answer[] answers)
    {
        for (var i = 0; i < count; i++) answers[i] = new Answer(GenericNumber.ToDouble(selector(items[start + i])));
        CurveAll(answers, count);
        return true;
    }

    internal override bool AsksSameAs(ValueCondition<TNumber> other) =>
        base.AsksSameAs(other)
        || (other is CurveCondition<TNumber> condition
            && (ReferenceEquals(curve, condition.Curve)
                || (curve is FunctionCurve own && condition.Curve is FunctionCurve function && own.Function.Equals(function.Function))));

    private void CurveAll(Answer[] answers, int count)
    {
        if (curve is LinearCurve linear)
        {
            linear.AtMany(answers, count);
            return;
        }

        for (var i = 0; i < count; i++)
        {
            // NaN is an unknown number, and stays unknown.
            if (answers[i].IsKnown) answers[i] = Checked(answers[i].Raw, curve.At(answers[i].Raw));
        }
    }

    protected internal override RemedyTarget? TargetOf(double answer, bool isLeast, bool rounds, in EvaluationContext context)
    {
        if (curve.Direction == 0) return null;
        var goesUp = isLeast == curve.Direction > 0;
        if (GenericNumber.Beyond<TNumber>(curve.BoundFor(answer, isLeast), goesUp, rounds) is not { } number) return null;
        return new RemedyTarget(
            new Requirement(goesUp ? MessageIds.RequireAtLeast : MessageIds.RequireAtMost, number), Evaluate(number, in context));
    }

    public OperatorData? ToData() => (curve as IOperatorSource)?.ToData();

    protected internal override void Declare(DeclarationWriter writer) => curve.Declare(writer);

    private Answer Checked(double x, double value)
    {
        // Written so that NaN, which is "unknown", passes.
        if (value < 0 || value > curve.HighestValue) ThrowOutside(x, value);
        return new Answer(value);
    }

    private void ThrowOutside(double x, double value) => throw new InvalidOperationException(
        $"The curve {curve.GetType().Name} gave {InvariantText.Of(value)} at {InvariantText.Of(x)}; " +
        $"a curve's values lie from 0 to its highest value, here {InvariantText.Of(curve.HighestValue)}.");
}
