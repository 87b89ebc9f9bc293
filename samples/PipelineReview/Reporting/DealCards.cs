using System;
using System.Collections.Generic;
using System.Linq;
using PipelineReview.Reading;
using PipelineReview.Reviewing;
using Sqo.Qualification;

namespace PipelineReview.Reporting;

/// <summary>Shows the first of some deals as cards, under a heading that counts them all.</summary>
internal sealed class DealCards(Review review, ExplanationTexts texts)
{
    private const int MostDeals = 10;

    /// <summary>Explains the verdict of a deal.</summary>
    public DealTexts Texts { get; } = new(texts, review.Currency);

    /// <summary>Whether there are list prices among the amounts, which must be marked.</summary>
    public bool MarksListPrices { get; } = review.Open.Any(deal => deal.Deal.Amount is not null);

    /// <summary>The heading and the cards.</summary>
    /// <param name="heading">The id of the heading, which takes the number of deals shown and of all.</param>
    /// <param name="deals">The deals, in order.</param>
    /// <param name="score">The id of the heading of the scores.</param>
    /// <param name="details">The id of the heading of the details.</param>
    /// <param name="scoreOf">The score as text.</param>
    /// <param name="detailsOf">The details of a deal.</param>
    public IEnumerable<Block> Of(
        string heading,
        IReadOnlyList<ReviewedDeal> deals,
        string score,
        string details,
        Func<ReviewedDeal, string> scoreOf,
        Func<ReviewedDeal, CardDetail[]> detailsOf)
    {
        ReviewedDeal[] mine = [.. deals.Where(review.Shows)];
        ReviewedDeal[] shown = [.. mine.Take(MostDeals)];
        yield return new Heading(texts.Message(heading, shown.Length, mine.Length));
        yield return shown.Length == 0
            ? new Note(texts[Words.None])
            : new Cards(
                new CardHeadings(texts[Words.Deal], texts[Words.Value], texts[score], texts[details]),
                [.. shown.Select(deal => Card(deal.Deal, scoreOf(deal), detailsOf(deal)))]);
    }

    public CardDetail Detail(CardMood mood, string label, string[] points) =>
        new(mood, texts[label], [points.Length == 0 ? texts[Words.Nothing] : string.Join("; ", points)]);

    public CardDetail[] DetailIfAny(CardMood mood, string label, string[] points) =>
        points.Length == 0 ? [] : [Detail(mood, label, points)];

    private Card Card(Deal deal, string score, CardDetail[] details)
    {
        string mark = MarksListPrices && deal is { Amount: null, ListPrice: not null } ? "*" : "";
        return new Card(
            Clip(deal.Id),
            Clip(deal.Name ?? deal.Product),
            Clip(deal.Account),
            Texts.Owner(deal.Owner),
            Texts.Value(deal.Value) + mark,
            score,
            details,
            review.DealUrl is { } url ? DealLink.Of(url, deal.Id) : null);
    }

    private static string Clip(string? text) => text is null ? "" : Printable.Clip(text);
}
