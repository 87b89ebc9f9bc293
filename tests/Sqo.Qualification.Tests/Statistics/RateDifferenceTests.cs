using System;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Statistics;

public class RateDifferenceTests
{
    [Fact]
    public void Interval_WorkedCase_IsThatOfTheDefinitions()
    {
        var difference = new RateDifference(new(120, 300), new(20, 100));
        var interval = difference.Interval()!.Value;
        Assert.Equal(0.20, difference.Value!.Value, 15);
        Assert.Equal(0.0961, interval.Low, 0.00005);
        Assert.Equal(0.2873, interval.High, 0.00005);
        Assert.Equal("120 of 300 - 20 of 100", difference.ToString());
    }

    // Table II of the paper, method 10.
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(10, 10, 0, 20, 0.6791, 1.0000)]
    public void Interval_CasesOfNewcombe_AreHis(long a, long m, long b, long n, double low, double high)
    {
        var interval = new RateDifference(new(a, m), new(b, n)).Interval()!.Value;
        Assert.Equal(low, interval.Low, 0.00006);
        Assert.Equal(high, interval.High, 0.00006);
    }

    [Fact]
    public void Interval_OfTheGroupsTheOtherWayAround_IsTurnedOver() => Property.Holds(200, (random, _) =>
    {
        int m = random.Between(1, 500), n = random.Between(1, 500);
        var first = new ObservedRate(random.Between(0, m), m);
        var second = new ObservedRate(random.Between(0, n), n);
        var interval = new RateDifference(first, second).Interval(0.9)!.Value;
        var turned = new RateDifference(second, first).Interval(0.9)!.Value;
        Assert.Equal(interval.Low, -turned.High, 15);
        Assert.Equal(interval.High, -turned.Low, 15);
        Assert.InRange(interval.Low, -1, first.Value!.Value - second.Value!.Value);
        Assert.InRange(interval.High, first.Value!.Value - second.Value!.Value, 1 + 1e-15);
    });

    [Fact]
    public void Interval_WithoutATrial_IsNull()
    {
        Assert.Null(new RateDifference(new(1, 2), default).Interval());
        Assert.Null(new RateDifference(default, new(1, 2)).Value);
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => new RateDifference(new(1, 2), new(1, 2)).Interval(1));
    }
}
