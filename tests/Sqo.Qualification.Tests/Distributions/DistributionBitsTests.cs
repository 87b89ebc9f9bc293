using System;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Distributions;

/// <summary>The bits of each engine's numbers, the same on every target.</summary>
public class DistributionBitsTests
{
    [Theory]
    [InlineData(
        10, 0, 0, "Enumeration 40db018b449ea87c 40c022733a855f81 0 " +
        "40d038f51eb851ec 40c8e0b097d09cd6 3fdf82b0236fc743 3d719799812dea11")]
    [InlineData(
        40, 0, 0, "FourierInversion 40f6bc2a325528cd 40cec328cebad592 0 " +
        "40f1c747d70a3d71 40efee45b8fa0edb 3fdfe61885ed2407 3f71daab054a0680")]
    [InlineData(
        3_000, 0, 0, "FourierInversion 415a365038fe7d80 4100a070deee71ff 0 " +
        "41598bdd65c28f5c 41594cf592dd458b 3fe000db3e3f6f67 3f717afd5619c3c0")]
    [InlineData(
        10, 0, 0.3, "Enumeration 40db018b449ea87c 40c60d5a53cb67da 3fd3333333333332 " +
        "40c7b0947ae147ae 40bc74b09d8ad972 3fded7ad24ef0ae2 3f1b1ae683f0cd33")]
    [InlineData(
        500, 12.5, 0.2, "FourierInversion 41331f230ff416fe 410f6df9ca090520 3fc9969265fde759 " +
        "412c23f0570a3d71 4128c6b5dfbc7c03 3fe025d21f602dd5 3f71d7ff35f64f1e")]
    [InlineData(
        0, 30, 0.4, "FourierInversion 4103c68733333333 40f20bb679a51182 3fd999999999999a " +
        "40f37da4a3d70a3d 40ee526e81bd52b4 3fe22f1954f51dd1 3f747674345550b5")]
    public void Numbers_OfEachEngine_HaveTheirBits(int deals, double newWins, double spread, string bits)
    {
        var distribution = RevenueDistribution.Combine(
                Portfolio.Random(new SeededRandom(3), deals, 1_000_000, 0.01m).Distribution(),
                RevenueDistribution.Create(b => b.NewBusiness(newWins, [1_200.10m, 5_000m, 9_999.99m])))
            .Widened(spread);
        double[] numbers =
        [
            distribution.Mean, distribution.StandardDeviation, distribution.Spread, distribution.Quantile(0.1),
            distribution.ExpectedShortfall(0.1), distribution.CumulativeProbability((decimal)distribution.Mean), distribution.ErrorBound,
        ];
        var seen = distribution.Method + " " + string.Join(
            " ", numbers.Select(number => BitConverter.DoubleToInt64Bits(number).ToString("x", CultureInfo.InvariantCulture)));
        Assert.True(bits == seen, "Seen: " + seen);
    }
}
