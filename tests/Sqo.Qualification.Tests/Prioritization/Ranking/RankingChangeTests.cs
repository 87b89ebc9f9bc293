using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Xunit;

namespace Sqo.Qualification.Tests.Prioritization;

public class RankingChangeTests
{
    private static readonly RankingValue Expected = RankingValue.ExpectedValue(o => o.Probability, o => o.Amount);

    [Fact]
    public void Changes_EveryKind_SayWhy()
    {
        var before = Ranking.Create(
            [
                RankingTests.Deal("won", 1_000, 1), RankingTests.Deal("riser", 100, 0.2), RankingTests.Deal("faller", 900, 1),
                RankingTests.Deal("lost", 800, 1), RankingTests.Deal("missing", 700, 1), RankingTests.Deal("unknown", 600, 1),
                RankingTests.Deal("passed", 500, 1),
            ],
            Expected);
        Opportunity[] now =
        [
            RankingTests.Closed("won", OpportunityOutcome.Won), RankingTests.Closed("lost", OpportunityOutcome.Lost),
            RankingTests.Deal("riser", 6_000, 0.9), RankingTests.Deal("faller", 10, 1), RankingTests.Deal("unknown", 600),
            RankingTests.Deal("passed", 500, 1), RankingTests.Deal("new", 50, 1),
        ];
        var list = Ranking.Create(now, Expected, new(previous: before.Entries));
        Assert.Equal(["riser", "passed", "new", "faller"], RankingTests.Ids(list));
        Assert.Equal(
            [
                "riser: up from no. 7 to no. 1: value from 100 to 6,000",
                "passed: up from no. 6 to no. 2: others changed",
                "new: new at no. 3",
                "faller: down from no. 2 to no. 4: value from 900 to 10",
                "won: gone from no. 1: won",
                "lost: gone from no. 3: lost",
                "missing: gone from no. 4: not in the input",
                "unknown: gone from no. 5: its value is no longer known",
            ],
            list.Changes.Select(change => change.ToString()));
        Assert.Equal(
            [
                "upp från nr 7 till nr 1: värde från 100 till 6\u00A0000", "upp från nr 6 till nr 2: andra ändrades", "ny på nr 3",
                "ned från nr 2 till nr 4: värde från 900 till 10", "borta från nr 1: vunnen", "borta från nr 3: förlorad",
                "borta från nr 4: finns inte i underlaget", "borta från nr 5: värdet är inte längre känt",
            ],
            list.Changes.Select(change => change.ToText(new CultureInfo("sv-SE"))));
        Assert.Equal((RankingFactor.ValueId, 100, 6_000), FactorOf(list.Changes[0]));

        var best = Ranking.Create(now, Expected, new(best: 1, previous: before.Entries.Where(entry => entry.Id == "passed")));
        Assert.Equal(
            ["riser: new at no. 1", "passed: gone from no. 1: no longer among the best"], best.Changes.Select(change => change.ToString()));
        Assert.Equal([5_400, 500], best.Changes.Select(change => change.Value!.Value));
    }

    [Fact]
    public void Changes_ProbabilityThatRose_IsNamedInPercent()
    {
        var before = Ranking.Create([RankingTests.Deal("a", 100, 0.5), RankingTests.Deal("b", 90, 0.2)], Expected);
        Opportunity[] now = [RankingTests.Deal("a", 100, 0.5), RankingTests.Deal("b", 80, 0.875)];
        var list = Ranking.Create(now, Expected, new(previous: before.Entries));
        // The value fell, but the chance is what raised it.
        Assert.Equal("b: up from no. 2 to no. 1: chance from 20% to 87.5%", list.Changes[0].ToString());
        // Plain data without factors knows the value alone.
        var plain = before.Entries.Select(entry => new RankingEntry(entry.Id, entry.Value));
        list = Ranking.Create(now, Expected, new(previous: plain));
        Assert.Equal("b: up from no. 2 to no. 1: value from 18 to 70", list.Changes[0].ToString());
        Assert.Null(list.Changes[0].Factor);
    }

    [Fact]
    public void Changes_ValueThatFellALittle_IsNotTheReason()
    {
        var before = Ranking.Create([RankingTests.Deal("a", 100, 1), RankingTests.Deal("b", 50, 1)], Expected);
        // Two new deals push a down by two; its own fall explains none of it, nor that of b.
        var list = Ranking.Create(
            [
                RankingTests.Deal("a", 99, 1), RankingTests.Deal("b", 49, 1), RankingTests.Deal("n", 200, 1),
                RankingTests.Deal("o", 300, 1),
            ],
            Expected, new(previous: before.Entries));
        Assert.Equal(
            ["a: down from no. 1 to no. 3: others changed", "b: down from no. 2 to no. 4: others changed"],
            list.Changes.Where(change => change.Kind == RankingChangeKind.Down).Select(change => change.ToString()));
    }

    [Fact]
    public void Changes_FactorThatDividesOrAdds_CountsInItsDirection()
    {
        var hours = new Dictionary<string, double> { ["a"] = 1, ["b"] = 4 };
        var by = RankingValue.ExpectedValuePerHour(_ => 1, o => o.Amount, o => TimeSpan.FromHours(hours[o.Id]));
        Opportunity[] deals = [RankingTests.Deal("a", 10), RankingTests.Deal("b", 20)];
        var before = Ranking.Create(deals, by);
        hours["b"] = 0.5;
        var list = Ranking.Create(deals, by, new(previous: before.Entries));
        Assert.Equal("b: up from no. 2 to no. 1: effort from 4 hours to 0.5 hours", list.Changes[0].ToString());

        var fit = new Dictionary<string, double> { ["a"] = 1, ["b"] = 0 };
        var sum = RankingValue.Sum("points", [new("fit", o => fit[o.Id], "Fit"), new("base", _ => 3)], "points");
        before = Ranking.Create(deals, sum);
        fit["b"] = 5;
        list = Ranking.Create(deals, sum, new(previous: before.Entries));
        Assert.Equal("b: up from no. 2 to no. 1: Fit from 0 to 5", list.Changes[0].ToString());
        Assert.Equal("No. 1: points 8 = Fit 5 + base 3", list.Ranked[0].ToString());
    }

    [Fact]
    public void Options_BadPreviousList_IsRefusedByName()
    {
        Assert.Contains("\"a\"", Assert.Throws<ArgumentException>(
            "previous", () => new RankingOptions(previous: [new("a", 1), new("a", 2)])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("previous", () => new RankingOptions(previous: [null!]));
        Assert.Throws<ArgumentNullException>("id", () => new RankingEntry(null!, 1));
        Assert.Throws<ArgumentOutOfRangeException>("value", () => new RankingEntry("a", double.NaN));
        var parts = new Dictionary<string, double> { ["p"] = double.NaN };
        Assert.Throws<ArgumentOutOfRangeException>("parts", () => new RankingEntry("a", 1, parts));
        Assert.Throws<ArgumentOutOfRangeException>("best", () => new RankingOptions(best: 0));
        Assert.Throws<ArgumentOutOfRangeException>("margin", () => new RankingOptions(margin: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("marginShare", () => new RankingOptions(marginShare: 1));
        Assert.Throws<ArgumentOutOfRangeException>("marginShare", () => new RankingOptions(marginShare: double.NaN));
    }

    private static (string? Id, double? Before, double? After) FactorOf(RankingChange change) =>
        (change.Factor?.Id, change.FactorBefore, change.FactorAfter);
}
