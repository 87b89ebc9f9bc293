using System;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Distributions;

/// <summary>Draws against the exact law of the same terms, and the random numbers that they are made of.</summary>
public class SimulationTests
{
    [Theory]
    [InlineData(0.5, 0.8, 1)]
    [InlineData(0.5, 0, 100_000)]
    [InlineData(0.05, 1, 1)]
    [InlineData(0.9, 0.3, 100)]
    public void Run_FewDeals_IsWithinItsBoundOfAllOutcomes(double p, double spread, int whale)
    {
        AssertWithinBound(Terms.Of(spread, all => AddFew(all, p, whale)), null);
    }

    [Theory]
    [InlineData(0.2, 0)]
    [InlineData(1, 0)]
    [InlineData(1, 0.8)]
    [InlineData(20, 0)]
    [InlineData(20, 0.5)]
    public void Run_ManyUnlikelyDealsAndNewBusiness_IsWithinItsBoundOfTheExactProgram(double wins, double spread)
    {
        // Alike enough to be drawn in teams if they are few of a thousand, and one by one otherwise; two deals of a kind are won twice.
        var random = new SeededRandom(5);
        var terms = Terms.Of(spread, all =>
        {
            for (var i = 0; i < 100; i++)
            {
                var p = wins / 200 * (0.9 + (0.2 * random.Share()));
                all.AddDeal("D-" + i, random.Between(1, 9), p);
                all.AddDeal("E-" + i, random.Between(1, 9), i % 9 == 0 ? 1 - (p / 10) : p);
            }

            for (var amount = 1; amount <= 40; amount++) all.AddNew(amount, wins / 200);
        });
        AssertWithinBound(terms, 3_000);
    }

    [Fact]
    public void Run_WhaleBesideManyDeals_LeavesTheManyToOneLaw()
    {
        var random = new SeededRandom(4);
        var terms = Terms.Of(0, all =>
        {
            for (var i = 0; i < 400; i++) all.AddDeal("D-" + i, random.Between(20, 90), 0.2 + (0.3 * random.Share()));
            all.AddDeal("whale", 30_000, 0.4);
        });
        var drawn = AssertWithinBound(terms, 60_000);
        Assert.InRange(drawn.Quantile(0.5), 1, 29_999);
        Assert.InRange(drawn.Quantile(0.7), 30_001, 99_999);
    }

    [Fact]
    public void Draw_PoissonTable_IsTheInverseOfTheCumulativeProbability()
    {
        foreach (var rate in (double[])[1, 4, 64, 512])
        {
            var table = new PoissonTable(rate);
            for (var number = (int)(rate * 0.7); number < rate * 1.3; number += 1 + (number / 40))
            {
                var cumulative = DistributionOracle.Poisson(rate, number);
                if (cumulative > 1 - 1e-6) break;
                Assert.InRange(table.Draw(cumulative - 1e-9), 0, number);
                Assert.InRange(table.Draw(cumulative + 1e-9), number + 1, int.MaxValue);
            }

            Assert.InRange(table.Draw(1 - 1e-16), rate, 3 * rate + 40);
        }
    }

    [Fact]
    public void Next_SeededBits_AreThoseOfFourGeneratorsInTurn()
    {
        var seeds = new SeededGenerator(7);
        var generators = new SeededGenerator[4];
        for (var i = 0; i < 4; i++) generators[i] = new SeededGenerator(seeds.Next(), seeds.Next(), seeds.Next(), seeds.Next());
        var bits = new RandomBits(7);
        for (var i = 0; i < 2_000; i++) Assert.Equal(generators[i % 4].Next(), bits.Next());
    }

    /// <summary>Adds thirteen deals of about a probability, the first of them so many times as large.</summary>
    internal static void AddFew(RevenueTerms terms, double p, int whale)
    {
        var random = new SeededRandom(3);
        for (var i = 0; i < 13; i++)
        {
            terms.AddDeal("D-" + i, (i == 0 ? whale : 1) * (decimal)random.Between(1_000, 9_999), p * (0.9 + (0.2 * random.Share())));
        }
    }

    private static SampleLaw AssertWithinBound(Terms terms, int? cells)
    {
        var exact = terms.Exact(cells);
        // A quarter of the usual number of draws in the small form.
        var wanted = Deep.IsOn ? 0.005 : 0.01;
        var drawn = new Simulation(terms.Conditional).Run(wanted, 1 << 20, 50_000_000, isLast: true)!;
        Assert.InRange(drawn.ErrorBound, 0.001, wanted + 1e-9);
        for (var p = 0.002; p < 1; p += 0.004)
        {
            foreach (var x in new[] { exact.Quantile(p), exact.Quantile(p) - 1, drawn.Quantile(p) })
            {
                Assert.InRange(Math.Abs(exact.Cumulative(x) - drawn.Cumulative(x)), 0, drawn.ErrorBound + exact.ErrorBound);
            }
        }

        return drawn;
    }

    private sealed class Terms
    {
        private Terms(LatticeTerms all, SharedFactor? factor)
        {
            All = all;
            Factor = factor;
            Conditional = new(all, factor, factor is null ? FactorNodes.None : FactorNodes.ForLaw(all, factor));
        }

        public ConditionalTerms Conditional { get; }

        private LatticeTerms All { get; }

        private SharedFactor? Factor { get; }

        public static Terms Of(double spread, Action<RevenueTerms> add)
        {
            var terms = new RevenueTerms();
            add(terms);
            var merged = MergedTerms.Of(terms);
            return new(merged.Terms, DistributionMoments.Of(merged, spread).Factor);
        }

        /// <summary>By all outcomes, or by the exact program under each node, with a number of cells.</summary>
        public LatticeLaw Exact(int? program)
        {
            if (program is not { } cells)
            {
                var law = LawChooser.Choose(All, Factor, 0.005);
                Assert.Equal(DistributionMethod.Enumeration, law.Method);
                return law;
            }

            var values = new long[cells];
            for (var i = 0; i < cells; i++) values[i] = i;
            var error = Conditional.Nodes.Error + AtomLaw.Rounding;
            return new AtomLaw(values, ExactProgram.Of(Conditional, cells), DistributionMethod.DynamicProgramming, error);
        }
    }
}
