using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>What stored snapshots show of one deal.</summary>
internal sealed class SnapshotTrace
{
    private readonly Dictionary<string, int> _competitorsSince = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Stage, int From, int To, bool IsStartSeen)> _visits = [];
    private int _expectedClose;
    private int _competitorsFrom;
    private int _lastSeen;
    private string? _stage;
    private int _stageFrom;
    private bool _isStartSeen;

    /// <summary>How often its expected close moved to a later calendar month.</summary>
    public int Pushes { get; private set; }

    /// <summary>The day of the snapshot that showed the first of these.</summary>
    public int FirstPush { get; private set; }

    /// <summary>How many snapshots have its expected close: pushes show from the second on.</summary>
    public int WithExpectedClose { get; private set; }

    /// <summary>The first day on which it was in its present stage; none if its stage is unknown.</summary>
    public int StageFrom => _stage is null ? DayNumber.None : _stageFrom;

    /// <summary>The completed stays in stages whose start was seen, with the days that they took.</summary>
    public IEnumerable<(string Stage, int Days)> Stays
    {
        get
        {
            foreach (var (stage, from, to, isStartSeen) in _visits)
            {
                if (isStartSeen) yield return (stage, to - from);
            }
        }
    }

    /// <summary>The deal as it was in a snapshot; the previous one, if any, was of another day.</summary>
    public void See(Opportunity deal, int day, int previous)
    {
        if (deal.IsOpen)
        {
            SeeExpectedClose(deal.ExpectedCloseDay, day);
            SeeCompetitors(deal.Competitors, day);
        }

        SeeStage(deal, day, previous);
        _lastSeen = day;
    }

    /// <summary>
    /// The competitors that appeared after a day; <see langword="null"/> if there are none for certain, and the snapshots start too late
    /// to exclude one.
    /// </summary>
    public List<string>? NewCompetitors(IReadOnlyList<string> competitors, int after, out int since)
    {
        since = DayNumber.None;
        var found = new List<string>();
        var isUnclear = false;
        foreach (var name in competitors)
        {
            if (!_competitorsSince.TryGetValue(name, out var day)) isUnclear = true;
            if (day <= after) continue;
            // In the first snapshot that shows competitors, one may have been there for long.
            if (day == _competitorsFrom)
            {
                isUnclear = true;
                continue;
            }

            if (since == DayNumber.None || day < since) since = day;
            found.Add(name);
        }

        return found.Count == 0 && isUnclear ? null : found;
    }

    private void SeeExpectedClose(int expected, int day)
    {
        if (expected == DayNumber.None) return;
        WithExpectedClose++;
        if (_expectedClose != DayNumber.None && OpportunityMovement.MonthsBetween(_expectedClose, expected) > 0)
        {
            if (Pushes++ == 0) FirstPush = day;
        }

        _expectedClose = expected;
    }

    private void SeeCompetitors(IReadOnlyList<string>? competitors, int day)
    {
        if (competitors is null) return;
        if (_competitorsFrom == DayNumber.None) _competitorsFrom = day;
        foreach (var name in competitors)
        {
            if (!_competitorsSince.ContainsKey(name)) _competitorsSince.Add(name, day);
        }
    }

    private void SeeStage(Opportunity deal, int day, int previous)
    {
        var stage = deal.IsOpen ? deal.Stage : null;
        if (string.Equals(stage, _stage, StringComparison.Ordinal)) return;
        if (_stage is not null) _visits.Add((_stage, _stageFrom, deal.IsOpen ? day : Math.Max(deal.ClosedDay, _stageFrom), _isStartSeen));
        // The start was seen if the snapshot before shows another stage, or no deal yet.
        _isStartSeen = previous != DayNumber.None && (_lastSeen == DayNumber.None || (_lastSeen == previous && _stage is not null));
        _stage = stage;
        _stageFrom = day;
    }
}
