using System;
using System.Collections.Generic;
using System.Linq;
using PipelineReview.Reviewing;
using Sqo.Qualification;

namespace PipelineReview.Reporting;

/// <summary>Describes the plan of the week: what each owner works on, what is left out and why, and the answers that are due.</summary>
internal sealed class PlanDocument
{
    private readonly Review _review;
    private readonly Priorities _priorities;
    private readonly ExplanationTexts _texts;
    private readonly DealTexts _deals;
    private readonly int _most;
    private readonly List<Block> _blocks = [];

    private PlanDocument(Review review, ExplanationTexts texts, DealTexts deals, int most)
    {
        _most = most;
        _review = review;
        _priorities = review.Priorities;
        _texts = texts;
        _deals = deals;
    }

    public static IReadOnlyList<Block> Of(Review review, ExplanationTexts texts, DealTexts deals, int most)
    {
        var document = new PlanDocument(review, texts, deals, most);
        document.WriteOwners();
        document.WriteDeals();
        document.WriteAnswers();
        document.WriteLeftOut();
        return document._blocks;
    }

    private void WriteOwners()
    {
        CapacityPlan plan = _priorities.Plan;
        OwnerPlan[] owners = [.. _priorities.Owners.Where(owner => !_priorities.OwnersWithoutDeals.Contains(owner.Owner))];
        Add(new Heading(_texts.Message(Words.Plan, _priorities.Week.First, _priorities.Week.Last)));
        Add(new Note(_texts.Message(Words.PlanNote, _priorities.Input.WeeklyHours, _priorities.Input.EffortHours)));
        if (owners.Length == 0)
        {
            Add(new Note(_texts[Words.NoOwners]));
        }
        else
        {
            Add(new Grid(
                [
                    Text(Words.Owner), Number(Words.Deals), Number(Words.MustDo), Number(Words.Hours), Number(Words.OfHours),
                    Number(Words.ExpectedValue), Number(Words.HourWorth),
                ],
                [
                    .. owners.Select(owner => (IReadOnlyList<string>)
                    [
                        _deals.Owner(owner.Owner),
                        Count(owner.Deals.Count),
                        Count(owner.Deals.Count(deal => deal.MustDo is not null)),
                        _deals.Hours(owner.Used),
                        _deals.Hours(owner.Hours),
                        Money(owner.ExpectedValue),
                        Money(owner.ShadowPrice),
                    ]),
                ]));
        }

        foreach (OwnerPlan owner in owners.Where(owner => owner.Overload > TimeSpan.Zero))
        {
            Add(new Note(_texts.Message(Words.Overload, _deals.Owner(owner.Owner), _deals.Hours(owner.Overload))));
        }

        if (_priorities.OwnersWithoutDeals.Count > 0)
        {
            Add(new Note(_texts.Message(
                Words.WithoutDeals,
                _priorities.OwnersWithoutDeals.Count,
                string.Join(", ", _priorities.OwnersWithoutDeals.Select(_deals.Owner)))));
        }

        if (owners.Length > 0 && _review.Owner is null)
        {
            string lack = _texts[plan.Bottleneck switch
            {
                PlanBottleneck.Hours => MessageIds.PlanLacksHours,
                PlanBottleneck.Mixed => MessageIds.PlanMixed,
                _ => MessageIds.PlanLacksDeals,
            }];
            string quality = plan.IsExact
                ? _texts[MessageIds.PlanExact]
                : _texts.Message(MessageIds.PlanShort, Money(plan.Shortfall), _texts.Formats.Percent(plan.Shortfall / plan.Bound, 1));
            Add(new Note($"{lack}. {quality}."));
        }
    }

    private void WriteDeals()
    {
        OwnerPlan[] owners = [.. _priorities.Owners.Where(owner => owner.Deals.Count > 0)];
        if (owners.Length == 0)
        {
            return;
        }

        // On the page of one owner every deal is shown.
        int most = _review.Owner is null ? _most : ReviewDocument.AllDeals;
        Add(new Heading(_texts[Words.ToWorkOn]));
        Add(new DealList(
            [
                new Column(_texts[Words.Owner], IsGroup: true), Id(), Text(Words.Account), Number(Words.Hours), Number(Words.Value),
                Number(Words.Chance), Number(Words.ExpectedValue), Text(Words.ExpectedClose), Text(Words.Verdict),
            ],
            [.. owners.SelectMany(owner => owner.Deals.Take(most).Select(deal => RowOf(deal, _deals.Owner(owner.Owner))))]));
        if (_review.Forecast.Forecast is { } forecast)
        {
            Add(new Note(_texts.Message(Words.ChanceNote, forecast.Total.Period.Last)));
        }

        OwnerPlan[] longer = [.. owners.Where(owner => owner.Deals.Count > most)];
        if (longer.Length > 0)
        {
            Add(new Note(_texts.Message(
                Words.MoreDeals,
                most,
                string.Join(", ", longer.Select(owner => $"{_deals.Owner(owner.Owner)} ({Count(owner.Deals.Count)})")))));
        }
    }

    private DealRow RowOf(PlannedDeal deal, string owner)
    {
        DealChance chance = _priorities.Chances[deal.Deal.Id];
        return Row(
            deal.Deal,
            owner,
            Printable.Clip(deal.Deal.Id),
            Clip(deal.Deal.Account),
            _deals.HoursCell(deal.Time),
            _deals.ValueCell(deal.Value),
            _deals.ChanceCell(chance),
            _deals.ValueCell((decimal?)deal.ExpectedValue),
            _deals.CloseCell(chance),
            deal.MustDo is null ? _texts.Verdict(_review.VerdictOf(deal.Deal)) : _texts[Words.AnswerOverdue]);
    }

    private DealRow Row(Opportunity deal, params Cell[] cells) => new(_deals.Owner(deal.Owner), _review.LinkTo(deal.Id), cells);

    private void WriteAnswers()
    {
        if (_priorities.Answers is not { } answers)
        {
            Add(new Note(_texts[Words.NoAnswerTimes]));
            return;
        }

        Add(new Heading(_texts.Message(Words.Answers, _priorities.Overdue.Count)));
        if (_review.Owner is null && answers.All.InTime.Value is { } share)
        {
            Add(new Note(_texts.Message(Words.InTime, _texts.Formats.Percent(share, 0), answers.All.InTime.Trials)));
        }

        ResponseDue[] shown = [.. _priorities.Overdue.Take(_most), .. _priorities.Waiting.Take(_most)];
        if (shown.Length == 0)
        {
            Add(new Note(_texts[Words.None]));
            return;
        }

        Add(new DealList(
            [
                Id(), Text(Words.Account), Text(Words.Owner), Number(Words.Value), Text(Words.QualifiedOn), Text(Words.Due),
                Number(Words.DaysOverdue),
            ],
            [
                .. shown.Select(answer => Row(
                    answer.Opportunity,
                    Printable.Clip(answer.Id),
                    Clip(answer.Opportunity.Account),
                    _deals.Owner(answer.Opportunity.Owner),
                    _deals.ValueCell(answer.Opportunity.Amount),
                    _deals.DayCell(answer.Start.Value),
                    _deals.DayCell(Priorities.LastDayOf(answer)),
                    _deals.CountCell(Priorities.DaysOverdue(answer)))),
            ]));
        if (_priorities.Overdue.Count > _most || _priorities.Waiting.Count > _most)
        {
            Add(new Note(_texts.Message(Words.FirstAnswers, _most, _priorities.Overdue.Count, _priorities.Waiting.Count)));
        }
    }

    private void WriteLeftOut()
    {
        IReadOnlyList<LeftOutDeal> leftOut = _priorities.LeftOut;
        IReadOnlyList<UnknownDeal> unknown = _priorities.Unknown;
        Add(new Heading(_texts.Message(Words.NotPlanned, leftOut.Count + unknown.Count)));
        if (leftOut.Count + unknown.Count == 0)
        {
            Add(new Note(_texts[Words.None]));
        }
        else
        {
            Add(new Grid(
                [Text(Words.Why), Number(Words.Deals), Number(Words.Value), Number(Words.ExpectedValue)],
                [
                    .. leftOut.GroupBy(deal => deal.Reason)
                        .OrderByDescending(deals => deals.Count()).ThenBy(deals => deals.Key)
                        .Select(deals => RowOf(_texts[Words.NotPlannedReason + deals.Key], [.. deals.Select(deal => deal.Deal)])),
                    .. unknown.GroupBy(deal => deal.Unknown)
                        .OrderByDescending(deals => deals.Count()).ThenBy(deals => deals.Key)
                        .Select(deals => RowOf(_deals.NotWeighed(deals.Key), [.. deals.Select(deal => deal.Deal)])),
                ]));
        }

        LeftOutDeal[] next = [.. leftOut.Where(deal => deal.Gain > 0).Take(_most)];
        if (_most == ReviewDocument.AllDeals && leftOut.Count + unknown.Count > 0)
        {
            Add(LeftOutList(
            [
                .. leftOut.Select(deal => LeftOutRow(deal.Deal, WhyNot(deal))),
                .. unknown.Select(deal => LeftOutRow(deal.Deal, _deals.NotWeighed(deal.Unknown))),
            ]));
        }
        else if (next.Length > 0)
        {
            Add(new Note(_texts.Message(Words.NextBest, next.Length)));
            Add(LeftOutList([.. next.Select(deal => LeftOutRow(deal.Deal, WhyNot(deal)))]));
        }

        if (_review.Owner is null && _review.Forecast.Rejected > 0)
        {
            Add(new Note(_texts.Message(Words.InvalidDeals, _review.Forecast.Rejected)));
        }
    }

    private DealList LeftOutList(DealRow[] rows) => new(
        [Id(), Text(Words.Account), Text(Words.Owner), Number(Words.Value), Number(Words.Chance), Text(Words.Why)], rows);

    private DealRow LeftOutRow(Opportunity deal, string why) => Row(
        deal,
        Printable.Clip(deal.Id),
        Clip(deal.Account),
        _deals.Owner(deal.Owner),
        _deals.ValueCell(deal.Amount),
        _deals.ChanceCell(_priorities.Chances[deal.Id]),
        why);

    // Of a deal that would bring something, why it isn't among the planned ones; of the others, the reason is that of many.
    private string WhyNot(LeftOutDeal deal) => deal.Gain > 0
        ? DealTexts.Sentence(_priorities.Plan.ReasonOf(deal, _texts))
        : _texts[Words.NotPlannedReason + deal.Reason];

    private string[] RowOf(string reason, Opportunity[] deals) =>
    [
        reason,
        Count(deals.Length),
        _deals.Value(deals.Sum(deal => deal.Amount ?? 0)),
        _deals.Value(deals.Sum(deal => _priorities.Chances[deal.Id].ExpectedValue ?? 0)),
    ];

    private string Money(double value) => _deals.Value((decimal)value);

    private string Count(int count) => _texts.Formats.Number(count);

    private static string Clip(string? text) => text is null ? "" : Printable.Clip(text);

    private Column Text(string heading) => new(_texts[heading]);

    private Column Id() => new(_texts[Words.Id], IsId: true);

    private Column Number(string heading) => new(_texts[heading], IsNumber: true);

    private void Add(Block block) => _blocks.Add(block);
}
