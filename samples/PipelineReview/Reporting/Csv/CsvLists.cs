using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PipelineReview.Reading;
using PipelineReview.Reviewing;
using Sqo.Qualification;

namespace PipelineReview.Reporting.Csv;

/// <summary>The lists of a review, in full: of the team, or of one owner.</summary>
internal sealed class CsvLists(Review review, ExplanationTexts texts)
{
    private readonly Priorities _priorities = review.Priorities;
    private readonly DealTexts _deals = new(texts, review.Currency);

    /// <summary>The names of all files.</summary>
    public static IReadOnlyList<string> FileNames { get; } =
    [
        "owners.csv", "plan.csv", "not-planned.csv", "not-weighed.csv", "answers.csv", "at-risk.csv", "best.csv", "near-misses.csv",
        "needs-discovery.csv", "open-deals.csv", "forecast.csv", "stale.csv", "criteria.csv", "questions.csv", "rejected-rows.csv",
        "campaigns.csv", "attribution.csv", "audit-verdicts.csv", "audit-criteria.csv", "audit-thresholds.csv",
    ];

    /// <summary>The lists; those about the team or the file alone are left out on the page of one owner.</summary>
    public IEnumerable<CsvList> All() =>
    [
        Owners(), Plan(), NotPlanned(), NotWeighed(), Answers(), AtRisk(), Best(), NearMisses(), NeedsDiscovery(), OpenDeals(),
        .. review.Owner is null ? (CsvList[])[Forecast(), Stale(), Criteria(), Questions(), RejectedRows()] : [],
        .. review is { Owner: null, Campaigns: { } campaigns } ? (CsvList[])[Campaigns(campaigns)] : [],
        .. review is { Owner: null, Campaigns.Attribution: { } attribution } ? (CsvList[])[Attribution(attribution)] : [],
        .. review is { Owner: null, AuditOfClosed: { } audit }
            ? (CsvList[])[AuditVerdicts(audit.Profile), AuditCriteria(audit.Profile), AuditThresholds(audit.Thresholds)]
            : [],
    ];

    private CsvList Owners() => new(
        "owners",
        Headings(Words.Owner, Words.Deals, Words.MustDo, Words.Hours, Words.OfHours, Words.ExpectedValue, Words.HourWorth),
        _priorities.Owners.Select(owner => (object?[])
        [
            owner.Owner, owner.Deals.Count, owner.Deals.Count(deal => deal.MustDo is not null), owner.Used, owner.Hours,
            owner.ExpectedValue, owner.ShadowPrice,
        ]));

    private CsvList Plan() => new(
        "plan",
        [.. DealHeadings, .. Headings(Words.Hours, Words.Verdict, Words.MustDo)],
        _priorities.Owners.SelectMany(owner => owner.Deals).Select(deal => (object?[])
        [
            .. DealCells(deal.Deal), deal.Time, texts.Verdict(review.VerdictOf(deal.Deal)),
            deal.MustDo is null ? null : texts[Words.AnswerOverdue],
        ]));

    private CsvList NotPlanned() => new(
        "not-planned",
        [.. DealHeadings, .. Headings(Words.Hours, Words.Why, Words.Reason)],
        _priorities.LeftOut.Select(deal => (object?[])
        [
            .. DealCells(deal.Deal), deal.Time, texts[Words.NotPlannedReason + deal.Reason], _priorities.Plan.ReasonOf(deal, texts),
        ]));

    private CsvList NotWeighed() => new(
        "not-weighed",
        [.. DealHeadings, .. Headings(Words.Why)],
        _priorities.Unknown.Select(deal => (object?[])[.. DealCells(deal.Deal), _deals.NotWeighed(deal.Unknown)]));

    private CsvList Answers() => new(
        "answers",
        [.. DealHeadings, .. Headings(Words.QualifiedOn, Words.Due, Words.DaysOverdue)],
        _priorities.Overdue.Concat(_priorities.Waiting).Select(answer => (object?[])
        [
            .. DealCells(answer.Opportunity), answer.Start.Value, Priorities.LastDayOf(answer), Priorities.DaysOverdue(answer),
        ]));

    private CsvList AtRisk() => new(
        "at-risk",
        [.. DealHeadings, .. Headings(Words.SignHeading)],
        _priorities.AtRisk.Select(deal => (object?[])[.. DealCells(deal.Opportunity), deal.ToText(texts)]));

    private CsvList Best() => new(
        "best",
        [.. DealHeadings, .. Headings(Words.Why)],
        _priorities.Best.Ranked.Where(deal => review.Shows(deal.Opportunity))
            .Select(deal => (object?[])[.. DealCells(deal.Opportunity), deal.ToText(texts)]));

    private CsvList NearMisses() => new(
        "near-misses",
        [.. ReviewedHeadings, .. Headings(Words.ItWouldTake)],
        review.NearMisses.Where(review.Shows).Select(deal => (object?[])
        [
            .. ReviewedCells(deal), deal.Result.Remedies.Count == 0 ? texts[MessageIds.RemedyNone] : _deals.Remedy(deal.Result.Remedies[0]),
        ]));

    private CsvList NeedsDiscovery() => new(
        "needs-discovery",
        [.. ReviewedHeadings, .. Headings(Words.ToAsk)],
        review.ToDiscover.Where(review.Shows).Select(deal => (object?[])
        [
            .. ReviewedCells(deal), string.Join(" ", Review.QuestionsOf(deal).Select(texts.Question)),
        ]));

    private CsvList OpenDeals() => new(
        "open-deals",
        [.. ReviewedHeadings, .. Headings(Words.Verdict, Words.Chance, Words.ExpectedValue, Words.ExpectedClose)],
        review.Open.Where(review.Shows).Select(deal =>
        {
            DealChance chance = _priorities.Chances[deal.Deal.Id];
            return (object?[])
            [
                .. ReviewedCells(deal), texts.Verdict(deal.Decision.Verdict), chance.Probability, chance.ExpectedValue,
                chance.ExpectedClose,
            ];
        }));

    private CsvList Forecast() => new(
        "forecast",
        [texts[Words.Period], Words.P10, Words.P50, Words.P90, texts[Words.Mean]],
        (review.Forecast.Forecast?.Periods ?? []).Select(period => (object?[])
        [
            period.Period.First, period.Quantile(0.1), period.Quantile(0.5), period.Quantile(0.9), period.Mean,
        ]));

    private CsvList Stale() => new(
        "stale",
        [.. DealHeadings, .. Headings(Words.Age)],
        review.Forecast.Stale.Select(deal => (object?[])[.. DealCells(deal.Opportunity), deal.Age]));

    private CsvList Criteria() => new(
        "criteria",
        Headings(Words.Criterion, Words.Asked, Words.Unmet, Words.Unknown, Words.Stopped, Words.AloneEnough, Words.AloneEnoughValue),
        review.Audit.Criteria.Select(audit => (object?[])
        [
            texts.Label(audit.Criterion), texts.Requirement(audit.Criterion), audit.Unmet.Deals, audit.Unknown.Deals, audit.Stopped?.Deals,
            audit.Turned?.Deals, audit.Turned?.Revenue,
        ]));

    private CsvList Questions() => new(
        "questions",
        Headings(Words.Question, Words.Deals, Words.Value, Words.OnlyQuestion),
        review.Questions.Select(open => (object?[])[texts.Question(open.Criterion), open.Count, open.Value, open.OnlyCount]));

    private CsvList RejectedRows() => new(
        "rejected-rows",
        Headings(Words.File, Words.Line, Words.Id, Words.Reason, Words.Fault),
        review.Rejected.Select(row => (object?[])[row.File, row.Line, row.Id, texts[Words.RejectReason + row.Reason], row.Text]));

    private CsvList Campaigns(CampaignReview campaigns)
    {
        var document = new CampaignDocument(campaigns, texts, _deals);
        ConversionEvent compared = campaigns.Funnel.Compared;
        return new CsvList(
            "campaigns",
            Headings(
                Words.Campaign, Words.Rank, Words.Deals, Words.Sqos, Words.Won, Words.Lost, Words.Open,
                compared == ConversionEvent.Won ? Words.WonRate : Words.SqoRate, Words.Lowest, Words.Highest, Words.WonValue,
                Words.ExpectedValue, Words.Compared),
            campaigns.Funnel.Campaigns.Select(row =>
            {
                FunnelFigures figures = row.Figures;
                ObservedRate rate = figures.Rate(compared);
                return (object?[])
                [
                    row.Name ?? texts[Words.UnknownCampaign], row.Rank, figures.Leads, figures.QualifiedOpportunities, figures.Won,
                    figures.Lost, figures.Open, rate.Value, rate.Interval()?.Low, rate.Interval()?.High, figures.WonValue,
                    figures.ExpectedValue, document.Against(row),
                ];
            }));
    }

    private CsvList Attribution(AttributionComparison attribution) => new(
        "attribution",
        Headings(Words.CreditModel, Words.Channel, Words.Share, Words.Won, Words.Value, Words.Assisted),
        attribution.Models.Where(model => model.HasCredit).SelectMany(model => model.Channels.Select(credit => (object?[])
        [
            texts[ExplanationTexts.AttributionModelPrefix + model.Model.Id], credit.Channel, credit.Share, credit.Conversions,
            credit.Values.Sum(value => value.Amount), credit.AssistedShare,
        ])));

    private CsvList AuditVerdicts(ProfileAudit audit) => new(
        "audit-verdicts",
        Headings(
            Words.Verdict, Words.Deals, Words.Won, Words.Lost, Words.WinRate, Words.Lowest, Words.Highest, Words.WonValue),
        [
            .. Review.Verdicts.Select(verdict => RowOf(texts.Verdict(verdict), audit[verdict])),
            RowOf(texts[Words.AllClosed], audit.All),
        ]);

    private CsvList AuditCriteria(ProfileAudit audit) => new(
        "audit-criteria",
        Headings(
            Words.Criterion, Words.WonIfMet, Words.WonIfUnmet, Words.WonIfUnknown, Words.Information, Words.ByChance, Words.StoppedAlone,
            Words.ShareOfRejections, Words.WonOfThose),
        audit.Criteria.Select(criterion => (object?[])
        [
            texts.Label(criterion.Criterion), criterion.Met.WinRate.Value, criterion.Unmet.WinRate.Value, criterion.Unknown.WinRate.Value,
            criterion.InformationValue, criterion.CriticalInformation, criterion.StoppedAlone?.Deals, criterion.ShareOfRejections.Value,
            criterion.AloneAgainstRest.First.Value,
        ]));

    private CsvList AuditThresholds(WhatIfCurve curve) => new(
        "audit-thresholds",
        Headings(Words.Threshold, Words.Sqos, Words.Won, Words.Lost, Words.Precision, Words.Recall, Words.WonValue),
        curve.Points.Select(point => (object?[])
        [
            point.Value, point.Qualified.Deals, point.Qualified.Won, point.Qualified.Lost, point.Precision.Value, point.Recall.Value,
            point.Qualified.Revenue,
        ]));

    private static object?[] RowOf(string name, OutcomeCounts counts) =>
    [
        name, counts.Deals, counts.Won, counts.Lost, counts.WinRate.Value, counts.WinRate.Interval()?.Low, counts.WinRate.Interval()?.High,
        counts.Revenue,
    ];

    private string[] DealHeadings => Headings(
        Words.Id, Words.Deal, Words.Account, Words.Owner, Words.Value, Words.Chance, Words.ExpectedValue,
        Words.ExpectedClose, Words.LikelyMonth);

    private object?[] DealCells(Opportunity deal)
    {
        DealChance chance = _priorities.Chances[deal.Id];
        return
        [
            deal.Id, deal.Name ?? deal.Product, deal.Account, deal.Owner, chance.Value, chance.Probability, chance.ExpectedValue,
            chance.ExpectedClose, chance.LikeliestMonth?.First.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        ];
    }

    private string[] ReviewedHeadings => Headings(Words.Id, Words.Deal, Words.Account, Words.Owner, Words.Value, Words.Score);

    private static object?[] ReviewedCells(ReviewedDeal reviewed)
    {
        Deal deal = reviewed.Deal;
        return [deal.Id, deal.Name ?? deal.Product, deal.Account, deal.Owner, deal.Value, reviewed.Decision.Score];
    }

    private string[] Headings(params string[] ids) => [.. ids.Select(id => texts[id])];
}
