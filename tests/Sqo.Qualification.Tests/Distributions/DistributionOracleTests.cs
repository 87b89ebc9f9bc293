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
    public void Quantile_FewDeals_IsThatOfAllOutcomes() => Property.Holds(300, (random, size) =>
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
    [InlineData(25, 400_000, 0.02, 0.9, DistributionMethod.MeetInTheMiddle)]
    [InlineData(100, 49, 0.02, 0.9, DistributionMethod.DynamicProgramming)]
    [InlineData(100, 20_000, 0.05, 0.9, DistributionMethod.FourierInversion)]
    [InlineData(200, 20_000, 0.01, 0.1, DistributionMethod.FourierInversion)]
    [InlineData(400, 20_000, 0.01, 0.1, DistributionMethod.FourierInversion)]
    [InlineData(1_000, 5_000, 0.02, 0.9, DistributionMethod.FourierInversion)]
    [InlineData(10_000, 50, 0.02, 0.9, DistributionMethod.FourierInversion)]
    public void CumulativeProbability_AnyEngine_IsWithinItsBoundOfTheExactProgram(int count, int greatest, double least, double most, DistributionMethod method)
    {
        var portfolio = Portfolio.Random(new SeededRandom(11), count, greatest, 250m, least, most);
        var distribution = portfolio.Distribution();
        Assert.Equal(method, distribution.Method);
        AssertNear(portfolio, distribution, method == DistributionMethod.FourierInversion && least < 0.02 && count < 300 ? 1e-2 : 1e-4);
    }

    [Fact]
    public void Quantile_TenThousandDeals_IsTheVeryOneOfTheExactProgram()
    {
        var portfolio = Portfolio.Random(new SeededRandom(5), 10_000, 49, 1_000m);
        var distribution = portfolio.Distribution();
        var cumulative = Portfolio.Cumulative(portfolio.Program());
        Assert.Equal(DistributionMethod.FourierInversion, distribution.Method);
        Assert.All(Levels, p => Assert.Equal(Portfolio.Quantile(cumulative, p) * 1_000.0, distribution.Quantile(p)));
        Assert.InRange(distribution.ErrorBound, 1e-12, 1e-9);
    }

    [Theory]
    [InlineData(20_000)]
    [InlineData(1_000_000)]
    public void Quantile_OneWhale_IsRight(int whale)
    {
        var portfolio = Portfolio.Random(new SeededRandom(7), 800, 300, 10m);
        portfolio.Amounts[17] = whale;
        portfolio.Probabilities[17] = 0.3;
        var distribution = portfolio.Distribution();
        AssertNear(portfolio, distribution, 1e-12);
        // As far as the small deals alone are concerned, too.
        Assert.Equal(DistributionMethod.ConditionalFourierInversion, distribution.Method);
        var withoutWhale = portfolio.Without(17);
        var small = withoutWhale.Distribution();
        Assert.InRange(Math.Abs(distribution.Quantile(0.35) - small.Quantile(0.5)), 0, 1e-12 * small.StandardDeviation);
    }

    [Fact]
    public void Quantile_TenWhalesOfDifferentSize_IsRight()
    {
        var random = new SeededRandom(8);
        var portfolio = Portfolio.Random(random, 300, 300, 10m);
        for (var i = 0; i < 10; i++) portfolio.Amounts[i] = (i + 3) * random.Between(20_000, 30_000);
        var distribution = portfolio.Distribution();
        Assert.Equal(DistributionMethod.ConditionalFourierInversion, distribution.Method);
        AssertNear(portfolio, distribution, 1e-9);
    }

    [Fact]
    public void Quantile_RoundAmountsButForAFew_IsRight()
    {
        var random = new SeededRandom(9);
        var portfolio = Portfolio.Random(random, 1_500, 5, 1m);
        for (var i = 0; i < portfolio.Amounts.Length; i++) portfolio.Amounts[i] *= 1_000;
        for (var i = 0; i < 4; i++) portfolio.Amounts[i] = random.Between(100, 3_999);
        AssertNear(portfolio, portfolio.Distribution(), 1e-9);
    }

    [Fact]
    public void Quantile_SmallDealsOfLowProbability_IsNearOnARoundedLattice()
    {
        var portfolio = Portfolio.Random(new SeededRandom(10), 60, 100_000, 0.01m, 0.01, 0.1);
        var distribution = portfolio.Distribution();
        Assert.Equal(DistributionMethod.RoundedLattice, distribution.Method);
        AssertNear(portfolio, distribution, 2e-3);
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
        for (var wins = 2_800; wins <= 3_200; wins += 25) Assert.Equal(DistributionOracle.Binomial(Count, P, wins), distribution.CumulativeProbability(700m * wins), 9);
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
            Assert.Equal(DistributionOracle.Poisson(rate, wins), distribution.CumulativeProbability(1_250.5m * wins), 9);
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
        var draws = new double[20_000];
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
            Assert.InRange(share, p - (4 * Math.Sqrt(p * (1 - p) / draws.Length)), p + (4 * Math.Sqrt(p * (1 - p) / draws.Length)));
        }

        Assert.InRange(Math.Abs(draws.Average() - distribution.Mean), 0, 4 * distribution.StandardDeviation / Math.Sqrt(draws.Length));
    }

    private static void AssertNear(Portfolio portfolio, RevenueDistribution distribution, double tolerance)
    {
        var weights = portfolio.Program();
        var cumulative = Portfolio.Cumulative(weights);
        foreach (var p in Levels)
        {
            var expected = (double)(Portfolio.Quantile(cumulative, p) * portfolio.Unit);
            Assert.InRange(Math.Abs(distribution.Quantile(p) - expected), 0, tolerance * distribution.StandardDeviation);
        }

        for (var x = 0L; x < cumulative.Length; x += Math.Max(1, cumulative.Length / 500))
        {
            Assert.InRange(Math.Abs(distribution.CumulativeProbability(x * portfolio.Unit) - cumulative[x]), 0, distribution.ErrorBound + 1e-11);
        }

        var tenth = Portfolio.Quantile(cumulative, 0.1);
        var worst = 0.0;
        for (var x = 0L; x < tenth; x++) worst += weights[x] * (tenth - x);
        var shortfall = (tenth - (worst / 0.1)) * (double)portfolio.Unit;
        Assert.InRange(Math.Abs(distribution.ExpectedShortfall(0.1) - shortfall), 0, Math.Max(tolerance, 1e-8) * distribution.StandardDeviation);
    }
}
