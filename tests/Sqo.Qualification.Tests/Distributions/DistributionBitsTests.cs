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
    [InlineData(10, 0, 0, "Enumeration 40db018b449ea87c 40c022733a855f81 0 40d038f51eb851ec 40c8e0b097d09cd6 3fdf82b0236fc743 3d719799812dea11 40d84e308a8ecad7 3feaaeb63df0e793 40e18bd000000000")]
    [InlineData(40, 0, 0, "FourierInversion 40f6bc2a325528cd 40cec328cebad592 0 40f1c747ae147ae1 40efee468487f5c8 3fdfe6168085fbb3 3f01d76acf52dd2d 40f47625fa197184 3feaec8e15091721 40f9743e147ae148")]
    [InlineData(3_000, 0, 0, "FourierInversion 415a365038fe7d80 4100a070deee71ff 0 41598bdd670a3d71 41594cf595153aa9 3fe000db3ccf9478 3defe44f8bce6c67 41579748334b7164 3feae73f7d3991ab 41584267ee147ae1")]
    [InlineData(10, 0, 0.3, "Enumeration 40db018b449ea87c 40c60d5a53cb67d8 3fd3333333333330 40c7b0947ae147ae 40bc74ab30b091b1 3fded7ad421f9167 3e312e0be826d695 40d84e308a8ecad7 3feaaeb63df0e793 40e2c3d99999999a")]
    [InlineData(500, 12.5, 0.2, "FourierInversion 41331f230ff416fe 410f717ccd906856 3fc999999999999a 412c207c9999999a 4128bb978ee8bd0a 3fe025c57b761461 3e5a6f2844b41ef5 4131359f8e5bb06a 3feafc452579daa6 4135dbda68f5c28f")]
    [InlineData(0, 30, 0.4, "FourierInversion 4103c68733333333 40f20bb679a51182 3fd999999999999a 40f3883d70a3d70a 40ee50009de8045a 3fe2306aae26c59e 3f570c95a8aba215 4101cc467ae147ae 3feccccccccccccd 410c90648f5c28f6")]
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
