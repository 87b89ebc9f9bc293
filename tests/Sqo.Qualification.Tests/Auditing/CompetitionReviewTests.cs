using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Auditing;

public class CompetitionReviewTests
{
    [Fact]
    public void Of_UnknownCompetitors_AreNotNone()
    {
        var review = Of(
            Deal(true, ["Acme"]), Deal(false, ["Acme", "Bolt", "Acme"]), Deal(true, []), Deal(false, null), Deal(null, ["Acme"]),
            Deal(true, ["a", "b", "c"]));
        Assert.Equal(["0", "1", "2", "3+", null], review.ByNumber.Select(group => group.Name));
        Assert.Equal([1L, 2L, 1L, 1L, 1L], review.ByNumber.Select(group => group.Counts.Deals));
        var acme = review.ByCompetitor[0];
        Assert.Equal("Acme", acme.Name);
        Assert.Equal((1, 1, 1), (acme.Counts.Won, acme.Counts.Lost, acme.Counts.Open));
        Assert.Null(review.ByCompetitor[review.ByCompetitor.Count - 1].Name);
        Assert.Equal(1, review.ByCompetitor[review.ByCompetitor.Count - 1].Counts.Lost);
        // Overall 3 of 5 counts as 30 deals.
        Assert.Equal((18.0 + 1) / (30 + 2), acme.ShrunkRate!.Value, 1e-12);
    }

    [Fact]
    public void Trend_OfClosedDeals_IsTheNewerHalfMinusTheOlder()
    {
        // Of the older 50, 40 are won; of the newer 50, 10.
        var deals = Enumerable.Range(0, 100).Select(
            i => Deal(i < 50 ? i % 5 != 0 : i % 5 == 0, ["Acme"], closed: new DateTime(2026, 1, 1).AddDays(i))).ToArray();
        var acme = Of(deals).ByCompetitor[0];
        Assert.Equal(new RateDifference(new(10, 50), new(40, 50)), acme.Trend);
        Assert.EndsWith("; falling from 80% to 20%", acme.ToString(), StringComparison.Ordinal);
        // Deals of one day can't be split.
        var sameDay = Of([.. deals.Select(deal => deal with { Closed = new DateTime(2026, 1, 1) })]).ByCompetitor[0];
        Assert.Equal(new RateDifference(new(0, 0), new(50, 100)), sameDay.Trend);
    }

    [Fact]
    public void ByFirstAnswer_Hours_AreInBandsWithTheSentenceThatItIsNoProof()
    {
        var review = Of(
            Deal(true, null, hours: 0.5), Deal(true, null, hours: 1), Deal(false, null, hours: 1.01), Deal(false, null, hours: 72),
            Deal(false, null, hours: 100), Deal(false, null));
        Assert.Equal(["\u2264 1", "\u2264 4", "\u2264 72", "> 72", null], review.ByFirstAnswer.Select(group => group.Name));
        Assert.Equal(2, review.ByFirstAnswer[0].Counts.Won);
        Assert.Contains("This is an association and no proof", review.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("By competitor", review.ToString(), StringComparison.Ordinal);
        Assert.Contains("inget bevis", review.ToText(new CultureInfo("sv")), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(Deal(true, null, hours: -1)));
    }

    [Fact]
    public void LossReasons_OfLostDeals_AreCountedWithThoseUnknown()
    {
        var review = Of(
            Deal(false, null, reason: "price"), Deal(false, null, reason: "price"), Deal(false, null, reason: "timing"), Deal(false, null),
            Deal(true, null, reason: "price"));
        Assert.Equal([new("price", 2), new KeyValuePair<string, int>("timing", 1)], review.LossReasons);
        Assert.Equal(1, review.WithoutLossReason);
        Assert.EndsWith("Loss reasons:\nprice: 2\ntiming: 1\nunknown: 1", review.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Merge_OfAnySplit_IsTheReviewOfAll() => Property.Holds(20, (random, size) =>
    {
        string[] names = ["Acme", "Bolt", "Core"];
        var deals = Enumerable.Range(0, size * 3).Select(_ => Deal(
            random.Chance(0.2) ? null : random.Chance(0.5),
            random.Chance(0.2) ? null : [.. names.Where(_ => random.Chance(0.4))],
            random.Chance(0.2) ? null : new DateTime(2026, 1, 1).AddDays(random.Below(40)),
            random.Chance(0.3) ? null : random.Below(100),
            random.Chance(0.3) ? null : names[random.Below(3)])).ToArray();
        var cut = random.Between(0, deals.Length);
        var (first, second) = (Of([.. deals.Take(cut)]), Of([.. deals.Skip(cut)]));
        Assert.Equal(Facts(Of(deals)), Facts(first.Merge(second)));
        Assert.Equal(Facts(Of(deals)), Facts(second.Merge(first)));
        Assert.Equal(Facts(Of([.. deals.Take(cut)])), Facts(first));
    });

    [Fact]
    public void Merge_OtherOptionsOrAmounts_IsRefused()
    {
        Rivalry[] deals = [Deal(true, [])];
        var plain = DealOutcomes.Of(deals, _ => OpportunityOutcome.Won);
        var review = CompetitionReview.Of(deals, plain);
        Assert.Throws<ArgumentNullException>("other", () => review.Merge(null!));
        Assert.Throws<ArgumentException>("other", () => review.Merge(CompetitionReview.Of(deals, plain, options: new(minimumClosed: 5))));
        var priced = DealOutcomes.Of(deals, _ => OpportunityOutcome.Won, _ => 5m);
        Assert.Throws<ArgumentException>("other", () => review.Merge(CompetitionReview.Of(deals, priced)));
    }

    private static List<string> Facts(CompetitionReview review) =>
    [
        review.ToString(), $"{review.WithoutLossReason}", string.Join(", ", review.LossReasons),
        .. new[] { review.ByCompetitor, review.ByNumber, review.ByIncumbent, review.ByFirstAnswer }.SelectMany(groups => groups).Select(
            group => $"{group.Name} {group.Counts} {group.Counts.Revenue} {group.ShrunkRate:R} {group.Trend.First} {group.Trend.Second}"),
    ];

    private static CompetitionReview Of(params Rivalry[] deals) => CompetitionReview.Of(
        deals,
        DealOutcomes.Of(deals, deal => deal.IsWon switch
        {
            null => OpportunityOutcome.Open,
            true => OpportunityOutcome.Won,
            _ => OpportunityOutcome.Lost,
        }),
        deal => deal.Rivals, null, deal => deal.Closed, deal => deal.Hours, deal => deal.Reason);

    private static Rivalry Deal(bool? isWon, string[]? rivals, DateTime? closed = null, double? hours = null, string? reason = null) =>
        new(isWon, rivals, closed, hours, reason);

    private sealed record Rivalry(bool? IsWon, string[]? Rivals, DateTime? Closed, double? Hours, string? Reason);
}
