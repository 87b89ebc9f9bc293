using System.Linq;
using Sqo.Qualification.Internal;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Internal.Numerics;

public class HundredthsTests
{
    [Theory]
    [InlineData(59.999, 5999)]
    [InlineData(60.0, 6000)]
    [InlineData(59.99999999999999, 6000)]
    [InlineData(0.0, 0)]
    [InlineData(-0.001, -1)]
    [InlineData(100.0, 10000)]
    public void Cut_AnyScore_IsNeverRoundedUpPastAnError(double score, long expected) => Assert.Equal(expected, Hundredths.Cut(score));

    [Fact]
    public void Share_ByHand_GoesToTheLargestRemainders()
    {
        Assert.Equal([334L, 333, 333], Hundredths.Share([10 / 3.0, 10 / 3.0, 10 / 3.0], 1000));
        Assert.Equal([1667L, 5000, -6667, 5000], Hundredths.Share([100 / 6.0, 50, -400 / 6.0, 50], 5000));
        Assert.Empty(Hundredths.Share([], 0));
    }

    [Fact]
    public void Share_AnyPoints_AddsUpAndStaysWithinAHundredth() => Property.Holds(5_000, (random, size) =>
    {
        var points = new double[size];
        for (var i = 0; i < size; i++) points[i] = random.Chance(0.2) ? random.Between(-50, 50) : (random.Share() * 200) - 80;
        var total = Hundredths.Cut(points.Sum());
        var shares = Hundredths.Share(points, total);
        Assert.Equal(total, shares.Sum());
        for (var i = 0; i < size; i++) Assert.InRange(shares[i] - (points[i] * 100), -1.0001, 1.0001);
    });

    [Fact]
    public void Share_NoPoints_GetNone() => Property.Holds(2_000, (random, size) =>
    {
        var points = new double[size + 1];
        for (var i = 0; i < size; i++) points[i] = random.Share() * 30;
        Assert.Equal(0, Hundredths.Share(points, Hundredths.Cut(points.Sum()))[size]);
    });
}
