using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Sqo.Qualification;
using WeeklyAudit.Store;

namespace WeeklyAudit;

/// <summary>
/// A week: what has closed, what crossed the threshold, what is drawn, and what has changed. All that it knows is in the store.
/// </summary>
internal sealed class WeeklyRun(AuditStore store, TextWriter output)
{
    private const long Seed = 2026;
    private const double PromisedRate = 0.5;
    private const double ShareOfNearMisses = 0.3;
    private const double ShareOfOthers = 0.15;
    private const int WeeksCompared = 4;
    private const int WeeksOfAQuarter = 13;
    private const int MostNames = 5;
    private const string WatchState = "watch";

    private static readonly QualificationProfile<Deal> Profile = QualificationProfile.Create(new TeamProfile());

    /// <summary>Runs the week after the last one in the store.</summary>
    public void Next()
    {
        int week = store.Decisions.Select(decision => (int?)decision.Week).Max() + 1 ?? 1;
        output.WriteLine($"Week {week}, {Team.Monday(week):yyyy-MM-dd}");
        Close(week);

        HashSet<string> closed = [.. store.Deals.Where(deal => deal.Closed != null).Select(deal => deal.Id)];
        Deal[] deals = [.. Team.Deals(week).Where(deal => !closed.Contains(deal.Id))];
        AnswerTable<Deal> table = Profile.AnswerAll(deals, Team.Monday(week));
        Decision[] decisions = Profile.Decide(table);
        ReportCrossings(week, deals, decisions);
        HoldOut holdOut = Draw(table);
        Work(week, deals, decisions, holdOut);
        foreach ((Deal deal, Decision decision) in deals.Zip(decisions))
        {
            store.Decisions.Add(new StoredDecision
            {
                Week = week,
                DealId = deal.Id,
                IsFirst = Team.FirstWeek(deal.Id) == week,
                Verdict = decision.Verdict,
                Score = decision.Score,
                Record = Profile.Explain(deal, Team.Monday(week)).ToRecord().ToJson(),
            });
        }

        store.SaveChanges();
        ReportDrift(week);
    }

    /// <summary>What the profile misses, by the hold-out.</summary>
    public void ReportMissed()
    {
        Dictionary<string, StoredDeal> worked = store.Deals.ToDictionary(deal => deal.Id, StringComparer.Ordinal);
        output.WriteLine();
        output.WriteLine("What the profile misses, by the hold-out");
        output.WriteLine(HoldOutEstimate.Of(
            Kept(),
            draw => worked.GetValueOrDefault(draw.Id) is not { Closed: not null } deal ? OpportunityOutcome.Open
                : deal.IsWon ? OpportunityOutcome.Won : OpportunityOutcome.Lost,
            draw => Team.Amount(draw.Id)).ToText(ExplanationTexts.English));
    }

    // The watch sees the SQOs alone: the hold-out has another win rate. It begins anew each quarter, because the evidence of a good
    // one would delay the alarm of a bad one.
    private void Close(int week)
    {
        StoredDeal[] closing =
        [
            .. store.Deals.Where(deal => deal.Closed == null).AsEnumerable()
                .Where(deal => deal.Since + Team.WeeksToClose(deal.Id) == week).OrderBy(deal => deal.Id, StringComparer.Ordinal),
        ];
        StoredState? state = store.States.Find(WatchState);
        RateWatch watch = state is null || week % WeeksOfAQuarter == 1 ? RateWatch.BesideRate(PromisedRate) : RateWatch.Parse(state.Json);
        bool wasAlarmed = watch.IsAlarmed;
        foreach (StoredDeal deal in closing)
        {
            (deal.Closed, deal.IsWon) = (week, Team.IsWon(deal.Id, week));
            watch = deal.IsQualified ? watch.With(deal.IsWon) : watch;
        }

        if (state is null)
        {
            store.States.Add(new StoredState { Name = WatchState, Json = watch.ToJson() });
        }
        else
        {
            state.Json = watch.ToJson();
        }

        store.SaveChanges();
        output.WriteLine($"  Closed: {closing.Length}, {closing.Count(deal => deal.IsWon)} of them won");
        if (watch.IsAlarmed && !wasAlarmed)
        {
            output.WriteLine($"  ALARM: {watch.ToText(ExplanationTexts.English)}");
        }
        else if (watch.Observed.Trials > 0)
        {
            output.WriteLine($"  SQOs: {watch.ToText(ExplanationTexts.English)}");
        }
    }

    private void ReportCrossings(int week, Deal[] deals, Decision[] decisions)
    {
        Dictionary<string, Decision> previous = store.Decisions.Where(decision => decision.Week == week - 1)
            .ToDictionary(decision => decision.DealId, Replayed, StringComparer.Ordinal);
        ILookup<Crossing, string> crossings = deals.Zip(decisions)
            .Where(pair => previous.ContainsKey(pair.First.Id))
            .ToLookup(pair => pair.Second.CrossingSince(previous[pair.First.Id]), pair => pair.First.Id);
        output.WriteLine($"  Open: {deals.Length}, of which SQOs: {decisions.Count(decision => decision.IsQualified)}");
        output.WriteLine(
            $"  Became SQOs: {Names([.. crossings[Crossing.Entered]])}; stopped being SQOs: {Names([.. crossings[Crossing.Exited]])}");
    }

    private HoldOut Draw(AnswerTable<Deal> table)
    {
        HoldOut before = Kept();
        HoldOut after = before.Draw(
            Profile, table, deal => deal.Id,
            (_, decision) => decision.Verdict == Verdict.NearMiss ? ShareOfNearMisses : ShareOfOthers);
        HoldOutDraw[] drawn = [.. after.Draws.Where(draw => before.Find(draw.Id) is null)];
        store.Draws.AddRange(drawn.Select(draw => new StoredDraw
        {
            DealId = draw.Id,
            Probability = draw.Probability,
            IsIn = draw.IsIn,
            DrawnOn = draw.DrawnOn,
        }));
        string names = Names([.. drawn.Where(draw => draw.IsIn).Select(draw => draw.Id)]);
        output.WriteLine($"  Rejected for the first time: {drawn.Length}, worked on all the same: {names}");
        return after;
    }

    private HoldOut Kept() => new(
        Seed, store.Draws.AsEnumerable().Select(draw => new HoldOutDraw(draw.DealId, draw.Probability, draw.IsIn, draw.DrawnOn)));

    private void Work(int week, Deal[] deals, Decision[] decisions, HoldOut holdOut)
    {
        HashSet<string> worked = [.. store.Deals.Select(deal => deal.Id)];
        store.Deals.AddRange(deals.Zip(decisions)
            .Where(pair => !worked.Contains(pair.First.Id) && (pair.Second.IsQualified || holdOut.Find(pair.First.Id)?.IsIn == true))
            .Select(pair => new StoredDeal { Id = pair.First.Id, Since = week, IsQualified = pair.Second.IsQualified }));
    }

    // The first decision on each deal: later ones on the same deal are no further deals.
    private void ReportDrift(int week)
    {
        if (week < 2 * WeeksCompared)
        {
            return;
        }

        var drift = DriftReport.Between(Profile, Decisions(1, WeeksCompared), Decisions(week - WeeksCompared + 1, week));
        string[] shifted = [.. drift.Criteria.Where(each => each.Stability.IsShifted).Select(each => each.Criterion.Label)];
        string[] unknown = [.. drift.Criteria.Where(each => each.UnknownsGrow).Select(each => each.Criterion.Label)];
        output.WriteLine($"  Changed since the first weeks: {Names(shifted)}; unknown more often: {Names(unknown)}");

        Decision[] Decisions(int from, int to) =>
        [
            .. store.Decisions.Where(decision => decision.IsFirst && decision.Week >= from && decision.Week <= to)
                .OrderBy(decision => decision.DealId).AsEnumerable().Select(Replayed),
        ];
    }

    private static Decision Replayed(StoredDecision stored) => Profile.Replay(DecisionRecord.Parse(stored.Record)).Decision;

    private static string Names(string[] names) => names.Length switch
    {
        0 => "none",
        <= MostNames => string.Join(", ", names),
        _ => $"{string.Join(", ", names[..MostNames])} and {names.Length - MostNames} more",
    };
}
