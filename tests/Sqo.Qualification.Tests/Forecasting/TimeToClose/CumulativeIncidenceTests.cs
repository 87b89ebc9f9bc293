using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;
using static Sqo.Qualification.OpportunityOutcome;

namespace Sqo.Qualification.Tests.Forecasting;

public class CumulativeIncidenceTests
{
    private static readonly CumulativeIncidence Worked = CumulativeIncidence.Estimate([new(0, 10, Won), new(0, 20, Lost), new(0, 30, Open), new(0, 40, Won)]);

    [Fact]
    public void Shares_WorkedCase_AreThoseOfTheDefinitions()
    {
        Assert.Equal(0.75, Worked.ShareWon(40), 15);
        Assert.Equal(0.25, Worked.ShareLost(40), 15);
        Assert.Equal(0, Worked.Survival(40), 15);
        Assert.Equal([0, 0.25, 0.25, 0.25], new[] { 9, 10, 20, 39 }.Select(Worked.ShareWon));
        Assert.Equal([0, 0, 0.25, 0.25], new[] { 9, 19, 20, 39 }.Select(Worked.ShareLost));
        Assert.Equal([1, 0.75, 0.5, 0.5], new[] { 9, 10, 20, 39 }.Select(Worked.Survival));
        Assert.Equal([4L, 4, 3, 2, 2, 1, 1, 0], new[] { 0, 10, 11, 21, 30, 31, 40, 41 }.Select(Worked.AtRisk));
        Assert.Equal((2L, 1L, 40, 40), (Worked.Won, Worked.Lost, Worked.LongestClosedAge!.Value, Worked.LongestSeenAge!.Value));
    }

    [Fact]
    public void Shares_DelayedEntry_CountADealFromTheAgeThatItWasSeenAt()
    {
        // At 5: one of the two that were seen. At 12: one of three, since the late one came at 10 and that of 5 is gone.
        var late = CumulativeIncidence.Estimate([new(0, 5, Lost), new(0, 12, Won), new(10, 20, Won), new(10, 15, Open)]);
        Assert.Equal([2L, 1, 3, 2, 1], new[] { 5, 9, 10, 13, 16 }.Select(late.AtRisk));
        Assert.Equal(1 / 6.0, late.ShareWon(12), 15);
        Assert.Equal((1 / 6.0) + (1 / 3.0), late.ShareWon(20), 15);
        Assert.Equal(0.5, late.ShareLost(20), 15);

        // Without the ages of entry the first would have been one of four.
        Assert.Equal(0.25, CumulativeIncidence.Estimate([new(0, 5, Lost), new(0, 12, Won), new(0, 20, Won), new(0, 15, Open)]).ShareLost(20), 15);
    }

    [Fact]
    public void Shares_DealsThatEnterAfterAllOthersHaveClosed_StillSpeakOfTheirAges()
    {
        var gap = CumulativeIncidence.Estimate([new(0, 2, Won), new(10, 12, Won), new(10, 14, Lost)]);
        Assert.Equal(0, gap.Survival(5));
        Assert.Equal(1, gap.ShareWon(14));
        Assert.Equal(0.5, gap.ChanceWon(11, 100));
        Assert.Equal(0.5, gap.ChanceLost(11, 100));
    }

    [Fact]
    public void ChanceWon_AgesBeyondTheData_IsZeroAsFarAsDealsWereSeenAndThenUnknown()
    {
        var seen = CumulativeIncidence.Estimate([new(0, 10, Won), new(0, 50, Open)]);
        Assert.Equal(0, seen.ChanceWon(10, 30));
        Assert.Equal(0, seen.ChanceWon(49, int.MaxValue));
        Assert.Null(seen.ChanceWon(50, 1));
        Assert.Null(seen.ChanceLost(int.MaxValue, int.MaxValue));
        Assert.Equal(0.5, seen.ShareWon(int.MaxValue));
        Assert.Equal(0.5, seen.Survival(int.MaxValue));
        Assert.Equal(0, seen.AtRisk(int.MaxValue));
        Assert.Equal(0, seen.ChanceWon(9, 0));
        Assert.Equal(0.5, seen.ChanceWon(9, 1));
        Assert.Equal(10, seen.LongestClosedAge);
        Assert.Equal(50, seen.LongestSeenAge);
    }

    [Fact]
    public void Estimate_NoDeals_KnowsNothing()
    {
        var nothing = CumulativeIncidence.Estimate([]);
        Assert.Equal(1, nothing.Survival(3));
        Assert.Equal(0, nothing.ShareWon(3));
        Assert.Equal(0, nothing.ShareLost(0));
        Assert.Null(nothing.ChanceWon(0, 10));
        Assert.Null(nothing.LongestClosedAge);
        Assert.Null(nothing.LongestSeenAge);
        Assert.Equal(0, nothing.Won + nothing.Lost + nothing.AtRisk(0));
    }

    [Fact]
    public void Members_ArgumentsOutOfRange_AreRefusedByName()
    {
        Assert.Throws<ArgumentNullException>("lifetimes", () => CumulativeIncidence.Estimate(null!));
        Assert.Throws<ArgumentOutOfRangeException>("age", () => Worked.Survival(-1));
        Assert.Throws<ArgumentOutOfRangeException>("age", () => Worked.AtRisk(-1));
        Assert.Throws<ArgumentOutOfRangeException>("age", () => Worked.ShareLost(-1));
        Assert.Throws<ArgumentOutOfRangeException>("age", () => CumulativeIncidence.Estimate([]).ShareWon(-1));
        Assert.Throws<ArgumentOutOfRangeException>("age", () => Worked.ChanceWon(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("horizon", () => Worked.ChanceLost(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>("entryAge", () => new DealLifetime(-1, 3, Won));
        Assert.Throws<ArgumentOutOfRangeException>("age", () => new DealLifetime(4, 3, Won));
        Assert.Throws<ArgumentOutOfRangeException>("age", () => new DealLifetime(4, int.MaxValue, Won));
        Assert.Contains("outcome is 7", Assert.Throws<ArgumentOutOfRangeException>("outcome", () => new DealLifetime(0, 3, (OpportunityOutcome)7)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Estimate_RandomDeals_AgreesWithTheFormulas() => Property.Holds(Deep.Size(15, 150), (random, size) =>
    {
        var deals = Deals(random, size * 4);
        var estimate = CumulativeIncidence.Estimate(deals);
        for (var age = 0; age <= 26; age++)
        {
            Assert.Equal(SlowIncidence.AtRisk(deals, age), estimate.AtRisk(age));
            Assert.InRange(SlowIncidence.Survival(deals, age) - estimate.Survival(age), -1e-12, 1e-12);
            Assert.InRange(SlowIncidence.Share(deals, age, Won) - estimate.ShareWon(age), -1e-12, 1e-12);
            Assert.InRange(SlowIncidence.Share(deals, age, Lost) - estimate.ShareLost(age), -1e-12, 1e-12);
            Assert.Equal(1, estimate.ShareWon(age) + estimate.ShareLost(age) + estimate.Survival(age), 12);
            if (age == 0) continue;
            Assert.True(estimate.ShareWon(age) >= estimate.ShareWon(age - 1));
        }
    });

    [Fact]
    public void ChanceWon_RandomDeals_IsWhatIsLeftOfTheSharesByWhatIsLeftOpen() => Property.Holds(150, (random, size) =>
    {
        var deals = Deals(random, size * 4);
        var estimate = CumulativeIncidence.Estimate(deals);
        for (var age = 0; age < estimate.LongestSeenAge; age++)
        {
            var horizon = random.Below(30);
            var open = estimate.Survival(age);
            var won = estimate.ChanceWon(age, horizon)!.Value;
            var lost = estimate.ChanceLost(age, horizon)!.Value;
            Assert.InRange(won, 0, 1);
            Assert.InRange(won + lost, 0, 1 + 1e-12);
            if (open < 1e-3) continue;
            Assert.InRange(((estimate.ShareWon(age + horizon) - estimate.ShareWon(age)) / open) - won, -1e-9, 1e-9);
            Assert.InRange(((estimate.ShareLost(age + horizon) - estimate.ShareLost(age)) / open) - lost, -1e-9, 1e-9);
        }
    });

    private static List<DealLifetime> Deals(SeededRandom random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => random.Chance(0.6) ? 0 : random.Below(15)).Select(entry => new DealLifetime(entry, entry + random.Below(10), random.Pick(Open, Won, Lost)))];
}
