using System;
using System.Linq;
using Sqo.Qualification.Internal;
using Xunit;

namespace Sqo.Qualification.Tests.Statistics;

public class LargePoissonTests
{
    [Theory]
    [InlineData(3.0)]
    [InlineData(10)]
    [InlineData(25.5)]
    [InlineData(1_000)]
    [InlineData(1e7)]
    public void NextLargePoisson_AnyMean_HasItsMeanVarianceAndShares(double mean)
    {
        const int Draws = 20_000;
        var random = new SeededGenerator(17);
        var drawn = Enumerable.Range(0, Draws).Select(_ => random.NextLargePoisson(mean)).ToArray();
        var average = drawn.Average();
        var variance = drawn.Sum(x => (x - average) * (x - average)) / (Draws - 1);
        Assert.InRange(average, mean - (4 * Math.Sqrt(mean / Draws)), mean + (4 * Math.Sqrt(mean / Draws)));
        Assert.InRange(variance / mean, 0.95, 1.05);
        // Shares up to some quantiles, against the exact distribution.
        foreach (var sd in new[] { -1.5, -0.5, 0, 0.5, 1.5 })
        {
            var most = Math.Floor(mean + (sd * Math.Sqrt(mean)));
            var exact = IncompleteGamma.Upper(most + 1, mean);
            Assert.Equal(exact, (double)drawn.Count(x => x <= most) / Draws, 0.015);
        }
    }
}
