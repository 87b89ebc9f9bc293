using System;
using Sqo.Qualification.Internal;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Internal.Numerics;

public class ExponentialTests
{
    [Fact]
    public void Exp2_WholeNumbers_AreExact()
    {
        var expected = 1.0;
        for (var n = 0; n >= -1020; n--, expected /= 2) Assert.Equal(expected, Exponential.Exp2(n));
        expected = 1.0;
        for (var n = 0; n <= 1020; n++, expected *= 2) Assert.Equal(expected, Exponential.Exp2(n));
    }

    [Fact]
    public void Exp2_AnyNumber_IsWithinAFewUnitsOfThePlatforms()
    {
        var random = new SeededRandom(3);
        for (var i = 0; i < 200_000; i++)
        {
            var x = i % 2 == 0 ? -random.Share() * 40 : (random.Share() * 2000) - 1000;
            var expected = Math.Pow(2, x);
            // The platform's own error is within the same bound.
            Assert.InRange(Math.Abs((Exponential.Exp2(x) / expected) - 1), 0, 1e-15);
        }
    }

    [Fact]
    public void Exp2_Ascending_NeverFallsFromOneStepToTheNext()
    {
        var last = 0.0;
        for (var x = -64.0; x <= 0; x += 1.0 / 4096)
        {
            var value = Exponential.Exp2(x);
            Assert.True(value > last && value <= 1, $"2^{x} is {value}, after {last}.");
            last = value;
        }
    }

    [Fact]
    public void Exp2_Extremes_AreZeroInfiniteOrNaN()
    {
        Assert.Equal(0, Exponential.Exp2(-1021));
        Assert.Equal(0, Exponential.Exp2(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, Exponential.Exp2(1021));
        Assert.Equal(double.PositiveInfinity, Exponential.Exp2(double.PositiveInfinity));
        Assert.Equal(double.NaN, Exponential.Exp2(double.NaN));
        Assert.Equal(1, Exponential.Exp2(-1e-300));
    }

    [Fact]
    public void Exp_AnyNumber_IsNearThePlatforms()
    {
        for (var x = -30.0; x <= 30; x += 0.37) Assert.InRange(Math.Abs((Exponential.Exp(x) / Math.Exp(x)) - 1), 0, 1e-14);
    }

#if SPAN_OVERLOADS
    [Fact]
    public void Exp2_Lanes_GiveTheBitsOfTheScalar()
    {
        var random = new SeededRandom(5);
        double[] special = [0, -0.0, -1e-300, -1020, -1020.0000001, -1e9, double.NegativeInfinity, double.NaN, 0.5, 1020, -0.5, -1.5];
        var x = new double[4_096];
        for (var i = 0; i < x.Length; i++) x[i] = i < special.Length ? special[i] : -random.Share() * random.Pick(1, 50, 1_100);
        for (var i = 0; i <= x.Length - System.Numerics.Vector<double>.Count; i += System.Numerics.Vector<double>.Count)
        {
            var lanes = Exponential.Exp2(new System.Numerics.Vector<double>(x, i));
            for (var lane = 0; lane < System.Numerics.Vector<double>.Count; lane++)
            {
                Assert.Equal(BitConverter.DoubleToInt64Bits(Exponential.Exp2(x[i + lane])), BitConverter.DoubleToInt64Bits(lanes[lane]));
            }
        }
    }
#endif
}
