using System;
using System.Numerics;
using Xunit;

namespace Sqo.Qualification.Tests.Distributions;

public class NodeScaleTests
{
    private const double Step = 0.1;

    private static readonly double[] Heights = [2.5, 3, 3.7, 5];

    [Fact]
    public void Of_SmoothDensities_HasAboutThese()
    {
        var (scale, densities) = (NodeScale.Of(Bell(), Step), Bell());
        for (var i = 0; i < densities.Length; i++)
        {
            Assert.InRange(scale.Density((i - 45) * Step), 0.7 * densities[i], (2 * densities[i]) + 8);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void PlaceOf_AnyNumber_RisesByTheDensity(int kind)
    {
        var scale = Scale(kind);
        for (var z = -4.5; z < 4.5; z += 0.05)
        {
            var slope = (scale.PlaceOf(z + 1e-6) - scale.PlaceOf(z - 1e-6)) / 2e-6;
            Assert.InRange(scale.Density(z), Math.Max(1, slope * (1 - 1e-6)), slope * (1 + 1e-6));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void At_PlaceOfANumber_IsTheNumber(int kind)
    {
        var scale = Scale(kind);
        for (var z = -4.5; z < 4.5; z += 0.0123) Assert.Equal(z, scale.At(scale.PlaceOf(z), -5, 5), 1e-12);
    }

    /// <summary>Against polynomials through the places of real numbers around, continued upwards.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Above_AnyNumber_IsWhereThePlaceHasTheImaginaryPart(int kind)
    {
        var scale = Scale(kind);
        var compared = 0;
        for (var z = -4.5; z < 4.5; z += 0.3)
        {
            var above = scale.Above(z, Heights);
            for (var i = 0; i < Heights.Length; i++)
            {
                var (few, many) = (Continued(scale, z, above[i], 24), Continued(scale, z, above[i], 30));
                Assert.False(double.IsNaN(above[i]));
                // Where a branch point is near, polynomials don't converge.
                if (!(Complex.Abs(few - many) < 1e-5)) continue;
                compared++;
                Assert.Equal(Heights[i], many.Imaginary, 1e-4);
            }
        }

        Assert.True(compared >= 30);
    }

    [Fact]
    public void Above_NumberBesideASteepCliff_IsNotANumberFromWhereTheDerivativeFalls()
    {
        var densities = Bell();
        for (var i = 0; i < densities.Length; i++) densities[i] = i is > 40 and < 50 ? 400 : 1;
        var scale = NodeScale.Of(densities, Step);
        var above = scale.Above(0.75, [2.5, 5, 200]);
        Assert.InRange(above[0], 0.001, 2.5);
        Assert.True(above[2] is double.NaN);
    }

    [Fact]
    public void HasInverse_BranchPointsInReach_IsFalse()
    {
        // Without peaks to speak of, a place is nearly the number itself, and branch points are 6 above.
        var flat = NodeScale.Of(Array.ConvertAll(Bell(), _ => 1.0), Step);
        Assert.Equal([true, true, false], flat.HasInverse([2.5, 5, 7]));
        Assert.Equal([true, true, true], Scale(0).HasInverse([2.5, 3.5, 5]));
    }

    private static NodeScale Scale(int kind) => NodeScale.Of(kind switch
    {
        0 => Bell(),
        1 => Array.ConvertAll(Bell(), density => Math.Max(1, density - 5)),
        _ => Rising(),
    }, Step);

    private static double[] Bell()
    {
        var densities = new double[91];
        for (var i = 0; i < densities.Length; i++) densities[i] = 1 + (60 * Math.Exp(-(i - 50) * (i - 50) / 200.0));
        return densities;
    }

    private static double[] Rising()
    {
        var densities = new double[91];
        for (var i = 0; i < densities.Length; i++) densities[i] = 1 + Math.Exp(i / 20.0);
        return densities;
    }

    /// <summary>The place of z + iy, from a polynomial through places within 2y of z.</summary>
    private static Complex Continued(NodeScale scale, double z, double y, int points)
    {
        Complex above = 0, below = 0;
        for (var point = 0; point < points; point++)
        {
            var angle = (point + 0.5) * Math.PI / points;
            var x = z + (2 * y * Math.Cos(angle));
            var weight = (point % 2 == 0 ? 1 : -1) * Math.Sin(angle) / (new Complex(z, y) - x);
            (above, below) = (above + (weight * scale.PlaceOf(x)), below + weight);
        }

        return above / below;
    }
}
