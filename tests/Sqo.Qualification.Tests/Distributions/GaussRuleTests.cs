using System;
using System.Linq;
using Xunit;

namespace Sqo.Qualification.Tests.Distributions;

public class GaussRuleTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(24)]
    [InlineData(61)]
    public void Of_AnyCount_IntegratesPolynomialsOfTwiceTheDegree(int count)
    {
        var (points, weights) = GaussRule.Of(count);
        Assert.Equal(points.OrderBy(point => point), points);
        foreach (var degree in Enumerable.Range(0, 2 * count))
        {
            var integral = points.Zip(weights, (point, weight) => weight * Math.Pow(point, degree)).Sum();
            Assert.Equal(degree % 2 == 0 ? 2.0 / (degree + 1) : 0, integral, 13);
        }

        // The next power is too much.
        var missed = 2.0 / ((2 * count) + 1) - points.Zip(weights, (point, weight) => weight * Math.Pow(point, 2 * count)).Sum();
        if (count < 20) Assert.InRange(missed, 1e-12, 1);
    }
}
