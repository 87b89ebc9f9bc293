using System;
using System.Linq;
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
                        Assert.InRange(log, 0, (bound * (1 + 1e-6)) + 1e-12);
                        tight += part == 0 && log > 0.8 * bound ? 1 : 0;
                        compared++;
                    }
                }
            }
        }

        Assert.InRange(tight, 0.01 * compared, compared);
    }

    /// <summary>
    /// Against the product of the deals along each curve, at many more places: where steps are wide, it varies much between two nodes.
    /// </summary>
    [Theory]
    [InlineData(1, 0.9)]
    [InlineData(5, 0.97)]
    [InlineData(36, 0.99)]
    [InlineData(36, 0.3)]
    public void Widest_GroupsOfDeals_MeetsTheErrorForOneOfTheCurves(int groups, double spread)
    {
        var terms = new RevenueTerms();
        for (var i = 0; i < 30 * groups; i++)
        {
            // All amounts are the same, and at most 30 deals have the same probability.
            var probit = groups == 1 ? 0 : 1.5 - (5.5 * (i % groups) / (groups - 1));
            terms.AddDeal("D-" + i, 1, NormalProbability.Of(probit));
        }

        var merged = MergedTerms.Of(terms);
        var factor = DistributionMoments.Of(merged, spread).Factor!;
        var steps = new NodeSteps(merged.Terms, factor);
        foreach (var error in new[] { 1e-4, 1e-3 })
        {
            var step = steps.Widest(error);
            var bounds = new[] { 3, 3.5, 4, 4.5, 5 }.Select(
                curve => 2 * Integral(steps.Scale, merged.Terms, factor, curve) / (Math.Exp(2 * Math.PI * curve / step) - 1));
            Assert.InRange(bounds.Min(), 1e-5 * error, error);
        }
    }

    [Fact]
    public void Widest_ExtremeTerms_IsFinite()
    {
        foreach (var probability in new[] { 1e-300, 1e-9, 0.5, 1 - 1e-15 })
        {
            foreach (var (count, rate, spread) in new[] { (1, 0, 1e-9), (1, 0, 0.9), (300, 1e12, 0.9), (0, 1e-6, 0.5), (0, 1e300, 0.9) })
            {
                var terms = new LatticeTerms(
                    count > 0 ? [1] : [], count > 0 ? [probability] : [], count > 0 ? [count] : [], rate > 0 ? [1] : [],
                    rate > 0 ? [rate] : []);
                var steps = new NodeSteps(terms, SharedFactor.Solve(terms, 0, spread));
                Assert.InRange(steps.Widest(1e-4), 0, 2.5);
                Assert.InRange(steps.CountOf(steps.Widest(1e-4), 4.5), 2, int.MaxValue);
            }
        }
    }

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
