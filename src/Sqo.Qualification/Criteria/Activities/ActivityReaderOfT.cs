using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Reads the activities of an opportunity from a list of any type.</summary>
/// <param name="events">Reads the list; a missing one is unknown.</param>
/// <param name="type">Reads the type of an entry.</param>
/// <param name="time">Reads its time.</param>
/// <param name="value">Reads its value; <see langword="null"/> if entries have none.</param>
internal sealed class ActivityReader<T, TEvent>(
    Func<T, IEnumerable<TEvent>?> events, Func<TEvent, string?> type, Func<TEvent, DateTime?> time, Func<TEvent, double?>? value)
    : ActivityReader<T>
{
    private readonly Func<T, IEnumerable<TEvent>?> _events = (Func<T, IEnumerable<TEvent>?>)NamedSelector.Bare(Guard.NotNull(events));
    private readonly Func<TEvent, string?> _type = Guard.NotNull(type);
    private readonly Func<TEvent, DateTime?> _time = Guard.NotNull(time);

    private Delegate?[] Code => [_events, _type, _time, value];

    internal override Delegate Selector { get; } = events;

    internal override Type ListType => typeof(IEnumerable<TEvent>);

    internal override bool HasValues => value is not null;

    internal override bool ReadsSameAs(ActivityReader<T> other) =>
        other is ActivityReader<T, TEvent> source && Code.SequenceEqual(source.Code);

    internal override double Read(T item, ActivityRule rule, in EvaluationContext context)
    {
        if (_events(item) is not { } found) return double.NaN;

        // By index if possible: an enumerator of an interface is an allocation.
        var list = found as IReadOnlyList<TEvent> ?? [.. found];
        if (!rule.GivesPoints) return NumberWithin(list, rule, in context);
        var size = rule.PeriodCap is null ? SumOf(list, rule, in context) : SumByPeriod(list, rule, in context);
        return size == 0 ? 0 : Math.Min(size, double.MaxValue) * Math.Sign(rule.PointsEach);
    }

    /// <summary>Whether an entry counts, with the size of its points; that is NaN if its time or value is missing.</summary>
    private bool Counts(TEvent entry, ActivityRule rule, in EvaluationContext context, out DateTime at, out double size)
    {
        at = default;
        size = double.NaN;
        if (entry is null || !rule.Takes(_type(entry))) return false;
        if (_time(entry) is not { } moment) return true;
        if (moment.Ticks > context.AsOf.Ticks) return false;
        at = moment;
        size = rule.IsTimesValue ? rule.SizeOf(value?.Invoke(entry)) : Math.Abs(rule.PointsEach);
        return true;
    }

    private double SumOf(IReadOnlyList<TEvent> list, ActivityRule rule, in EvaluationContext context)
    {
        double sum = 0;
        for (var i = 0; i < list.Count; i++)
        {
            if (Counts(list[i], rule, in context, out var at, out var size)) sum += Decayed(size, at, rule, in context);
        }

        return sum;
    }

    /// <summary>In one pass if the list is by time, either way.</summary>
    private double SumByPeriod(IReadOnlyList<TEvent> list, ActivityRule rule, in EvaluationContext context)
    {
        double sum = 0, points = 0, decayed = 0;
        long? last = null;
        var direction = 0;
        for (var i = 0; i < list.Count; i++)
        {
            if (!Counts(list[i], rule, in context, out var at, out var size)) continue;
            var period = rule.PeriodOf(at);
            if (last is { } before && period != before)
            {
                var step = period.CompareTo(before);
                if (direction == -step) return SumOfUnordered(list, rule, in context);
                direction = step;
                sum += rule.OfPeriod(points, decayed);
                points = decayed = 0;
            }

            last = period;
            points += size;
            decayed += Decayed(size, at, rule, in context);
        }

        return sum + rule.OfPeriod(points, decayed);
    }

    /// <summary>In one pass per period: there are few, and this needs no memory.</summary>
    private double SumOfUnordered(IReadOnlyList<TEvent> list, ActivityRule rule, in EvaluationContext context)
    {
        double sum = 0;
        for (var last = long.MinValue; ;)
        {
            var next = long.MaxValue;
            double points = 0, decayed = 0;
            for (var i = 0; i < list.Count; i++)
            {
                if (!Counts(list[i], rule, in context, out var at, out var size)) continue;
                var period = rule.PeriodOf(at);
                if (period <= last || period > next) continue;
                if (period < next) points = decayed = 0;
                next = period;
                points += size;
                decayed += Decayed(size, at, rule, in context);
            }

            if (next == long.MaxValue) return sum;
            sum += rule.OfPeriod(points, decayed);
            last = next;
        }
    }

    /// <summary>The number of entries of the last days. One whose time is missing matters only if there is no other.</summary>
    private double NumberWithin(IReadOnlyList<TEvent> list, ActivityRule rule, in EvaluationContext context)
    {
        var earliest = context.TodayTicks - (rule.DaysBack.GetValueOrDefault() * TimeSpan.TicksPerDay);
        var count = 0;
        var isSure = true;
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is not { } entry || !rule.Takes(_type(entry))) continue;
            if (_time(entry) is not { } at) isSure = false;
            else if (at.Ticks >= earliest && at.Ticks <= context.AsOf.Ticks) count++;
        }

        return count > 0 || isSure ? count : double.NaN;
    }

    private static double Decayed(double size, DateTime at, ActivityRule rule, in EvaluationContext context) =>
        rule.HalfLifeDays is { } days ? size * HalfLifeCondition.Decay(at, HalfLifeCondition.TicksOf(days), in context) : size;
}
