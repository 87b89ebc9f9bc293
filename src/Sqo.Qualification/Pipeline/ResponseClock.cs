using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// How long it takes sales to answer: from the moment that an opportunity became an SQO, or another stage was reached, to the first contact
/// by sales. What is not answered yet counts as far as it was seen (censored). Immutable.
/// </summary>
/// <remarks>
/// <para>The time is working time where a calendar is given, and time on the clock otherwise.</para>
/// <para>
/// Where of one end the day alone is known, whole days are counted from day to day: an answer on the day of the start takes 0. What is not
/// answered is seen to the end of the day that is looked at or, if it closed before, of the day that it closed on.
/// </para>
/// <para>How fast sales answers and how often it wins may go together without one being the cause of the other.</para>
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

    /// <summary>The day whose end it is of.</summary>
    public DateTime AsOf => DayNumber.Date(_today);

    /// <summary>What waited, answered or not, in the order given.</summary>
    public IReadOnlyList<ResponseTime> Times => _times.AsReadOnly();

    /// <summary>The ids of those of which the start is unknown, or that had not come so far: they are in no figure.</summary>
    public IReadOnlyList<string> WithoutStart => _withoutStart.AsReadOnly();

    /// <summary>
    /// The ids of those that had a contact of an unknown side before any by sales: whether that was the answer can't be told, so they are
    /// in no figure.
    /// </summary>
    public IReadOnlyList<string> Unclear => _unclear.AsReadOnly();

    /// <summary>How many of those that waited have an answer.</summary>
    public int Answered { get; private set; }

    /// <summary>The share that still waits, by hours, with what is not answered yet as censored.</summary>
    public KaplanMeier Hours { get; private set; }

    /// <summary>The median time to an answer; <see langword="null"/> when fewer than half were seen to get one.</summary>
    public TimeSpan? Median => Hours.Median is { } hours ? TimeSpan.FromTicks((long)Math.Round(hours * TicksPerHour)) : null;

    /// <summary>The response times of opportunities from a stage of the funnel.</summary>
    /// <param name="opportunities">The opportunities.</param>
    /// <param name="asOf">The day whose end is looked at; what came later does not count.</param>
    /// <param name="from">The stage that starts the clock. The default is <see cref="FunnelStage.QualifiedOpportunity"/>.</param>
    /// <param name="calendar">The working time. The default is <see langword="null"/>: time on the clock.</param>
    /// <returns>The response times.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="opportunities"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> is of kind Local.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="from"/> is none of the stages.</exception>
    public static ResponseClock Of(
        IEnumerable<Opportunity> opportunities, DateTime asOf, FunnelStage from = FunnelStage.QualifiedOpportunity,
            WorkingCalendar? calendar = null)
    {
        FunnelTimes.Checked(from);
        return OfOpportunities(opportunities, asOf, calendar, opportunity => opportunity.Funnel[from]);
    }

    /// <summary>The response times of leads from a stage of the funnel.</summary>
    /// <param name="leads">The leads.</param>
    /// <param name="asOf">The day whose end is looked at; what came later does not count.</param>
    /// <param name="from">The stage that starts the clock. The default is <see cref="FunnelStage.Lead"/>.</param>
    /// <param name="calendar">The working time. The default is <see langword="null"/>: time on the clock.</param>
    /// <returns>The response times.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="leads"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> is of kind Local.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="from"/> is none of the stages.</exception>
    public static ResponseClock OfLeads(
        IEnumerable<Lead> leads, DateTime asOf, FunnelStage from = FunnelStage.Lead, WorkingCalendar? calendar = null)
    {
        Guard.NotNull(leads);
        FunnelTimes.Checked(from);
        var clock = new ResponseClock(asOf, calendar);
        foreach (var lead in leads) clock.Add(lead.Id, lead.Funnel[from], lead.Touchpoints, DayNumber.None);
        return clock.Finished();
    }

    /// <summary>The response times of opportunities from the first time that a stage of the CRM was entered.</summary>
    /// <param name="opportunities">The opportunities.</param>
    /// <param name="asOf">The day whose end is looked at; what came later does not count.</param>
    /// <param name="stage">The stage, as <see cref="StageChange.Stage"/> has it, compared character by character.</param>
    /// <param name="calendar">The working time. The default is <see langword="null"/>: time on the clock.</param>
    /// <returns>The response times.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="opportunities"/> or <paramref name="stage"/> is
    /// <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> is of kind Local, or <paramref name="stage"/> is blank.</exception>
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
        // The end of a day may be earlier than a moment of that day is on another clock.
        var start = _calendar.OnClock(from);
        var end = _calendar.OnClock(to);
        return end > start ? _calendar.WorkingTime(start, end) : TimeSpan.Zero;
    }

    // Of the last of all days, what there is of it.
    private static DateTime EndOf(int day) => day == DayNumber.Of(DateTime.MaxValue) ? DateTime.MaxValue : DayNumber.Date(day + 1);
}
