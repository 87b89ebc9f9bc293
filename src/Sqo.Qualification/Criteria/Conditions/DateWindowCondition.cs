using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A date within the next, or within the last, so many calendar days: today counts, whatever the time of day, and so does
/// the last of those days.
/// </summary>
internal sealed class DateWindowCondition(int days, bool ahead) : ValueCondition<DateTime>, IOperatorSource
{
    private readonly long _span = days * TimeSpan.TicksPerDay;

    public override Requirement Requirement => new(ahead ? MessageIds.RequireWithinNext : MessageIds.RequireWithinLast, days);

    public override bool IsGraded => false;

    protected internal override Answer Evaluate(DateTime value, in EvaluationContext context) =>
        ahead ? Next(value.Ticks, context.TodayTicks) : Last(value.Ticks, context.TodayTicks, context.AsOf.Ticks);

    protected internal override void EvaluateMany(
        DateTime[] values, bool[] missing, int count, in EvaluationContext context, Answer[] answers)
    {
        var today = context.TodayTicks;
        var asOf = context.AsOf.Ticks;
        if (ahead)
        {
            for (var i = 0; i < count; i++) answers[i] = Next(values[i].Ticks, today);
        }
        else
        {
            for (var i = 0; i < count; i++) answers[i] = Last(values[i].Ticks, today, asOf);
        }
    }

    protected internal override object? GapOf(DateTime value, in EvaluationContext context)
    {
        var day = value.Ticks - (value.Ticks % TimeSpan.TicksPerDay);
        var nearest = ahead ? context.TodayTicks + _span : context.TodayTicks - _span;
        var gap = ahead
            ? day < context.TodayTicks ? context.TodayTicks - day : day - nearest
            : nearest - day;
        return new TimeSpan(Math.Max(0, gap));
    }

    internal override bool EvaluateSelected<T>(
        Func<T, DateTime> selector, T[] items, int start, int count, in EvaluationContext context, Answer[] answers)
    {
        var today = context.TodayTicks;
        var asOf = context.AsOf.Ticks;
        if (ahead)
        {
            for (var i = 0; i < count; i++) answers[i] = Next(selector(items[start + i]).Ticks, today);
        }
        else
        {
            for (var i = 0; i < count; i++) answers[i] = Last(selector(items[start + i]).Ticks, today, asOf);
        }

        return true;
    }

    public OperatorData ToData() => new(ahead ? Operators.WithinNext : Operators.WithinLast, DataNode.Of((long)days));

    private Answer Next(long ticks, long today)
    {
        var distance = ticks - today;
        return Answer.From(distance >= 0 && distance < _span + TimeSpan.TicksPerDay);
    }

    // An age needs a past date: a date after asOf is unknown.
    private Answer Last(long ticks, long today, long asOf) =>
        ticks > asOf ? Answer.Unknown : Answer.From(today - ticks <= _span);
}
