using System;
using System.Linq;
using System.Numerics;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Statistics;

public class FixedPointSumTests
{
    [Fact]
    public void Value_AnyOrderAndAnyParts_IsThatOfWholeUnits() => Property.Holds(150, (random, size) =>
    {
        var values = Enumerable.Range(0, size * 5).Select(_ => Any(random)).ToList();
        var expected = values.Aggregate(BigInteger.Zero, (sum, value) => sum + UnitsOf(value));
        var whole = new FixedPointSum();
        foreach (var value in values) whole.Add(value);
        Assert.Equal(expected, whole.Units);
        var merged = new FixedPointSum();
        foreach (var part in values.GroupBy(_ => random.Below(3)))
        {
            var sum = new FixedPointSum();
            foreach (var value in part) sum.Add(value);
            merged.Add(FixedPointSum.Of(sum.Units));
        }

        Assert.Equal(expected, merged.Units);
        Assert.Equal(whole.Value, merged.Value);
        Assert.Equal(expected.IsZero, whole.IsZero);
    });

    [Fact]
    public void Add_ManyTimes_IsTheSameAsOneByOne() => Property.Holds(60, (random, size) =>
    {
        var share = random.Pick(1.0 / 3, 1.0 / 7, 0.4, random.Share() + 1e-6);
        var times = random.Below(40) * size;
        var (once, repeated) = (new FixedPointSum(), new FixedPointSum());
        once.Add(share, times);
        for (var i = 0; i < times; i++) repeated.Add(share);
        Assert.Equal(repeated.Units, once.Units);
        var many = new FixedPointSum();
        many.Add(0.5, (1L << 60) + 1);
        Assert.Equal(new BigInteger((1L << 60) + 1) << 79, many.Units);
    });

    [Fact]
    public void Value_SharesOfAThird_AddUpToOne()
    {
        var sum = new FixedPointSum();
        for (var i = 0; i < 3; i++) sum.Add(1.0 / 3);
        Assert.Equal(1, sum.Value);
        Assert.Throws<OverflowException>(() => sum.Add(double.NaN));
        Assert.Throws<OverflowException>(() => sum.Add(1e22));
        sum.Add(1e-300);
        sum.Add(0);
        Assert.Equal(1, sum.Value);
    }

    private static double Any(SeededRandom random) =>
        (random.Chance(0.5) ? -1 : 1) * Math.Round(random.Share(), 15) * Math.Pow(2, random.Between(-90, 60));

    private static BigInteger UnitsOf(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var biased = (int)(bits >> 52) & 0x7FF;
        if (biased == 0) return 0;
        var mantissa = new BigInteger((bits & ((1L << 52) - 1)) | (1L << 52));
        var shift = biased - 1075 + 80;
        var units = shift >= 0 ? mantissa << shift : mantissa >> -shift;
        return bits < 0 ? -units : units;
    }
}
