using System;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Forecasting.Distributions;

/// <summary>The bits of each engine's numbers, the same on every target.</summary>
public class DistributionBitsTests
{
    [Theory]
    [InlineData(10, 0, 0, "")]
    [InlineData(40, 0, 0, "")]
    [InlineData(3_000, 0, 0, "")]
    [InlineData(10, 0, 0.3, "")]
    [InlineData(500, 12.5, 0.2, "")]
    [InlineData(0, 30, 0.4, "")]
    public void Numbers_OfEachEngine_HaveTheirBits(int deals, double newWins, double spread, string bits)
    {
        var distribution = RevenueDistribution.Combine(
                Portfolio.Random(new SeededRandom(3), deals, 1_000_000, 0.01m).Distribution(),
                RevenueDistribution.Create(b => b.NewBusiness(newWins, [1_200.10m, 5_000m, 9_999.99m])))
            .Widened(spread);
        var levelled = distribution.Levelled(distribution.Mean * 0.9);
        double[] numbers =
        [
            distribution.Mean, distribution.StandardDeviation, distribution.Spread, distribution.Quantile(0.1), distribution.ExpectedShortfall(0.1),
            distribution.CumulativeProbability((decimal)distribution.Mean), distribution.ErrorBound, levelled.Mean, levelled.LevelFactor!.Value, levelled.Quantile(0.9),
        ];
        var seen = distribution.Method + " " + string.Join(" ", numbers.Select(number => BitConverter.DoubleToInt64Bits(number).ToString("x", CultureInfo.InvariantCulture)));
        Assert.True(bits == seen, "Seen: " + seen);
    }
}
