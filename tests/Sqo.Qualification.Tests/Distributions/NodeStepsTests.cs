using System;
using System.Numerics;
using Sqo.Qualification.Internal;
using Xunit;

namespace Sqo.Qualification.Tests.Distributions;

public class NodeStepsTests
{
    /// <summary>Against the integral of the density along the imaginary axis.</summary>
    [Fact]
    public void LogOfSize_AnyRealPartsAndHeight_IsAtLeastTheLogarithm()
    {
        var (tight, compared) = (0, 0);
        foreach (var v in new[] { 0.02, 0.1, 0.3, 0.5, 0.6, 0.8, 1.5, 4 })
        {
            for (var u = 0.0; u < 6; u += 0.11)
            {
                foreach (var farther in new[] { 0, 0.1, 0.25, 2 })
                {
                    var bound = NodeSteps.LogOfSize(
                        u, u + farther, NormalProbability.Of(-u), NormalProbability.Density(u), v, Math.Exp(v * v / 2));
                    for (var part = 0; part <= 10; part++)
                    {
                        var log = LogOfSize(u + (farther * part / 10), v);
                        Assert.True(log <= (bound * (1 + 1e-6)) + 1e-12);
                        tight += part == 0 && log > 0.8 * bound ? 1 : 0;
                        compared++;
                    }
                }
            }
        }

        Assert.True(tight > 0.01 * compared);
    }

    /// <summary>
    /// Against the product of the deals along each curve, at many more places: it varies a lot between two nodes that are far apart.
    /// </summary>
    [Theory]
    [InlineData(1, 30, 0.9)]
    [InlineData(2, 900, 0.9)]
    [InlineData(5, 30, 0.97)]
    [InlineData(36, 30, 0.99)]
    [InlineData(36, 30, 0.3)]
    public void Bounds_GroupsOfDeals_AreAtLeastTheIntegrals(int groups, int deals, double spread)
    {
        var terms = new RevenueTerms();
        for (var i = 0; i < deals * groups; i++)
        {
            // All amounts are the same, and so are the probabilities of the deals of a group.
            var probit = groups == 1 ? 0 : 1.5 - (5.5 * (i % groups) / (groups - 1));
            terms.AddDeal("D-" + i, 1, NormalProbability.Of(probit));
        }

        var merged = MergedTerms.Of(terms);
        var factor = DistributionMoments.Of(merged, spread).Factor!;
        var steps = new NodeSteps(merged.Terms, factor);
        var least = double.PositiveInfinity;
        foreach (var (curve, log) in steps.Bounds)
        {
            if (double.IsInfinity(log)) continue;
            var excess = log - Math.Log(Integral(steps.Scale, merged.Terms, factor, curve));
            Assert.True(excess >= 0, $"{curve}: {excess}");
            least = Math.Min(least, excess);
        }

        Assert.InRange(least, 0, 6);
    }

    [Fact]
    public void Widest_ExtremeTerms_IsOfUse()
    {
        foreach (var probability in new[] { 1e-300, 1e-9, 0.5, 1 - 1e-15 })
        {
            foreach (var (count, rate, spread) in new[] { (1, 0, 1e-9), (1, 0, 0.9), (300, 3, 0.9), (0, 1e-6, 0.5), (0, 1e8, 0.01) })
            {
                var terms = Terms(count, probability, rate);
                var steps = new NodeSteps(terms, SharedFactor.Solve(terms, 0, spread));
                var step = steps.Widest(1e-4);
                Assert.True(step is > 0.5 and < 2.5, $"{probability}, {count}, {rate}, {spread}: {step}");
                Assert.InRange(steps.CountOf(step, 4.5), 5, rate > 10 ? 1_000 : 300);
            }
        }
    }

    [Fact]
    public void Widest_TooManyWins_IsZero()
    {
        var terms = Terms(0, 0.5, 1e300);
        var steps = new NodeSteps(terms, SharedFactor.Solve(terms, 0, 0.9));
        Assert.Equal(0, steps.Widest(1e-4));
        Assert.Equal(512, FactorNodes.ForLaw(terms, SharedFactor.Solve(terms, 0, 0.9)).Count);
    }

    private static LatticeTerms Terms(int count, double probability, double rate) => new(
        count > 0 ? [1] : [], count > 0 ? [probability] : [], count > 0 ? [count] : [], rate > 0 ? [1] : [], rate > 0 ? [rate] : []);

    private static double Integral(NodeScale scale, LatticeTerms terms, SharedFactor factor, double curve)
    {
        const double Step = 0.004;
        var (sum, last) = (0.0, 0.0);
        for (var z = -4.5; z <= 4.5; z += Step)
        {
            var above = scale.Above(z, [curve])[0];
            var log = (above * above / 2) - (z * z / 2);
            for (var deal = 0; deal < terms.GroupCount; deal++)
            {
                log += terms.Counts[deal] * LogOfSize(Math.Abs(factor.Probit(factor.Probits[deal], z)), factor.Slope * above);
            }

            var length = z == -4.5 ? 0 : Math.Sqrt((Step * Step) + ((above - last) * (above - last)));
            sum += length * Math.Exp(log) / Math.Sqrt(2 * Math.PI);
            last = above;
        }

        // A curve that can't be followed doesn't bound anything.
        return double.IsNaN(sum) ? double.PositiveInfinity : sum;
    }

    private static double LogOfSize(double u, double v)
    {
        const int Steps = 40;
        Complex tail = NormalProbability.Of(-u);
        // Simpson's rule for the integral of the density from u to u + iv.
        for (var i = 0; i <= Steps; i++)
        {
            var weight = i is 0 or Steps ? 1 : i % 2 == 0 ? 2 : 4;
            var x = new Complex(u, v * i / Steps);
            tail -= Complex.ImaginaryOne * v / Steps / 3 * weight * Complex.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
        }

        return Math.Max(0, Math.Log(Complex.Abs(tail) + Complex.Abs(1 - tail)));
    }
}
