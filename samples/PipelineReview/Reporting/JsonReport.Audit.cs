using System.Collections.Generic;
using System.Linq;
using PipelineReview.Reviewing;
using Sqo.Qualification;

namespace PipelineReview.Reporting;

/// <summary>The audit of the profile on closed deals, with every threshold.</summary>
internal sealed partial class JsonReport
{
    private void Write(AuditReview audit)
    {
        ProfileAudit profile = audit.Profile;
        _json.WriteStartObject("audit");
        _json.WriteNumber("undated", audit.Undated);
        Write("all", profile.All);
        WriteArray("verdicts", Review.Verdicts, verdict =>
        {
            _json.WriteString("verdict", Name(verdict));
            WriteOutcomes(profile[verdict]);
        });
        Write("decidedByOne", profile.DecidedByOne);
        WriteArray("criteria", profile.Criteria, Write);
        WriteArray("pairs", profile.Pairs, pair =>
        {
            _json.WriteString("first", pair.First.Id);
            _json.WriteString("second", pair.Second.Id);
            WriteNumber("cramersV", pair.CramersV);
            _json.WriteNumber("deals", pair.Known);
        });
        WriteArray("thresholds", audit.Thresholds.Points, point =>
        {
            WriteNumber("threshold", point.Value);
            WriteOutcomes(point.Qualified);
            WriteNumber("recall", point.Recall.Value);
        });
        Write(audit.Best);
        WriteChanges(audit);
        _json.WriteEndObject();
    }

    private void Write(CriterionAudit criterion)
    {
        _json.WriteString("id", criterion.Criterion.Id);
        Write("met", criterion.Met);
        Write("unmet", criterion.Unmet);
        Write("unknown", criterion.Unknown);
        WriteNumber("informationValue", criterion.InformationValue);
        WriteNumber("criticalInformation", criterion.CriticalInformation);
        Write("stopped", criterion.Stopped);
        Write("stoppedAlone", criterion.StoppedAlone);
        Write("gainedWithout", criterion.LeaveOneOut?.Gained);
        Write("lostWithout", criterion.LeaveOneOut?.Lost);
    }

    private void Write(WhatIfBest? best)
    {
        if (best is null)
        {
            _json.WriteNull("best");
            return;
        }

        _json.WriteStartObject("best");
        WriteNumber("threshold", best.Point.Value);
        _json.WriteNumber("cost", best.Cost);
        _json.WriteNumber("low", best.Interval.Low);
        _json.WriteNumber("high", best.Interval.High);
        Write("agreement", best.Agreement);
        _json.WriteEndObject();
    }

    private void WriteChanges(AuditReview audit)
    {
        if (audit is not { Newest: { } newest, Drift: { } drift })
        {
            return;
        }

        _json.WriteStartObject("newest");
        _json.WriteString("since", Date(newest));
        Write("olderWon", audit.NewestAgainstOlder.Second);
        Write("newerWon", audit.NewestAgainstOlder.First);
        IEnumerable<(string? Criterion, PopulationStability Stability)> parts = drift.Score is { } score
            ? [(null, score), .. drift.Criteria.Select(each => (each.Criterion.Id, each.Stability))]
            : [];
        WriteArray("stability", parts, part =>
        {
            _json.WriteString("criterion", part.Criterion);
            _json.WriteNumber("value", part.Stability.Value);
            _json.WriteNumber("criticalValue", part.Stability.CriticalValue);
            _json.WriteBoolean("isShifted", part.Stability.IsShifted);
        });
        _json.WriteEndObject();
    }

    private void Write(string name, OutcomeCounts? counts)
    {
        if (counts is null)
        {
            _json.WriteNull(name);
            return;
        }

        _json.WriteStartObject(name);
        WriteOutcomes(counts);
        _json.WriteEndObject();
    }

    private void WriteOutcomes(OutcomeCounts counts)
    {
        StatisticalInterval? interval = counts.WinRate.Interval();
        _json.WriteNumber("deals", counts.Deals);
        _json.WriteNumber("won", counts.Won);
        _json.WriteNumber("lost", counts.Lost);
        WriteNumber("winRate", counts.WinRate.Value);
        WriteNumber("low", interval?.Low);
        WriteNumber("high", interval?.High);
        WriteNumber("revenue", counts.Revenue);
    }

    private void Write(string name, ObservedRate rate)
    {
        _json.WriteStartObject(name);
        _json.WriteNumber("count", rate.Successes);
        _json.WriteNumber("of", rate.Trials);
        _json.WriteEndObject();
    }
}
