using System;
using System.Linq;
using System.Numerics;
using Xunit;

namespace Sqo.Qualification.Tests.Distributions;

public class GridKernelTests
{
    private const int Size = 64;

    /// <summary>At places and frequencies between those that the table of errors is measured at.</summary>
    [Fact]
    public void ErrorAt_AnyPlace_BoundsTheErrorOfTheTransformAndIsNotFarFromIt()
    {
        var scales = GridKernel.ScalesOf(1 << 12);
        Assert.Equal((3 << 9) + 1, scales.Length);
        for (var n = 0; n < scales.Length; n += 7)
        {
            var frequency = n / 4096.0;
            var greatest = Enumerable.Range(0, 300).Max(i => ErrorOf(i / 299.0, frequency, scales[n]));
            Assert.InRange(greatest, 0, GridKernel.ErrorAt(frequency) + 1e-12);
            Assert.InRange(GridKernel.ErrorAt(frequency), 0, 1e-3);
            // Beyond the first step, the bound is of the size of the errors so far.
            if (n == 700 || n == 1400) Assert.InRange(GridKernel.ErrorAt(frequency), 0, 12 * greatest);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.125)]
    [InlineData(0.71)]
    [InlineData(0.999999)]
    public void WeightsAt_AnyPlace_AddUpToOneAndAreThoseOfTheMoments(double place)
    {
        var weights = Weights(place);
        Assert.Equal(1, weights.Sum(), 1e-13);
        // Two numbers at the same place: 3 and 5.
        var moments = new double[2 * GridKernel.Width];
        GridKernel.AddMoments(moments, place, [1, 2], 0, 2);
        GridKernel.AddMoments(moments, place, [0, 2, 3], 1, 2);
        foreach (var (number, sum) in new[] { (0, 3.0), (1, 5.0) })
        {
            var ofMoments = new double[GridKernel.Width];
            GridKernel.WeightsOf(moments, 2, number, ofMoments);
            for (var j = 0; j < weights.Length; j++) Assert.Equal(sum * weights[j], ofMoments[j], 1e-13);
        }

        var grid = new double[Size];
        GridKernel.Add(grid, 5, weights, 2);
        for (var i = 0; i < Size; i++) Assert.Equal(i is < 5 or >= 5 + GridKernel.Width ? 0 : 2 * weights[i - 5], grid[i], 1e-15);
    }

    private static double ErrorOf(double place, double frequency, double scale)
    {
        var weights = Weights(place);
        var sum = Complex.Zero;
        for (var j = 0; j < weights.Length; j++)
        {
            sum += weights[j] * Complex.FromPolarCoordinates(1, 2 * Math.PI * frequency * (j - GridKernel.Before - place));
        }

        return ((sum * scale) - 1).Magnitude;
    }

    private static double[] Weights(double place)
    {
        var weights = new double[GridKernel.Width];
        GridKernel.WeightsAt(place, weights);
        return weights;
    }
}
