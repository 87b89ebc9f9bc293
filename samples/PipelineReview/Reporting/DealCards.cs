using System;
using System.Collections.Generic;
using System.Linq;
using PipelineReview.Reading;
using PipelineReview.Reviewing;
using Sqo.Qualification;

namespace PipelineReview.Reporting;

/// <summary>Shows the first of some deals as cards, under a heading that counts them all.</summary>
/// <param name="review">The review.</param>
/// <param name="texts">Its texts.</param>
/// <param name="most">The maximum number of deals; <see cref="ReviewDocument.AllDeals"/> for all.</param>
internal sealed class DealCards(Review review, ExplanationTexts texts, int most)
{
    /// <summary>Explains the verdict of a deal.</summary>
    public DealTexts Texts { get; } = new(texts, review.Currency);

    /// <summary>Whether there are list prices among the amounts, which must be marked.</summary>
    public bool MarksListPrices { get; } = review.Open.Any(deal => deal.Deal.Amount is not null);

    /// <summary>The heading and the cards.</summary>
    /// <param name="heading">
    /// The id of the heading, which takes the number of deals shown and of all; followed by <see cref="Words.OfAll"/>, only that of all.
    /// </param>
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
        Func<ReviewedDeal, Cell> scoreOf,
        Func<ReviewedDeal, CardDetail[]> detailsOf)
    {
        ReviewedDeal[] mine = [.. deals.Where(review.Shows)];
        ReviewedDeal[] shown = [.. mine.Take(most)];
        yield return new Heading(most == ReviewDocument.AllDeals
            ? texts.Message(heading + Words.OfAll, mine.Length)
            : texts.Message(heading, shown.Length, mine.Length));
        yield return shown.Length == 0
            ? new Note(texts[Words.None])
            : new Cards(
                HeadingsOf(score, details),
                [.. shown.Select(deal => Card(deal.Deal, scoreOf(deal), detailsOf(deal)))]);
    }

    /// <summary>The headings of cards whose score and details have these.</summary>
    public CardHeadings HeadingsOf(string score, string details) => new(
        texts[Words.Id], texts[Words.Deal], texts[Words.Account], texts[Words.Owner], texts[Words.Value], texts[score], texts[details]);

    public CardDetail Detail(CardMood mood, string label, string[] points) =>
        new(mood, texts[label], [points.Length == 0 ? texts[Words.Nothing] : string.Join("; ", points)]);

    public CardDetail[] DetailIfAny(CardMood mood, string label, string[] points) =>
        points.Length == 0 ? [] : [Detail(mood, label, points)];

    private Card Card(Deal deal, Cell score, CardDetail[] details)
    {
        string mark = MarksListPrices && deal is { Amount: null, ListPrice: not null } ? "*" : "";
        return new Card(
            Clip(deal.Id),
            Clip(deal.Name ?? deal.Product),
            Clip(deal.Account),
            Texts.Owner(deal.Owner),
            new Cell(Texts.Value(deal.Value) + mark, (double?)deal.Value),
            score,
            details,
            review.LinkTo(deal.Id));
    }

    private static string Clip(string? text) => text is null ? "" : Printable.Clip(text);
}
