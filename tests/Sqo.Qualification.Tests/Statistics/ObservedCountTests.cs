using System;
using Sqo.Qualification.Internal;
using Xunit;

namespace Sqo.Qualification.Tests.Statistics;

public class ObservedCountTests
{
    [Fact]
    public void Interval_WorkedCase_GivesTheCostOfAnSqo()
    {
        var interval = new ObservedCount(12).Interval();
        Assert.Equal(1_144.95, 24_000 / interval.High, 0.005);
        Assert.Equal(3_870.61, 24_000 / interval.Low, 0.005);
    }

    // Garwood's own table.
    [Theory]
    [InlineData(0, 0, 3.6889)]
    [InlineData(1, 0.0253, 5.5716)]
    [InlineData(10, 4.7954, 18.3904)]
    [InlineData(50, 37.1110, 65.9188)]
    public void Interval_TableOfGarwood_IsMet(long count, double low, double high)
    {
        var interval = new ObservedCount(count).Interval();
        Assert.Equal(low, interval.Low, 0.00006);
        Assert.Equal(high, interval.High, 0.0002);
    }

#if NET
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(400)]
    [InlineData(12_345)]
    public void Interval_AnyConfidence_IsThatOfTheChiSquareDistribution(long count)
    {
        foreach (var confidence in new[] { 0.5, 0.8, 0.9, 0.99, 0.9999 })
        {
            var tail = (1 - confidence) / 2;
            var interval = new ObservedCount(count).Interval(confidence);
            Assert.Equal(1, interval.Low / MathNet.Numerics.Distributions.Gamma.InvCDF(count, 1, tail), 1e-8);
            Assert.Equal(1, interval.High / MathNet.Numerics.Distributions.Gamma.InvCDF(count + 1, 1, 1 - tail), 1e-8);
        }
    }
#endif

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(60)]
    public void Interval_Ends_LeaveHalfOfTheRestInEachTail(int count)
    {
        var interval = new ObservedCount(count).Interval(0.9);
        Assert.Equal(0.05, Tail(interval.High, count), 1e-12);
        if (count > 0) Assert.Equal(0.95, Tail(interval.Low, count - 1), 1e-12);

        // P(X <= last), term by term.
        static double Tail(double mean, int last)
        {
            double term = Math.Exp(-mean), sum = term;
            for (var i = 1; i <= last; i++) sum += term *= mean / i;
            return sum;
        }
    }

    [Fact]
    public void Interval_WhereTheApproximationBegins_HasNoStep()
    {
        var z = NormalQuantile.TwoSided(0.95);
        var summed = new ObservedCount(1_000_000).Interval();
        Assert.Equal(1, summed.Low / ObservedCount.Approximate(1_000_000, -z), 1e-9);
        Assert.Equal(1, summed.High / ObservedCount.Approximate(1_000_001, z), 1e-9);
        var great = new ObservedCount(1_000_001).Interval();
        Assert.True(great.Low > summed.Low && great.High > summed.High);
        Assert.True(new ObservedCount(long.MaxValue).Interval().High > long.MaxValue);
    }

    [Fact]
    public void Members_ArgumentsThatCannotBe_AreRefused()
    {
        Assert.Contains(
            "value is -1", Assert.Throws<ArgumentOutOfRangeException>("value", () => new ObservedCount(-1)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("confidence", () => new ObservedCount(1).Interval(0));
        Assert.Equal("12", new ObservedCount(12).ToString());
    }
}
