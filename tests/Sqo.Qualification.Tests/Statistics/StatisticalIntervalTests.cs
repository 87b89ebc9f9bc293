using System;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Statistics;

public class StatisticalIntervalTests
{
    [Fact]
    public void Contains_TheEnds_Holds()
    {
        var interval = new StatisticalInterval(1, 2, 0.8);
        Assert.True(interval.Contains(1) && interval.Contains(2) && interval.Contains(1.5));
        Assert.False(interval.Contains(0.999) || interval.Contains(2.001) || interval.Contains(double.NaN));
    }

    [Theory]
    [InlineData(double.NaN, 1, 0.8, "low")]
    [InlineData(0, double.PositiveInfinity, 0.8, "high")]
    [InlineData(2, 1, 0.8, "low")]
    [InlineData(0, 1, 0, "level")]
    [InlineData(0, 1, 80, "level")]
    public void Constructor_WhatCannotBe_IsRefused(double low, double high, double level, string name) =>
        Assert.Throws<ArgumentOutOfRangeException>(name, () => new StatisticalInterval(low, high, level));

    [Fact]
    public void Texts_InASwedishCulture_AreInvariant()
    {
        using (new CultureScope("sv-SE")) Assert.Equal("[-0.5, 1.5]", new StatisticalInterval(-0.5, 1.5, 0.8).ToString());
    }

    [Fact]
    public void Equality_OfTheSameNumbers_Holds()
    {
        Assert.Equal(new StatisticalInterval(1, 2, 0.8), new StatisticalInterval(1, 2, 0.8));
        Assert.NotEqual(new StatisticalInterval(1, 2, 0.8), new StatisticalInterval(1, 2, 0.9));
    }
}
