using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Distributions;

public class FourierLawTests
{
    [Theory]
    [InlineData(8, 0, 0)]
    [InlineData(5, 0.3, 0.1)]
    public void Try_FewWhales_IsWithinItsBoundOfTheExactProgram(int whales, double spread, double newWins)
    {
        var random = new SeededRandom(9);
        var terms = new RevenueTerms();
        for (var i = 0; i < 90; i++)
        {
            if (i < whales) terms.AddDeal("D-" + i, random.Between(15_000, 60_000), 0.02 + (0.1 * random.Share()));
            else terms.AddDeal("D-" + i, random.Between(1, 20), 0.1 + (0.2 * random.Share()));
        }

        if (newWins > 0) terms.AddNew(33_333, newWins);
        var conditional = SpreadTerms.Of(terms, spread);

        // The law is calculated under many outcomes of the whales.
        var layer = AmountLayer.All(conditional)[0];
        var outcomes = layer.Outcomes(conditional, 1_024, out var areAll);
        Assert.True(areAll);
        Assert.InRange(outcomes.Count, 20, 128);
        Assert.InRange(ListedOf(outcomes.ConvertAll(outcome => outcome.Probabilities), conditional), 1 - 6e-4, 1 + 1e-12);
        AssertWithinBound(conditional);
    }

    /// <summary>The likeliest outcomes of the whales have laws of their own; the circle that holds the others leaves them out.</summary>
    [Theory]
    [InlineData(10, 0.25, 0.02, 0, 0)]
    [InlineData(10, 0.25, 0.02, 0.4, 0.2)]
    [InlineData(12, 0.08, 0.3, 0.3, 0)]
    // New business that can be won many times.
    [InlineData(1, 0.3, 0.1, 0.6, 3)]
    // Under the upper nodes, all whales are won in one of the outcomes.
    [InlineData(8, 0.35, 0.14, 0.76, 0)]
    public void Try_WhalesWithMoreOutcomes_IsWithinItsBoundOfTheExactProgram(
        int whales, double likely, double unlikely, double spread, double newWins)
    {
        var random = new SeededRandom(11);
        var terms = new RevenueTerms();
        for (var i = 0; i < whales; i++) terms.AddDeal("W-" + i, random.Between(8_000, 20_000), likely * (0.8 + (0.4 * random.Share())));
        for (var i = 0; i < 80; i++) terms.AddDeal("D-" + i, random.Between(1, 6), unlikely * (0.5 + random.Share()));
        if (newWins > 0) terms.AddNew(14_141, newWins);
        var conditional = SpreadTerms.Of(terms, spread);

        var (isPartial, hasAllWon) = (false, false);
        foreach (var band in NodeBands.Of(conditional))
        {
            var layer = AmountLayer.All(band)[0];
            var outcomes = layer.Outcomes(band, 1_024, out var areAll);
            if (areAll || outcomes.Count == 1) continue;
            isPartial = true;
            hasAllWon |= outcomes.Exists(outcome => outcome.Sum > 0 && outcome.Sum == layer.OwnTotal);
            var listed = ListedOf(outcomes.ConvertAll(outcome => outcome.Probabilities), band);
            Assert.InRange(listed, 0.1 * band.Weights.Sum(), band.Weights.Sum() - 1e-4);
            Assert.Contains(outcomes, outcome => outcome.Sum == layer.Expected);
        }

        Assert.True(isPartial);
        Assert.Equal(spread > 0.7, hasAllWon);
        AssertWithinBound(conditional);
    }

    /// <summary>
    /// Under most values of the factor, nearly all deals of one stage are won and nearly all of the other lost: what matters is the few for
    /// which it is otherwise.
    /// </summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.6, 0)]
    [InlineData(0.9, 0)]
    [InlineData(0.6, 8)]
    public void Try_LikelyAndUnlikelyDeals_TakesLittleAndIsWithinItsBoundOfTheExactProgram(double spread, double newWins)
    {
        var random = new SeededRandom(31);
        var terms = new RevenueTerms();
        for (var i = 0; i < 400; i++)
        {
            var amount = Math.Min(3_000, Math.Ceiling(Math.Pow(1 - random.Share(), -1.2)));
            terms.AddDeal("D-" + i, (decimal)amount, i % 2 == 0 ? 0.02 : 0.97);
        }

        for (var amount = 1; newWins > 0 && amount <= 80; amount++) terms.AddNew(amount, newWins / 80);
        var conditional = SpreadTerms.Of(terms, spread);
        Assert.Contains(NodeBands.Of(conditional), band => AmountLayer.All(band).Exists(layer =>
            layer.LikelyDeals.Length > 0 && layer.LikelyDeals.Length < layer.Deals.Length));
        Assert.NotNull(FourierLaw.Try(conditional, 0.02, 1 << 15, 40_000_000));
        AssertWithinBound(conditional);
    }

    /// <summary>Where some deals are likely under a band, all can still be lost under its lower values: 0 is a jump there too.</summary>
    [Fact]
    public void Try_AllDealsLostWhereSomeAreLikely_HasTheProbabilityOfNoWin()
    {
        var random = new SeededRandom(32);
        var terms = new RevenueTerms();
        for (var i = 0; i < 90; i++)
        {
            terms.AddDeal("D-" + i, i < 6 ? 800 + random.Between(1, 100) : random.Between(1, 6), 0.3 + (0.6 * random.Share()));
        }

        var conditional = SpreadTerms.Of(terms, 0.7);
        Assert.Contains(NodeBands.Of(conditional), band => AmountLayer.All(band).Exists(layer =>
            layer.Expected > 0 && band.Mean(layer.NoneWon) > 0.01));
        var law = FourierLaw.Try(conditional, 0.02, 1 << 15, 1L << 28)!;
        var none = ExactProgram.Of(conditional, 1)[0];
        Assert.InRange(none, 0.05, 0.2);
        Assert.InRange(law.Cumulative(0), none - 1e-3, none + 1e-3);
        AssertWithinBound(conditional, 0.02);
    }

    /// <summary>
    /// Sums of whole steps that jump everywhere: the bound of any number of frequencies would be as large as the jumps. On a short circle,
    /// half as many frequencies as steps give the law, and its integral, exactly.
    /// </summary>
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0.9, 0, 0)]
    [InlineData(0, 3, 0)]
    // Prices, with gaps between the sums.
    [InlineData(0, 0, 1_000)]
    [InlineData(0.3, 3, 333)]
    public void Try_FewStepsThatJump_IsExact(double spread, double newWins, int pitch)
    {
        var random = new SeededRandom(43);
        var terms = new RevenueTerms();
        for (var i = 0; i < 200; i++)
        {
            var amount = random.Between(1, 6);
            terms.AddDeal("D-" + i, pitch == 0 ? amount : (amount * pitch) - 1, 0.02 * (0.5 + random.Share()));
        }

        if (newWins > 0) terms.AddNew(pitch == 0 ? 5 : (2 * pitch) - 1, newWins);
        var conditional = SpreadTerms.Of(terms, spread);
        var law = FourierLaw.Try(conditional, 0.002, 1 << 15, 1L << 30)!;
        Assert.InRange(law.ErrorBound, 0, 0.001);
        var exact = ExactProgram.Of(conditional, 40 * Math.Max(1, pitch) * 6);
        double sum = 0, below = 0, greatest = 0;
        for (var x = 0; x < exact.Length; x++)
        {
            Assert.InRange(law.Below(x), below - (x * law.ErrorBound) - 1e-9, below + (x * law.ErrorBound) + 1e-9);
            greatest = Math.Max(greatest, exact[x]);
            sum += exact[x];
            Assert.InRange(law.Cumulative(x), sum - law.ErrorBound, sum + law.ErrorBound);
            below += sum;
        }

        Assert.InRange(greatest, 10 * law.ErrorBound, 1);
    }

    /// <summary>An exact law that takes too much isn't begun.</summary>
    [Fact]
    public void Try_LimitBelowTheWorkOfAnExactLaw_IsMetWithoutIt()
    {
        var random = new SeededRandom(397);
        var (count, terms) = (random.Between(60, 400), new RevenueTerms());
        random.Share();
        random.Share();
        for (var i = 0; i < count; i++) terms.AddDeal("D-" + i, random.Between(1, 400), 0.02 * (0.1 + (1.5 * random.Share())));
        Assert.NotNull(FourierLaw.Try(SpreadTerms.Of(terms, 0.3), 0.005, 1 << 15, 16_000_000));
    }

    /// <summary>That nothing of a layer is won can be too unlikely for a case.</summary>
    [Theory]
    [InlineData(0.9999, 2, 0)]
    [InlineData(0.9999, 2, 0.2)]
    [InlineData(0.999999999, 1, 0)]
    public void Try_AlmostCertainWhales_IsWithinItsBoundOfTheExactProgram(double likely, int whales, double spread)
    {
        var random = new SeededRandom(12);
        var terms = new RevenueTerms();
        for (var i = 0; i < whales; i++) terms.AddDeal("W-" + i, 10_000 + (2_003 * i), likely);
        for (var i = 0; i < 30; i++) terms.AddDeal("X-" + i, random.Between(7_000, 20_000), 0.015);
        for (var i = 0; i < 200; i++) terms.AddDeal("D-" + i, random.Between(10, 30), 0.1);
        AssertWithinBound(SpreadTerms.Of(terms, spread), 0.03);
    }

    /// <summary>Where most deals are won, the law is that of what is lost.</summary>
    [Theory]
    [InlineData(0, 0.55, 0.9, 0.3)]
    [InlineData(6, 0.4, 0.7, 0.8)]
    [InlineData(4, 0.8, 0.97, 0)]
    [InlineData(0, 0.2, 0.6, 1)]
    public void Try_MostDealsAreWon_IsWithinItsBoundOfTheExactProgram(int whales, double least, double most, double spread)
    {
        var random = new SeededRandom(27);
        var terms = new RevenueTerms();
        for (var i = 0; i < 250; i++)
        {
            var amount = i < whales ? random.Between(4_000, 9_000) : random.Between(1, 40);
            terms.AddDeal("D-" + i, amount, least + ((most - least) * random.Share()));
        }

        var conditional = SpreadTerms.Of(terms, spread);
        Assert.Contains(NodeBands.Of(conditional), band => band.IsMostlyWon());
        AssertWithinBound(conditional, 0.02);
    }

    /// <summary>Prices just below round numbers, most of which are won.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.15)]
    public void Try_MostPricesAreWon_IsWithinItsBoundOfTheExactProgram(double spread)
    {
        var random = new SeededRandom(32);
        var terms = new RevenueTerms();
        for (var i = 0; i < 60; i++) terms.AddDeal("D-" + i, (random.Between(1, 6) * 1_000) - 1, 0.6 + (0.3 * random.Share()));
        var conditional = SpreadTerms.Of(terms, spread);
        var band = NodeBands.Of(conditional).Find(each => each.IsMostlyWon())!.Mirrored();
        Assert.NotNull(new FourierCircle(band, AmountLayer.All(band)[0]).Gaps);
        AssertWithinBound(conditional, 0.02);
    }

    /// <summary>Under a nearly certain factor, whales are won or lost together with nearly everything else.</summary>
    [Fact]
    public void Try_WhalesUnderANearlyCertainFactor_TakesLittleWork()
    {
        var random = new SeededRandom(28);
        var terms = new RevenueTerms();
        for (var i = 0; i < 2_300; i++)
        {
            var amount = (i < 10 ? random.Between(100_000_000, 600_000_000) : random.Between(10_000, 110_000)) / 100m;
            terms.AddDeal("D-" + i, amount, 0.32 * (0.5 + random.Share()));
        }

        var law = FourierLaw.Try(SpreadTerms.Of(terms, 0.96), 0.005, 1 << 15, 120_000_000, isLast: false);
        Assert.InRange(law?.ErrorBound ?? 1, 0, 0.005);
    }

    /// <summary>Small whales are of the layer of the large ones, so that all their outcomes are listed, and the rest is smooth.</summary>
    [Theory]
    [InlineData(1, 1_000_000)]
    [InlineData(3, 500_000)]
    public void Try_WhalesOfDifferentSizes_TakesLittleWork(int small, int size)
    {
        var random = new SeededRandom(35);
        var terms = new RevenueTerms();
        for (var i = 0; i < 260; i++)
        {
            var cents = i < small ? (100 * size) + i : i < 10 ? random.Between(400_000_000, 600_000_000) : random.Between(10_000, 110_000);
            terms.AddDeal("D-" + i, cents / 100m, 0.17 * (0.5 + random.Share()));
        }

        var conditional = SpreadTerms.Of(terms, 0);
        Assert.Equal(10, AmountLayer.All(conditional)[0].Deals.Length);
        var law = FourierLaw.Try(conditional, 0.005, 1 << 15, 10_000_000);
        Assert.InRange(law?.ErrorBound ?? 1, 0, 0.005);
    }

    /// <summary>A gap ends a layer, and so does the next one.</summary>
    [Fact]
    public void All_AmountsOfThreeScales_HaveALayerEach()
    {
        var random = new SeededRandom(37);
        var terms = new RevenueTerms();
        for (var i = 0; i < 218; i++)
        {
            var amount = i < 10 ? random.Between(4_000_000, 6_000_000) : i < 18 ? random.Between(45_000, 55_000) : random.Between(450, 550);
            terms.AddDeal("D-" + i, amount, 0.015 + (0.01 * random.Share()));
        }

        var layers = AmountLayer.All(SpreadTerms.Of(terms, 0));
        Assert.Equal(10, layers[0].Deals.Length);
        Assert.Equal(8, layers[1].Deals.Length);
    }

    /// <summary>Where little is won, amounts of many scales have more layers.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.6)]
    public void Try_FewWinsOfAmountsOfManyScales_IsWithinItsBoundOfTheExactProgram(double spread)
    {
        var random = new SeededRandom(33);
        var terms = new RevenueTerms();
        for (var i = 0; i < 112; i++) terms.AddDeal("D-" + i, (8 + (i % 8)) << (i / 8), 0.003 + (0.006 * random.Share()));
        var conditional = SpreadTerms.Of(terms, spread);
        if (conditional.Factor is { } factor) conditional = new(conditional.Terms, factor, FactorNodes.OfEqualWeight(9));
        Assert.All(NodeBands.Of(conditional), band => Assert.InRange(AmountLayer.All(band).Count, 5, 8));
        AssertWithinBound(conditional, conditional.Nodes.Error + 0.01);
    }

    /// <summary>Under a strong factor there are dozens of parts; what each has as an error everywhere must be little.</summary>
    [Fact]
    public void Try_LongTailedAmountsUnderAStrongFactor_TakesLittleWork()
    {
        var random = new SeededRandom(34);
        var terms = new RevenueTerms();
        for (var i = 0; i < 2_400; i++)
        {
            var amount = Math.Round(1_000 * Math.Exp(3 * DistributionOracle.Normal(random))) + 1;
            terms.AddDeal("D-" + i, (decimal)amount, 0.48 * (0.5 + random.Share()));
        }

        var law = FourierLaw.Try(SpreadTerms.Of(terms, 0.77), 0.005, 1 << 15, 80_000_000);
        Assert.InRange(law?.ErrorBound ?? 1, 0, 0.005);
    }

    [Fact]
    public void Try_AnErrorThatIsHardlyAboveThatOfItsCoefficients_GivesUp()
    {
        var random = new SeededRandom(23);
        var terms = new RevenueTerms();
        for (var i = 0; i < 3_000; i++) terms.AddDeal("D-" + i, random.Between(1, 10_000_000), 0.005 + (0.05 * random.Share()));
        var conditional = SpreadTerms.Of(terms, 0.3);
        var least = FourierLaw.Try(conditional, 0.005, 1 << 15, 3_000_000_000)!.ErrorBound;
        // Below some error, growing by any factor is of no use.
        for (; least > 1e-6; least *= 0.8)
        {
            var law = FourierLaw.Try(conditional, least, 1 << 12, 3_000_000_000);
            if (law is null) return;
            Assert.InRange(law.ErrorBound, 0, least);
        }

        Assert.Fail("No error is too small.");
    }

    /// <summary>What a law leaves out is little, and must stay so in the sum over hundreds of cases.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Try_HundredsOfUnlikelyCases_LeavesOutLittleOfAllTogether(ulong seed)
    {
        var random = new SeededRandom(seed);
        var terms = new RevenueTerms();
        for (var i = 0; i < 1_000; i++)
        {
            var amount = (i < 10 ? random.Between(100_000_000, 600_000_000) : random.Between(10_000, 110_000)) / 100m;
            terms.AddDeal("D-" + i, amount, 0.02 * (0.5 + random.Share()));
            terms.AddNew(amount, 0.01);
        }

        var law = FourierLaw.Try(SpreadTerms.Of(terms, 0.8), 0.005, 1 << 15, 70_000_000, isLast: false);
        Assert.InRange(law?.ErrorBound ?? 1, 0, 0.005);
    }

    private static double ListedOf(List<double[]> probabilities, ConditionalTerms terms) =>
        probabilities.Sum(ofOutcome => ofOutcome.Select((p, node) => p * terms.Weights[node]).Sum());

    private static void AssertWithinBound(ConditionalTerms conditional, double wanted = 0.01)
    {
        var law = FourierLaw.Try(conditional, wanted, 1 << 15, 1L << 28)!;
        var bound = law.ErrorBound - conditional.Nodes.Error;
        Assert.InRange(bound, 0, wanted);
        if (conditional.Terms.NewCount == 0) Assert.InRange(law.Quantile(1), 0, conditional.Terms.Total);
        var exact = ExactProgram.Of(conditional, (int)law.Quantile(1) + 1);
        double sum = 0, last = 0;
        for (var x = 0; x < exact.Length; x++)
        {
            sum += exact[x];
            var cumulative = law.Cumulative(x);
            Assert.InRange(cumulative, Math.Max(last, sum - bound), sum + bound);
            Assert.InRange(law.Below(x + 1) - law.Below(x), sum - (2 * bound), sum + (2 * bound));
            last = cumulative;
        }
    }
}
