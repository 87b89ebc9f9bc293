using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Which days are worked. Immutable.</summary>
public sealed class WorkingCalendar
{
    // 0001-01-01, day 0, was a Monday.
    private const int WeekDays = 7;

    private readonly bool[] _isWorked = new bool[WeekDays];
    private readonly int _workedAWeek;
    private readonly int[] _holidays;

    /// <summary>A calendar of working days of the week, less holidays.</summary>
    /// <param name="holidays">Days that are not worked, in any order; one that would not be worked anyway changes nothing.</param>
    /// <param name="workingDays">The days of the week that are worked, at least one.</param>
    /// <value>No holidays, and Monday to Friday, unless told.</value>
    /// <exception cref="ArgumentException">No day of the week is worked, one is not a day of the week, or a holiday is of kind Local.</exception>
    public WorkingCalendar(IEnumerable<DateTime>? holidays = null, IEnumerable<DayOfWeek>? workingDays = null)
    {
        foreach (var day in workingDays ?? [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday])
        {
            if (day is < DayOfWeek.Sunday or > DayOfWeek.Saturday) throw new ArgumentException($"workingDays holds {InvariantText.Of((long)day)}, which is not a day of the week.", nameof(workingDays));
            _isWorked[((int)day + WeekDays - 1) % WeekDays] = true;
        }

        _workedAWeek = _isWorked.Count(worked => worked);
        if (_workedAWeek == 0) throw new ArgumentException("workingDays is empty; at least one day of the week is worked.", nameof(workingDays));
        _holidays = [.. (holidays ?? []).Select(holiday => DayNumber.Checked(holiday, nameof(holidays))).Where(day => _isWorked[day % WeekDays]).Distinct().OrderBy(day => day)];
    }

    /// <summary>Monday to Friday, no holidays.</summary>
    public static WorkingCalendar MondayToFriday { get; } = new();

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
