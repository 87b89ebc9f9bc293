using System;
using System.Numerics;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Statistics;

public class FisherExactTestTests
{
    [Theory]
    [InlineData(1, 10, 11, 14, 0.0027594561852200836)]
    [InlineData(3, 4, 1, 4, 0.48571428571428571)]
    [InlineData(5, 5, 0, 5, 2.0 / 252)]
    [InlineData(0, 0, 3, 7, 1)]
    [InlineData(0, 9, 0, 7, 1)]
    [InlineData(9, 9, 7, 7, 1)]
    public void PValue_KnownTables_HasKnownValue(int a, int n, int b, int m, double expected)
    {
        Assert.Equal(expected, FisherExactTest.PValue(new(a, n), new(b, m)), 1e-14);
        Assert.Equal(expected, FisherExactTest.PValue(new(b, m), new(a, n)), 1e-14);
    }

    [Fact]
    public void PValue_AnyTable_IsThatOfAllDivisionsCounted() => Property.Holds(100, (random, size) =>
    {
        int n = random.Below(6 * size), m = random.Below(6 * size);
        int a = random.Below(n + 1), b = random.Below(m + 1);
        var seen = Ways(n, a) * Ways(m, b);
        BigInteger all = 0, within = 0;
        for (var x = 0; x <= a + b; x++)
        {
            if (x > n || a + b - x > m) continue;
            var ways = Ways(n, x) * Ways(m, a + b - x);
            all += ways;
            if (ways <= seen) within += ways;
        }

        Assert.Equal((double)within / (double)all, FisherExactTest.PValue(new(a, n), new(b, m)), 1e-12);
    });

    [Fact]
    public void PValue_FarApartAndLarge_IsTinyAndFinite()
    {
        Assert.InRange(FisherExactTest.PValue(new(900_000, 1_000_000), new(100_000, 1_000_000)), 0, 1e-300);
        Assert.InRange(FisherExactTest.PValue(new(60, 100), new(5, 100)), 1e-19, 1e-15);
        Assert.Equal(1, FisherExactTest.PValue(new(500_000, 1_000_000), new(500_000, 1_000_000)), 1e-9);
    }

    private static BigInteger Ways(int n, int k)
    {
        BigInteger ways = 1;
        for (var i = 1; i <= k; i++) ways = ways * (n - k + i) / i;
        return ways;
    }
}
