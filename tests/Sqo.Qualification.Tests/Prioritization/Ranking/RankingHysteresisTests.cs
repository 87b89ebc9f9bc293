using System.Collections.Generic;
using System.Globalization;
using System.Linq;
#if !NETFRAMEWORK
using System.Text.Json;
#endif
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Prioritization;

public class RankingHysteresisTests
{
    private static readonly RankingValue Score = RankingValue.Score(o => (double?)o.Amount);

    [Fact]
    public void Create_DifferenceWithinTheMargin_KeepsThePlace()
    {
        var list = Next(5, Before("a", "b"), ("a", 100), ("b", 105));
        Assert.Equal(["a", "b"], RankingTests.Ids(list));
        Assert.Equal([2, 1], list.Ranked.Select(deal => deal.RankByValue));
        Assert.Empty(list.Changes);
        Assert.Equal("No. 1: score 100; by value alone no. 2", list.Ranked[0].ToString());
        Assert.Equal("Nr 1: poäng 100; enbart efter värde nr 2", list.Ranked[0].ToText(new CultureInfo("sv-SE")));
        Assert.Equal(["b", "a"], RankingTests.Ids(Next(5, Before("a", "b"), ("a", 100), ("b", 106))));
        // Without a margin, equal values keep their places, and any difference moves.
        Assert.Equal(["b", "a"], RankingTests.Ids(Next(0, Before("b", "a"), ("a", 100), ("b", 100))));
        Assert.Equal(["a", "b"], RankingTests.Ids(Next(0, Before("b", "a"), ("a", 101), ("b", 100))));
    }

    [Fact]
    public void Create_DealThatMustPass_TakesAlongTheOneBetween()
    {
        // c passes a, which is 6 worse; b stood above c, which is only 2 better.
        Assert.Equal(["b", "c", "a"], RankingTests.Ids(Next(5, Before("a", "b", "c"), ("a", 100), ("b", 104), ("c", 106))));
    }

    [Fact]
    public void Create_NewDeal_PassesOnlyBeyondTheMargin()
    {
        Assert.Equal(["a", "new"], RankingTests.Ids(Next(50, Before("a"), ("a", 100), ("new", 150))));
        Assert.Equal(["new", "a"], RankingTests.Ids(Next(50, Before("a"), ("a", 100), ("new", 151))));
        // Otherwise a new deal that passes a, which holds back b, would pass b too.
        Assert.Equal(["a", "b", "new"], RankingTests.Ids(Next(5, Before("a", "b"), ("a", 50), ("b", 52), ("new", 51))));
        Assert.Equal(["a"], RankingTests.Ids(Ranking.Create(
            Deals(("a", 50), ("new", 52)), Score, new(best: 1, previous: Before("a"), margin: 5))));
    }

    [Fact]
    public void Create_MarginAsAShare_IsOfTheGreaterValue()
    {
        RankingOptions Share() => new(previous: Before("a", "b"), marginShare: 0.1);
        Assert.Equal(["a", "b"], RankingTests.Ids(Ranking.Create(Deals(("a", 90), ("b", 100)), Score, Share())));
        Assert.Equal(["b", "a"], RankingTests.Ids(Ranking.Create(Deals(("a", 89), ("b", 100)), Score, Share())));
    }

    /// <summary>The rule as it is defined, step by step over all deals.</summary>
    [Fact]
    public void Create_AnyLists_FollowTheRule() => Property.Holds(400, (random, size) =>
    {
        var deals = RankingTests.Deals(random, 3 * size);
        var previous = RankingTests.Previous(random, deals) ?? [];
        var options = new RankingOptions(
            best: random.Chance(0.5) ? random.Between(1, 2 * size) : null, previous: previous, margin: random.Below(5),
            marginShare: random.Pick(0, 0.3), seed: (long)random.Next());
        var list = Ranking.Create(deals, Score, options);
        var rest = deals.Where(deal => deal is { IsOpen: true, Amount: not null })
            .OrderByDescending(deal => deal.Amount).ThenBy(deal => SeededHash.Of(deal.Id, options.Seed)).ToList();
        var expected = new List<string>();
        while (rest.Count > 0)
        {
            var best = (double)rest[0].Amount!.Value;
            var kept = rest.Where(deal => (double)deal.Amount!.Value >= best - System.Math.Max(options.Margin, options.MarginShare * best))
                .Where(deal => PlaceOf(deal) >= 0).OrderBy(PlaceOf).FirstOrDefault();
            var added = rest.FirstOrDefault(deal => PlaceOf(deal) < 0);
            var next = kept ?? added!;
            expected.Add(next.Id);
            rest.Remove(next);
        }

        Assert.Equal(expected.Take(options.Best ?? expected.Count), RankingTests.Ids(list));

        int PlaceOf(Opportunity deal) => previous.FindIndex(entry => entry.Id == deal.Id);
    });

    [Fact]
    public void Create_AnyLists_NeverHoldBackBeyondTheMargin() => Property.Holds(200, (random, size) =>
    {
        var deals = RankingTests.Deals(random, 3 * size);
        var margin = random.Below(5);
        var list = Ranking.Create(deals, Score, new(previous: RankingTests.Previous(random, deals) ?? [], margin: margin));
        for (var i = 0; i < list.Ranked.Count; i++)
        {
            for (var j = i + 1; j < list.Ranked.Count; j++) Assert.True(list.Ranked[j].Value <= list.Ranked[i].Value + margin);
        }

        // The same deals again change nothing.
        var again = Ranking.Create(deals, Score, new(previous: list.Entries, margin: margin));
        Assert.Equal(RankingTests.Ids(list), RankingTests.Ids(again));
        Assert.Empty(again.Changes);
    });

#if !NETFRAMEWORK
    [Fact]
    public void Create_PreviousListAsJson_IsTheSame()
    {
        var by = RankingValue.ExpectedValue(o => o.Probability, o => o.Amount);
        var list = Ranking.Create([RankingTests.Deal("a", 10.5m, 0.3), RankingTests.Deal("b", 7, 0.1)], by);
        var kept = JsonSerializer.Deserialize<RankingEntry[]>(JsonSerializer.Serialize(list.Entries))!;
        Assert.Equal(list.Entries.Select(entry => entry.ToString()), kept.Select(entry => entry.ToString()));
        Assert.Equal(list.Entries[0].Parts, kept[0].Parts);
        Assert.Empty(Ranking.Create([RankingTests.Deal("a", 10.5m, 0.3), RankingTests.Deal("b", 7, 0.1)], by, new(previous: kept)).Changes);
    }
#endif

    private static Ranking Next(double margin, List<RankingEntry> previous, params (string Id, double Value)[] deals) =>
        Ranking.Create(Deals(deals), Score, new(previous: previous, margin: margin));

    private static List<RankingEntry> Before(params string[] ids) => [.. ids.Select((id, i) => new RankingEntry(id, -i))];

    private static List<Opportunity> Deals(params (string Id, double Value)[] deals) =>
        [.. deals.Select(deal => RankingTests.Deal(deal.Id, (decimal)deal.Value))];
}
