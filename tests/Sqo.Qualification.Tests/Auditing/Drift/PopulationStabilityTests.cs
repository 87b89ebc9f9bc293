using System;
using System.Linq;
#if !NETFRAMEWORK
using MathNet.Numerics.Distributions;
#endif
using Sqo.Qualification.Internal;
using Xunit;

namespace Sqo.Qualification.Tests.Auditing.Drift;

public class PopulationStabilityTests
{
    [Fact]
    public void Of_TheWorkedCase_IsIt()
    {
        var psi = PopulationStability.Of([100, 200, 300, 250, 150], [40, 60, 80, 60, 60]);
        Assert.Equal(0.039057, psi.Value, 5e-7);
        Assert.Equal(0.083809, psi.JensenShannonDistance, 5e-7);
        // 300 are too few for the formula, whose value is 0.041113.
        Assert.True(psi.IsPermuted);
        Assert.InRange(psi.CriticalValue, 0.037, 0.045);
        Assert.False(psi.IsShifted);
        Assert.Equal((5, 0, 1000L, 300L), (psi.Bins, psi.EmptyBins, psi.ReferenceCount, psi.CurrentCount));
        Assert.Equal(StabilityBand.Stable, psi.UsualBand);
        var large = PopulationStability.Of([1000, 2000, 3000, 2500, 1500], [400, 600, 800, 600, 600]);
        Assert.False(large.IsPermuted);
        Assert.Equal(0.0041113, large.CriticalValue, 5e-8);
        Assert.True(large.IsShifted);
        Assert.Equal(psi.Value, large.Value, 1e-12);
    }

    [Fact]
    public void ChiSquare_AnyDegrees_IsThePublishedValue()
    {
        // R: qchisq(.95, c(1, 2, 4, 9, 30)), pchisq(9.2489, 4, lower = FALSE).
        double[] quantiles = [3.841458820694124, 5.991464547107979, 9.487729036781154, 16.918977604620448, 43.772971825742190];
        int[] degrees = [1, 2, 4, 9, 30];
        for (var i = 0; i < degrees.Length; i++) Assert.Equal(quantiles[i], ChiSquare.Quantile(0.05, degrees[i]), 1e-9);
        Assert.Equal(0.0552, ChiSquare.Above(9.2489, 4), 5e-5);
#if !NETFRAMEWORK
        for (var df = 1; df < 25; df++)
        {
            for (var x = 0.1; x < 60; x += 3.7) Assert.Equal(1 - ChiSquared.CDF(df, x), ChiSquare.Above(x, df), 1e-10);
        }
#endif
    }

    [Fact]
    public void Of_EmptyBins_GiveThemHalfADealOnBothSides()
    {
        var psi = PopulationStability.Of([600, 400, 0, 0], [500, 490, 10, 0]);
        Assert.Equal((3, 1), (psi.Bins, psi.EmptyBins));
        double[] e = [600 / 1000.5, 400 / 1000.5, 0.5 / 1000.5], a = [500 / 1000.5, 490 / 1000.5, 10.5 / 1000.5];
        Assert.Equal(e.Zip(a, (x, y) => (y - x) * Math.Log(y / x)).Sum(), psi.Value, 1e-12);
        var same = PopulationStability.Of([700], [900]);
        Assert.Equal((0.0, 0.0, false), (same.Value, same.CriticalValue, same.IsShifted));
        Assert.Equal(1, PopulationStability.Of([1000, 0], [0, 1000]).JensenShannonDistance, 0.02);
        Assert.Equal(StabilityBand.Major, PopulationStability.Of([1000, 0], [0, 1000]).UsualBand);
    }

    [Fact]
    public void OfScores_EqualScores_StayTogether()
    {
        var reference = Enumerable.Range(0, 1000).Select(i => i < 700 ? 0.0 : i / 10.0).ToList();
        var psi = PopulationStability.OfScores(reference, reference);
        Assert.Equal((0.0, 4), (psi.Value, psi.Bins));
        // All the same, and now not.
        Assert.True(PopulationStability.OfScores([.. Enumerable.Repeat(5.0, 600)], [.. Enumerable.Repeat(6.0, 600)]).IsShifted);
        Assert.True(PopulationStability.OfScores([.. Enumerable.Repeat(5.0, 600)], [.. Enumerable.Repeat(4.0, 600)]).IsShifted);
        Assert.Equal(1, PopulationStability.OfScores([.. Enumerable.Repeat(5.0, 600)], [.. Enumerable.Repeat(5.0, 600)]).Bins);
    }

    [Fact]
    public void Of_OddCounts_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => PopulationStability.Of([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => PopulationStability.Of([-1, 2], [1, 2]));
        Assert.Throws<ArgumentException>(() => PopulationStability.Of([0, 0], [1, 2]));
        Assert.Throws<ArgumentException>(() => PopulationStability.OfScores([], [1]));
        Assert.Throws<ArgumentException>(() => PopulationStability.OfScores([1], [double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PopulationStability.OfScores([1], [1], 1));
        Assert.Throws<ArgumentNullException>(() => PopulationStability.Of(null!, [1]));
    }
}
