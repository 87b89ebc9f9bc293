using System;
using Sqo.Qualification.Internal;
#if NET
using System.Numerics;
using System.Runtime.InteropServices;
#endif

namespace Sqo.Qualification;

/// <summary>How recent a date is: 1 at <c>asOf</c>, halved with each half-life of age.</summary>
internal sealed class HalfLifeCondition(double halfLifeDays) : ValueCondition<DateTime>, IOperatorSource
{
    private readonly double _halfLifeTicks = TicksOf(halfLifeDays);

    public override Requirement Requirement => new(MessageIds.RequireHalfLife, halfLifeDays);

    /// <summary>2^(-age / half-life), or NaN for a date after <c>asOf</c>.</summary>
    public static double Decay(DateTime date, double halfLifeTicks, in EvaluationContext context) =>
        Exponential.Exp2(-(context.AgeInTicks(date) / halfLifeTicks));

    public static double TicksOf(double days) => days * TimeSpan.TicksPerDay;

    protected internal override Answer Evaluate(DateTime value, in EvaluationContext context) =>
        new(Decay(value, _halfLifeTicks, in context));

    protected internal override void EvaluateMany(
        DateTime[] values, bool[] missing, int count, in EvaluationContext context, Answer[] answers)
    {
        for (var i = 0; i < count; i++) answers[i] = new Answer(context.AgeInTicks(values[i]));
        DecayAll(answers, count);
    }

    internal override bool EvaluateSelected<T>(
        Func<T, DateTime> selector, T[] items, int start, int count, in EvaluationContext context, Answer[] answers)
    {
        for (var i = 0; i < count; i++) answers[i] = new Answer(context.AgeInTicks(selector(items[start + i])));
        DecayAll(answers, count);
        return true;
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

    protected internal override RemedyTarget? TargetOf(double answer, bool isLeast, bool rounds, in EvaluationContext context)
    {
        if (!isLeast || !(answer > 0)) return null;
        var age = -Logarithm.Of(Math.Min(answer, 1)) / Logarithm.Of(2) * _halfLifeTicks;
        if (age >= context.AsOf.Ticks) return null;

        // A whole day if that is enough; a moment of today is given to the minute.
        var oldest = context.AsOf.Ticks - (long)age;
        var slack = rounds ? TimeSpan.TicksPerSecond : 0;
        var ticks = UpTo(TimeSpan.TicksPerDay, oldest - slack);
        if (ticks > context.AsOf.Ticks) ticks = Math.Min(UpTo(TimeSpan.TicksPerMinute, oldest - slack), context.AsOf.Ticks);
        var since = new DateTime(ticks, context.AsOf.Kind);
        return new RemedyTarget(new Requirement(MessageIds.RequireSince, since), Evaluate(since, in context));

        static long UpTo(long unit, long ticks) => (ticks + unit - 1) / unit * unit;
    }

    public OperatorData ToData() => new(Operators.HalfLife, DataNode.Of(halfLifeDays));
}
