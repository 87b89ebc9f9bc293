using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Distributions;

/// <summary>Each engine against a second way to the same numbers.</summary>
public class DistributionOracleTests
{
    private static readonly double[] Levels = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99];

    [Fact]
    public void Quantile_FewDeals_IsThatOfAllOutcomes() => Property.Holds(Deep.Size(60, 300), (random, size) =>
    {
        var portfolio = Portfolio.Random(random, size, random.Pick(3, 20, 5_000_000), 0.01m, 0, 1);
        var outcomes = portfolio.BruteForce();
        var distribution = portfolio.Distribution();
        var sum = 0.0;
        var level = random.Share();
        double? quantile = null;
        foreach (var outcome in outcomes)
        {
            sum += outcome.Value;
            var amount = outcome.Key * portfolio.Unit;
            Assert.InRange(distribution.CumulativeProbability(amount), sum - 1e-13, sum + 1e-13);
            Assert.InRange(distribution.ProbabilityAtLeast(amount), 1 - sum + outcome.Value - 1e-13, 1 - sum + outcome.Value + 1e-13);
            if (sum >= level - 1e-12) quantile ??= (double)amount;
        }

        Assert.Equal(quantile!.Value, distribution.Quantile(level));
        Assert.Equal(1, distribution.CumulativeProbability(distribution.Maximum!.Value));
        var mean = outcomes.Sum(outcome => outcome.Key * outcome.Value) / 100;
        Assert.InRange(Math.Abs(distribution.Mean - mean), 0, 1e-9 * mean);
        var variance = outcomes.Sum(outcome => ((outcome.Key / 100.0) - mean) * ((outcome.Key / 100.0) - mean) * outcome.Value);
        Assert.InRange(Math.Abs(distribution.StandardDeviation - Math.Sqrt(variance)), 0, 1e-6 * mean);

        // The mean of the worst share, an atom at its end in part.
        double left = level, worst = 0;
        foreach (var outcome in outcomes)
        {
            worst += Math.Min(left, outcome.Value) * outcome.Key / 100;
            left -= Math.Min(left, outcome.Value);
        }

        Assert.InRange(Math.Abs(distribution.ExpectedShortfall(level) - (worst / level)), 0, 1e-9 * mean);
    });

    [Theory]
    [InlineData(100, 49, 0.02, 0.9, DistributionMethod.DynamicProgramming)]
    [InlineData(100, 20_000, 0.05, 0.9, DistributionMethod.FourierInversion)]
    [InlineData(60, 20_000, 0.01, 0.1, DistributionMethod.FourierInversion)]
    [InlineData(60, 20_000, 0.01, 0.04, DistributionMethod.Simulation)]
    [InlineData(1_000, 500, 0.02, 0.9, DistributionMethod.FourierInversion)]
    public void CumulativeProbability_EachLaw_IsWithinItsBoundOfTheExactProgram(
        int count, int greatest, double least, double most, DistributionMethod method)
    {
        var portfolio = Portfolio.Random(new SeededRandom(11), count, greatest, 250m, least, most);
        var distribution = portfolio.Distribution();
        Assert.Equal(method, distribution.Method);
        AssertWithinBound(portfolio, distribution);
    }

    [Theory]
    [InlineData(20_000)]
    [InlineData(1_000_000)]
    public void CumulativeProbability_OneWhale_IsWithinItsBound(int whale)
    {
        var portfolio = Portfolio.Random(new SeededRandom(7), 200, 300, 10m);
        portfolio.Amounts[17] = whale;
        portfolio.Probabilities[17] = 0.3;
        AssertWithinBound(portfolio, portfolio.Distribution());
    }

    [Theory]
    [InlineData(3_330)]
    [InlineData(7_770)]
    public void CumulativeProbability_PriceList_IsWithinItsBound(int price)
    {
        var random = new SeededRandom(9);
        var portfolio = Portfolio.Random(random, 200, 6, 10m);
        for (var i = 0; i < portfolio.Amounts.Length; i++) portfolio.Amounts[i] = (portfolio.Amounts[i] * price / 10) - 1;
        AssertWithinBound(portfolio, portfolio.Distribution());
    }

    [Fact]
    public void CumulativeProbability_HardAmounts_IsWithinItsBoundOfAllOutcomes() => Property.Holds(Deep.Size(8, 32), (random, size) =>
    {
        var kind = random.Below(5);
        var count = Deep.Size(18, 24);
        var portfolio = Portfolio.Random(random, count, 100_000, 0.01m, random.Pick(0.001, 0.05, 0.9), random.Pick(0.91, 0.99));
        for (var i = 0; i < count; i++)
        {
            portfolio.Amounts[i] = kind switch
            {
                0 => (long)(1_000_000 * Math.Exp(3 * DistributionOracle.Normal(random))) + 1,
                1 => (long)(100_000 * Math.Pow(1 - random.Share(), -1 / 1.1)),
                2 => i == 0 ? 100_000_000_000 : portfolio.Amounts[i],
                3 => i % 2 == 0 ? 100_000_000 + portfolio.Amounts[i] : portfolio.Amounts[i],
                _ => (random.Between(1, 6) * 333_000) - 1_000,
            };
        }

        var spread = random.Pick(0, 0, 0.25, 0.8);
        var distribution = portfolio.Distribution(spread);
        Assert.InRange(distribution.ErrorBound, 0, 0.00501);
        var exact = new Halves(portfolio, spread == 0 ? 0 : DistributionOracle.Factor(
            [.. portfolio.Probabilities.Select(DistributionOracle.NormalQuantile)], [.. portfolio.Amounts.Select(a => a / 100.0)],
            0, spread * distribution.Mean)[0]);
        for (var p = 0.05; p < 1; p += 0.09)
        {
            var amount = (decimal)distribution.Quantile(p);
            // The oracle's own rho is right to 1e-9, its nodes to less than 1e-4.
            var difference = distribution.CumulativeProbability(amount) - exact.Cumulative((long)Math.Round(amount * 100));
            Assert.InRange(Math.Abs(difference), 0, distribution.ErrorBound + 2e-4);
        }
    });

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    public void Quantile_NewBusinessWithAWhale_IsThatOfASimulation(double spread)
    {
        decimal[] amounts = [47.52m, 14.11m, 31.93m, 18.22m, 36.04m, 22.33m, 10.00m, 26.44m, 44.15m, 39.26m, 1_000_000m];
        var distribution = RevenueDistribution.Create(b => b.NewBusiness(2.57, amounts).Spread(spread));
        Assert.InRange(distribution.ErrorBound, 0, 0.00501);
        var random = new SeededRandom(31);
        var s = Math.Sqrt(Math.Log(1 + (spread * spread)));
        var draws = new double[Deep.Size(40_000, 2_000_000)];
        for (var i = 0; i < draws.Length; i++)
        {
            var rate = 2.57 * Math.Exp((s * DistributionOracle.Normal(random)) - (s * s / 2));
            for (var wins = DistributionOracle.PoissonDraw(random, rate); wins > 0; wins--) draws[i] += (double)random.Pick(amounts);
        }

        foreach (var x in (double[])[0, 40, 76, 150, 999_999, 1_000_076, 2_000_092])
        {
            var share = draws.Count(draw => draw <= x + 0.001) / (double)draws.Length;
            var difference = Math.Abs(share - distribution.CumulativeProbability((decimal)x));
            Assert.InRange(difference, 0, distribution.ErrorBound + (2.5 / Math.Sqrt(draws.Length)));
        }

        Assert.InRange(distribution.Quantile(0.5), 60, 90);
        Assert.InRange(distribution.Quantile(0.9), 1_000_000, 1_000_150);
    }

    [Fact]
    public void CumulativeProbability_ManyEqualDeals_IsBinomial()
    {
        const int Count = 10_000;
        const double P = 0.3;
        var distribution = RevenueDistribution.Create(b =>
        {
            for (var i = 0; i < Count; i++) b.Deal("d" + i, 700m, P);
        });
        for (var wins = 2_800; wins <= 3_200; wins += 25)
        {
            var exact = DistributionOracle.Binomial(Count, P, wins);
            Assert.Equal(exact, distribution.CumulativeProbability(700m * wins), distribution.ErrorBound);
        }
    }

    [Theory]
    [InlineData(0.4)]
    [InlineData(7)]
    [InlineData(300)]
    [InlineData(5_000)]
    public void CumulativeProbability_NewBusinessOfOneAmount_IsPoisson(double rate)
    {
        var distribution = RevenueDistribution.Create(b => b.NewBusiness(rate, 1_250.5m));
        var center = (int)rate;
        for (var wins = Math.Max(0, center - 100); wins <= center + 100; wins += 3)
        {
            Assert.Equal(DistributionOracle.Poisson(rate, wins), distribution.CumulativeProbability(1_250.5m * wins), 5e-5);
        }

        Assert.Equal(rate * 1_250.5, distribution.Mean, 6);
        Assert.Equal(Math.Sqrt(rate) * 1_250.5, distribution.StandardDeviation, 6);
        Assert.Null(distribution.Maximum);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.3)]
    public void Quantile_DealsAndNewBusiness_IsThatOfASimulation(double spread)
    {
        var random = new SeededRandom(21);
        var portfolio = Portfolio.Random(random, 120, 900_000, 0.01m);
        decimal[] sizes = [1_200.10m, 5_000m, 9_999.99m];
        var distribution = RevenueDistribution.Combine(
            portfolio.Distribution(), RevenueDistribution.Create(b => b.NewBusiness(9, sizes, [3, 2, 1]))).Widened(spread);
        var probits = portfolio.Probabilities.Select(DistributionOracle.NormalQuantile).ToArray();
        var amounts = portfolio.Amounts.Select(a => a / 100.0).ToArray();
        var newMean = 9 * ((3 * 1_200.10) + (2 * 5_000) + 9_999.99) / 6;
        var factor = spread == 0 ? [0, 0] : DistributionOracle.Factor(probits, amounts, newMean, spread * distribution.Mean);
        var (rho, s) = (factor[0], factor[1]);
        var draws = new double[Deep.Size(6_000, 20_000)];
        for (var i = 0; i < draws.Length; i++)
        {
            var z = DistributionOracle.Normal(random);
            var sum = 0.0;
            for (var deal = 0; deal < portfolio.Amounts.Length; deal++)
            {
                if (random.Chance(DistributionOracle.Conditional(probits[deal], rho, z))) sum += amounts[deal];
            }

            for (var wins = DistributionOracle.PoissonDraw(random, 9 * Math.Exp((s * z) - (s * s / 2))); wins > 0; wins--)
            {
                var pick = random.Share() * 6;
                sum += (double)sizes[pick < 3 ? 0 : pick < 5 ? 1 : 2];
            }

            draws[i] = sum;
        }

        // Within four standard errors of a share.
        foreach (var p in Levels)
        {
            var share = draws.Count(x => x <= distribution.Quantile(p)) / (double)draws.Length;
            Assert.InRange(Math.Abs(share - p), 0, distribution.ErrorBound + (4 * Math.Sqrt(p * (1 - p) / draws.Length)));
        }

        Assert.InRange(Math.Abs(draws.Average() - distribution.Mean), 0, 4 * distribution.StandardDeviation / Math.Sqrt(draws.Length));
    }

    private static void AssertWithinBound(Portfolio portfolio, RevenueDistribution distribution)
    {
        Assert.InRange(distribution.ErrorBound, 0, 0.00501);
        var cumulative = Portfolio.Cumulative(portfolio.Program());
        for (var x = 0L; x < cumulative.Length; x += Math.Max(1, cumulative.Length / 5_000))
        {
            var difference = distribution.CumulativeProbability(x * portfolio.Unit) - cumulative[x];
            Assert.InRange(Math.Abs(difference), 0, distribution.ErrorBound + 1e-11);
        }
    }

    /// <summary>All outcomes of two halves of the deals, under nodes of the factor.</summary>
    private sealed class Halves
    {
        private readonly Portfolio _portfolio;
        private readonly double _rho;

        public Halves(Portfolio portfolio, double rho)
        {
            _portfolio = portfolio;
            _rho = rho;
        }

        public double Cumulative(long units)
        {
            if (_rho == 0) return Given(_portfolio.Probabilities, units);
            double sum = 0, weights = 0;
            var step = _rho > 0.9 ? 0.02 : 0.2;
            for (var z = -5.0; z <= 5; z += step)
            {
                var weight = Math.Exp(-z * z / 2);
                weights += weight;
                var given = _portfolio.Probabilities.Select(
                    p => DistributionOracle.Conditional(DistributionOracle.NormalQuantile(p), _rho, z));
                sum += weight * Given([.. given], units);
            }

            return sum / weights;
        }

        private double Given(double[] probabilities, long units)
        {
            var half = probabilities.Length / 2;
            var (first, second) = (Outcomes(probabilities, 0, half), Outcomes(probabilities, half, probabilities.Length));
            double sum = 0, below = 0;
            var at = 0;
            for (var i = first.Length - 1; i >= 0; i--)
            {
                for (; at < second.Length && second[at].Key + first[i].Key <= units; at++) below += second[at].Value;
                sum += first[i].Value * below;
            }

            return sum;
        }

        private System.Collections.Generic.KeyValuePair<long, double>[] Outcomes(double[] probabilities, int from, int to)
        {
            var outcomes = new System.Collections.Generic.KeyValuePair<long, double>[1 << (to - from)];
            outcomes[0] = new(0, 1);
            for (int i = from, n = 1; i < to; i++, n *= 2)
            {
                for (var k = 0; k < n; k++)
                {
                    outcomes[n + k] = new(outcomes[k].Key + _portfolio.Amounts[i], outcomes[k].Value * probabilities[i]);
                    outcomes[k] = new(outcomes[k].Key, outcomes[k].Value * (1 - probabilities[i]));
                }
            }

            Array.Sort(outcomes, (a, b) => a.Key.CompareTo(b.Key));
            return outcomes;
        }
    }
}
