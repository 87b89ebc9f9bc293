using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Distributions;

public class CharacteristicFunctionTests
{
    /// <summary>What is left under the outer nodes has to be multiplied, and nothing is left under those between.</summary>
    [Fact]
    public void TryAt_NodesUnderWhichNothingIsLeft_AreSkipped()
    {
        var random = new SeededRandom(24);
        var terms = new RevenueTerms();
        for (var i = 0; i < 600; i++) terms.AddDeal("D-" + i, random.Between(1, 100_000), 0.3 + (0.4 * random.Share()));
        var conditional = SpreadTerms.Of(terms, 0.5);
        var deals = Indexes.Of(conditional.Terms.GroupCount);
        var function = new CharacteristicFunction(conditional, deals, [], 4e5, precision: null, new());
        function.Reach(128);
        for (var n = 1; n <= 128; n++)
        {
            var before = function.Work;
            Assert.True(function.TryAt(n, long.MaxValue));
            if (n < 64) continue;
            var skipped = function.Real.Take(conditional.Nodes.Count).Count(real => real == 0);
            Assert.InRange(skipped, 10, conditional.Nodes.Count - 2);
            // A factor costs about as much as 20 nodes, apart from them.
            Assert.InRange(function.Work - before, 1, 0.8 * deals.Length * (conditional.Width + 20));
            if (n % 16 == 0) AssertIsProduct(function, conditional, n / 4e5, 0);
        }
    }

    /// <summary>Under nodes between the stages, something is left for longer than on either side.</summary>
    [Theory]
    [InlineData(120)]
    [InlineData(400)]
    public void TryAt_DealsInStages_IsTheProductUnderNodesThatAreLeftInManyRuns(int nodes)
    {
        var random = new SeededRandom(30);
        var terms = new RevenueTerms();
        double[] stages = [0.1, 0.5, 0.9];
        for (var i = 0; i < 240; i++) terms.AddDeal("D-" + i, random.Between(1, 100_000), stages[i % 3]);
        var factor = SpreadTerms.Of(terms, 0.75).Factor!;
        Assert.InRange(factor.Correlation, 0.9, 0.99);
        var conditional = new ConditionalTerms(MergedTerms.Of(terms).Terms, factor, FactorNodes.OfEqualWeight(nodes));
        var function = new CharacteristicFunction(conditional, Indexes.Of(conditional.Terms.GroupCount), [], 4e5, precision: null, new());
        function.Reach(64);
        for (var n = 1; n <= 64; n++)
        {
            Assert.True(function.TryAt(n, long.MaxValue));
            AssertIsProduct(function, conditional, n / 4e5, 0);
        }
    }

    /// <summary>
    /// Deals of one stage are combined under the nodes where they are unlikely, and where they are likely; between, they are multiplied,
    /// and small ones combined through cumulants.
    /// </summary>
    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 4)]
    [InlineData(60, 0)]
    public void TryAt_ManyDealsInStages_AreCombinedUnderEachNodeAsTheyAre(int rounding, double newWins)
    {
        var random = new SeededRandom(33);
        var terms = new RevenueTerms();
        double[] stages = [0.1, 0.5, 0.9];
        for (var i = 0; i < 900; i++)
        {
            var amount = Math.Ceiling(10 * Math.Pow(1 - random.Share(), -0.9) / rounding) * rounding;
            terms.AddDeal("D-" + i, (decimal)amount, stages[i % 3]);
        }

        for (var i = 0; i < 80 && newWins > 0; i++) terms.AddNew(i + 1, newWins / 80);
        var factor = SpreadTerms.Of(terms, 0.75).Factor!;
        var conditional = new ConditionalTerms(MergedTerms.Of(terms).Terms, factor, FactorNodes.OfEqualWeight(100));
        var (deals, fresh) = (Indexes.Of(conditional.Terms.GroupCount), Indexes.Of(conditional.Terms.NewCount));
        var (left, leftNew) = (deals, fresh);
        var rare = RareTerms.Take(conditional, ref left, ref leftNew, 4e4, SeriesPrecision.Usual, new());
        Assert.Equal(rounding == 1, rare is not null);
        if (rare is not null)
        {
            Assert.Empty(left);
            Assert.Equal(3, rare.Middle.Count);
            Assert.All(rare.Middle, middle => Assert.InRange(middle.Row.Count(p => p > 0), 2, 30));
        }

        var function = new CharacteristicFunction(conditional, deals, fresh, 4e4, SeriesPrecision.Usual, new());
        for (var n = 1; n <= 512; n++)
        {
            // Twice as far each time, and small amounts are combined as long as they are small.
            if (n == 1 || (n > 32 && ((n - 1) & (n - 2)) == 0)) function.Reach(Math.Max(32, 2 * (n - 1)));
            Assert.True(function.TryAt(n, long.MaxValue));
            if (n < 40 || n % 32 < 2) AssertIsProduct(function, conditional, n / 4e4, 4 * RareTerms.Outermost);
        }
    }

    /// <summary>Few deals of each stage are combined together, by ranges of the probit, beside those of a stage with many.</summary>
    [Fact]
    public void TryAt_FewDealsInEachOfManyStages_AreCombinedTogether()
    {
        var random = new SeededRandom(34);
        var terms = new RevenueTerms();
        for (var i = 0; i < 700; i++) terms.AddDeal("D-" + i, random.Between(1, 1_000_000), i < 200 ? 0.99 : 0.005 * (1 + (i % 10)));
        var factor = SpreadTerms.Of(terms, 0.05).Factor!;
        var conditional = new ConditionalTerms(MergedTerms.Of(terms).Terms, factor, FactorNodes.OfEqualWeight(24));
        Assert.Equal(11, factor.Kinds!.Probits.Length);
        var deals = Indexes.Of(conditional.Terms.GroupCount);
        var (left, fresh) = (deals, Array.Empty<int>());
        Assert.NotNull(RareTerms.Take(conditional, ref left, ref fresh, 4e6, SeriesPrecision.Usual, new()));
        Assert.Empty(left);
        var function = new CharacteristicFunction(conditional, deals, [], 4e6, SeriesPrecision.Usual, new());
        function.Reach(64);
        for (var n = 1; n <= 64; n++)
        {
            Assert.True(function.TryAt(n, long.MaxValue));
            AssertIsProduct(function, conditional, n / 4e6, 4 * RareTerms.Outermost);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.6)]
    public void TryAt_ManyEqualDeals_IsTheProductOfAllAtTheCostOfFew(double spread)
    {
        var terms = new RevenueTerms();
        var next = 0;
        foreach (var count in (int[])[1, 2, 3, 7, 64, 1_500])
        {
            for (var i = 0; i < count; i++, next++) terms.AddDeal("D-" + next, 1_000 * count, 0.002);
        }

        var conditional = SpreadTerms.Of(terms, spread);
        var deals = Indexes.Of(conditional.Terms.GroupCount);
        Assert.Equal(6, deals.Length);
        var function = new CharacteristicFunction(conditional, deals, [], 1e7, precision: null, new());
        function.Reach(32);
        for (var n = 1; n <= 32; n++)
        {
            Assert.True(function.TryAt(n, long.MaxValue));
            AssertIsProduct(function, conditional, n / 1e7, 0);
        }

        Assert.InRange(function.Work, 1, 32 * 60 * (conditional.Width + 20));
    }

    /// <summary>In the middle nothing is left after few deals; where most are lost or won, multiplying takes long.</summary>
    [Fact]
    public void TryAt_ManyWins_CombinesOnlyIfMultiplyingTakesLong()
    {
        var random = new SeededRandom(25);
        var terms = new RevenueTerms();
        for (var i = 0; i < 5_000; i++)
        {
            terms.AddDeal("D-" + i, (decimal)Math.Ceiling(10 * Math.Pow(1 - random.Share(), -0.5)), 0.2 + (0.4 * random.Share()));
        }

        var (later, never) = (0, 0);
        foreach (var band in NodeBands.Of(SpreadTerms.Of(terms, 0.8)))
        {
            var deals = Indexes.Of(band.Terms.GroupCount);
            if (band.Variance(deals) < 200) continue;
            var window = SumWindow.Of(band, deals, []);
            var period = 1.1 * (window.End - window.Start);
            var function = new CharacteristicFunction(band, deals, [], period, SeriesPrecision.Usual, new());
            Assert.False(function.IsCombined);
            for (var n = 1; n <= 256; n++)
            {
                if (n == 1 || n is 65 or 129) function.Reach(n == 1 ? 64 : 2 * (n - 1));
                Assert.True(function.TryAt(n, long.MaxValue));
                if (n is 20 or 100 or 250) AssertIsProduct(function, band, n / period, 4 * RareTerms.Outermost);
            }

            if (function.IsCombined) later++;
            else never++;
        }

        Assert.InRange(later, 1, 3);
        Assert.InRange(never, 1, 3);
    }

    /// <summary>The more is negligible, the more values are 0; their mean stays within the error that counts them.</summary>
    [Fact]
    public void TryAt_MoreIsNegligible_ClearsMoreWithinTheError()
    {
        var random = new SeededRandom(36);
        var terms = new RevenueTerms();
        for (var i = 0; i < 300; i++) terms.AddDeal("D-" + i, random.Between(1, 100_000), 0.1 + (0.4 * random.Share()));
        var conditional = SpreadTerms.Of(terms, 0.5);
        var (negligible, cleared) = (new[] { 4e-7, 4e-6, 1e-3, 0.1 }, new int[4]);
        for (var i = 0; i < negligible.Length; i++)
        {
            var deals = Indexes.Of(conditional.Terms.GroupCount);
            var function = new CharacteristicFunction(conditional, deals, [], 4e7, precision: null, new(), negligible[i]);
            function.Reach(300);
            for (var n = 1; n <= 300; n++)
            {
                Assert.True(function.TryAt(n, long.MaxValue));
                AssertIsProduct(function, conditional, n / 4e7, 0);
                cleared[i] += Array.FindAll(function.Real, each => each == 0).Length;
            }
        }

        for (var i = 1; i < cleared.Length; i++) Assert.InRange(cleared[i], cleared[i - 1] + 1, int.MaxValue);
    }

    private static void AssertIsProduct(CharacteristicFunction function, ConditionalTerms terms, double frequency, double more)
    {
        var difference = 0.0;
        for (var node = 0; node < terms.Nodes.Count; node++)
        {
            var (real, imaginary) = FactorProduct.Of(terms, node, frequency);
            difference += terms.Weights[node] * (Math.Abs(real - function.Real[node]) + Math.Abs(imaginary - function.Imaginary[node]));
        }

        Assert.InRange(difference, 0, (1.5 * function.Error()) + more);
    }
}
