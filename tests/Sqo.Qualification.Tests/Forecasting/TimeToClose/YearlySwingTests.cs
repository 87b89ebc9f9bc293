using System;
using System.Linq;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting;

public class YearlySwingTests
{
    [Fact]
    public void Of_NoSeason_IsOne()
    {
        Assert.All(YearlySwing.Of([.. Enumerable.Repeat(10.0, 12)], [.. Enumerable.Repeat(10.0, 12)]), factor => Assert.Equal(1, factor, 12));
        Assert.All(YearlySwing.Of([11, 9, 12, 8, 10, 10, 11, 9, 12, 8, 10, 10], [.. Enumerable.Repeat(10.0, 12)]), factor => Assert.Equal(1, factor, 12));
        Assert.All(YearlySwing.Of(new double[12], [.. Enumerable.Repeat(10.0, 12)]), factor => Assert.Equal(1, factor));
    }

    [Fact]
    public void Of_AWaveOfAYear_IsKeptButForItsNoise()
    {
        double[] counts = [.. Enumerable.Range(0, 12).Select(month => 100 * (1 + (0.5 * Math.Cos(2 * Math.PI * month / 12))))];
        var factors = YearlySwing.Of(counts, [.. Enumerable.Repeat(100.0, 12)]);
        // The noise of both parts together is 4 / (12 x 100); twice that over the square of the wave is taken off.
        var kept = 0.5 * (1 - (2 * 4 / 1_200.0 / 0.25));
        for (var month = 0; month < 12; month++) Assert.Equal(1 + (kept * Math.Cos(2 * Math.PI * month / 12)), factors[month], 9);
    }
}
