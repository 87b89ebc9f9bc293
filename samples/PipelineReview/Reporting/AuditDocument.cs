using System;
using System.Collections.Generic;
using System.Linq;
using PipelineReview.Reviewing;
using Sqo.Qualification;

namespace PipelineReview.Reporting;

/// <summary>Describes what the profile would have done with the closed deals, and another threshold.</summary>
internal sealed class AuditDocument(AuditReview audit, ExplanationTexts texts, DealTexts deals)
{
    private const int ShownStep = 10;

    private readonly ProfileAudit _profile = audit.Profile;

    public IEnumerable<Block> Blocks() => [.. Verdicts(), .. Criteria(), .. Thresholds(), .. Changes()];

    private IEnumerable<Block> Verdicts()
    {
        yield return new Heading(texts.Message(Words.Audit, _profile.All.Deals));
        yield return new Note(texts[Words.AuditNote]);
        if (audit.Undated > 0)
        {
            yield return new Note(texts.Message(Words.Undated, audit.Undated));
        }

        yield return new Grid(
            [
                new Column(texts[Words.Verdict]), Number(Words.Deals), Number(Words.Won), Number(Words.Lost), Number(Words.WinRate),
                Number(Words.Interval), Number(Words.WonValue),
            ],
            [
                .. Review.Verdicts.Select(verdict => RowOf(texts.Verdict(verdict), _profile[verdict])),
                RowOf(texts[Words.AllClosed], _profile.All),
            ]);
        yield return new Lead(Summary());
    }

    // What a sales manager has to know before anything else: whether the profile tells deals apart.
    private string Summary()
    {
        RateDifference difference = audit.QualifiedAgainstRest;
        if (Math.Min(difference.First.Trials, difference.Second.Trials) < _profile.Options.MinimumClosed)
        {
            return texts.Message(Words.AuditTooFew, _profile.Options.MinimumClosed);
        }

        string line = texts.Message(
            SignOf(difference) switch { > 0 => Words.AuditBetter, < 0 => Words.AuditWorse, _ => Words.AuditSame },
            Percent(difference.First.Value), Percent(difference.Second.Value));
        return _profile.All.Revenue is not > 0 ? line : $"{line} {texts.Message(
            Words.AuditRevenue, deals.Value(_profile[Verdict.Qualified].Revenue), deals.Value(_profile.All.Revenue),
            Percent((double)(_profile[Verdict.Qualified].Revenue!.Value / _profile.All.Revenue!.Value)))}";
    }

    private IEnumerable<Block> Criteria()
    {
        yield return new Heading(texts[Words.AuditCriteria]);
        yield return new Grid(
            [
                new Column(texts[Words.Criterion]), Number(Words.WonIfMet), Number(Words.WonIfUnmet), Number(Words.WonIfUnknown),
                Number(Words.Information), Number(Words.ByChance), Number(Words.StoppedAlone), Number(Words.ShareOfRejections),
                Number(Words.WonOfThose),
            ],
            [
                .. _profile.Criteria.Select(criterion => (IReadOnlyList<string>)
                [
                    texts.Label(criterion.Criterion), Rate(criterion.Met.WinRate), Rate(criterion.Unmet.WinRate),
                    Rate(criterion.Unknown.WinRate), Information(criterion.InformationValue), Information(criterion.CriticalInformation),
                    criterion.StoppedAlone is { } alone ? Count(alone.Deals) : "", Percent(criterion.ShareOfRejections.Value),
                    Rate(criterion.AloneAgainstRest.First),
                ]),
            ]);
        yield return new Note(texts.Message(Words.AuditCriteriaNote, _profile.Options.MinimumClosed));
        foreach (CriterionAudit criterion in _profile.Criteria.Where(criterion => criterion.StoppedAlone is { Deals: > 0 })
            .OrderByDescending(criterion => criterion.StoppedAlone!.Deals))
        {
            yield return new Note(criterion.ToText(texts));
        }

        foreach (CriterionPair pair in _profile.Pairs.Where(pair => pair.IsSame))
        {
            yield return new Note(pair.ToText(texts));
        }
    }

    private IEnumerable<Block> Thresholds()
    {
        yield return new Heading(texts[Words.AuditThresholds]);
        yield return new Grid(
            [
                Number(Words.Threshold), Number(Words.Sqos), Number(Words.Won), Number(Words.Lost), Number(Words.Precision),
                Number(Words.Recall), Number(Words.WonValue),
            ],
            [
                .. audit.Thresholds.Points.Where(IsShown).Select(point => (IReadOnlyList<string>)
                [
                    texts.Formats.Number((decimal)point.Value!.Value) + (IsInForce(point) ? " *" : ""), Count(point.Qualified.Deals),
                    Count(point.Qualified.Won), Count(point.Qualified.Lost), Percent(point.Precision.Value), Percent(point.Recall.Value),
                    Value(point.Qualified),
                ]),
            ]);
        yield return new Note(texts[Words.AuditThresholdsNote]);
        if (audit is { HourCost: { } hour, MeanWon: { } mean })
        {
            yield return new Note(texts.Message(
                Words.AuditCosts, deals.Value(mean), deals.Value(hour), audit.HoursPerDeal));
            yield return new Note(audit.Best?.ToText(texts) ?? texts.Message(Words.AuditTooFew, _profile.Options.MinimumClosed));
        }
    }

    private IEnumerable<Block> Changes()
    {
        if (audit is not { Newest: { } newest, Drift: { } drift })
        {
            yield break;
        }

        yield return new Heading(texts.Message(Words.AuditChanges, newest));
        RateDifference difference = audit.NewestAgainstOlder;
        yield return new Note(texts.Message(
            SignOf(difference) switch { > 0 => Words.AuditRateRose, < 0 => Words.AuditRateFell, _ => Words.AuditRateSteady },
            texts.Message(Words.HeldOf, difference.First.Successes, difference.First.Trials), Percent(difference.First.Value),
            Percent(difference.Second.Value)));
        if (drift.Score is not { } score)
        {
            yield return new Note(texts.Message(Words.AuditNoDrift, drift.Minimum));
            yield break;
        }

        yield return new Grid(
            [
                new Column(texts[Words.Criterion]), Number(Words.Stability), Number(Words.ByChance), new Column(texts[Words.Change]),
            ],
            [
                Stability(texts[Words.Score], score, false),
                .. drift.Criteria.Select(each => Stability(texts.Label(each.Criterion), each.Stability, each.UnknownsGrow)),
            ]);
        yield return new Note(texts[Words.StabilityNote]);
    }

    private IReadOnlyList<string> Stability(string name, PopulationStability stability, bool unknownsGrow) =>
    [
        name, Information(stability.Value), Information(stability.CriticalValue),
        texts[unknownsGrow ? Words.UnknownsGrow : stability.IsShifted ? Words.Shifted : Words.Steady],
    ];

    // 1 or -1 if the difference is more than chance.
    private static int SignOf(RateDifference difference) =>
        difference.Interval() is not { } interval ? 0 : interval.Low > 0 ? 1 : interval.High < 0 ? -1 : 0;

    private IReadOnlyList<string> RowOf(string name, OutcomeCounts counts) =>
    [
        name, Count(counts.Deals), Count(counts.Won), Count(counts.Lost), Percent(counts.WinRate.Value),
        counts.WinRate.Interval() is { } interval ? texts.Message(Words.Between, Percent(interval.Low), Percent(interval.High)) : "-",
        Value(counts),
    ];

    private string Rate(ObservedRate rate) => rate.Trials == 0 ? "-"
        : rate.Trials < _profile.Options.MinimumClosed ? texts.Message(Words.HeldOf, rate.Successes, rate.Trials)
        : Percent(rate.Value);

    private string Value(OutcomeCounts counts) => counts.Revenue is { } revenue ? deals.Value(revenue) : "-";

    private bool IsShown(WhatIfPoint point) => point.Value % ShownStep == 0 || IsInForce(point);

    private bool IsInForce(WhatIfPoint point) => point.Value.Equals(audit.Threshold);

    private string Information(double? value) => value is { } known ? texts.Formats.Number((decimal)known, 3, 3) : "-";

    private string Percent(double? share) => share is { } known ? texts.Formats.Percent(known, 1) : "-";

    private string Count(long count) => texts.Formats.Number(count);

    private Column Number(string heading) => new(texts[heading], IsNumber: true);
}
