using System;
using Sqo.Qualification.Internal;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Internal.Numerics;

public class LogarithmTests
{
    [Fact]
    public void Of_AnyNumber_IsWithinAFewUnitsOfThePlatforms()
    {
        var random = new SeededRandom(7);
        for (var i = 0; i < 200_000; i++)
        {
            // Every exponent, and many numbers about 1, where the logarithm is small.
            var bits = (long)(random.Next() >> 1);
            var x = i % 2 == 0 ? BitConverter.Int64BitsToDouble(bits) : 1 + ((random.Share() - 0.5) / random.Pick(1, 1e3, 1e6, 1e12));
            if (double.IsNaN(x) || double.IsInfinity(x) || x == 0) continue;
            var expected = Math.Log(x);
            Assert.InRange(Math.Abs(Logarithm.Of(x) - expected), 0, 1e-15 * Math.Abs(expected));
        }
    }

    [Fact]
    public void Of_SpecialNumbers_AreAsThePlatforms()
    {
        foreach (var x in new[] { 0, -0.0, -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1 })
        {
            Assert.Equal(Math.Log(x), Logarithm.Of(x));
        }
        Assert.Equal(Math.Log(double.Epsilon), Logarithm.Of(double.Epsilon), 1e-12);
        Assert.Equal(Math.Log(double.MaxValue), Logarithm.Of(double.MaxValue), 1e-12);
    }

    [Fact]
    public void Probability_OfLogOdds_IsUndoneByLogOdds()
    {
        for (var x = -30.0; x <= 12; x += 0.37) Assert.Equal(x, Logistic.LogOdds(Logistic.Probability(x)), 1e-9);
        Assert.Equal(0, Logistic.Probability(double.NegativeInfinity));
        Assert.Equal(1, Logistic.Probability(1e300));
        Assert.Equal(0.5, Logistic.Probability(0));
    }

    [Fact]
    public void SoftPlus_FarFromZero_HasNoOverflow()
    {
        Assert.Equal(Math.Log(2), Logistic.SoftPlus(0), 1e-15);
        Assert.Equal(5_000, Logistic.SoftPlus(5_000));
        Assert.Equal(0, Logistic.SoftPlus(-5_000));
        Assert.Equal(Math.Log(1 + Math.Exp(3)), Logistic.SoftPlus(3), 1e-14);
    }
}
