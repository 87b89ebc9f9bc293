using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Distributions;

/// <summary>Kinds of portfolios that are hard on a distribution, and what holds for every one of them.</summary>
public class DistributionKindsTests
{
    public static TheoryData<string, int, double, double> Kinds()
    {
        var data = new TheoryData<string, int, double, double>();
        foreach (var kind in (string[])["cents", "lognormal", "Pareto", "whale", "ten whales", "clusters", "charm", "round"])
        {
            data.Add(kind, 30, 0.5, 0);
            if (Deep.IsOn || kind is "Pareto" or "whale" or "clusters") data.Add(kind, 300, 20, 0.25);
            // Tens and hundreds of wins under a strong factor, whose bands have sums of different scales.
            if (Deep.IsOn || kind is "lognormal" or "ten whales" or "charm") data.Add(kind, 300, 100, 0.8);
            if (!Deep.IsOn) continue;
            data.Add(kind, 1_000, 200, 0.6);
            foreach (var count in (int[])[12, 100, 1_000, 10_000])
            {
                foreach (var wins in (double[])[0.5, 5, count / 3.0])
                {
                    foreach (var spread in (double[])[0, 0.1, 0.3]) data.Add(kind, count, wins, spread);
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Distribution_AnyKind_KeepsWhatHoldsForAll(string kind, int count, double wins, double spread)
    {
        var random = new SeededRandom(5);
        var amounts = Amounts(kind, count, random);
        var open = RevenueDistribution.Create(b =>
        {
            for (var i = 0; i < count; i++) b.Deal("D-" + i, amounts[i], Math.Min(0.99, wins / count * (0.5 + random.Share())));
            b.Spread(spread);
        });
        var begun = RevenueDistribution.Create(b => b.NewBusiness(2, [.. amounts.Take(200)]).Spread(spread));
        var both = RevenueDistribution.Combine(open, begun);
        foreach (var distribution in new[] { open, begun, both })
        {
            var bound = distribution.ErrorBound;
            Assert.InRange(bound, 0, 0.00501);
            Assert.Equal(distribution.Method == DistributionMethod.Simulation, distribution.Seed is not null);
            double last = 0, lastShare = distribution.CumulativeProbability(0);
            for (var p = 0.01; p < 1; p += 0.02)
            {
                var quantile = distribution.Quantile(p);
                var share = distribution.CumulativeProbability((decimal)quantile);
                Assert.True(quantile >= last && share >= lastShare, "F rises.");
                // Markov's inequality.
                Assert.True(
                    (1 - p - bound) * quantile <= distribution.Mean * (1 + 1e-9),
                    $"{distribution.Method}: {1 - p} of the time at least {quantile}, with a mean of {distribution.Mean}.");
                (last, lastShare) = (quantile, share);
            }

            Assert.Equal(1, distribution.CumulativeProbability(decimal.MaxValue / 4));
            AssertIsThatOfASimulation(distribution);
        }

        var slack = both.ErrorBound + Math.Max(open.ErrorBound, begun.ErrorBound);
        for (var p = 0.05; p < 1; p += 0.1)
        {
            Assert.True(both.Quantile(p) >= open.Quantile(p - slack) - 0.01, "A sum is no less than its part.");
            Assert.True(both.Quantile(p) >= begun.Quantile(p - slack) - 0.01, "A sum is no less than its part.");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    public void ErrorBound_ClustersOfAmounts_IsTheUsual(double spread)
    {
        var random = new SeededRandom(5);
        var amounts = Amounts("clusters", Deep.Size(400, 1_000), random);
        var distribution = RevenueDistribution.Create(b =>
        {
            for (var i = 0; i < amounts.Count; i++) b.Deal("D-" + i, amounts[i], 0.3 * (0.5 + random.Share()));
            b.Spread(spread);
        });
        Assert.InRange(distribution.ErrorBound, 0, 0.00501);
    }

    [Fact]
    public void Quantile_SymmetricDealsUnderAWideFactor_HasItsMedianAtTheMean()
    {
        var distribution = RevenueDistribution.Create(b =>
        {
            for (var i = 0; i < 60; i++) b.Deal("D-" + i, 101m + (7 * i), 0.5);
            b.Spread(0.8);
        });
        var mean = (decimal)distribution.Mean;
        Assert.InRange(distribution.CumulativeProbability(mean), 0.5 - distribution.ErrorBound, 0.503 + distribution.ErrorBound);
        Assert.InRange(distribution.ErrorBound, 0, 0.00501);
    }

    [Fact]
    public void Quantile_UnlikelyDealsOfGrowingSize_EndsWhereTheExactOneDoes()
    {
        var distribution = RevenueDistribution.Create(b =>
        {
            for (var i = 0; i < 80; i++) b.Deal("D-" + i, Math.Round(40m * (decimal)Math.Pow(1.06, i), 2), 0.03);
            b.Spread(0.2);
        });
        Assert.InRange(distribution.Quantile(0.99), distribution.Quantile(0.98), 9_700);
        Assert.InRange(distribution.Quantile(0.995 - distribution.ErrorBound), 7_500, 9_700);
    }

    [Theory]
    [InlineData(2_000)]
    [InlineData(2_001)]
    public void CumulativeProbability_ManyUnlikelyDeals_KeepsTheAtomAtZero(int count)
    {
        var distribution = RevenueDistribution.Create(b =>
        {
            for (var i = 0; i < count; i++) b.Deal("D-" + i, 5_000m + (37.01m * (i % 1_000)), 0.001);
        });
        Assert.Equal(Math.Pow(0.999, count), distribution.CumulativeProbability(0), distribution.ErrorBound);
    }

    [Fact]
    public void Widened_OneKronaMore_NarrowsNothing()
    {
        var plain = RevenueDistribution.Create(b => b.NewBusiness(100, 10_000m).Spread(0.25));
        var more = RevenueDistribution.Create(b => b.NewBusiness(100, 10_000m).Deal("a krona", 1m, 0.99).Spread(0.25));
        Assert.Equal(0.25, plain.Spread, 9);
        Assert.Equal(0.25, more.Spread, 4);
        Assert.InRange(more.StandardDeviation / plain.StandardDeviation, 0.9999, 1.0001);
    }

    [Fact]
    public void Within_ASmallerError_IsKept()
    {
        var distribution = RevenueDistribution.Create(b =>
        {
            for (var i = 0; i < 30; i++) b.Deal("D-" + i, 1_000.01m + (i * i * 77.77m), 0.02);
        });
        Assert.Equal(DistributionMethod.Simulation, distribution.Method);
        var better = distribution.Within(0.0025);
        Assert.InRange(better.ErrorBound, 0, 0.0025);
        Assert.InRange(Math.Abs(better.CumulativeProbability(0) - Math.Pow(0.98, 30)), 0, 0.0025);
        Assert.Throws<ArgumentOutOfRangeException>(() => distribution.Within(0));
        Assert.Equal(better.ErrorBound, RevenueDistribution.Combine(better, RevenueDistribution.Nothing).ErrorBound);
    }

    /// <summary>Mean, variance and cumulative probabilities against draws of every deal, by strata of the shared factor.</summary>
    private static void AssertIsThatOfASimulation(RevenueDistribution distribution)
    {
        const int Strata = 256;
        var (terms, lattice, factor) = (distribution.Merged.Terms, distribution.Merged.Lattice, distribution.Factor);
        var random = new SeededRandom(41);
        var each = Math.Max(1, Math.Min(Deep.Size(40, 400), Deep.Size(10_000, 60_000) / (terms.GroupCount + 1)));
        var sums = new long[Strata * each];
        var probits = Array.ConvertAll(terms.Probabilities, DistributionOracle.NormalQuantile);
        double mean = 0, square = 0;
        for (var stratum = 0; stratum < Strata; stratum++)
        {
            var z = DistributionOracle.NormalQuantile((stratum + 0.001 + (0.998 * random.Share())) / Strata);
            var shares = factor is null ? terms.Probabilities
                : Array.ConvertAll(probits, probit => DistributionOracle.Conditional(probit, factor.Correlation, z));
            var growth = factor is null ? 1 : Math.Exp((factor.LogDeviation * z) - (factor.LogDeviation * factor.LogDeviation / 2));
            for (var draw = stratum * each; draw < (stratum + 1) * each; draw++)
            {
                for (var i = 0; i < shares.Length; i++)
                {
                    for (var left = terms.Counts[i]; left > 0; left--) sums[draw] += random.Chance(shares[i]) ? terms.Amounts[i] : 0;
                }

                for (var i = 0; i < terms.NewCount; i++)
                {
                    sums[draw] += terms.NewAmounts[i] * DistributionOracle.PoissonDraw(random, terms.NewRates[i] * growth);
                }

                mean += sums[draw] * lattice.Step / sums.Length;
                square += sums[draw] * lattice.Step * (sums[draw] * lattice.Step) / sums.Length;
            }
        }

        // One stratum beside the inequality of Dvoretzky, Kiefer and Wolfowitz, at 1e-9.
        var slack = distribution.ErrorBound + (1.0 / Strata) + Math.Sqrt(10.72 / sums.Length);
        Array.Sort(sums);
        for (var p = 0.02; p < 1; p += 0.04)
        {
            var quantile = (decimal)distribution.Quantile(p);
            var most = lattice.StepsAtMost(quantile);
            var place = Array.BinarySearch(sums, most);
            for (place = place < 0 ? ~place : place; place < sums.Length && sums[place] == most; place++) { }
            Assert.InRange(distribution.CumulativeProbability(quantile) - (place / (double)sums.Length), -slack, slack);
        }

        Assert.InRange(mean, distribution.Mean - (8 * distribution.StandardDeviation / Math.Sqrt(sums.Length)) - 0.01, double.MaxValue);
    }

    private static List<decimal> Amounts(string kind, int count, SeededRandom random)
    {
        var amounts = new List<decimal>();
        for (var i = 0; i < count; i++)
        {
            amounts.Add(kind switch
            {
                "lognormal" => Cents(10_000 * Math.Exp(3 * DistributionOracle.Normal(random))),
                "Pareto" => Cents(1_000 * Math.Pow(1 - random.Share(), -1 / 1.1)),
                "whale" => i == 0 ? 100_000_000m : Cents(100 + (10_000 * random.Share())),
                "ten whales" => Cents(i < 10 ? 1e6 * (1 + (5 * random.Share())) : 100 + (1_000 * random.Share())),
                "clusters" => Cents(i % 2 == 0 ? 1e6 + (1e4 * random.Share()) : 100 + (10 * random.Share())),
                "charm" => (random.Between(1, 6) * 3_330m) - 10,
                "round" => random.Between(1, 200) * 250m,
                _ => Cents(100_000 * random.Share()),
            });
        }

        return amounts;
    }

    private static decimal Cents(double amount) => Math.Round((decimal)amount, 2) + 0.01m;
}
