using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Which days are worked, at which hours, and by which clock. Immutable.</summary>
public sealed class WorkingCalendar
{
    // 0001-01-01, day 0, was a Monday.
    private const int WeekDays = 7;

    private static readonly TimeSpan WholeDay = TimeSpan.FromDays(1);

    private readonly bool[] _isWorked = new bool[WeekDays];
    private readonly int _workedAWeek;
    private readonly int[] _holidays;

    /// <summary>A calendar of working days of the week, less holidays.</summary>
    /// <param name="holidays">Days that are not worked, in any order; one that would not be worked anyway changes nothing. The default is none.</param>
    /// <param name="workingDays">The days of the week that are worked, at least one. The default is Monday to Friday.</param>
    /// <param name="opens">When work begins on a working day, from 00:00 to before <paramref name="closes"/>. The default is 00:00.</param>
    /// <param name="closes">When work ends on it, to 24:00. The default is 24:00.</param>
    /// <param name="zone">
    /// The time zone whose clock days and hours go by: a moment in UTC is read on that clock, and one of unspecified kind is on it already.
    /// The default is <see langword="null"/>: every moment is taken as it stands.
    /// </param>
    /// <exception cref="ArgumentException">No day of the week is worked, one is not a day of the week, or a holiday is of kind Local.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The hours are not from 00:00 to 24:00, or don't end after they begin.</exception>
    public WorkingCalendar(
        IEnumerable<DateTime>? holidays = null,
        IEnumerable<DayOfWeek>? workingDays = null,
        TimeSpan? opens = null,
        TimeSpan? closes = null,
        TimeZoneInfo? zone = null)
    {
        foreach (var day in workingDays ?? [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday])
        {
            if (day is < DayOfWeek.Sunday or > DayOfWeek.Saturday) throw new ArgumentException($"workingDays holds {InvariantText.Of((long)day)}, which is not a day of the week.", nameof(workingDays));
            _isWorked[((int)day + WeekDays - 1) % WeekDays] = true;
        }

        _workedAWeek = _isWorked.Count(worked => worked);
        if (_workedAWeek == 0) throw new ArgumentException("workingDays is empty; at least one day of the week is worked.", nameof(workingDays));
        _holidays = [.. (holidays ?? []).Select(holiday => DayNumber.Checked(holiday, nameof(holidays))).Where(day => _isWorked[day % WeekDays]).Distinct().OrderBy(day => day)];
        Opens = opens ?? TimeSpan.Zero;
        Closes = closes ?? WholeDay;
        Zone = zone;
        if (!(TimeSpan.Zero <= Opens && Opens < Closes && Closes <= WholeDay))
        {
            throw new ArgumentOutOfRangeException(
                nameof(opens), opens, $"The hours are from {Opens:c} to {Closes:c}; the first must be before the second, both from 00:00 to 24:00 (1.00:00:00).");
        }
    }

    /// <summary>Monday to Friday, no holidays.</summary>
    public static WorkingCalendar MondayToFriday { get; } = new();

    /// <summary>When work begins on a working day.</summary>
    public TimeSpan Opens { get; }

    /// <summary>When work ends on a working day; 24:00 is one day.</summary>
    public TimeSpan Closes { get; }

    /// <summary>The time zone whose clock days and hours go by; <see langword="null"/> when every moment is taken as it stands.</summary>
    public TimeZoneInfo? Zone { get; }

    /// <summary>How long a working day is.</summary>
    public TimeSpan HoursADay => Closes - Opens;

    /// <summary>How much of the time between two moments is worked.</summary>
    /// <param name="from">The first moment.</param>
    /// <param name="to">The second moment, not before the first.</param>
    /// <returns>
    /// 0 or more, by the clock on the wall: a day on which clocks change has as many working hours as any other.
    /// </returns>
    /// <exception cref="ArgumentException">A moment is of kind Local, or <paramref name="to"/> is before <paramref name="from"/>.</exception>
    public TimeSpan WorkingTime(DateTime from, DateTime to)
    {
        DayNumber.Checked(from);
        DayNumber.Checked(to);
        var start = OnClock(from);
        var end = OnClock(to);
        // In the hour that comes twice, a later moment in UTC may be an earlier one on the wall.
        if (end < start && from.Kind == DateTimeKind.Utc && to.Kind == DateTimeKind.Utc && from <= to) end = start;
        return end >= start
            ? TimeSpan.FromTicks(WorkedBefore(end) - WorkedBefore(start))
            : throw new ArgumentException($"to is {InvariantText.Of(to)}; it must not be before from, {InvariantText.Of(from)}.", nameof(to));
    }

    /// <summary>Whether a day is worked.</summary>
    /// <param name="date">The day.</param>
    /// <returns>Whether it is.</returns>
    /// <exception cref="ArgumentException"><paramref name="date"/> is of kind Local.</exception>
    public bool IsWorkingDay(DateTime date)
    {
        var day = DayNumber.Checked(date);
        return _isWorked[day % WeekDays] && Array.BinarySearch(_holidays, day) < 0;
    }

    /// <summary>How many days of a period are worked.</summary>
    /// <param name="period">The period.</param>
    /// <returns>0 or more.</returns>
    public int WorkingDays(ForecastPeriod period) => Before(period.LastDay + 1) - Before(period.FirstDay);

    /// <summary>A moment as the clock of the calendar shows it.</summary>
    internal DateTime OnClock(DateTime moment) => Zone is not null && moment.Kind == DateTimeKind.Utc
        ? TimeZoneInfo.ConvertTimeFromUtc(moment, Zone)
        : new DateTime(moment.Ticks);

    private long WorkedBefore(DateTime moment)
    {
        var day = DayNumber.Of(moment);
        var worked = Before(day) * HoursADay.Ticks;
        if (!IsWorkingDay(moment)) return worked;
        return worked + Math.Max(0, Math.Min(moment.TimeOfDay.Ticks, Closes.Ticks) - Opens.Ticks);
    }

    /// <summary>How many days before this one are worked, from day 0 on.</summary>
    private int Before(int day)
    {
        var count = day / WeekDays * _workedAWeek;
        for (var i = 0; i < day % WeekDays; i++)
        {
            if (_isWorked[i]) count++;
        }

        var place = Array.BinarySearch(_holidays, day);
        return count - (place < 0 ? ~place : place);
    }
}
