using System;
using Sqo.Qualification.Internal;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Statistics;

public class ObservedRateTests
{
    [Theory]
    [InlineData(12, 40, 0.18075, 0.45430)]
    [InlineData(0, 5, 0, 0.43448)]
    [InlineData(5, 5, 1 - 0.43448, 1)]
    public void Interval_WorkedCases_AreThoseOfTheDefinitions(long successes, long trials, double low, double high)
    {
        var interval = new ObservedRate(successes, trials).Interval()!.Value;
        Assert.Equal(low, interval.Low, 0.000005);
        Assert.Equal(high, interval.High, 0.000005);
        Assert.Equal(0.95, interval.Level);
    }

    [Fact]
    public void Interval_OfNoneAndOfAll_EndsAtTheRateExactly()
    {
        for (var n = 1; n < 200; n++)
        {
            Assert.Equal(0, new ObservedRate(0, n).Interval()!.Value.Low);
            Assert.Equal(1, new ObservedRate(n, n).Interval()!.Value.High);
        }
    }

    [Fact]
    public void Interval_AnyRate_HoldsTheEndsThatTheScoreTestJustAccepts() => Property.Holds(2_000, (random, _) =>
    {
        // The ends are the rates p0 with (p - p0)^2 = z^2 p0 (1 - p0) / n: the score test turned around.
        long n = random.Between(1, 5_000), k = random.Between(0, (int)n);
        var confidence = random.Pick(0.5, 0.8, 0.9, 0.95, 0.99, 0.999);
        var z = NormalQuantile.Of((1 + confidence) / 2);
        var rate = new ObservedRate(k, n);
        var interval = rate.Interval(confidence)!.Value;
        Assert.True(0 <= interval.Low && interval.Low <= rate.Value && rate.Value <= interval.High && interval.High <= 1);
        foreach (var end in new[] { interval.Low, interval.High })
        {
            var gap = rate.Value!.Value - end;
            Assert.Equal(z * z * end * (1 - end) / n, gap * gap, 1e-9);
        }
    });

    [Fact]
    public void Value_WithoutATrial_IsNull()
    {
        Assert.Null(default(ObservedRate).Value);
        Assert.Null(new ObservedRate(0, 0).Interval());
        Assert.Equal(0.25, new ObservedRate(1, 4).Value);
    }

    [Fact]
    public void Shrunk_WorkedCase_IsThatOfTheDefinitions()
    {
        Assert.Equal(0.41667, new ObservedRate(3, 4).Shrunk(2, 6), 0.000005);
        Assert.Equal(0.25, default(ObservedRate).Shrunk(2, 6));
        Assert.Equal(new ObservedRate(3, 4).Shrunk(2, 6), new ObservedRate(3, 4).ShrunkTowards(0.25, 8));
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    [InlineData(0, -1)]
    public void Constructor_CountsThatCannotBe_AreRefused(long successes, long trials)
    {
        var fault = Assert.Throws<ArgumentOutOfRangeException>(() => new ObservedRate(successes, trials));
        Assert.Contains($"{successes} of {trials}", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.5)]
    [InlineData(95)]
    [InlineData(double.NaN)]
    public void Interval_ConfidenceThatCannotBe_IsRefused(double confidence) =>
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => new ObservedRate(1, 2).Interval(confidence));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.PositiveInfinity)]
    public void Shrunk_PriorThatCannotBe_IsRefused(double a, double b) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ObservedRate(1, 2).Shrunk(a, b));

    [Fact]
    public void Texts_InASwedishCulture_AreInvariant()
    {
        using (new CultureScope("sv-SE"))
        {
            Assert.Equal("12 of 40", new ObservedRate(12, 40).ToString());
            Assert.Equal("[0.25, 0.75]", new StatisticalInterval(0.25, 0.75, 0.9).ToString());
        }
    }

    [Fact]
    public void Equality_OfTheSameCounts_Holds()
    {
        Assert.Equal(new ObservedRate(1, 2), new ObservedRate(1, 2));
        Assert.NotEqual(new ObservedRate(1, 2), new ObservedRate(2, 4));
    }
}
