using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Distributions;

public class RevenueDistributionTests
{
    private static readonly double[] Levels = [0.001, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 0.999];

    [Fact]
    public void Quantile_WorkedCase_IsThatOfTheDefinitions()
    {
        var distribution = RevenueDistribution.Create(b => b.Deal("a", 100_000m, 0.5).Deal("b", 40_000m, 0.25).Deal("c", 10_000m, 0.9));
        Assert.Equal(69_000, distribution.Mean, 9);
        Assert.Equal(53_000, distribution.StandardDeviation, 9);
        Assert.Equal(10_000, distribution.Quantile(0.1));
        Assert.Equal(50_000, distribution.Quantile(0.5));
        Assert.Equal(150_000, distribution.Quantile(0.9));
        Assert.Equal(0.5, distribution.ProbabilityAtLeast(100_000m), 15);
        Assert.Equal(0.5, distribution.ProbabilityAtLeast(50_000.01m), 15);
        Assert.Equal(0.5, distribution.CumulativeProbability(99_999.99m), 15);
        Assert.Equal(DistributionMethod.Enumeration, distribution.Method);
        Assert.Equal((0m, 150_000m), (distribution.Minimum, distribution.Maximum));
        Assert.Equal("mean 69000, P10 10000, P50 50000, P90 150000", distribution.ToString());
    }

    [Fact]
    public void Nothing_AnyQuestion_IsZeroForCertain()
    {
        foreach (var nothing in new[]
        {
            RevenueDistribution.Nothing, RevenueDistribution.Create(_ => { }), RevenueDistribution.Combine(),
                RevenueDistribution.Nothing.Widened(0.3),
            RevenueDistribution.Create(
                b => b.Deal("impossible", 500m, 0).Deal("for free", 0m, 0.5).NewBusiness(0, 900m).NewBusiness(3, 0m)),
        })
        {
            Assert.Equal(0, nothing.Mean);
            Assert.Equal(0, nothing.StandardDeviation);
            Assert.Equal(0, nothing.Spread);
            Assert.Equal((0m, 0m), (nothing.Minimum, nothing.Maximum));
            Assert.Equal((0, 0), (nothing.Quantile(0.999), nothing.ExpectedShortfall(0.1)));
            Assert.Equal(1, nothing.CumulativeProbability(0m));
            Assert.Equal(1, nothing.ProbabilityAtLeast(0m));
            Assert.Equal(0, nothing.ProbabilityAtLeast(0.01m));
            Assert.Equal(0, nothing.CumulativeProbability(-0.01m));
        }
    }

    [Fact]
    public void Quantile_CertainDeals_AreInEveryOutcome()
    {
        var distribution = RevenueDistribution.Create(b => b.Deal("won", 12_345.67m, 1).Deal("open", 100m, 0.5));
        Assert.Equal((12_345.67m, 12_445.67m), (distribution.Minimum, distribution.Maximum));
        Assert.Equal((12_345.67, 12_445.67), (distribution.Quantile(0.5), distribution.Quantile(0.51)));
        Assert.Equal(1, distribution.ProbabilityAtLeast(12_345.67m));
        Assert.Equal(0.5, distribution.ProbabilityAtLeast(12_345.68m));
        Assert.Equal(0, distribution.ProbabilityAtLeast(12_445.68m));
        Assert.Equal(0, distribution.CumulativeProbability(12_345.66m));
    }

    [Fact]
    public void Quantile_GreatestDecimal_IsIt()
    {
        var distribution = RevenueDistribution.Create(
            b => b.Deal("huge", decimal.MaxValue, 0.5).Deal("tiny", 0.0000000000000000000000000001m, 0));
        Assert.Equal((0, (double)decimal.MaxValue), (distribution.Quantile(0.5), distribution.Quantile(0.6)));
        Assert.Equal(0.5, distribution.ProbabilityAtLeast(1m));
        var error = Assert.Throws<OverflowException>(
            () => RevenueDistribution.Create(b => b.Deal("a", decimal.MaxValue, 0.5).Deal("b", 1m, 0.5)));
        Assert.Contains("79228162514264337593543950335", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Quantile_AmountsOfManyDigits_IsNear()
    {
        var distribution = RevenueDistribution.Create(b => b.Deal("a", 0.1234567890123456789m, 0.5).Deal("b", 1_000_000_000_000m, 0.5));
        Assert.Equal(0.1234567890123456789, distribution.Quantile(0.5), 2);
        Assert.Equal(1e12, distribution.Quantile(0.75), 2);
    }

    [Fact]
    public void Quantile_TinyProbabilities_AreNotLost()
    {
        var distribution = RevenueDistribution.Create(b =>
        {
            for (var i = 0; i < 2_000; i++) b.Deal("d" + i, 1_000m + (i % 7), 1e-9);
        });
        Assert.Equal(0, distribution.Quantile(0.99999));
        Assert.InRange(distribution.ProbabilityAtLeast(1m), 1.99e-6, 2.01e-6);
    }

    [Fact]
    public void Deal_WithAFault_IsRefusedByName()
    {
        static ArgumentOutOfRangeException Refused(decimal amount, double probability) =>
            Assert.Throws<ArgumentOutOfRangeException>(() => RevenueDistribution.Create(b => b.Deal("K-7", amount, probability)));
        Assert.StartsWith(
            "The amount of deal \"K-7\" is -0.5; it must be 0 or above.", Refused(-0.5m, 0.5).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "The probability of deal \"K-7\" is NaN; it must lie from 0 to 1.", Refused(1m, double.NaN).Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "The probability of deal \"K-7\" is 1.01; it must lie from 0 to 1.", Refused(1m, 1.01).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RevenueDistribution.Create(b => b.Deal(" ", 1m, 0.5)));
        Assert.Throws<ArgumentNullException>(() => RevenueDistribution.Create(b => b.Deal(null!, 1m, 0.5)));
        var twice = Assert.Throws<ArgumentException>(() => RevenueDistribution.Create(b => b.Deal("K-7", 1m, 0.5).Deal("K-7", 2m, 0.1)));
        Assert.Contains("\"K-7\" comes with the amounts 1 and 2", twice.Message, StringComparison.Ordinal);
        var much = Assert.Throws<ArgumentException>(() => RevenueDistribution.Create(b => b.Deal("K-7", 1m, 0.75).Deal("K-7", 1m, 0.5)));
        Assert.Contains("\"K-7\" add up to 1.25", much.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NewBusiness_WithAFault_IsRefused()
    {
        static void Refused<TException>(Action<RevenueDistributionBuilder> define)
            where TException : Exception => Assert.Throws<TException>(() => RevenueDistribution.Create(define));
        Refused<ArgumentOutOfRangeException>(b => b.NewBusiness(double.NaN, 1m));
        Refused<ArgumentOutOfRangeException>(b => b.NewBusiness(-1, 1m));
        Refused<ArgumentOutOfRangeException>(b => b.NewBusiness(1, -1m));
        Refused<ArgumentException>(b => b.NewBusiness(1, []));
        Refused<ArgumentException>(b => b.NewBusiness(1, [1m], [1, 2]));
        Refused<ArgumentException>(b => b.NewBusiness(1, [1m], [0]));
        Refused<ArgumentOutOfRangeException>(b => b.NewBusiness(1, [1m], [double.NaN]));
        Refused<ArgumentOutOfRangeException>(b => b.Spread(double.NaN));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(0.0)]
    [InlineData(1.0)]
    public void Quantile_NoProbability_IsRefused(double p)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RevenueDistribution.Nothing.Quantile(p));
        Assert.Throws<ArgumentOutOfRangeException>(() => RevenueDistribution.Nothing.ExpectedShortfall(p));
    }

    [Fact]
    public void Combine_PartsInAnyOrder_HasTheBitsOfTheWhole() => Property.Holds(Deep.Size(8, 60), (random, size) =>
    {
        // Deals of owners, spread over months, and new business.
        var count = size * random.Pick(1, 1, 40);
        var spread = random.Pick(0, 0, 0.2);
        var whole = new List<Action<RevenueDistributionBuilder>>();
        var parts = Enumerable.Range(0, 4).Select(_ => new List<Action<RevenueDistributionBuilder>>()).ToList();
        for (var i = 0; i < count; i++)
        {
            var (id, amount) = ("d" + i, random.Between(0, 900_000) * 0.01m);
            for (var pieces = random.Between(1, 3); pieces > 0; pieces--)
            {
                var p = random.Share() / 3;
                Add(b => b.Deal(id, amount, p));
            }
        }

        Add(b => b.NewBusiness(2.5, 700m));
        Add(b => b.NewBusiness(1.1, [700m, 1_250.25m]));
        var expected = Make(whole);
        Same(expected, RevenueDistribution.Combine(parts.Select(Make)));
        parts.Reverse();
        Same(expected,
            RevenueDistribution.Combine(
            RevenueDistribution.Combine(parts.Take(2).Select(Make)), RevenueDistribution.Combine(parts.Skip(2).Select(Make))));

        void Add(Action<RevenueDistributionBuilder> step)
        {
            whole.Add(step);
            random.Pick(parts).Add(step);
        }

        RevenueDistribution Make(List<Action<RevenueDistributionBuilder>> steps) => RevenueDistribution.Create(b =>
        {
            steps.ForEach(step => step(b));
            b.Spread(spread);
        });
    });

    [Fact]
    public void Combine_DifferentSpreads_IsTheirMeanByWeight()
    {
        var a = RevenueDistribution.Create(b => b.Deal("a", 300m, 0.5).Spread(0.2));
        var c = RevenueDistribution.Create(b => b.Deal("c", 100m, 0.5).Spread(0.4));
        Assert.Equal(0.25, RevenueDistribution.Combine(a, c).SpreadAsked, 15);
        Assert.Equal(RevenueDistribution.Combine(a, c).SpreadAsked, RevenueDistribution.Combine(c, a).SpreadAsked);
        Assert.Throws<ArgumentNullException>(() => RevenueDistribution.Combine(a, null!));
    }

    [Fact]
    public void Quantile_OneMoreDeal_IsNeverLower() => Property.Holds(Deep.Size(12, 120), (random, size) =>
    {
        var count = size * random.Pick(1, 5, 50);
        var portfolio = Portfolio.Random(random, count, random.Pick(9, 1_000_000), 0.01m);
        var more = new Portfolio(
            portfolio.Unit, [.. portfolio.Amounts, random.Between(1, 2_000_000)], [.. portfolio.Probabilities, random.Share()]);
        var (before, after) = (portfolio.Distribution(), more.Distribution());
        foreach (var p in Levels)
        {
            // Where an engine is not exact, as far as it can tell.
            var slack = before.ErrorBound + after.ErrorBound;
            if (p - slack > 0) Assert.True(
                after.Quantile(p) >= before.Quantile(p - slack) - (1e-9 * before.StandardDeviation),
                $"{p}: {before.Quantile(p)} {before.Method}, {after.Quantile(p)} {after.Method}");
        }
    });

    [Fact]
    public void Quantile_Ascending_NeverFallsNorLeavesTheBounds() => Property.Holds(Deep.Size(8, 60), (random, size) =>
    {
        var portfolio = Portfolio.Random(random, size * random.Pick(1, 5, 50), random.Pick(9, 1_000_000), 0.01m, 0, 1);
        var distribution = portfolio.Distribution(random.Pick(0, 0, 0.3));
        var last = (double)distribution.Minimum;
        for (var p = 0.0005; p < 1; p += 0.0123)
        {
            var quantile = distribution.Quantile(p);
            Assert.InRange(quantile, last, (double)distribution.Maximum!.Value);
            Assert.InRange(distribution.ExpectedShortfall(p), (double)distribution.Minimum, quantile * (1 + 1e-12));
            Assert.True(distribution.CumulativeProbability((decimal)quantile) >= p - distribution.ErrorBound - 1e-11);
            last = quantile;
        }
    });

    [Fact]
    public void Quantile_MoneyScaled_IsScaled() => Property.Holds(Deep.Size(8, 60), (random, size) =>
    {
        var portfolio = Portfolio.Random(random, size * random.Pick(1, 5, 50), 10_000, 1m);
        var scale = random.Pick(2m, 10m, 0.01m, 12.5m);
        var (one, other) = (portfolio.Distribution(), new Portfolio(scale, portfolio.Amounts, portfolio.Probabilities).Distribution());
        foreach (var p in Levels) Assert.Equal((double)((decimal)one.Quantile(p) * scale), other.Quantile(p));
        Assert.Equal(one.Method, other.Method);
    });

    [Fact]
    public void Widened_AnySpread_KeepsTheMeanAndReachesIt() => Property.Holds(Deep.Size(6, 40), (random, size) =>
    {
        var portfolio = Portfolio.Random(random, size * random.Pick(1, 8, 60), 10_000, 1m, 0.05, 0.6);
        var spread = random.Pick(0.05, 0.15, 0.3);
        var distribution = portfolio.Distribution();
        var widened = distribution.Widened(spread);
        Assert.Equal(distribution.Mean, widened.Mean);
        Assert.False(widened.IsSpreadCapped);
        Assert.InRange(widened.Spread / spread, 1 - 1e-6, 1 + 1e-6);
        Assert.True(widened.StandardDeviation >= distribution.StandardDeviation * (1 - 1e-9));

        // Mean and standard deviation of the numbers that come out: the mean is all that is left below an amount that is beyond all.
        var slack = (widened.ErrorBound + 2e-9) * (double)widened.Maximum!.Value;
        Assert.InRange(Math.Abs(widened.ExpectedShortfall(1 - 1e-9) - widened.Mean), 0, slack);
        double square = 0;
        const int Strips = 2_000;
        for (var i = 0; i < Strips; i++) square += Math.Pow(widened.Quantile((i + 0.5) / Strips) - widened.Mean, 2) / Strips;
        Assert.InRange(Math.Sqrt(square) / widened.StandardDeviation, 0.99, 1.01);
        Assert.Equal(distribution.Quantile(0.1), widened.Widened(0).Quantile(0.1));
    });

    [Fact]
    public void Widened_NearCertainDeals_SaysThatItIsCapped()
    {
        var distribution = RevenueDistribution.Create(b => b.Deal("a", 100m, 0.99).Deal("b", 70m, 0.98)).Widened(0.9);
        Assert.True(distribution.IsSpreadCapped);
        Assert.InRange(distribution.Spread, 0.05, 0.2);
        Assert.True(RevenueDistribution.Create(b => b.Deal("won", 100m, 1)).Widened(0.1).IsSpreadCapped);
    }

    [Fact]
    public void Widened_NewBusinessAlone_IsLognormal()
    {
        var distribution = RevenueDistribution.Create(b => b.NewBusiness(40, 100m).Spread(0.5));
        // Var = E[var] + Var[mean] = 40 x 100² + (0.5 x 4000)².
        Assert.Equal(Math.Sqrt(400_000 + 4_000_000), distribution.StandardDeviation, 1);
        Assert.Equal(0.5, distribution.Spread, 9);
        Assert.InRange(distribution.Quantile(0.5), 3_400, 3_700);
    }

    [Fact]
    public void Of_OwnType_TakesItsDeals()
    {
        var distribution = RevenueDistribution.Of([5, 8], n => "d" + n, n => n * 10m, n => n / 10.0);
        Assert.Equal((2, 89), (distribution.DealCount, distribution.Mean));
        Assert.Throws<ArgumentNullException>(() => RevenueDistribution.Of<int>(null!, n => "", n => 1m, n => 1));
    }

    private static void Same(RevenueDistribution expected, RevenueDistribution actual)
    {
        Assert.Equal(expected.Mean, actual.Mean);
        Assert.Equal(expected.StandardDeviation, actual.StandardDeviation);
        Assert.Equal(expected.Spread, actual.Spread);
        Assert.Equal(expected.Minimum, actual.Minimum);
        Assert.Equal(expected.Maximum, actual.Maximum);
        Assert.Equal(expected.Method, actual.Method);
        Assert.Equal(expected.ErrorBound, actual.ErrorBound);
        Assert.Equal(expected.DealCount, actual.DealCount);
        Assert.Equal(expected.ExpectedNewWins, actual.ExpectedNewWins);
        foreach (var p in Levels)
        {
            Assert.Equal(expected.Quantile(p), actual.Quantile(p));
            Assert.Equal(expected.ExpectedShortfall(p), actual.ExpectedShortfall(p));
            Assert.Equal(expected.CumulativeProbability((decimal)expected.Mean), actual.CumulativeProbability((decimal)actual.Mean));
        }
    }
}
