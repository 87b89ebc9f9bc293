using System;
using Sqo.Qualification.Internal;
#if NET
using System.Numerics;
using System.Runtime.InteropServices;
#endif

namespace Sqo.Qualification;

/// <summary>How recent a date is: 1 at <c>asOf</c>, halved with each half-life of age.</summary>
internal sealed class HalfLifeTest(double halfLifeDays) : ValueTest<DateTime>, IOperatorSource
{
    private readonly double _halfLifeTicks = TicksOf(halfLifeDays);

    public override Requirement Requirement => new(MessageIds.RequireHalfLife, halfLifeDays);

    /// <summary>2^(-age / half-life), or NaN for a date after <c>asOf</c>.</summary>
    public static double Decay(DateTime date, double halfLifeTicks, in EvaluationContext context) =>
        Exponential.Exp2(-(context.AgeInTicks(date) / halfLifeTicks));

    public static double TicksOf(double days) => days * TimeSpan.TicksPerDay;

    protected internal override Answer Evaluate(DateTime value, in EvaluationContext context) => new(Decay(value, _halfLifeTicks, in context));

    internal override void EvaluateMany(DateTime[] values, bool[] missing, int count, in EvaluationContext context, Answer[] answers)
    {
        for (var i = 0; i < count; i++) answers[i] = new Answer(context.AgeInTicks(values[i]));
        DecayAll(answers, count);
    }

    internal override void EvaluateSelected<T>(
        Func<T, DateTime> selector, T[] items, int start, int count, in EvaluationContext context, Answer[] answers)
    {
        for (var i = 0; i < count; i++) answers[i] = new Answer(context.AgeInTicks(selector(items[start + i])));
        DecayAll(answers, count);
    }

    private void DecayAll(Answer[] answers, int count)
    {
        var done = 0;
#if NET
        if (Vector.IsHardwareAccelerated)
        {
            var lanes = MemoryMarshal.Cast<Answer, double>(answers.AsSpan(0, count));
            var halfLife = new Vector<double>(_halfLifeTicks);
            for (; done <= count - Vector<double>.Count; done += Vector<double>.Count)
            {
                var age = new Vector<double>(lanes[done..]);
                Exponential.Exp2(-(age / halfLife)).CopyTo(lanes[done..]);
            }
        }
#endif
        for (; done < count; done++) answers[done] = new Answer(Exponential.Exp2(-(answers[done].Raw / _halfLifeTicks)));
    }

    public OperatorData ToData() => new(Operators.HalfLife, DataNode.Of(halfLifeDays));
}
