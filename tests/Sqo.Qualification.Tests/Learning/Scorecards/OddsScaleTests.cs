using System;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Learning.Scorecards;

public class OddsScaleTests
{
    private static readonly OddsScale Classic = new(600, 50, 20);

    [Fact]
    public void PointsOf_ClassicScale_IsAsInTheTextbook()
    {
        // Factor 20 / ln 2, offset 600 - factor x ln 50 = 487.123.
        Assert.Equal(28.8539, Classic.PointsOfLogOdds(1), 1e-4);
        Assert.Equal(600, Classic.PointsOf(50.0 / 51), 1e-9);
        Assert.Equal(620, Classic.PointsOf(100.0 / 101), 1e-9);
        Assert.Equal(487.123, Classic.PointsOf(0.5), 1e-3);
        Assert.Equal(600, Classic.BasePoints);
        Assert.Equal(50, Classic.BaseOdds);
        Assert.Equal(20, Classic.PointsToDoubleOdds);
    }

    [Fact]
    public void PointsOf_DoubledOdds_AddThePointsToDouble() => Property.Holds(2_000, (random, _) =>
    {
        var scale = new OddsScale((random.Share() - 0.5) * 1_000, random.Pick(0.02, 1, 19.0, 50), random.Pick(-40.0, 0.5, 20, 75));
        var odds = Math.Exp((random.Share() - 0.5) * 20);
        Assert.Equal(scale.PointsOf(odds / (1 + odds)) + scale.PointsToDoubleOdds, scale.PointsOf(2 * odds / (1 + (2 * odds))), 1e-6);
        Assert.Equal(scale.PointsToDoubleOdds, scale.PointsOfLogOdds(Math.Log(2)), 1e-9);
    });

    [Fact]
    public void ProbabilityOf_PointsOfAProbability_IsThatProbability() => Property.Holds(2_000, (random, _) =>
    {
        var scale = new OddsScale((random.Share() - 0.5) * 1_000, random.Pick(0.02, 1, 19.0, 50), random.Pick(-40.0, 0.5, 20, 75));
        var probability = 1 / (1 + Math.Exp((random.Share() - 0.5) * 30));
        Assert.Equal(probability, scale.ProbabilityOf(scale.PointsOf(probability)), 1e-10);
    });

    [Fact]
    public void ProbabilityOf_PointsFarOut_IsZeroOrOne()
    {
        Assert.Equal(0, Classic.ProbabilityOf(-1e300));
        Assert.Equal(1, Classic.ProbabilityOf(double.MaxValue));
        Assert.Equal(1, new OddsScale(0, 1, -1).ProbabilityOf(-1e300));
    }

    [Theory]
    [InlineData(double.NaN, 50, 20, "NaN")]
    [InlineData(double.PositiveInfinity, 50, 20, "Infinity")]
    [InlineData(600, 0, 20, "0")]
    [InlineData(600, -2, 20, "-2")]
    [InlineData(600, double.NaN, 20, "NaN")]
    [InlineData(600, double.PositiveInfinity, 20, "Infinity")]
    [InlineData(600, 50, 0, "0")]
    [InlineData(600, 50, double.NaN, "NaN")]
    public void Constructor_NumberOutOfRange_IsNamed(double basePoints, double baseOdds, double pointsToDouble, string value) =>
        Assert.Contains(
            value, Assert.Throws<ArgumentOutOfRangeException>(() => new OddsScale(basePoints, baseOdds, pointsToDouble)).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void PointsOf_NoProbabilityBetweenTheEnds_IsRefused(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Classic.PointsOf(probability));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void ProbabilityOf_NoFiniteNumber_IsRefused(double number)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Classic.ProbabilityOf(number));
        Assert.Throws<ArgumentOutOfRangeException>(() => Classic.PointsOfLogOdds(number));
    }
}
