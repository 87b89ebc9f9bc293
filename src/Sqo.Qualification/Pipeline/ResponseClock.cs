using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// How long it takes sales to answer: from the moment that an opportunity became an SQO, or reached another stage, to the first contact
/// by sales. Unanswered ones count for the time observed so far (censored). Immutable.
/// </summary>
/// <remarks>
/// <para>The time is working time if a calendar is given, and clock time otherwise.</para>
/// <para>
/// If only the day of the start or the answer is known, whole days are counted: an answer on the day of the start takes 0. An
/// unanswered one is observed to the end of the given day or, if it closed earlier, of the day on which it closed.
/// </para>
/// <para>How fast sales answers and how often it wins may be correlated without one causing the other.</para>
/// </remarks>
public sealed class ResponseClock
{
    private const double TicksPerHour = TimeSpan.TicksPerHour;

    private readonly List<ResponseTime> _times = [];
    private readonly List<string> _withoutStart = [];
    private readonly List<string> _unclear = [];
    private readonly WorkingCalendar? _calendar;
    private readonly int _today;

    private ResponseClock(DateTime asOf, WorkingCalendar? calendar)
    {
        _today = DayNumber.Checked(asOf);
        _calendar = calendar;
        Hours = KaplanMeier.Estimate([]);
    }

    /// <summary>The day at whose end the times are measured.</summary>
    public DateTime AsOf => DayNumber.Date(_today);

    /// <summary>The response times of those that waited, answered or not, in the order given.</summary>
    public IReadOnlyList<ResponseTime> Times => _times.AsReadOnly();

    /// <summary>The ids of those whose start is unknown, or that had not reached the stage yet: they are in no figure.</summary>
    public IReadOnlyList<string> WithoutStart => _withoutStart.AsReadOnly();

    /// <summary>
    /// The ids of those that had a contact of an unknown side before any by sales: it is unclear whether that was the answer, so they are
    /// in no figure.
    /// </summary>
    public IReadOnlyList<string> Unclear => _unclear.AsReadOnly();

    /// <summary>How many of those that waited have an answer.</summary>
    public int Answered { get; private set; }

    /// <summary>The share that still waits, by hours, with unanswered ones as censored.</summary>
    public KaplanMeier Hours { get; private set; }

    /// <summary>The median time to an answer; <see langword="null"/> when the share that still waits never falls to half.</summary>
    public TimeSpan? Median => MedianOf(Hours);

    /// <summary>The median of a share that still waits, as a time.</summary>
    internal static TimeSpan? MedianOf(KaplanMeier hours) =>
        hours.Median is { } median ? TimeSpan.FromTicks((long)Math.Round(median * TicksPerHour)) : null;

    /// <summary>Measures the response times of opportunities from a stage of the funnel.</summary>
    /// <param name="opportunities">The opportunities.</param>
    /// <param name="asOf">The day at whose end the times are measured; anything later does not count.</param>
    /// <param name="from">The stage that starts the clock. The default is <see cref="FunnelStage.QualifiedOpportunity"/>.</param>
    /// <param name="calendar">The working time. The default is <see langword="null"/>: clock time.</param>
    /// <returns>The response times.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="opportunities"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> has kind Local.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="from"/> is not a defined stage.</exception>
    public static ResponseClock Of(
        IEnumerable<Opportunity> opportunities, DateTime asOf, FunnelStage from = FunnelStage.QualifiedOpportunity,
            WorkingCalendar? calendar = null)
    {
        FunnelTimes.Checked(from);
        return OfOpportunities(opportunities, asOf, calendar, opportunity => opportunity.Funnel[from]);
    }

    /// <summary>Measures the response times of leads from a stage of the funnel.</summary>
    /// <param name="leads">The leads.</param>
    /// <param name="asOf">The day at whose end the times are measured; anything later does not count.</param>
    /// <param name="from">The stage that starts the clock. The default is <see cref="FunnelStage.Lead"/>.</param>
    /// <param name="calendar">The working time. The default is <see langword="null"/>: clock time.</param>
    /// <returns>The response times.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="leads"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> has kind Local.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="from"/> is not a defined stage.</exception>
    public static ResponseClock OfLeads(
        IEnumerable<Lead> leads, DateTime asOf, FunnelStage from = FunnelStage.Lead, WorkingCalendar? calendar = null)
    {
        Guard.NotNull(leads);
        FunnelTimes.Checked(from);
        var clock = new ResponseClock(asOf, calendar);
        foreach (var lead in leads) clock.Add(lead.Id, lead.Funnel[from], lead.Touchpoints, DayNumber.None);
        return clock.Finished();
    }

    /// <summary>Measures the response times of opportunities from the first time that a stage of the CRM was entered.</summary>
    /// <param name="opportunities">The opportunities.</param>
    /// <param name="asOf">The day at whose end the times are measured; anything later does not count.</param>
    /// <param name="stage">The stage, as in <see cref="StageChange.Stage"/>, compared character by character.</param>
    /// <param name="calendar">The working time. The default is <see langword="null"/>: clock time.</param>
    /// <returns>The response times.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="opportunities"/> or <paramref name="stage"/> is
    /// <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> has kind Local, or <paramref name="stage"/> is blank.</exception>
    public static ResponseClock FromStage(
        IEnumerable<Opportunity> opportunities, DateTime asOf, string stage, WorkingCalendar? calendar = null)
    {
        Guard.NotBlank(stage);
        return OfOpportunities(
            opportunities,
            asOf,
            calendar,
            opportunity =>
                opportunity.StageChanges.FirstOrDefault(change => string.Equals(change.Stage, stage, StringComparison.Ordinal))?.Time);
    }

    private static ResponseClock OfOpportunities(
        IEnumerable<Opportunity> opportunities, DateTime asOf, WorkingCalendar? calendar, Func<Opportunity, EventTime?> startOf)
    {
        Guard.NotNull(opportunities);
        var clock = new ResponseClock(asOf, calendar);
        foreach (var opportunity in opportunities) clock.Add(
            opportunity.Id, startOf(opportunity), opportunity.Touchpoints, opportunity.ClosedDay);
        return clock.Finished();
    }

    private ResponseClock Finished()
    {
        Answered = _times.Count(time => time.IsAnswered);
        Hours = KaplanMeier.Estimate(_times.Select(
            time => new ObservedDuration(time.Elapsed.Ticks / TicksPerHour, time.IsAnswered ? 1 : ObservedDuration.Censored)));
        return this;
    }

    private void Add(string id, EventTime? start, IReadOnlyList<Touchpoint> touchpoints, int closed)
    {
        if (start is not { } from || from.Day > _today)
        {
            _withoutStart.Add(id);
            return;
        }

        var last = closed != DayNumber.None && closed < _today ? Math.Max(closed, from.Day) : _today;
        Touchpoint? answer = null;
        foreach (var touchpoint in touchpoints)
        {
            if (touchpoint.Day > last) break;
            if (touchpoint.Side == TouchSide.Marketing || touchpoint.Time.IsBefore(from)) continue;
            if (touchpoint.Side is null)
            {
                _unclear.Add(id);
                return;
            }

            answer = touchpoint;
            break;
        }

        var isDayOnly = from.IsDayOnly || answer is { IsDayOnly: true };
        var end = answer is null ? EndOf(last) : isDayOnly ? answer.At.Date : answer.At;
        var elapsed = Between(isDayOnly ? from.Value.Date : from.Value, end);
        _times.Add(new(id, from, answer, elapsed, isDayOnly));
    }

    private TimeSpan Between(DateTime from, DateTime to)
    {
        if (_calendar is null) return to - from;
        // On another clock, a moment of a day may be later than the end of that day.
        var start = _calendar.OnClock(from);
        var end = _calendar.OnClock(to);
        return end > start ? _calendar.WorkingTime(start, end) : TimeSpan.Zero;
    }

    // The last representable day ends at DateTime.MaxValue.
    internal static DateTime EndOf(int day) => day == DayNumber.Of(DateTime.MaxValue) ? DateTime.MaxValue : DayNumber.Date(day + 1);
}
