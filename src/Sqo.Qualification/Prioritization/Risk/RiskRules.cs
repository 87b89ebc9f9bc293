using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Looks for the signs of risk in a deal.</summary>
internal sealed class RiskRules
{
    private readonly Dictionary<string, SnapshotTrace> _traces = new(StringComparer.Ordinal);
    private readonly RiskComparisons _comparisons;
    private readonly RiskOptions _options;
    private readonly bool _hasSnapshots;
    private readonly bool _hasTouchpoints;
    private readonly int _today;

    public RiskRules(PipelineSnapshot snapshot, PipelineSnapshot[] snapshots, RiskOptions options)
    {
        _options = options;
        _today = snapshot.Day;
        _hasSnapshots = snapshots.Length > 1;
        _hasTouchpoints = Array.Exists(snapshot.All, deal => deal.Touchpoints.Count > 0);
        var won = new Dictionary<string, Opportunity>(StringComparer.Ordinal);
        var previous = DayNumber.None;
        foreach (var each in _hasSnapshots ? snapshots : [snapshot])
        {
            foreach (var deal in each.All)
            {
                if (deal.Outcome == OpportunityOutcome.Won) won[deal.Id] = deal;
                else won.Remove(deal.Id);
                if (!_hasSnapshots) continue;
                if (!_traces.TryGetValue(deal.Id, out var trace)) _traces.Add(deal.Id, trace = new());
                trace.See(deal, each.Day, previous);
            }

            previous = each.Day;
        }

        _comparisons = new(won.Values, _traces, options);
    }

    /// <summary>The signs that a deal has, and those that are unknown, in their order.</summary>
    public List<RiskFinding> Findings(Opportunity deal)
    {
        var findings = new List<RiskFinding>();
        _traces.TryGetValue(deal.Id, out var trace);
        foreach (var sign in _options.Signs)
        {
            var finding = sign switch
            {
                RiskSign.Pushed => Pushed(deal, trace),
                RiskSign.NoContact => NoContact(deal),
                RiskSign.LongInStage => LongInStage(deal, trace),
                RiskSign.CloseOverdue => CloseOverdue(deal),
                RiskSign.LargeAmount => LargeAmount(deal),
                RiskSign.FewContacts => FewContacts(deal),
                _ => NewCompetitor(deal, trace),
            };
            if (finding is not null) findings.Add(finding);
        }

        return findings;
    }

    private RiskFinding? Pushed(Opportunity deal, SnapshotTrace? trace)
    {
        if (trace is { WithExpectedClose: > 1 })
        {
            var since = DayNumber.DateOrNull(trace.FirstPush);
            return trace.Pushes <= _options.MostPushes ? null : Pushes(RiskEvidence.Snapshots, MessageIds.RiskPushed, trace.Pushes, since);
        }

        if (_options.Pushes?.Invoke(deal) is { } pushes)
        {
            return pushes <= _options.MostPushes ? null : Pushes(RiskEvidence.Record, MessageIds.RiskPushedByRecord, pushes, null);
        }

        return Unknown(
            RiskSign.Pushed, MessageIds.RiskPushedUnknown, _hasSnapshots ? MessageIds.RiskNoExpectedClose : MessageIds.RiskNoSnapshots);
    }

    private RiskFinding Pushes(RiskEvidence evidence, string messageId, int pushes, DateTime? since) =>
        new(RiskSign.Pushed, evidence, messageId, pushes, _options.MostPushes, since)
        {
            Observed = pushes,
            Threshold = _options.MostPushes,
            Since = since,
        };

    private RiskFinding? NoContact(Opportunity deal)
    {
        int last;
        var isEver = true;
        if (_options.LastContact is { } lastContact)
        {
            if (lastContact(deal) is not { } given)
            {
                return Unknown(RiskSign.NoContact, MessageIds.RiskNoContactUnknown, MessageIds.RiskNoLastContact);
            }

            last = DayNumber.Checked(given, nameof(_options.LastContact));
        }
        else
        {
            if (!_hasTouchpoints) return Unknown(RiskSign.NoContact, MessageIds.RiskNoContactUnknown, MessageIds.RiskNoTouchpoints);
            last = LastTouch(deal, touchpoint => touchpoint.Side == TouchSide.Sales);
            var unclear = LastTouch(deal, touchpoint => touchpoint.Side is null);
            if (unclear > last && WorkingDaysSince(unclear) <= _options.ContactDays && WorkingDaysSince(last) > _options.ContactDays)
            {
                return Unknown(RiskSign.NoContact, MessageIds.RiskNoContactUnknown, MessageIds.RiskUnclearSide);
            }

            last = Math.Max(last, unclear);
            if (last == DayNumber.None)
            {
                isEver = false;
                last = deal.CreatedDay;
            }

            if (last == DayNumber.None) return Unknown(RiskSign.NoContact, MessageIds.RiskNoContactUnknown, MessageIds.RiskNoCreated);
        }

        var days = WorkingDaysSince(last);
        if (days <= _options.ContactDays) return null;
        var since = DayNumber.Date(last);
        return new(
            RiskSign.NoContact, RiskEvidence.Record, isEver ? MessageIds.RiskNoContact : MessageIds.RiskNoContactEver, days,
            _options.ContactDays, since)
        {
            Observed = days,
            Threshold = _options.ContactDays,
            Since = since,
        };
    }

    private RiskFinding? LongInStage(Opportunity deal, SnapshotTrace? trace)
    {
        if (deal.Stage is { } stage && _comparisons.DaysIn(stage, out var stays) is { } most)
        {
            var changes = deal.StageChanges;
            var isDated = changes.Count > 0 && string.Equals(changes[changes.Count - 1].Stage, stage, StringComparison.Ordinal);
            var from = isDated ? changes[changes.Count - 1].Day : trace?.StageFrom ?? DayNumber.None;
            if (from != DayNumber.None)
            {
                return Long(
                    isDated ? RiskEvidence.Record : RiskEvidence.Snapshots, from, most, stays,
                    isDated ? MessageIds.RiskLongInStage : MessageIds.RiskLongInStageAtLeast, stage);
            }
        }

        // Without the day of the entry, or with too few won deals that were in the stage, the whole life of the deal tells.
        if (deal.CreatedDay == DayNumber.None)
        {
            return Unknown(RiskSign.LongInStage, MessageIds.RiskLongInStageUnknown, MessageIds.RiskNoCreated);
        }

        return _comparisons.DaysOpen(out var won) is { } open
            ? Long(RiskEvidence.Record, deal.CreatedDay, open, won, MessageIds.RiskLongOpen, null)
            : new(
                RiskSign.LongInStage, RiskEvidence.None, MessageIds.RiskLongInStageUnknown,
                new Requirement(MessageIds.RiskTooFewWon, won, _options.LeastWon));
    }

    private RiskFinding? Long(RiskEvidence evidence, int from, double most, int won, string messageId, string? stage)
    {
        var days = _today - from;
        if (days <= most) return null;
        var share = new Percentage(_options.StageQuantile);
        var arguments = new List<object?> { days, most, share, won };
        if (stage is not null) arguments.Add(stage);
        return new(RiskSign.LongInStage, evidence, messageId, [.. arguments])
        {
            Observed = days,
            Threshold = most,
            Since = DayNumber.Date(from),
            ComparedWith = won,
        };
    }

    private RiskFinding? CloseOverdue(Opportunity deal)
    {
        if (deal.ExpectedClose is not { } expected)
        {
            return Unknown(RiskSign.CloseOverdue, MessageIds.RiskCloseOverdueUnknown, MessageIds.RiskNoExpectedClose);
        }

        var days = _today - deal.ExpectedCloseDay;
        return days <= _options.OverdueDays
            ? null
            : new(RiskSign.CloseOverdue, RiskEvidence.Record, MessageIds.RiskCloseOverdue, expected, days)
            {
                Observed = days,
                Threshold = _options.OverdueDays,
                Since = expected,
            };
    }

    private RiskFinding? LargeAmount(Opportunity deal)
    {
        if (deal.Amount is not { } amount) return Unknown(RiskSign.LargeAmount, MessageIds.RiskLargeAmountUnknown, MessageIds.RiskNoAmount);
        if (_comparisons.AmountLike(deal, out var won) is not { } usual)
        {
            return new(
                RiskSign.LargeAmount, RiskEvidence.None, MessageIds.RiskLargeAmountUnknown,
                new Requirement(MessageIds.RiskTooFewWon, won, _options.LeastWon));
        }

        var threshold = usual * _options.AmountMultiple;
        return (double)amount <= threshold
            ? null
            : new(
                RiskSign.LargeAmount, RiskEvidence.Record, MessageIds.RiskLargeAmount, amount, threshold, _options.AmountMultiple, usual,
                new Percentage(_options.AmountQuantile), won)
            {
                Observed = (double)amount,
                Threshold = threshold,
                ComparedWith = won,
            };
    }

    private RiskFinding? FewContacts(Opportunity deal)
    {
        var people = new List<string>((deal.Contacts ?? []).Select(contact => contact.Id));
        foreach (var touchpoint in deal.Touchpoints)
        {
            if (touchpoint.Contact is { } contact && !people.Contains(contact)) people.Add(contact);
        }

        if (people.Count >= _options.LeastContacts) return null;
        // Without a list of people, touchpoints that name none say nothing.
        if (deal.Contacts is null && people.Count == 0)
        {
            return Unknown(RiskSign.FewContacts, MessageIds.RiskFewContactsUnknown, MessageIds.RiskNoContacts);
        }

        people.Sort(StringComparer.Ordinal);
        return new(
            RiskSign.FewContacts, RiskEvidence.Record, MessageIds.RiskFewContacts, people.Count, _options.LeastContacts)
        {
            Observed = people.Count,
            Threshold = _options.LeastContacts,
            Names = people.AsReadOnly(),
        };
    }

    private RiskFinding? NewCompetitor(Opportunity deal, SnapshotTrace? trace)
    {
        if (deal.Competitors is not { } competitors)
        {
            return Unknown(RiskSign.NewCompetitor, MessageIds.RiskNewCompetitorUnknown, MessageIds.RiskNoCompetitors);
        }

        if (competitors.Count == 0) return null;
        if (!_hasSnapshots) return Unknown(RiskSign.NewCompetitor, MessageIds.RiskNewCompetitorUnknown, MessageIds.RiskNoSnapshots);
        if (trace?.NewCompetitors(competitors, _today - _options.CompetitorDays, out var since) is not { } names)
        {
            return Unknown(RiskSign.NewCompetitor, MessageIds.RiskNewCompetitorUnknown, MessageIds.RiskNoEarlierSnapshot);
        }

        return names.Count == 0
            ? null
            : new(RiskSign.NewCompetitor, RiskEvidence.Snapshots, MessageIds.RiskNewCompetitor, names, DayNumber.Date(since))
            {
                Since = DayNumber.Date(since),
                Names = names.AsReadOnly(),
            };
    }

    private int WorkingDaysSince(int day) => day >= _today
        ? 0
        : _options.Calendar.WorkingDays(ForecastPeriod.Of(DayNumber.Date(day + 1), DayNumber.Date(_today)));

    private int LastTouch(Opportunity deal, Func<Touchpoint, bool> isMeant)
    {
        var touchpoints = deal.Touchpoints;
        for (var i = touchpoints.Count - 1; i >= 0; i--)
        {
            if (isMeant(touchpoints[i])) return touchpoints[i].Day;
        }

        return DayNumber.None;
    }

    private static RiskFinding Unknown(RiskSign sign, string messageId, string reasonId) =>
        new(sign, RiskEvidence.None, messageId, new Requirement(reasonId));
}
