using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Prioritization;

public class RankingTests
{
    private static readonly Lazy<Opportunity[]> Many = new(() => [.. Deals(new SeededRandom(3), 70_000)]);

    private static readonly RankingValue Expected = RankingValue.ExpectedValue(o => o.Probability, o => o.Amount);

    [Fact]
    public void Create_WorkedCase_RanksByExpectedValue()
    {
        // The deals of the worked case of the distribution: 50,000, 10,000 and 9,000.
        var list = Ranking.Create([Deal("c", 10_000, 0.9), Deal("a", 100_000, 0.5), Deal("b", 40_000, 0.25)], Expected);
        Assert.Equal(["a", "b", "c"], Ids(list));
        Assert.Equal([50_000, 10_000, 9_000], list.Ranked.Select(deal => deal.Value));
        Assert.Equal([1, 2, 3], list.Ranked.Select(deal => deal.Rank));
        Assert.Equal([1, 2, 3], list.Ranked.Select(deal => deal.RankByValue));
        Assert.Equal([100_000, 0.5], list.Ranked[0].Parts.Select(part => part.Value));
        Assert.Equal(3, list.Count);
        Assert.Equal("3 of 3 by expected-value", list.ToString());
    }

    [Fact]
    public void Create_PerHour_IsTheWorkedCaseOfTheCapacity()
    {
        // Value per minute of the definitions' knapsack: E 133.3, A 100, B 99.09, D 95, C 94.1.
        var minutes = new Dictionary<string, int> { ["A"] = 120, ["B"] = 110, ["C"] = 85, ["D"] = 80, ["E"] = 15 };
        var values = new Dictionary<string, decimal> { ["A"] = 12_000, ["B"] = 10_900, ["C"] = 8_000, ["D"] = 7_600, ["E"] = 2_000 };
        var by = RankingValue.ExpectedValuePerHour(_ => 1, o => values[o.Id], o => TimeSpan.FromMinutes(minutes[o.Id]));
        var list = Ranking.Create(values.Keys.Select(id => Deal(id)), by);
        Assert.Equal(["E", "A", "B", "D", "C"], Ids(list));
        // The break item of 165 minutes is B: the shadow price of the worked case.
        Assert.Equal(5_945.45, list.Ranked[2].Value, 2);
    }

    [Fact]
    public void Create_SlippingAndFactors_MultiplyUp()
    {
        var by = RankingValue.ValueAtRiskOfSlipping(o => o.Probability, o => o.Amount, o => o.Probability / 4);
        // 40,000 x 0.5 x (1 - 0.125 / 0.5).
        Assert.Equal(15_000, Ranking.Create([Deal("a", 40_000, 0.5)], by).Ranked[0].Value, 9);
        // The time to close knows more than the probability: nothing can slip.
        var certain = RankingValue.ValueAtRiskOfSlipping(o => o.Probability, o => o.Amount, _ => 1);
        Assert.Equal(0, Ranking.Create([Deal("a", 40_000, 0.5)], certain).Ranked[0].Value);

        var period = ForecastPeriod.Month(2026, 3);
        var only = RankingValue.ValueAtRiskOfSlipping(o => o.Probability, o => o.Amount, _ => 0, period);
        var list = Ranking.Create(
            [Expecting("later", new DateTime(2026, 4, 1)), Expecting("now", new DateTime(2026, 3, 31)), Expecting("never", null)], only);
        Assert.Equal(["now", "later"], Ids(list));
        Assert.Equal([5, 0], list.Ranked.Select(deal => deal.Value));
        Assert.Equal(["never"], list.Unknown.Select(deal => deal.Id));

        // Half of the half-life of 14 days, two competitors: 10 x 0.5 x (1 + 2^-0.5) x 0.64.
        var urgent = Expected.Times(
            RankingFactor.TimeToClose(_ => TimeSpan.FromDays(7)), RankingFactor.Competition(competitors: _ => 2),
            RankingFactor.Response(_ => TimeSpan.FromHours(-3)));
        var deal = Ranking.Create([Deal("a", 10, 0.5)], urgent).Ranked[0];
        Assert.Equal(10 * 0.5 * (1 + Math.Sqrt(0.5)) * 0.64 * 2, deal.Value, 12);
        Assert.Equal([null, null, 7, 2, -3], deal.Parts.Select(part => part.Observed));

        static Opportunity Expecting(string id, DateTime? close) => Opportunity.Create(o =>
            (o.Id, o.Amount, o.Probability, o.ExpectedClose) = (id, 10, 0.5, close));
    }

    [Fact]
    public void Create_Unknown_IsListedApartWithWhatIsUnknown()
    {
        var by = Expected.Times(RankingFactor.Competition(), RankingFactor.TimeToClose(_ => null, whenUnknown: 1.5));
        var list = Ranking.Create([Deal("b", null, 0.5), Deal("a", 10, null), Deal("c", 10, 0.5, competitors: [])], by);
        Assert.Equal(["c"], Ids(list));
        Assert.Equal(7.5, list.Ranked[0].Value);
        Assert.Equal([false, false, false, true], list.Ranked[0].Parts.Select(part => part.IsAssumed));
        Assert.Equal(["a", "b"], list.Unknown.Select(deal => deal.Id));
        Assert.Equal(["probability", "competition"], list.Unknown[0].Unknown.Select(factor => factor.Id));
        Assert.Equal("a: not ranked, unknown: chance, competition", list.Unknown[0].ToString());
        Assert.Equal("inte rangordnad, okänt: värde, konkurrens", list.Unknown[1].ToText(new CultureInfo("sv-SE")));
    }

    [Fact]
    public void Create_ClosedDeals_AreSetApart()
    {
        var list = Ranking.Create(
            [Closed("won", OpportunityOutcome.Won), Deal("a", 1, 1), Closed("lost", OpportunityOutcome.Lost)], Expected);
        Assert.Equal(["a"], Ids(list));
        Assert.Equal(["lost", "won"], list.Closed.Select(deal => deal.Id));
        Assert.Equal(1, list.Count);
    }

    [Fact]
    public void Create_AnyOrderOfTheInput_GivesTheSameList() => Property.Holds(200, (random, size) =>
    {
        var deals = Deals(random, 4 * size);
        var options = new RankingOptions(
            best: random.Chance(0.5) ? random.Between(1, 2 * size) : null, seed: (long)random.Next(), previous: Previous(random, deals),
            margin: random.Below(4));
        var before = Ranking.Create(deals, Expected, options);
        var shuffled = deals.OrderBy(_ => random.Next()).ToList();
        var after = Ranking.Create(shuffled, Expected, options);
        Assert.Equal(Ids(before), Ids(after));
        Assert.Equal(before.Ranked.Select(deal => deal.ToString()), after.Ranked.Select(deal => deal.ToString()));
        Assert.Equal(before.Unknown.Select(deal => deal.Id), after.Unknown.Select(deal => deal.Id));
        Assert.Equal(before.Changes.Select(change => change.ToString()), after.Changes.Select(change => change.ToString()));
    });

    [Fact]
    public void Create_BestOfAll_IsTheStartOfTheSortedList() => Property.Holds(200, (random, size) =>
    {
        var deals = Deals(random, 10 * size);
        var seed = (long)random.Next();
        var all = Ranking.Create(deals, Expected, new RankingOptions(seed: seed));
        var sorted = deals.Where(deal => deal is { IsOpen: true, Amount: not null, Probability: not null })
            .OrderByDescending(deal => (double)deal.Amount!.Value * deal.Probability!.Value)
            .ThenBy(deal => SeededHash.Of(deal.Id, seed)).Select(deal => deal.Id).ToList();
        Assert.Equal(sorted, Ids(all));
        var best = random.Between(1, 10 * size);
        var list = Ranking.Create(deals.ToArray(), Expected, new RankingOptions(best, seed));
        Assert.Equal(sorted.Take(best), Ids(list));
        Assert.Equal(sorted.Count, list.Count);
        Assert.Equal(all.Unknown.Select(deal => deal.Id), list.Unknown.Select(deal => deal.Id));
    });

    [Theory]
    [InlineData("ascending")]
    [InlineData("descending")]
    [InlineData("equal")]
    [InlineData("few values")]
    public void Create_BestOfMany_IsTheStartOfTheSortedListInAnyOrder(string order)
    {
        // More than the selection gathers, so that it selects several times.
        var count = Deep.Size(12_000, 200_000);
        var random = new SeededRandom(3);
        var values = Enumerable.Range(0, count).Select(i => order switch
        {
            "ascending" => i,
            "descending" => count - i,
            "equal" => 7.0,
            _ => random.Below(3),
        }).ToArray();
        var deals = Enumerable.Range(0, count).Select(i => Deal("D-" + i)).ToArray();
        var places = deals.Select((deal, i) => (deal.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
        var by = RankingValue.Score(o => values[places[o.Id]]);
        var sorted = deals.OrderByDescending(deal => values[places[deal.Id]]).ThenBy(deal => SeededHash.Of(deal.Id, 5))
            .Select(deal => deal.Id).ToList();
        foreach (var best in (int[])[1, 100, 5_000])
        {
            Assert.Equal(sorted.Take(best), Ids(Ranking.Create(deals, by, new RankingOptions(best, seed: 5))));
        }
    }

    [Fact]
    public void Create_Ties_DependOnTheSeedAlone()
    {
        var deals = Enumerable.Range(0, 50).Select(i => Deal("D-" + i, 10, 0.5)).ToList();
        var first = Ids(Ranking.Create(deals, Expected));
        Assert.NotEqual(deals.Select(deal => deal.Id), first);
        Assert.NotEqual(first, Ids(Ranking.Create(deals, Expected, new RankingOptions(seed: 1))));
        // Every deal comes first under some seed, none more often than chance allows.
        var firsts = Enumerable.Range(0, 2_000)
            .Select(seed => Ids(Ranking.Create(deals.Take(5), Expected, new RankingOptions(best: 1, seed: seed)))[0])
            .GroupBy(id => id).Select(group => group.Count()).ToList();
        Assert.Equal(5, firsts.Count);
        Assert.All(firsts, count => Assert.InRange(count, 320, 480));
    }

    [Fact]
    public void Create_RenamedDeals_ChangeNothingButTies() => Property.Holds(100, (random, size) =>
    {
        var deals = Deals(random, 3 * size);
        var before = Ranking.Create(deals, Expected);
        var renamed = deals.Select(deal => Renamed(deal, "X" + deal.Id)).ToList();
        var after = Ranking.Create(renamed, Expected);
        Assert.Equal(before.Ranked.Select(deal => deal.Value), after.Ranked.Select(deal => deal.Value));
        Assert.Equal(Ties(before, "X"), Ties(after, ""));

        static IEnumerable<string> Ties(Ranking list, string prefix) => list.Ranked.GroupBy(deal => deal.Value)
            .Select(ties => string.Join(" ", ties.Select(deal => prefix + deal.Id).OrderBy(id => id, StringComparer.Ordinal)));
    });

    [Theory]
    [InlineData("sv-SE")]
    [InlineData("tr-TR")]
    public void ToText_AnyCurrentCulture_IsTheSame(string culture)
    {
        var list = Ranking.Create([Deal("İI", 1_234.5m, 0.375)], Expected);
        var expected = list.Ranked[0].ToString();
        using var scope = new CultureScope(culture);
        Assert.Equal(expected, list.Ranked[0].ToString());
        Assert.Equal(["İI"], Ids(Ranking.Create([Deal("İI", 1_234.5m, 0.375)], Expected)));
    }

    [Fact]
    public void Create_HostileInput_IsRefusedByName()
    {
        Opportunity[] one = [Deal("D-9", 1, 1)];
        Assert.Throws<ArgumentNullException>("opportunities", () => Ranking.Create(null!, Expected));
        Assert.Throws<ArgumentNullException>("by", () => Ranking.Create(one, null!));
        Assert.Contains(
            "opportunities holds null at position 1 (from 0)", Refused<ArgumentException>(() => Ranking.Create([one[0], null!], Expected)));
        Assert.Contains("\"D-9\"", Refused<ArgumentException>(() => Ranking.Create([one[0], Deal("D-9", 2, 0.5)], Expected)));
        Assert.Contains("\"D-9\"", Refused<ArgumentException>(() => Ranking.Create([one[0], Deal("D-9", 2, 0.5)], Expected, new(best: 5))));
        var closed = Closed("D-9", OpportunityOutcome.Won);
        Assert.Contains("\"D-9\"", Refused<ArgumentException>(() => Ranking.Create([one[0], closed], Expected)));
        foreach (var bad in (double[])[-0.1, 1.1, double.PositiveInfinity])
        {
            var message = Refused<ArgumentException>(
                () => Ranking.Create(one, RankingValue.ExpectedValue(_ => bad, o => o.Amount)));
            Assert.Contains("\"D-9\"", message);
            Assert.Contains("from 0 to 1", message);
        }

        var effort = RankingValue.ExpectedValuePerHour(_ => 1, o => o.Amount, _ => TimeSpan.Zero);
        Assert.Contains("it must be above 0", Refused<ArgumentException>(() => Ranking.Create(one, effort)));
        var endless = RankingValue.Score(_ => double.NegativeInfinity);
        Assert.Contains("finite", Refused<ArgumentException>(() => Ranking.Create(one, endless)));
        Assert.Contains("0 or above", Refused<ArgumentException>(
            () => Ranking.Create(one, Expected.Times(RankingFactor.Competition(competitors: _ => -1)))));
        // Finite factors, a product that is not; and infinity x 0 is no unknown value.
        RankingFactor Factor(string id, double value) => new(id, _ => value);
        Assert.Contains("finite", Refused<ArgumentException>(
            () => Ranking.Create(one, RankingValue.Product("p", [Factor("a", 1e200), Factor("b", 1e200)]))));
        Assert.Contains("finite", Refused<ArgumentException>(
            () => Ranking.Create(one, RankingValue.Product("p", [Factor("a", 1e200), Factor("b", 1e200), Factor("c", 0)]))));
        // NaN is unknown, as everywhere.
        Assert.Single(Ranking.Create(one, RankingValue.Score(_ => double.NaN)).Unknown);
        Assert.Single(Ranking.Create(one, RankingValue.ExpectedValue(_ => double.NaN, o => o.Amount)).Unknown);
        var greatest = Ranking.Create(one, RankingValue.ExpectedValue(_ => 1, _ => decimal.MaxValue)).Ranked[0];
        Assert.Equal((double)decimal.MaxValue, greatest.Value);
        Assert.StartsWith("No. 1: expected value 7.9", greatest.ToString(), StringComparison.Ordinal);
        Assert.Empty(Ranking.Create([], Expected, new(best: int.MaxValue)).Ranked);
        Assert.Single(Ranking.Create(one, Expected, new(best: int.MaxValue)).Ranked);
    }

    /// <summary>So many that the threshold begins at that of a sample.</summary>
    [Theory]
    [InlineData("ascending")]
    [InlineData("descending")]
    [InlineData("ties")]
    public void Create_BestOfVeryMany_AreTheFirstOfAll(string order)
    {
        var deals = Many.Value;
        var by = RankingValue.Score(deal => deal.Probability is null ? null : order switch
        {
            "ascending" => int.Parse(deal.Id.Substring(2), CultureInfo.InvariantCulture),
            "descending" => -int.Parse(deal.Id.Substring(2), CultureInfo.InvariantCulture),
            _ => deal.Probability,
        });
        var all = Ids(Ranking.Create(deals, by, new(seed: 5)));
        foreach (var best in (int[])[100, 5_000])
        {
            Assert.Equal(all.Take(best), Ids(Ranking.Create(deals, by, new(best: best, seed: 5))));
        }

        // A tie keeps its place.
        if (order == "ties") return;
        RankingEntry[] previous = [new(all[5], 0), new(all[all.Count - 1], 1)];
        Assert.Equal(all.Take(20), Ids(Ranking.Create(deals, by, new(best: 20, seed: 5, previous: previous))));
    }

    internal static List<string> Ids(Ranking list) => [.. list.Ranked.Select(deal => deal.Id)];

    internal static Opportunity Deal(string id, decimal? amount = null, double? probability = null, string[]? competitors = null) =>
        Opportunity.Create(o => (o.Id, o.Amount, o.Probability, o.Competitors) = (id, amount, probability, competitors));

    internal static Opportunity Closed(string id, OpportunityOutcome outcome) => Opportunity.Create(o =>
        (o.Id, o.Outcome, o.Closed, o.Amount, o.Probability) = (id, outcome, new DateTime(2026, 3, 1), 1, 1));

    /// <summary>Deals with many ties, and some that are closed or have no value.</summary>
    internal static List<Opportunity> Deals(SeededRandom random, int count) => [.. Enumerable.Range(0, count).Select(i =>
        random.Chance(0.1)
            ? Closed("D-" + i, random.Pick(OpportunityOutcome.Won, OpportunityOutcome.Lost))
            : Deal(
                "D-" + i, random.Chance(0.1) ? null : random.Below(8), random.Chance(0.1) ? null : random.Pick(0.0, 0.25, 0.5, 1.0)))];

    internal static List<RankingEntry>? Previous(SeededRandom random, List<Opportunity> deals) => random.Chance(0.3)
        ? null
        : [.. deals.Where(_ => random.Chance(0.7)).Select(deal => deal.Id).Append("gone").OrderBy(_ => random.Next())
            .Select(id => new RankingEntry(id, random.Below(8)))];

    private static Opportunity Renamed(Opportunity deal, string id) => Opportunity.Create(o =>
        (o.Id, o.Amount, o.Probability, o.Outcome, o.Closed) = (id, deal.Amount, deal.Probability, deal.Outcome, deal.Closed));

    private static string Refused<TException>(Action action)
        where TException : Exception =>
        Assert.Throws<TException>(action).Message;
}
