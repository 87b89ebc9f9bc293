using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Campaigns.Incrementality;

public class IncrementalityTestTests
{
    [Fact]
    public void Difference_WorkedCase_IsThatOfNewcombe()
    {
        // 120 of 300 against 20 of 100: 0.20 [0.0961, 0.2873].
        var test = new IncrementalityTest(new(120, 300), new(20, 100));
        Assert.Equal(0.2, test.Difference.Value!.Value, 12);
        Assert.Equal(0.0961, test.DifferenceInterval!.Value.Low, 4);
        Assert.Equal(0.2873, test.DifferenceInterval!.Value.High, 4);
        Assert.Equal(1, test.Lift!.Value, 12);
        Assert.Equal(60, test.IncrementalConversions!.Value, 9);
        Assert.Equal(300 * test.DifferenceInterval.Value.Low, test.IncrementalInterval!.Value.Low, 9);
        Assert.True(test.IsClear);
        Assert.Equal(100m, test.CostPerConversion(6_000)!.Value, 6);
        Assert.Equal(6_000 / test.IncrementalInterval.Value.Low, test.CostInterval(6_000)!.Value.High, 9);
        Assert.Equal(6_000 / test.IncrementalInterval.Value.High, test.CostInterval(6_000)!.Value.Low, 9);
    }

    [Fact]
    public void LiftInterval_AnyCounts_IsWhereTheIntervalOfTheDifferenceTouchesZero() => Property.Holds(200, (random, size) =>
    {
        var (n, m) = (random.Between(1, 40 * size), random.Between(1, 40 * size));
        var test = new IncrementalityTest(new(random.Below(n + 1), n), new(random.Below(m + 1), m));
        if (test.LiftInterval is not { } interval) return;
        var (p, q) = (test.Difference.First.Value!.Value, test.Difference.Second.Value!.Value);
        var (a, b) = (test.Difference.First.Interval()!.Value, test.Difference.Second.Interval()!.Value);
        var (low, high) = (interval.Low + 1, interval.High + 1);
        Assert.InRange(test.Lift!.Value, interval.Low - 1e-9, interval.High + 1e-9);
        Assert.Equal(0, p - (low * q) - Math.Sqrt(Square(p - a.Low) + Square(low * (b.High - q))), 1e-7);
        Assert.Equal(0, (p - (high * q) + Math.Sqrt(Square(a.High - p) + Square(high * (q - b.Low)))) / (1 + high), 1e-7);

        static double Square(double x) => x * x;
    });

    [Fact]
    public void Lift_EmptyOrWithoutConversions_IsUnknown()
    {
        var none = new IncrementalityTest(new(5, 100), new(0, 0));
        Assert.Null(none.Lift);
        Assert.Null(none.DifferenceInterval);
        Assert.Null(none.IncrementalConversions);
        Assert.False(none.IsClear);
        var zero = new IncrementalityTest(new(5, 100), new(0, 100));
        Assert.Null(zero.Lift);
        Assert.Null(zero.LiftInterval);
        Assert.Equal(5, zero.IncrementalConversions!.Value, 12);
        Assert.Null(new IncrementalityTest(new(0, 100), new(0, 100)).Lift);
        var harm = new IncrementalityTest(new(5, 100), new(9, 100));
        Assert.Null(harm.CostPerConversion(10));
        Assert.Null(harm.CostInterval(10));
        Assert.True(harm.IncrementalConversions < 0);
        Assert.Throws<ArgumentOutOfRangeException>("spend", () => harm.CostPerConversion(-1));
    }

    [Fact]
    public void SampleSize_OfAPrecision_GivesIntervalsOfThatWidth()
    {
        // 1.96^2 x 0.09 x 4 / 0.01^2
        Assert.Equal(13_830, IncrementalityTest.SampleSizeForPrecision(0.1, 0.01));
        var half = (int)IncrementalityTest.SampleSizeForPrecision(0.1, 0.01) / 2;
        var interval = new IncrementalityTest(new(half / 10, half), new(half / 10, half)).DifferenceInterval!.Value;
        Assert.Equal(0.01, (interval.High - interval.Low) / 2, 1e-4);
        Assert.True(IncrementalityTest.SampleSizeForPrecision(0.1, 0.01, heldOutShare: 0.1) > 2 * 13_830);
        Assert.Throws<ArgumentOutOfRangeException>("rate", () => IncrementalityTest.SampleSizeForPrecision(0, 0.01));
    }

    [Fact]
    public void SampleSize_OfALift_FindsItAsOftenAsThePowerSays()
    {
        // (1.96 + 0.8416)^2 x 2 x (0.12 x 0.88 + 0.1 x 0.9) / 0.02^2
        var size = IncrementalityTest.SampleSizeForLift(0.1, 0.2);
        Assert.Equal(7_677, size);
        var random = new SeededRandom(5);
        var tests = Deep.Size(150, 4_000);
        var found = Enumerable.Range(0, tests).Count(_ => new IncrementalityTest(
            new(Enumerable.Range(0, (int)size / 2).Count(_ => random.Chance(0.12)), size / 2),
            new(Enumerable.Range(0, (int)size / 2).Count(_ => random.Chance(0.1)), size / 2)).IsClear);
        Assert.InRange(found / (double)tests, 0.7, 0.9);
        Assert.Throws<ArgumentOutOfRangeException>("lift", () => IncrementalityTest.SampleSizeForLift(0.5, 1));
        Assert.Throws<ArgumentOutOfRangeException>("lift", () => IncrementalityTest.SampleSizeForLift(0.5, 0));
    }

    [Fact]
    public void IsHeldOut_ManyIds_IsTheShareAndStays()
    {
        var drawn = Enumerable.Range(0, 4_000).Select(i => IncrementalityTest.IsHeldOut("id-" + i, 0.2, 7)).ToList();
        Assert.InRange(drawn.Count(isHeldOut => isHeldOut), 700, 900);
        Assert.Equal(drawn, Enumerable.Range(0, 4_000).Select(i => IncrementalityTest.IsHeldOut("id-" + i, 0.2, 7)));
        Assert.NotEqual(drawn, Enumerable.Range(0, 4_000).Select(i => IncrementalityTest.IsHeldOut("id-" + i, 0.2, 8)));
    }

    [Fact]
    public void ToText_ClearUnclearAndEmpty_IsWordedInBothLanguages()
    {
        string[] english = Each(ExplanationTexts.English);
        Snapshot.Match(string.Join("\n\n", english), "English");
        Snapshot.Match(string.Join("\n\n", Each(ExplanationTexts.Swedish)), "Swedish");
        Assert.DoesNotContain("cost", new IncrementalityTest(new(120, 300), new(20, 100)).ToText(ExplanationTexts.English));
        Assert.Throws<ArgumentOutOfRangeException>(
            "spend", () => new IncrementalityTest(new(1, 2), new(1, 2)).ToText(ExplanationTexts.English, -1));

        static string[] Each(ExplanationTexts texts) =>
        [
            new IncrementalityTest(new(120, 300), new(20, 100)).ToText(texts, 6_000, "EUR"),
            new IncrementalityTest(new(9, 100), new(8, 100)).ToText(texts, 6_000),
            new IncrementalityTest(new(5, 100), new(1, 40)).ToText(texts),
            new IncrementalityTest(new(5, 100), new(0, 0)).ToText(texts, 6_000),
        ];
    }
}
