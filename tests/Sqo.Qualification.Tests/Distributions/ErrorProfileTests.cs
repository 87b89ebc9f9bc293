using System;
using Xunit;

namespace Sqo.Qualification.Tests.Distributions;

public class ErrorProfileTests
{
    [Theory]
    [InlineData(0, 0.05)]
    [InlineData(60, 0.04)]
    [InlineData(200, 0.03)]
    public void Greatest_TwoParts_AddsUpErrorsOfTheSameSum(double start, double greatest)
    {
        var profile = new ErrorProfile(2);
        profile.Set(0, [Law(0, 0.0001, segment => segment < 64 ? 0.03 : 0.02)]);
        profile.Set(1, [Law(start, 0, _ => 0.02)]);
        // Half of the first is at sums from 0 to 50.
        Assert.Equal(greatest, profile.Greatest(), 6);
    }

    [Fact]
    public void Growths_OneCheapPart_LeavesTheOtherAlone()
    {
        var profile = new ErrorProfile(2);
        profile.Set(0, [Law(0, 0, _ => 0.02)]);
        profile.Set(1, [Law(0, 0, _ => 0.001)]);
        var growths = profile.Growths(0.006, (_, growth) => 1e6 * growth);
        // Errors fall a little faster than the number of frequencies grows.
        Assert.InRange(growths[0], 3.3, 4);
        Assert.Equal(1, growths[1]);
    }

    [Fact]
    public void Growths_AStepThatTakesALongTransform_GrowsAnotherPart()
    {
        var profile = new ErrorProfile(2);
        profile.Set(0, [Law(0, 0, _ => 0.003)]);
        profile.Set(1, [Law(0, 0, _ => 0.003)]);
        var growths = profile.Growths(0.005, (part, growth) => growth + (part == 0 && growth > 1 ? 50 : 0));
        Assert.Equal(1, growths[0]);
        Assert.InRange(growths[1], 1.3, 2);
    }

    [Fact]
    public void Growths_AStepThatIsUsedUp_DoublesThePart()
    {
        // The other part costs as much for a tenth of the error.
        var profile = new ErrorProfile(2);
        profile.Set(0, [Law(0, 0, _ => 0.01)]);
        profile.Set(1, [Law(0, 0, _ => 0.001)]);
        var growths = profile.Growths(0.007, (part, growth) => growth + (part == 0 && growth > 1 ? 3 : 0));
        Assert.InRange(growths[0], 1.5, 2.2);
        Assert.Equal(1, growths[1]);
    }

    [Fact]
    public void Growths_AnErrorThatIsNearlySmallEnough_AreSmall()
    {
        var profile = new ErrorProfile(1);
        profile.Set(0, [Law(0, 0, _ => 0.0051)]);
        Assert.InRange(profile.Growths(0.005, (_, growth) => growth)[0], 1.02, 1.06);
    }

    [Fact]
    public void Growths_AnyErrorAboveTheWantedOne_MakesSomethingGrow()
    {
        // Differences that rounding makes differ from sums.
        for (var i = 1; i < 2_000; i++)
        {
            var profile = new ErrorProfile(1);
            var (floor, error) = (i * 1.7e-7, 0.0051 + (i * 1.1e-7));
            profile.Set(0, [Law(0, floor, _ => error)]);
            var greatest = profile.Greatest();
            var wanted = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(greatest) - 1);
            Assert.True(profile.Growths(wanted, (_, growth) => growth)[0] > 1);
            Assert.Equal(1, profile.Growths(greatest, (_, growth) => growth)[0]);
        }
    }

    /// <summary>A law from a start over a hundred steps.</summary>
    private static GridLaw Law(double start, double floor, Func<int, double> error)
    {
        var errors = new double[GridLaw.Segments];
        for (var segment = 0; segment < errors.Length; segment++) errors[segment] = error(segment);
        return new(start, 100.0 / GridLaw.Segments, new double[GridLaw.Segments + 1], floor, errors);
    }
}
