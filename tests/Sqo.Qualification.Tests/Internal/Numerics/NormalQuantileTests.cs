using System;
#if !NETFRAMEWORK
using MathNet.Numerics.Distributions;
#endif
using Sqo.Qualification.Internal;
using Xunit;

namespace Sqo.Qualification.Tests.Internal.Numerics;

public class NormalQuantileTests
{
#if !NETFRAMEWORK
    [Fact]
    public void Of_AnyShare_IsMathNets()
    {
        for (var i = 1; i < 10_000; i++) AssertNear(i / 10_000.0);
        // The far tails, where other coefficients take over.
        for (var p = 1e-3; p > 1e-290; p /= 7) AssertNear(p);

        static void AssertNear(double p)
        {
            var expected = Normal.InvCDF(0, 1, p);
            Assert.InRange(Math.Abs(NormalQuantile.Of(p) - expected), 0, 1e-9 * Math.Max(1, Math.Abs(expected)));
        }
    }
#endif

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.95, 1.6448536269514722)]
    [InlineData(0.0013498980316300933, -3)]
    [InlineData(2.866515718791933e-7, -5)]
    [InlineData(6.220960574271786e-16, -8)]
    public void Of_KnownShares_AreKnownToTheLastDigits(double p, double z) =>
        Assert.Equal(z, NormalQuantile.Of(p), 1e-14 * Math.Max(1, Math.Abs(z)));

    [Fact]
    public void Of_SharesThatAddUpToOne_AreOfUnlikeSign()
    {
        foreach (var p in new[] { 0.25, 0.125, 0.0625, 0.03125 }) Assert.Equal(-NormalQuantile.Of(p), NormalQuantile.Of(1 - p), 1e-15);
    }

    [Fact]
    public void TwoSided_OfThePagesConfidence_IsTheirs()
    {
        Assert.Equal(1.959963984540054, NormalQuantile.TwoSided(0.95));
        Assert.Equal(2.5758293035489004, NormalQuantile.TwoSided(0.99), 1e-13);
    }
}
