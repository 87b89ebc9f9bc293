#if NET
using System;

namespace Sqo.Qualification;

/// <summary>
/// Never runs. The ahead-of-time compiler makes code of a generic type over a value type only for what it sees called, and the verbs
/// are called by users. So here they are called, over every type that a selector may give: see eng/Precompile.targets.
/// </summary>
/// <remarks>
/// In a handler, where nothing is inlined, and on objects whose exact class is in sight: else a method is made only as a part of its
/// caller, or not at all. <see cref="object"/> stands for every class of opportunity; they share their code.
/// </remarks>
internal static class Instantiations
{
    public static void Call(CriterionDraft<object> draft, object item, in EvaluationContext context)
    {
        try
        {
            throw new NotSupportedException();
        }
        catch (NotSupportedException)
        {
            CallNumber<int>(draft, item, in context);
            CallNumber<long>(draft, item, in context);
            CallNumber<float>(draft, item, in context);
            CallNumber<double>(draft, item, in context);
            CallNumber<decimal>(draft, item, in context);

            var durations = new ComparableVerbs<object, TimeSpan>(draft, null!);
            durations.Judging(null!);
            CallComparable(durations, item, in context);

            new DateVerbs<object>(draft, null!).Judging(null!);
            CallInterval<DateTime>(item, in context);

            var flag = new FlagTest(wanted: true);
            new FlagVerbs<object>(draft, null!).Judging(flag);
            _ = flag.HighestValue;
            CallCriterion(flag, item, in context);

            var evidence = new EvidenceTest(default);
            new EvidenceVerbs<object>(draft, null!).Judging(evidence);
            _ = evidence.HighestValue;
            CallCriterion(evidence, item, in context);
        }
    }

    private static void CallNumber<TNumber>(CriterionDraft<object> draft, object item, in EvaluationContext context)
        where TNumber : struct, IComparable<TNumber>
    {
        try
        {
            throw new NotSupportedException();
        }
        catch (NotSupportedException)
        {
            var verbs = new NumberVerbs<object, TNumber>(draft, null!);
            verbs.Judging(null!);
            verbs.Linear(0, 1);
            verbs.Steps();
            verbs.PiecewiseLinear();
            verbs.Logistic(0, 1);
            verbs.Curve((Func<double, double>)null!);
            verbs.Curve((Curve)null!);
            CallComparable(verbs, item, in context);

            var test = new CurveTest<TNumber>(null!);
            test.Evaluate(default, in context);
            _ = test.HighestValue;
            _ = test.Requirement;
        }
    }

    private static void CallComparable<TValue>(ComparableVerbs<object, TValue> verbs, object item, in EvaluationContext context)
        where TValue : struct, IComparable<TValue>
    {
        try
        {
            throw new NotSupportedException();
        }
        catch (NotSupportedException)
        {
            verbs.AtLeast(default);
            verbs.AtMost(default);
            verbs.Above(default);
            verbs.Below(default);
            verbs.Between(default, default);
            verbs.EqualTo(default);
            CallInterval<TValue>(item, in context);
        }
    }

    private static void CallInterval<TValue>(object item, in EvaluationContext context)
        where TValue : struct, IComparable<TValue>
    {
        try
        {
            throw new NotSupportedException();
        }
        catch (NotSupportedException)
        {
            var test = new IntervalTest<TValue>("", default, default, default, default);
            test.Evaluate(default, in context);
            _ = test.HighestValue;
            _ = test.Requirement;
            CallCriterion(test, item, in context);
        }
    }

    private static void CallCriterion<TValue>(ValueTest<TValue> test, object item, in EvaluationContext context)
        where TValue : struct
    {
        try
        {
            throw new NotSupportedException();
        }
        catch (NotSupportedException)
        {
            var criterion = new ValueCriterion<object, TValue>(null!, test);
            criterion.Evaluate(item, in context);
            criterion.Read(item, in context);
            _ = criterion.Test;
            _ = criterion.TestForLint;
            _ = criterion.HighestValue;
            _ = criterion.IsGraded;
            _ = criterion.Requirement;

            var nullable = new NullableCriterion<object, TValue>(null!, test);
            nullable.Evaluate(item, in context);
            nullable.Read(item, in context);

            AsOfCriterion.OfStruct<object, TValue>(null!, test);
            var asOf = new AsOfCriterion<object, TValue>(null!, test);
            asOf.Evaluate(item, in context);
            asOf.Read(item, in context);
        }
    }
}
#endif
