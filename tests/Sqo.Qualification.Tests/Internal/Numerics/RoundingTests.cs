using System;
using System.Numerics;
using Sqo.Qualification.Internal;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Internal.Numerics;

public class RoundingTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(100, 10_000)]
    [InlineData(0.125, 12)]
    [InlineData(0.375, 38)]
    [InlineData(2.675, 267)]
    [InlineData(1.005, 100)]
    [InlineData(0.015, 1)]
    [InlineData(0.045, 4)]
    [InlineData(65.625, 6_562)]
    [InlineData(65.62500000000001, 6_563)]
    [InlineData(99.99499999999999, 9_999)]
    public void Hundredths_NearAHalf_LooksAtTheNumberItself(double x, double expected) => Assert.Equal(expected, Rounding.Hundredths(x));

    [Fact]
    public void Hundredths_AnyNumber_IsThatOfWholeNumbers()
    {
        var random = new SeededRandom(13);
        for (var i = 0; i < 20_000; i++)
        {
            // Half of them within a few units in the last place of half a hundredth.
            var x = i % 2 == 0
                ? random.Share() * 100
                : BitConverter.Int64BitsToDouble(
                    BitConverter.DoubleToInt64Bits((random.Below(10_000) + 0.5) / 100) + random.Between(-2, 2));
            Assert.Equal((double)Exact(x), Rounding.Hundredths(x));
        }

        static BigInteger Exact(double x)
        {
            // x = m / 2^1074
            var bits = BitConverter.DoubleToInt64Bits(x);
            var m = new BigInteger((bits & ((1L << 52) - 1)) | (1L << 52)) << (int)((bits >> 52) - 1);
            var whole = BigInteger.DivRem(m * 100, BigInteger.One << 1074, out var rest);
            var half = (rest * 2).CompareTo(BigInteger.One << 1074);
            return half > 0 || (half == 0 && !whole.IsEven) ? whole + 1 : whole;
        }
    }
}
