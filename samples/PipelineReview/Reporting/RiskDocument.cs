using System.Collections.Generic;
using System.Linq;
using PipelineReview.Reviewing;
using Sqo.Qualification;

namespace PipelineReview.Reporting;

/// <summary>Describes the deals at risk: how many have which sign, and the evidence of the greatest ones.</summary>
internal sealed class RiskDocument(Review review, ExplanationTexts texts, DealCards cards, int most)
{
    private readonly DealTexts _deals = cards.Texts;

    public IEnumerable<Block> Blocks()
    {
        Priorities priorities = review.Priorities;
        IReadOnlyList<DealAtRisk> atRisk = priorities.AtRisk;
        yield return new Heading(texts.Message(Words.AtRisk, atRisk.Count, priorities.OpenDeals.Count));
        if (atRisk.Count == 0)
        {
            yield return new Note(texts[Words.None]);
        }
        else
        {
            yield return new Grid(
                [new Column(texts[Words.SignHeading]), Number(Words.Deals), Number(Words.Value), Number(Words.ExpectedValue)],
                [
                    .. priorities.BySign.Select(each => (IReadOnlyList<string>)
                    [
                        texts[Words.Sign + each.Sign],
                        texts.Formats.Number(each.Deals.Count),
                        _deals.Value(each.Deals.Sum(deal => deal.Opportunity.Amount ?? 0)),
                        _deals.Value(each.Deals.Sum(deal => deal.Value ?? 0)),
                    ]),
                ]);
        }

        string[] unseen =
        [
            .. priorities.Risks.Counts
                .Where(count => count.Open > 0 && count.Unknown == count.Open)
                .Select(count => texts[Words.Sign + count.Sign]),
        ];
        if (unseen.Length > 0)
        {
            yield return new Note(texts.Message(Words.UnseenSigns, string.Join("; ", unseen)));
        }

        if (atRisk.Count > 0)
        {
            DealAtRisk[] shown = [.. atRisk.Take(most)];
            yield return new Note(most == ReviewDocument.AllDeals
                ? texts[Words.AtRiskNote + Words.OfAll]
                : texts.Message(Words.AtRiskNote, shown.Length));
            yield return new Cards(cards.HeadingsOf(Words.ExpectedValue, Words.SignHeading), [.. shown.Select(CardOf)]);
        }
    }

    private Card CardOf(DealAtRisk deal)
    {
        Opportunity record = deal.Opportunity;
        DealChance chance = review.Priorities.Chances[deal.Id];
        return new Card(
            Printable.Clip(deal.Id),
            Clip(record.Name ?? record.Product),
            Clip(record.Account),
            _deals.Owner(record.Owner),
            _deals.ValueCell(record.Amount),
            _deals.ValueCell(deal.Value),
            [
                new CardDetail(
                    CardMood.Bad,
                    texts[Words.SignHeading],
                    [.. deal.Signs.Select(finding => DealTexts.Sentence(finding.ToText(texts)))]),
                _deals.ChanceDetail(chance),
            ],
            review.LinkTo(deal.Id));
    }

    private static string Clip(string? text) => text is null ? "" : Printable.Clip(text);

    private Column Number(string heading) => new(texts[heading], IsNumber: true);
}
