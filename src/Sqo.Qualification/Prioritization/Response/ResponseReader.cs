using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Works out when a deal must be answered, and where its answer stands.</summary>
internal sealed class ResponseReader
{
    private readonly ResponseTargets _targets;
    private readonly WorkingCalendar? _calendar;
    private readonly int _today;
    private readonly bool _isEndOfDay;

    public ResponseReader(ResponseTargets targets, WorkingCalendar? calendar, int today, DateTime? now)
    {
        _targets = targets;
        _calendar = calendar;
        _today = today;
        _isEndOfDay = now is null;
        Now = OnClock(now ?? ResponseClock.EndOf(today));
    }

    /// <summary>The moment at which the times are measured, on the clock of the calendar.</summary>
    public DateTime Now { get; }

    /// <summary>The answer; <see langword="null"/> if the clock starts later today.</summary>
    public ResponseDue? Read(Opportunity deal, ResponseTime time)
    {
        var start = time.Start.IsDayOnly ? new DateTime(time.Start.Value.Date.Ticks) : OnClock(time.Start.Value);
        if (!_isEndOfDay && !time.Start.IsDayOnly && start > Now) return null;
        var target = _targets.For(deal, out var undecided);
        var due = Due(time.Start, target.Within);
        // The clock has the whole day; what happens later today has not happened yet.
        var answer = time.Answer is { } touch && (_isEndOfDay || touch.IsDayOnly || OnClock(touch.At) <= Now) ? touch : null;
        var isClosed = deal.ClosedDay != DayNumber.None && deal.ClosedDay <= _today;
        if (answer is not null)
        {
            var isInTime = time.IsDayOnly ? DayOf(answer) <= LastDayOf(due) : OnClock(answer.At) <= due;
            return Made(isInTime ? ResponseState.AnsweredInTime : ResponseState.AnsweredLate, time.Elapsed, TimeSpan.Zero);
        }

        if (isClosed)
        {
            var isMissed = DayNumber.Of(LastDayOf(due)) < deal.ClosedDay;
            return Made(isMissed ? ResponseState.ClosedUnanswered : ResponseState.ClosedBeforeDue, time.Elapsed, TimeSpan.Zero);
        }

        var elapsed = Between(start, Now);
        return Now > due
            ? Made(ResponseState.Overdue, elapsed, Between(due, Now).Negate())
            : Made(ResponseState.Waiting, elapsed, Between(Now, due));

        ResponseDue Made(ResponseState state, TimeSpan elapsed, TimeSpan left) =>
            new(deal, time.Start, answer, target, undecided, due, state, elapsed, left);
    }

    /// <summary>
    /// The moment by which it must be answered. Of a start whose day alone is known, whole days are counted: the answer is in time up to
    /// the end of the last day at whose start no more than the time had passed.
    /// </summary>
    private DateTime Due(EventTime start, TimeSpan within)
    {
        if (_calendar is null)
        {
            try
            {
                return start.IsDayOnly ? start.Value.AddDays((within.Ticks / TimeSpan.TicksPerDay) + 1) : start.Value + within;
            }
            catch (ArgumentOutOfRangeException)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(within), within, $"within is {InvariantText.Of(within)} from {start}; it must end by the year 9999.");
            }
        }

        if (!start.IsDayOnly) return _calendar.AddWorkingTime(start.Value, within);
        var days = (within.Ticks / _calendar.HoursADay.Ticks) + 1;
        return _calendar.AddWorkingTime(new DateTime(start.Value.Date.Ticks), TimeSpan.FromTicks(days * _calendar.HoursADay.Ticks));
    }

    // Midnight is the end of the day before.
    private static DateTime LastDayOf(DateTime due) => due.TimeOfDay == TimeSpan.Zero ? due.Date.AddDays(-1) : due.Date;

    private DateTime DayOf(Touchpoint answer) => answer.IsDayOnly ? answer.At.Date : OnClock(answer.At).Date;

    private DateTime OnClock(DateTime moment) => _calendar?.OnClock(moment) ?? new DateTime(moment.Ticks);

    private TimeSpan Between(DateTime from, DateTime to) =>
        to <= from ? TimeSpan.Zero : _calendar is null ? to - from : _calendar.WorkingTime(from, to);
}
