using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Prioritization;

public class RankingIndexTests
{
    private static readonly RankingValue Expected = RankingValue.ExpectedValue(o => o.Probability, o => o.Amount);

    [Fact]
    public void WithAndWithout_AnyChanges_GiveTheOrderOfANewList() => Property.Holds(Deep.Size(25, 400), (random, size) =>
    {
        var seed = (long)random.Next();
        var deals = RankingTests.Deals(random, 3 * size).ToDictionary(deal => deal.Id);
        var index = RankingIndex.Create(deals.Values.OrderBy(_ => random.Next()), Expected, seed);
        Same(index);
        for (var change = 0; change < 8; change++)
        {
            var earlier = index;
            var before = IdsOf(earlier);
            var id = "D-" + random.Below(4 * size);
            if (random.Chance(0.3))
            {
                index = index.Without(id);
                deals.Remove(id);
            }
            else
            {
                deals[id] = random.Chance(0.2)
                    ? RankingTests.Closed(id, OpportunityOutcome.Won)
                    : RankingTests.Deal(id, random.Chance(0.1) ? null : random.Below(8), 0.5);
                index = index.With(deals[id]);
            }

            Same(index);
            Assert.Equal(before, IdsOf(earlier));
        }

        void Same(RankingIndex changed)
        {
            var list = Ranking.Create(deals.Values, Expected, new(seed: seed));
            Assert.Equal(RankingTests.Ids(list), IdsOf(changed));
            Assert.Equal(list.Ranked.Select(deal => deal.ToString()), changed.Best(changed.Count).Select(deal => deal.ToString()));
            Assert.Equal(
                list.Unknown.Select(deal => deal.Id), changed.Unknown.Select(deal => deal.Id).OrderBy(id => id, StringComparer.Ordinal));
            foreach (var deal in list.Ranked) Assert.Equal(deal.Rank, changed.RankOf(deal.Id));
            foreach (var deal in list.Unknown) Assert.Null(changed.RankOf(deal.Id));
            for (var rank = 1; rank <= changed.Count; rank++) Assert.Equal(list.Ranked[rank - 1].Id, changed[rank].Id);
        }
    });

    [Fact]
    public void With_OneOfMany_AsksOnlyTheChangedDeal()
    {
        var asked = new List<string>();
        var by = RankingValue.Score(o =>
        {
            asked.Add(o.Id);
            return (double?)o.Amount;
        });
        var index = RankingIndex.Create(Enumerable.Range(0, 2_000).Select(i => RankingTests.Deal("D-" + i, i)), by);
        asked.Clear();
        index = index.With(RankingTests.Deal("D-7", 1_000.5m));
        Assert.Equal(["D-7"], asked);
        Assert.Equal(1_000, index.RankOf("D-7"));
        Assert.Equal(["D-1999", "D-1998"], index.Best(2).Select(deal => deal.Id));
        Assert.Equal("2000 by score", index.ToString());
        Assert.Same(index, index.Without("not there"));
    }

    [Fact]
    public void Members_BadArguments_AreRefusedByName()
    {
        var index = RankingIndex.Create([RankingTests.Deal("a", 1, 1)], Expected);
        Assert.Throws<ArgumentOutOfRangeException>("rank", () => index[0]);
        Assert.Throws<ArgumentOutOfRangeException>("rank", () => index[2]);
        Assert.Throws<ArgumentOutOfRangeException>("count", () => index.Best(-1));
        Assert.Throws<ArgumentNullException>("id", () => index.RankOf(null!));
        Assert.Throws<ArgumentNullException>("opportunity", () => index.With(null!));
        Assert.Throws<ArgumentException>("opportunities", () => RankingIndex.Create([null!], Expected));
        var twice = Assert.Throws<ArgumentException>(
            "opportunities", () => RankingIndex.Create([RankingTests.Deal("a", 1, 1), RankingTests.Deal("a", 2, 1)], Expected));
        Assert.Contains("\"a\"", twice.Message, StringComparison.Ordinal);
    }

    private static List<string> IdsOf(RankingIndex index) => [.. index.Best(index.Count).Select(deal => deal.Id)];
}
