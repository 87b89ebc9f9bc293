using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The state of a pipeline, day by day: stored snapshots, or a reconstruction from the records as they are today. Immutable;
/// thread-safe.
/// </summary>
public sealed class PipelineHistory
{
    private readonly PipelineSnapshot[] _snapshots;
    private readonly Opportunity[] _dated;
    private readonly int _first;
    private readonly int _last;
    private readonly int _observedFrom;

    private PipelineHistory(
        PipelineSnapshot[] snapshots, Opportunity[] dated, Opportunity[] undated, int first, int last, int firstClosing, int? observedFrom)
    {
        _snapshots = snapshots;
        _dated = dated;
        Undated = Array.AsReadOnly(undated);
        _first = first;
        _last = last;
        _observedFrom = observedFrom ?? firstClosing;
        IsObservedFromGiven = observedFrom is not null;
    }

    /// <summary>The first available day: that of the first snapshot, or the first on which an opportunity was created.</summary>
    public DateTime First => DayNumber.Date(_first);

    /// <summary>The last available day: that of the last snapshot, or that of the records.</summary>
    public DateTime Last => DayNumber.Date(_last);

    /// <summary>
    /// The first day on which closings could be observed: before a system was first filled, or an export starts, no closings are
    /// visible, even if there were some.
    /// </summary>
    /// <value>
    /// The default is the day of the first closing; or <see cref="First"/> if that is earlier and snapshots were stored, or if there
    /// is no closing.
    /// </value>
    public DateTime ObservedFrom => DayNumber.Date(_observedFrom);

    /// <summary>Whether <see cref="ObservedFrom"/> was given, rather than taken from the records.</summary>
    public bool IsObservedFromGiven { get; }

    /// <summary>Whether it is reconstructed from the records as they are today, rather than made from stored snapshots.</summary>
    public bool IsReconstructed => _snapshots.Length == 0;

    /// <summary>The days of the snapshots, ascending; empty for a reconstruction, in which any day is available.</summary>
    public IReadOnlyList<DateTime> SnapshotDays => [.. _snapshots.Select(snapshot => snapshot.AsOf)];

    /// <summary>
    /// The opportunities of a reconstruction without a day of creation: they are in no snapshot. In a history cut at an earlier
    /// day, they are those that had any dated event by then. Empty with stored snapshots.
    /// </summary>
    public IReadOnlyList<Opportunity> Undated { get; }

    /// <summary>
    /// The records left out of a reconstruction because one of their dates is more than 30 years from the median of all dates, such
    /// as the year 26 or 9999-12-31; each with the date. Empty with stored snapshots.
    /// </summary>
    public IReadOnlyList<RecordFault> LeftOut { get; private init; } = [];

    /// <summary>Creates a history from stored snapshots.</summary>
    /// <param name="snapshots">The snapshots, each of a later day than the previous one.</param>
    /// <param name="observedFrom">
    /// The first day on which closings could be observed; <see langword="null"/> to take it from the snapshots.
    /// </param>
    /// <returns>The history.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="snapshots"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// There is no snapshot, or one is <see langword="null"/> or not of a later day than the previous one; or
    /// <paramref name="observedFrom"/> has kind Local.
    /// </exception>
    public static PipelineHistory Of(IEnumerable<PipelineSnapshot> snapshots, DateTime? observedFrom = null)
    {
        PipelineSnapshot[] all = [.. Guard.NotNull(snapshots)];
        if (all.Length == 0) throw new ArgumentException("There is no snapshot; a history has at least one.", nameof(snapshots));
        if (Array.IndexOf(all, null) is var missing and >= 0) throw new ArgumentException(
            $"Snapshot {InvariantText.Of((long)missing)} (from 0) is null.", nameof(snapshots));
        for (var i = 1; i < all.Length; i++)
        {
            if (all[i].Day > all[i - 1].Day) continue;
            throw new ArgumentException(
                $"Snapshot {InvariantText.Of((long)i)} (from 0) is of {DayNumber.Text(all[i].Day)}; " +
                $"it must be later than the previous one, {DayNumber.Text(all[i - 1].Day)}.",
                nameof(snapshots));
        }

        var firstClosing = all[0].Day;
        foreach (var snapshot in all)
        {
            foreach (var opportunity in snapshot.Opportunities)
            {
                if (opportunity.ClosedDay != DayNumber.None && opportunity.ClosedDay < firstClosing) firstClosing = opportunity.ClosedDay;
            }
        }

        return new PipelineHistory(all, [], [], all[0].Day, all[all.Length - 1].Day, firstClosing, DayNumber.Checked(observedFrom));
    }

    /// <summary>Reconstructs a history from the records as they are today.</summary>
    /// <param name="opportunities">The records, closed ones too.</param>
    /// <param name="asOf">The day of the records; <see langword="null"/> for the last day of anything recorded in them.</param>
    /// <param name="observedFrom">
    /// The first day on which closings could be observed; <see langword="null"/> for that of the first closing.
    /// </param>
    /// <returns>The history.</returns>
    /// <remarks>
    /// Before <see cref="Last"/>, an opportunity is present from the day it was created. Until it was closed, its outcome, closing day
    /// and closed amount are unknown, and so are undated values that change during its life: expected close, category, probability,
    /// and the stage if its changes are not given. Later contacts and changes of stage are left out. Everything else (amount, owner,
    /// account, product, campaign, competitors, custom fields) has its latest value: a value that was filled in when the deal was closed
    /// looks as if it had been known before, so don't set it.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="opportunities"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// No opportunity has a day of creation or closing, and <paramref name="asOf"/> is not given; or there are no opportunities, or one is
    /// <see langword="null"/>; or a date has kind Local.
    /// </exception>
    /// <exception cref="RecordException">
    /// A record has a date after <paramref name="asOf"/>, or an id appears twice; the exception lists every fault.
    /// </exception>
    /// <example><code>
    /// PipelineHistory history = PipelineHistory.Reconstruct(opportunities, asOf);
    /// </code></example>
    public static PipelineHistory Reconstruct(IEnumerable<Opportunity> opportunities, DateTime? asOf = null, DateTime? observedFrom = null)
    {
        Opportunity[] all = [.. Guard.NotNull(opportunities)];
        var day = DayNumber.Checked(asOf);
        var observed = DayNumber.Checked(observedFrom);
        var leftOut = ImplausibleDates.In(all);
        if (leftOut.Count > 0)
        {
            var places = new HashSet<int>(leftOut.Select(fault => fault.Position));
            all = [.. all.Where((_, place) => !places.Contains(place))];
        }

        var faults = FutureKnowledge.Of(all, day ?? int.MaxValue);
        if (faults.Count > 0) throw new RecordException("The history is invalid", faults);

        int first = int.MaxValue, last = 0, firstClosing = int.MaxValue, firstOfUndated = int.MaxValue;
        foreach (var opportunity in all)
        {
            last = Math.Max(last, LastDayOf(opportunity));
            if (opportunity.CreatedDay == DayNumber.None)
            {
                if (opportunity.ClosedDay != DayNumber.None) firstOfUndated = Math.Min(firstOfUndated, opportunity.ClosedDay);
                continue;
            }

            first = Math.Min(first, opportunity.CreatedDay);
            if (opportunity.ClosedDay != DayNumber.None) firstClosing = Math.Min(firstClosing, opportunity.ClosedDay);
        }

        // Without any day of creation, there are only closings and the given day.
        if (first == int.MaxValue) first = firstClosing = Math.Min(firstOfUndated, all.Length == 0 ? int.MaxValue : day ?? int.MaxValue);
        if (first == int.MaxValue)
        {
            throw new ArgumentException(
                $"None of the {InvariantText.Of((long)all.Length)} opportunities has a day on which it was created or closed; " +
                "a history needs at least one, or the day of the records.",
                nameof(opportunities));
        }

        return new PipelineHistory(
            [],
            Array.FindAll(all, opportunity => opportunity.CreatedDay != DayNumber.None),
            Array.FindAll(all, opportunity => opportunity.CreatedDay == DayNumber.None),
            first,
            day ?? last,
            firstClosing == int.MaxValue ? first : firstClosing,
            observed)
        {
            LeftOut = leftOut.AsReadOnly(),
        };
    }

    /// <summary>
    /// Gets what was known at the end of a day. With stored snapshots, it is the newest snapshot that is not later; its
    /// <see cref="PipelineSnapshot.AsOf"/> is its day. A reconstruction is of the day itself, and is computed at each call,
    /// in time proportional to the number of opportunities.
    /// </summary>
    /// <param name="asOf">The day, from <see cref="First"/> to <see cref="Last"/>: nothing is known outside this range.</param>
    /// <returns>The snapshot.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="asOf"/> is before <see cref="First"/> or after <see cref="Last"/>.
    /// </exception>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> has kind Local.</exception>
    public PipelineSnapshot AsOf(DateTime asOf)
    {
        var day = DayNumber.Checked(asOf);
        if (day < _first || day > _last)
        {
            throw new ArgumentOutOfRangeException(
                nameof(asOf), asOf,
                $"asOf is {DayNumber.Text(day)}; the history is known from {DayNumber.Text(_first)} to {DayNumber.Text(_last)}.");
        }

        return IsReconstructed ? Reconstructed(day) : Array.FindLast(_snapshots, snapshot => snapshot.Day <= day)!;
    }

    /// <summary>Gets the history as it was at the end of a day: it contains nothing later, and later days are not available.</summary>
    /// <param name="asOf">The day, from <see cref="First"/> to <see cref="Last"/>.</param>
    /// <returns>The history; its <see cref="ObservedFrom"/> is taken from what was known then, unless it was given.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="asOf"/> is before <see cref="First"/> or after <see cref="Last"/>.
    /// </exception>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> has kind Local.</exception>
    public PipelineHistory Until(DateTime asOf)
    {
        var snapshot = AsOf(asOf);
        var day = DayNumber.Of(asOf);
        var told = IsObservedFromGiven ? _observedFrom : (int?)null;
        var kept = Array.FindAll(_snapshots, each => each.Day <= day);
        var known = IsReconstructed ? snapshot.All : [];
        var firstClosing = int.MaxValue;
        foreach (var opportunity in kept.SelectMany(each => each.Opportunities).Concat(known))
        {
            if (opportunity.ClosedDay != DayNumber.None) firstClosing = Math.Min(firstClosing, opportunity.ClosedDay);
        }

        return new PipelineHistory(
            kept, known, UndatedBy(day), _first, day,
            IsReconstructed && firstClosing < int.MaxValue ? firstClosing : Math.Min(_first, firstClosing), told)
        { LeftOut = LeftOut };
    }

    /// <summary>Gets the history of some opportunities, such as those of a team.</summary>
    /// <param name="predicate">
    /// Whether an opportunity is one of them; with stored snapshots it is asked for the opportunity as it was on each day.
    /// </param>
    /// <returns>
    /// The history of the same days; its <see cref="ObservedFrom"/> is taken from these opportunities, unless it was given.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="predicate"/> is <see langword="null"/>.</exception>
    public PipelineHistory Where(Func<Opportunity, bool> predicate)
    {
        Guard.NotNull(predicate);
        var snapshots = Array.ConvertAll(
            _snapshots, snapshot => new PipelineSnapshot(snapshot.Day, [.. snapshot.Opportunities.Where(predicate)]));
        Opportunity[] dated = [.. _dated.Where(predicate)];
        var first = IsReconstructed && dated.Length > 0 ? dated.Min(opportunity => opportunity.CreatedDay) : _first;
        var firstClosing = snapshots.SelectMany(snapshot => snapshot.Opportunities).Concat(dated)
            .Where(opportunity => opportunity.ClosedDay != DayNumber.None).Select(opportunity => opportunity.ClosedDay)
            .DefaultIfEmpty(first).Min();
        return new(
            snapshots, dated, [.. Undated.Where(predicate)], first, _last, IsReconstructed ? firstClosing : Math.Min(first, firstClosing),
            IsObservedFromGiven ? _observedFrom : null)
        {
            LeftOut = LeftOut,
        };
    }

    // An opportunity without a day of creation is not known to exist before its first dated event.
    private Opportunity[] UndatedBy(int day)
    {
        if (day == _last) return [.. Undated];
        return [.. Undated.Where(opportunity => HasTraceBy(opportunity, day)).Select(opportunity => opportunity.AsOf(day))];
    }

    private static bool HasTraceBy(Opportunity opportunity, int day) =>
        (opportunity.ClosedDay != DayNumber.None && opportunity.ClosedDay <= day)
        || (opportunity.Touchpoints.Count > 0 && opportunity.Touchpoints[0].Day <= day)
        || (opportunity.StageChanges.Count > 0 && opportunity.StageChanges[0].Day <= day);

    private PipelineSnapshot Reconstructed(int day)
    {
        if (day == _last) return new PipelineSnapshot(day, _dated);
        var count = 0;
        foreach (var opportunity in _dated)
        {
            if (opportunity.CreatedDay <= day) count++;
        }

        var known = new Opportunity[count];
        count = 0;
        foreach (var opportunity in _dated)
        {
            if (opportunity.CreatedDay <= day) known[count++] = opportunity.AsOf(day);
        }

        return new PipelineSnapshot(day, known);
    }

    private static int LastDayOf(Opportunity opportunity)
    {
        var last = Math.Max(opportunity.CreatedDay, opportunity.ClosedDay);
        if (opportunity.Touchpoints is { Count: > 0 } touchpoints) last = Math.Max(last, touchpoints[touchpoints.Count - 1].Day);
        if (opportunity.StageChanges is { Count: > 0 } changes) last = Math.Max(last, changes[changes.Count - 1].Day);
        return last;
    }
}
