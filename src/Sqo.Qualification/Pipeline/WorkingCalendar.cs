using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The working days, working hours and time zone. Immutable.</summary>
public sealed class WorkingCalendar
{
    // 0001-01-01, day 0, was a Monday.
    private const int WeekDays = 7;

    private static readonly TimeSpan WholeDay = TimeSpan.FromDays(1);

    private readonly bool[] _isWorked = new bool[WeekDays];
    private readonly int _workedAWeek;
    private readonly int[] _holidays;

    /// <summary>Creates a calendar of working days of the week, less holidays.</summary>
    /// <param name="holidays">
    /// The days that are not worked, in any order; one that is not a working day anyway changes nothing. The default is none.
    /// </param>
    /// <param name="workingDays">The working days of the week, at least one. The default is Monday to Friday.</param>
    /// <param name="opens">When work begins on a working day, from 00:00 to before <paramref name="closes"/>. The default is 00:00.</param>
    /// <param name="closes">When work ends on a working day, at most 24:00. The default is 24:00.</param>
    /// <param name="zone">
    /// The time zone of the days and hours: a moment in UTC is converted to it, and a moment of unspecified kind is already in it.
    /// The default is <see langword="null"/>: every moment is used as it is.
    /// </param>
    /// <exception cref="ArgumentException">There is no working day, one is not a day of the week, or a holiday has kind Local.</exception>
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
            if (day is < DayOfWeek.Sunday or > DayOfWeek.Saturday) throw new ArgumentException(
                $"workingDays holds {InvariantText.Of((long)day)}, which is not a day of the week.", nameof(workingDays));
            _isWorked[((int)day + WeekDays - 1) % WeekDays] = true;
        }

        _workedAWeek = _isWorked.Count(worked => worked);
        if (_workedAWeek == 0) throw new ArgumentException(
            "workingDays is empty; at least one day of the week must be a working day.", nameof(workingDays));
        _holidays = [
            .. (holidays ?? []).Select(holiday => DayNumber.Checked(holiday, nameof(holidays)))
                .Where(day => _isWorked[day % WeekDays])
                .Distinct()
                .OrderBy(day => day)];
        Opens = opens ?? TimeSpan.Zero;
        Closes = closes ?? WholeDay;
        Zone = zone;
        if (!(TimeSpan.Zero <= Opens && Opens < Closes && Closes <= WholeDay))
        {
            throw new ArgumentOutOfRangeException(
                nameof(opens), opens,
                $"The hours are from {Opens:c} to {Closes:c}; the first must be before the second, both from 00:00 to 24:00 (1.00:00:00).");
        }
    }

    /// <summary>Monday to Friday, no holidays.</summary>
    public static WorkingCalendar MondayToFriday { get; } = new();

    /// <summary>When work begins on a working day.</summary>
    public TimeSpan Opens { get; }

    /// <summary>When work ends on a working day; 24:00 is one day.</summary>
    public TimeSpan Closes { get; }

    /// <summary>The time zone of the days and hours; <see langword="null"/> when every moment is used as it is.</summary>
    public TimeZoneInfo? Zone { get; }

    /// <summary>The length of a working day.</summary>
    public TimeSpan HoursADay => Closes - Opens;

    /// <summary>The number of working days in a week without holidays, from 1 to 7.</summary>
    internal int DaysAWeek => _workedAWeek;

    /// <summary>Calculates the working time between two moments.</summary>
    /// <param name="from">The first moment.</param>
    /// <param name="to">The second moment, not before the first.</param>
    /// <returns>
    /// 0 or more, in local time: a day on which the clocks change has as many working hours as any other.
    /// </returns>
    /// <exception cref="ArgumentException">A moment has kind Local, or <paramref name="to"/> is before <paramref name="from"/>.</exception>
    public TimeSpan WorkingTime(DateTime from, DateTime to)
    {
        DayNumber.Checked(from);
        DayNumber.Checked(to);
        var start = OnClock(from);
        var end = OnClock(to);
        // In the repeated hour, a later moment in UTC may be an earlier one in local time.
        if (end < start && from.Kind == DateTimeKind.Utc && to.Kind == DateTimeKind.Utc && from <= to) end = start;
        return end >= start
            ? TimeSpan.FromTicks(WorkedBefore(end) - WorkedBefore(start))
            : throw new ArgumentException(
                $"to is {InvariantText.Of(to)}; it must not be before from, {InvariantText.Of(from)}.", nameof(to));
    }

    /// <summary>Gets the moment at which some working time has passed since another one: a deadline.</summary>
    /// <param name="from">The first moment.</param>
    /// <param name="time">The working time, 0 or above.</param>
    /// <returns>
    /// The earliest such moment, in local time; <paramref name="from"/> itself for a time of 0. A full day ends when the office closes.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="from"/> has kind Local.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative, or the moment is after the year 9999.</exception>
    public DateTime AddWorkingTime(DateTime from, TimeSpan time)
    {
        DayNumber.Checked(from);
        if (time < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(time), time, $"time is {InvariantText.Of(time)}; it must be 0 or above.");
        }

        var start = OnClock(from);
        if (time == TimeSpan.Zero) return start;
        if (time.Ticks > DateTime.MaxValue.Ticks) throw TooLate();
        var hours = HoursADay.Ticks;
        var end = WorkedBefore(start) + time.Ticks;
        var days = (end - 1) / hours;
        int low = DayNumber.Of(start), high = DayNumber.Of(DateTime.MaxValue);
        if (days >= Before(high)) throw TooLate();
        // The day before which that many were worked, and which is worked itself.
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (Before(middle + 1) > days) high = middle;
            else low = middle + 1;
        }

        return DayNumber.Date(low) + Opens + TimeSpan.FromTicks(end - (days * hours));

        ArgumentOutOfRangeException TooLate() => new(
            nameof(time), time, $"time is {InvariantText.Of(time)} from {InvariantText.Of(from)}; it must end by the year 9999.");
    }

    /// <summary>Determines whether a day is a working day.</summary>
    /// <param name="date">The day.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    /// <exception cref="ArgumentException"><paramref name="date"/> has kind Local.</exception>
    public bool IsWorkingDay(DateTime date)
    {
        var day = DayNumber.Checked(date);
        return _isWorked[day % WeekDays] && Array.BinarySearch(_holidays, day) < 0;
    }

    /// <summary>Counts the working days of a period.</summary>
    /// <param name="period">The period.</param>
    /// <returns>0 or more.</returns>
    public int WorkingDays(ForecastPeriod period) => Before(period.LastDay + 1) - Before(period.FirstDay);

    /// <summary>A moment in the time zone of the calendar.</summary>
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

    /// <summary>The number of working days before this one, from day 0 on.</summary>
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
