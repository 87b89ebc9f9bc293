using System;
using System.Linq;
using Sqo.Qualification.Internal;
using Xunit;

namespace Sqo.Qualification.Tests.Statistics;

public class SeededGeneratorTests
{
    [Fact]
    public void Next_StateOfTheAuthorsTest_GivesTheirNumbers()
    {
        var generator = new SeededGenerator(1, 2, 3, 4);
        ulong[] expected = [
            11520, 0, 1509978240, 1215971899390074240, 1216172134540287360, 607988272756665600, 16172922978634559625, 8476171486693032832,
            10595114339597558777, 2904607092377533576];
        Assert.Equal(expected, expected.Select(_ => generator.Next()));
    }

    [Fact]
    public void SplitMix_SeedOfTheReference_GivesItsNumbers()
    {
        ulong state = 1234567;
        ulong[] expected = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        Assert.Equal(expected, expected.Select(_ => SplitMix64.Next(ref state)));
    }

    [Fact]
    public void Next_SameSeed_GivesTheSameNumbersAndAnotherSeedOthers()
    {
        SeededGenerator first = new(7), second = new(7), other = new(8);
        var numbers = Enumerable.Range(0, 20).Select(_ => first.Next()).ToList();
        Assert.Equal(numbers, Enumerable.Range(0, 20).Select(_ => second.Next()));
        Assert.Empty(numbers.Intersect(Enumerable.Range(0, 20).Select(_ => other.Next())));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    public void NextBelow_ManyDraws_AreEven(int end)
    {
        var generator = new SeededGenerator(5);
        var counts = new int[end];
        for (var i = 0; i < 30_000; i++) counts[generator.NextBelow(end)]++;
        Assert.All(counts, count => Assert.InRange(count, (30_000 / end) - 450, (30_000 / end) + 450));
        Assert.InRange(Enumerable.Range(0, 10_000).Average(_ => generator.NextShare()), 0.49, 0.51);
        Assert.Throws<ArgumentOutOfRangeException>("end", () => generator.NextBelow(0));
    }

    [Fact]
    public void Shuffle_ManyTimes_GivesEachOrderAlike()
    {
        var generator = new SeededGenerator(11);
        var orders = Enumerable.Range(0, 12_000).Select(_ =>
        {
            char[] items = ['a', 'b', 'c'];
            generator.Shuffle(items);
            return new string(items);
        }).GroupBy(order => order).ToList();
        Assert.Equal(6, orders.Count);
        Assert.All(orders, order => Assert.InRange(order.Count(), 1_850, 2_150));
    }

    [Fact]
    public void Hash_OfIds_IsFixedAndEven()
    {
        Assert.Equal(SeededHash.Of("deal-1", 3), SeededHash.Of("deal-1", 3));
        string[] ids = ["", "a", "aa", "b", "ab", "ba", "A", "deal-1", "deal-10", "\u00e9"];
        Assert.Equal(ids.Length * 2, ids.SelectMany(id => new[] { SeededHash.Of(id, 1), SeededHash.Of(id, 2) }).Distinct().Count());
        var shares = Enumerable.Range(0, 20_000).Select(i => SeededHash.ShareOf("deal-" + i, 42)).ToList();
        for (var tenth = 1; tenth < 10; tenth++) Assert.InRange(
            shares.Count(share => share < tenth / 10.0), (tenth * 2_000) - 250, (tenth * 2_000) + 250);

        // These are kept in records: they must never change.
        Assert.Equal(13192886757632550361UL, SeededHash.Of("deal-1", 42));
    }
}
