using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// When each SQO must be answered, what is overdue and by how long, and how well answers keep their times. Built on
/// <see cref="ResponseClock"/>. Immutable.
/// </summary>
/// <remarks>
/// If only the day of the start or the answer is known, whole days are compared: an answer on the day on which it is due is in time.
/// </remarks>
public sealed class ResponseList
{
    private readonly ResponseDue[] _answers;
    private readonly Dictionary<string, ResponseDue> _byId;
    private readonly string[] _withoutStart;

    private ResponseList(
        DateTime asOf, WorkingCalendar? calendar, ResponseClock clock, ResponseDue[] answers, string[] withoutStart)
    {
        AsOf = asOf;
        Calendar = calendar;
        Unclear = clock.Unclear;
        _answers = answers;
        _withoutStart = withoutStart;
        _byId = answers.ToDictionary(answer => answer.Id, StringComparer.Ordinal);
        All = new(null, answers);
    }

    /// <summary>The moment at which the times are measured, in the time zone of the calendar if one is given.</summary>
    public DateTime AsOf { get; }

    /// <summary>The working time; <see langword="null"/> for clock time.</summary>
    public WorkingCalendar? Calendar { get; }

    /// <summary>All that waited, answered or not: by when they are due, ties by the seeded hash of the id.</summary>
    public IReadOnlyList<ResponseDue> Answers => Array.AsReadOnly(_answers);

    /// <summary>The answers that are overdue, the longest first: the ids are must-do deals of a plan.</summary>
    public IReadOnlyList<ResponseDue> Overdue => In(ResponseState.Overdue);

    /// <summary>The answers that are not due yet, the next one first.</summary>
    public IReadOnlyList<ResponseDue> Waiting => In(ResponseState.Waiting);

    /// <summary>The ids of those whose start is unknown, or that had not reached the stage yet: they are in no figure.</summary>
    public IReadOnlyList<string> WithoutStart => Array.AsReadOnly(_withoutStart);

    /// <summary>
    /// The ids of those that had a contact of an unknown side before any by sales: it is unclear whether that was the answer, so they are
    /// in no figure.
    /// </summary>
    public IReadOnlyList<string> Unclear { get; }

    /// <summary>The share in time, the median and the counts of all.</summary>
    public ResponseSummary All { get; }

    /// <summary>Makes the list.</summary>
    /// <param name="opportunities">The deals, in any order; closed ones count for the share in time and the median.</param>
    /// <param name="asOf">The day at whose end the times are measured; anything later does not count.</param>
    /// <param name="targets">Within what time each must be answered.</param>
    /// <param name="calendar">The working time and its time zone. The default is <see langword="null"/>: clock time.</param>
    /// <param name="from">The stage that starts the clock. The default is <see cref="FunnelStage.QualifiedOpportunity"/>.</param>
    /// <param name="now">The moment of the day at which the times are measured. The default is the end of the day.</param>
    /// <param name="seed">The seed of the hash that breaks ties. The default is 0.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="opportunities"/> or <paramref name="targets"/> is <see langword="null"/>.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// A moment has kind Local, <paramref name="now"/> is not on the day, an opportunity is <see langword="null"/>, or two have the same
    /// id.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="from"/> is not a defined stage, or an answer is due after the year 9999.
    /// </exception>
    public static ResponseList Create(
        IEnumerable<Opportunity> opportunities, DateTime asOf, ResponseTargets targets, WorkingCalendar? calendar = null,
        FunnelStage from = FunnelStage.QualifiedOpportunity, DateTime? now = null, long seed = 0)
    {
        Guard.NotNull(targets);
        var deals = GivenDeals.ById(Guard.NotNull(opportunities), nameof(opportunities));
        var day = DayNumber.Checked(asOf);
        if (now is { } moment && DayNumber.Checked(moment, nameof(now)) != day)
        {
            throw new ArgumentException(
                $"now is {InvariantText.Of(moment)}; it must be on the day asOf, {DayNumber.Text(day)}.", nameof(now));
        }

        var clock = ResponseClock.Of(deals.Values, asOf, from, calendar);
        var reader = new ResponseReader(targets, calendar, day, now);
        var answers = new List<ResponseDue>();
        var withoutStart = new List<string>(clock.WithoutStart);
        foreach (var time in clock.Times)
        {
            if (reader.Read(deals[time.Id], time) is { } answer) answers.Add(answer);
            else withoutStart.Add(time.Id);
        }

        withoutStart.Sort(StringComparer.Ordinal);
        return new(
            reader.Now, calendar, clock,
            [.. answers.OrderBy(answer => answer.Due).ThenBy(answer => SeededHash.Of(answer.Id, seed)).ThenBy(
                answer => answer.Id, StringComparer.Ordinal)],
            [.. withoutStart]);
    }

    /// <summary>Gets the time that is left to answer a deal, for <see cref="RankingFactor.Response"/>.</summary>
    /// <param name="opportunity">The deal, found by its id.</param>
    /// <returns>The time, below 0 if overdue; <see langword="null"/> if no answer is due, or it is unknown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="opportunity"/> is <see langword="null"/>.</exception>
    public TimeSpan? TimeLeft(Opportunity opportunity) =>
        _byId.TryGetValue(Guard.NotNull(opportunity).Id, out var due) && due.State is ResponseState.Waiting or ResponseState.Overdue
            ? due.Left
            : null;

    /// <summary>Gets the share in time, the median and the counts by segment, such as the owner or the source.</summary>
    /// <param name="segment">The segment; blank when unknown.</param>
    /// <returns>One summary per segment, in ordinal order of their names; that of unknown segments last.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="segment"/> is <see langword="null"/>.</exception>
    public IReadOnlyList<ResponseSummary> By(Func<Opportunity, string?> segment)
    {
        Guard.NotNull(segment);
        var segments = new SegmentSums<Group>(name => new(name));
        foreach (var answer in _answers) segments.For(segment(answer.Opportunity)).Answers.Add(answer);
        return [.. segments.Ordered().Select(group => new ResponseSummary(group.Name, group.Answers))];
    }

    /// <summary>The moment and the number of overdue answers, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{AsOf:s}: {InvariantText.Of((long)All.Overdue)} overdue, {All.InTime} in time";

    private IReadOnlyList<ResponseDue> In(ResponseState state) =>
        Array.AsReadOnly(Array.FindAll(_answers, answer => answer.State == state));

    private sealed class Group(string? name)
    {
        public string? Name { get; } = name;

        public List<ResponseDue> Answers { get; } = [];
    }
}
