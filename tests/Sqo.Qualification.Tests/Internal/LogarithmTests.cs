using System;
using Sqo.Qualification.Internal;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Internal;

public class LogarithmTests
{
    [Theory]
    [InlineData(0, double.NegativeInfinity)]
    [InlineData(-0.0, double.NegativeInfinity)]
    [InlineData(1, 0)]
    [InlineData(-1, double.NaN)]
    [InlineData(double.NegativeInfinity, double.NaN)]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    public void Of_AnEdge_IsExact(double x, double expected) => Assert.Equal(expected, Logarithm.Of(x));

    [Fact]
    public void Of_EveryPositiveBitPattern_IsNearMathLog() => Property.Holds(20_000, (random, _) =>
    {
        var x = BitConverter.Int64BitsToDouble((long)(random.Next() >> 1));
        if (double.IsNaN(x) || double.IsInfinity(x) || x == 0) return;
        AssertNear(x);
    });

    [Fact]
    public void Of_NumbersAroundOne_KeepTheirRelativeError() => Property.Holds(20_000, (random, _) =>
    {
        AssertNear(1 + ((random.Share() - 0.5) * Math.Pow(2, -random.Below(52))));
        AssertNear(0.5 + (2 * random.Share()));
    });

    [Fact]
    public void Of_PowersOfTwo_AreTheirExponentTimesLn2()
    {
        for (var k = -1074; k <= 1023; k++) AssertNear(k < -1022 ? double.Epsilon * Math.Pow(2, k + 1074) : Math.Pow(2, k), k * Math.Log(2));
        for (var steps = 1L; steps < 100; steps++) AssertNear(BitConverter.Int64BitsToDouble(steps));
    }

    [Fact]
    public void Of_WhatExponentialGives_ComesBack() => Property.Holds(5_000, (random, _) =>
    {
        var x = (random.Share() - 0.5) * 1_300;
        Assert.Equal(x, Logarithm.Of(Exponential.Exp(x)), 1e-12);
    });

    private static void AssertNear(double x) => AssertNear(x, Math.Log(x));

    private static void AssertNear(double x, double expected)
    {
        var error = Math.Abs(Logarithm.Of(x) - expected);
        Assert.True(error <= 2e-15 * Math.Abs(expected), $"ln {x:R} is {Logarithm.Of(x):R} and should be {expected:R}.");
    }
}
