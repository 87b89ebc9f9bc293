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
    private ActivitySorter? _sorter;

    private Delegate?[] Code => [_events, _type, _time, value];

    internal override Delegate Selector { get; } = events;

    internal override Type ListType => typeof(IEnumerable<TEvent>);

    internal override bool HasValues => value is not null;

    internal override bool ReadsSameAs(ActivityReader<T> other) =>
        other is ActivityReader<T, TEvent> source && Code.SequenceEqual(source.Code);

    internal override double Read(T item, ActivityRule rule, double limit, in EvaluationContext context, out ActivityGaps gaps)
    {
        gaps = default;
        if (_events(item) is not { } found) return double.NaN;

        // By index if possible: an enumerator of an interface is an allocation.
        var list = found as IReadOnlyList<TEvent> ?? [.. found];
        if (!rule.GivesPoints) return NumberWithin(list, rule, in context, out gaps);
        var sum = new ActivitySum(rule, in context);
        Add(list, rule, in context, ref sum);
        if (sum.NeedsPlaces)
        {
            sum = sum.WithPlaces();
            Add(list, rule, in context, ref sum);
        }

        gaps = sum.Gaps;
        var size = sum.Within(Math.Abs(limit));
        return size == 0 ? 0 : Math.Min(size, double.MaxValue) * Math.Sign(rule.PointsEach);
    }

    /// <summary>
    /// Whether an entry counts, with its time, <see langword="null"/> if that is missing, and the size of its points, NaN if its value is.
    /// </summary>
    private bool Counts(TEvent entry, ActivityRule rule, in EvaluationContext context, out DateTime? at, out double size)
    {
        at = null;
        size = double.NaN;
        if (entry is null || !rule.Takes(_type(entry))) return false;
        at = _time(entry);
        if (at is { } moment && moment.Ticks > context.AsOf.Ticks) return false;
        size = rule.IsTimesValue ? rule.SizeOf(value?.Invoke(entry)) : Math.Abs(rule.PointsEach);
        return true;
    }

    /// <summary>In one pass if the list is by time, either way.</summary>
    private void Add(IReadOnlyList<TEvent> list, ActivityRule rule, in EvaluationContext context, ref ActivitySum sum)
    {
        var count = list.Count;
        var isNewestFirst = count > 1 && TimeOf(list[0]) > TimeOf(list[count - 1]);
        for (var i = 0; i < count; i++)
        {
            if (!Counts(list[isNewestFirst ? count - 1 - i : i], rule, in context, out var at, out var size)) continue;
            if (at is not { } moment)
            {
                sum.AddUndated(size);
            }
            else if (!sum.TryAdd(moment, size))
            {
                sum = sum.FromStart();
                AddSorted(list, rule, in context, ref sum);
                return;
            }
        }
    }

    private DateTime? TimeOf(TEvent entry) => entry is null ? null : _time(entry);

    private void AddSorted(IReadOnlyList<TEvent> list, ActivityRule rule, in EvaluationContext context, ref ActivitySum sum)
    {
        var sorter = ActivitySorter.Rent(ref _sorter, list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            if (!Counts(list[i], rule, in context, out var at, out var size)) continue;
            if (at is { } moment) sorter.Add(moment, size);
            else sum.AddUndated(size);
        }

        sorter.AddTo(ref sum);
        sorter.Return(ref _sorter);
    }

    /// <summary>The number of entries of the last days. One whose time is missing matters only if there is no other.</summary>
    private double NumberWithin(IReadOnlyList<TEvent> list, ActivityRule rule, in EvaluationContext context, out ActivityGaps gaps)
    {
        gaps = default;
        var earliest = context.TodayTicks - (rule.DaysBack.GetValueOrDefault() * TimeSpan.TicksPerDay);
        var count = 0;
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is not { } entry || !rule.Takes(_type(entry))) continue;
            if (_time(entry) is not { } at) gaps = gaps.PlusUndated();
            else if (at.Ticks >= earliest && at.Ticks <= context.AsOf.Ticks) count++;
        }

        return count > 0 || gaps.IsNone ? count : double.NaN;
    }
}
