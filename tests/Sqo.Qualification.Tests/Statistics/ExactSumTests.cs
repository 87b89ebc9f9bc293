using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Statistics;

public class ExactSumTests
{
    [Fact]
    public void Value_TermsThatCancel_IsExact()
    {
        Assert.Equal(1, Sum([1e308, 1, 1e308, -1e308, -1e308]).Value);
        Assert.Equal(double.Epsilon, Sum([1e300, double.Epsilon, -1e300]).Value);
        Assert.Equal(-double.Epsilon, Sum([-double.Epsilon]).Value);
        Assert.Equal(0.6, Sum([0.1, 0.2, 0.3]).Value);
        Assert.NotEqual(0.6, 0.1 + 0.2 + 0.3);
        Assert.Equal(double.MaxValue, Sum([double.MaxValue, double.MaxValue, -double.MaxValue]).Value);
        Assert.Equal(double.PositiveInfinity, Sum([double.MaxValue, double.MaxValue]).Value);
        Assert.Equal(0, new ExactSum().Value);
        Assert.Throws<ArgumentOutOfRangeException>("value", () => Sum([double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>("value", () => Sum([double.PositiveInfinity]));
    }

    [Fact]
    public void Value_AnyOrderAndAnyParts_HasTheSameBits() => Property.Holds(150, (random, size) =>
    {
        var values = Enumerable.Range(0, size * 5).Select(_ => Any(random)).ToList();
        var expected = Nearest(values);
        Assert.Equal(expected, Sum(values).Value);
        var parts = values.GroupBy(_ => random.Below(3)).Select(Sum).ToList();
        var whole = new ExactSum();
        foreach (var part in parts) whole.Add(part);
        Assert.Equal(expected, whole.Value);
        Assert.Equal(values.Count, whole.Count);
    });

    [Fact]
    public void Decimal_MoreDigitsThanADecimalHas_IsExact() => Property.Holds(150, (random, size) =>
    {
        var values = Enumerable.Range(0, size * 5)
            .Select(_ => new decimal(
                (int)random.Next(), (int)random.Next(), random.Below(1_000), random.Chance(0.5), (byte)random.Below(29)))
            .ToList();
        var sum = Sum(values);
        var exact = values.Aggregate(BigInteger.Zero, (total, value) => total + Scaled(value));
        Assert.True(BigInteger.Abs(exact - Scaled(sum.Value)) * 2 <= BigInteger.Pow(10, 28 - Scale(sum.Value)));
        var parts = values.GroupBy(_ => random.Below(3)).Select(Sum).ToList();
        var whole = new ExactDecimalSum();
        foreach (var part in parts) whole.Add(part);
        Assert.Equal(decimal.GetBits(sum.Value), decimal.GetBits(whole.Value));
        Assert.Equal(values.Count, whole.Count);
    });

    [Fact]
    public void Decimal_OrdinaryMoney_KeepsItsPlaces()
    {
        Assert.Equal("3.30", Sum([1.10m, 2.2m]).Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(0m, new ExactDecimalSum().Value);

        // Summed as decimals, the small ones are lost.
        decimal[] values = [79_228_162_514_264_337_593_543_950_335m, 0.4m, 0.4m, -79_228_162_514_264_337_593_543_950_335m];
        Assert.Equal(0m, values.Sum());
        Assert.Equal(0.8m, Sum(values).Value);
        Assert.Throws<OverflowException>(() => Sum([decimal.MaxValue, 1]).Value);
    }

    private static double Any(SeededRandom random) =>
        BitConverter.Int64BitsToDouble(
            ((long)random.Below(2) << 63) | ((long)random.Below(random.Pick(10, 2_047)) << 52) | (long)(random.Next() >> 12));

    private static ExactSum Sum(IEnumerable<double> values)
    {
        var sum = new ExactSum();
        foreach (var value in values) sum.Add(value);
        return sum;
    }

    private static ExactDecimalSum Sum(IEnumerable<decimal> values)
    {
        var sum = new ExactDecimalSum();
        foreach (var value in values) sum.Add(value);
        return sum;
    }

    private static int Scale(decimal value) => (decimal.GetBits(value)[3] >> 16) & 0xFF;

    private static BigInteger Scaled(decimal value)
    {
        var bits = decimal.GetBits(value);
        var number = (new BigInteger((uint)bits[2]) << 64) + (new BigInteger((uint)bits[1]) << 32) + (uint)bits[0];
        return (bits[3] < 0 ? -number : number) * BigInteger.Pow(10, 28 - Scale(value));
    }

    /// <summary>The double nearest to the sum of whole multiples of 2^-1074: the exact sum lies between its halfway points.</summary>
    private static double Nearest(List<double> values)
    {
        var exact = values.Aggregate(BigInteger.Zero, (total, value) => total + Whole(value));
        if (exact.IsZero) return 0;
        double low = exact.Sign < 0 ? double.NegativeInfinity : 0, high = exact.Sign < 0 ? 0 : double.PositiveInfinity;
        long from = 0, to = BitConverter.DoubleToInt64Bits(double.PositiveInfinity);
        var size = BigInteger.Abs(exact);
        // The last double that is not above it.
        while (to - from > 1)
        {
            var middle = from + ((to - from) / 2);
            if (Whole(BitConverter.Int64BitsToDouble(middle)) <= size) from = middle;
            else to = middle;
        }

        var below = BitConverter.Int64BitsToDouble(from);
        var half = (size - Whole(below)) * 2 - (from + 1 == BitConverter.DoubleToInt64Bits(double.PositiveInfinity)
            ? BigInteger.One << (971 + 1074) : Whole(BitConverter.Int64BitsToDouble(from + 1)) - Whole(below));
        var nearest = half.Sign > 0 || (half.IsZero && (from & 1) == 1) ? BitConverter.Int64BitsToDouble(from + 1) : below;
        Assert.InRange(exact.Sign < 0 ? -nearest : nearest, low, high);
        return exact.Sign < 0 ? -nearest : nearest;
    }

    private static BigInteger Whole(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var biased = (int)(bits >> 52) & 0x7FF;
        var mantissa = new BigInteger(bits & ((1L << 52) - 1));
        if (biased > 0) mantissa = (mantissa + (1L << 52)) << (biased - 1);
        return bits < 0 ? -mantissa : mantissa;
    }
}
