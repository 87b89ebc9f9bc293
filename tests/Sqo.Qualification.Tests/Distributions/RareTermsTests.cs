using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Distributions;

/// <summary>Many terms in one transform, and layers of amounts, against the exact program of the same terms.</summary>
public class RareTermsTests
{
    [Theory]
    [InlineData(0.002, 0.06, 0, 0, 1)]
    [InlineData(0.002, 0.06, 0.3, 0, 1)]
    [InlineData(0.002, 0.06, 0.8, 0, 1)]
    [InlineData(0.94, 0.998, 0, 0, 1)]
    [InlineData(0.94, 0.998, 0.02, 0, 1)]
    [InlineData(0.01, 0.4, 0.2, 0, 1)]
    [InlineData(0.002, 0.06, 0, 6, 1)]
    [InlineData(0.002, 0.06, 0.3, 6, 1)]
    [InlineData(0.002, 0.03, 0, 0, 400)]
    [InlineData(0.002, 0.03, 0.3, 4, 400)]
    [InlineData(0.05, 0.6, 0.8, 0, 1)]
    [InlineData(0.05, 0.6, 0.8, 6, 100)]
    [InlineData(0.3, 0.95, 0.6, 0, 100)]
    [InlineData(0.9, 0.98, 0.05, 0, 100)]
    public void Try_ManyUnlikelyTerms_IsWithinItsBoundOfTheExactProgram(double least, double most, double spread, double newWins, int whale)
    {
        var random = new SeededRandom(17);
        var terms = new RevenueTerms();
        for (var i = 0; i < 150; i++)
        {
            // Every fiftieth is a whale.
            terms.AddDeal("D-" + i, random.Between(1, 60) * (i % 50 == 0 ? whale : 1), least + ((most - least) * random.Share()));
        }

        for (var amount = 1; newWins > 0 && amount <= 80; amount++) terms.AddNew(amount == 80 ? whale * 80 : amount, newWins / 80);
        var conditional = SpreadTerms.Of(terms, spread);
        if (whale > 1 && most < 0.1) Assert.InRange(AmountLayer.All(conditional).Count, 2, 4);
        // So few different sums have jumps, which a small bound would not pass.
        var law = FourierLaw.Try(conditional, 0.1, 1 << 14, long.MaxValue)!;
        Assert.InRange(law.ErrorBound, 0.0001, 0.1);

        var exact = ExactProgram.Of(conditional, (int)law.Quantile(1) + 1);
        var sum = 0.0;
        for (var x = 0; x < exact.Length; x++)
        {
            sum += exact[x];
            Assert.InRange(law.Cumulative(x) - sum, -law.ErrorBound - 1e-11, law.ErrorBound + 1e-11);
        }
    }

    [Theory]
    [InlineData(300, 0.001, 0.02, 0, 3e6, 1e-4)]
    [InlineData(300, 0.001, 0.02, 0.4, 3e6, 2e-4)]
    [InlineData(300, 0.98, 0.999, 0, 3e6, 1e-4)]
    [InlineData(300, 0.98, 0.999, 0.01, 3e6, 2e-4)]
    // Tens of terms lie in one cell of the grid.
    [InlineData(300, 0.001, 0.02, 0, 1e8, 1e-4)]
    [InlineData(300, 0.001, 0.02, 0.4, 1e8, 2e-4)]
    // Many columns, of many powers and points.
    [InlineData(1_000, 0.01, 0.3, 0.4, 3e6, 2e-4)]
    [InlineData(1_000, 0.01, 0.3, 0.4, 1e8, 2e-4)]
    [InlineData(1_000, 0.75, 0.99, 0.3, 1e8, 2e-4)]
    public void TryAt_ManyRareTerms_IsTheProductOfTheirFactors(
        int deals, double least, double most, double spread, double period, double greatest)
    {
        var random = new SeededRandom(18);
        var terms = new RevenueTerms();
        for (var i = 0; i < deals; i++) terms.AddDeal("D-" + i, random.Between(1, 100_000), least + ((most - least) * random.Share()));
        for (var i = 0; i < 100; i++) terms.AddNew(random.Between(1, 100_000), 0.01);
        var conditional = SpreadTerms.Of(terms, spread);
        var all = conditional.Terms;
        var function = new CharacteristicFunction(
            conditional, Indexes.Of(all.GroupCount), Indexes.Of(all.NewCount), period, SeriesPrecision.Usual, new());
        function.Reach(1024);
        for (var n = 1; n <= 1024; n += 93)
        {
            Assert.True(function.TryAt(n, long.MaxValue));
            var difference = 0.0;
            for (var node = 0; node < conditional.Nodes.Count; node++)
            {
                var (real, imaginary) = FactorProduct.Of(conditional, node, n / period);
                difference += conditional.Weights[node]
                    * (Math.Abs(real - function.Real[node]) + Math.Abs(imaginary - function.Imaginary[node]));
            }

            Assert.InRange(difference, 0, Math.Min(greatest, (1.5 * function.Error()) + (4 * RareTerms.Outermost)));
        }
    }

    [Theory]
    [InlineData(100, 0.3, 0)]
    [InlineData(2_000, 0.3, 300)]
    [InlineData(100, 0.02, 100)]
    public void Take_FewDealsThatNeedManyColumns_LeavesThem(int deals, double most, int least)
    {
        var random = new SeededRandom(19);
        var terms = new RevenueTerms();
        for (var i = 0; i < deals; i++)
        {
            terms.AddDeal("D-" + i, random.Between(1, 100_000) + (i * 100_000L), 0.005 + (most * random.Share()));
        }

        var conditional = SpreadTerms.Of(terms, 0.4);
        var (left, fresh) = (Indexes.Of(deals), Indexes.Of(0));
        var rare = RareTerms.Take(conditional, ref left, ref fresh, 1e9, SeriesPrecision.Usual, new());
        Assert.InRange(deals - left.Length, least, deals);
        if (least == 0) Assert.Null(rare);
        else Assert.InRange(rare!.Columns, 1, (deals - left.Length) / 4);
    }

    [Fact]
    public void Take_DealsUnderANearlyCertainFactor_LeavesThoseThatPointsCannotInterpolate()
    {
        var random = new SeededRandom(21);
        var terms = new RevenueTerms();
        for (var i = 0; i < 2_000; i++) terms.AddDeal("D-" + i, random.Between(1, 1_000_000), 0.22 + (0.43 * random.Share()));
        foreach (var band in NodeBands.Of(SpreadTerms.Of(terms, 0.97)))
        {
            var (left, fresh) = (Indexes.Of(band.Terms.GroupCount), Indexes.Of(0));
            if (RareTerms.Take(band, ref left, ref fresh, 1e9, SeriesPrecision.Usual, new()) is not { } rare) continue;
            rare.Reach(1, 100, 100);
            rare.At(1);
            Assert.InRange(band.Mean(rare.Errors), 0, 5e-4);
        }
    }

    /// <summary>Where nearly all deals are lost, their probabilities are of very different magnitudes.</summary>
    [Fact]
    public void Take_DealsFarApart_AreCombinedByRange()
    {
        var random = new SeededRandom(26);
        var terms = new RevenueTerms();
        for (var i = 0; i < 5_000; i++) terms.AddDeal("D-" + i, random.Between(1, 1_000_000), 0.2 + (0.4 * random.Share()));
        var band = NodeBands.Of(SpreadTerms.Of(terms, 0.87)).Last();
        var (left, fresh) = (Indexes.Of(band.Terms.GroupCount), Indexes.Of(0));
        var rare = RareTerms.Take(band, ref left, ref fresh, 1e9, SeriesPrecision.Usual, new())!;
        Assert.InRange(left.Length, 0, 200);
        Assert.Equal(left.Length, left.Distinct().Count());
        rare.Reach(1, 768, 768);
        for (var n = 1; n < 400; n += 99)
        {
            rare.At(n);
            Assert.InRange(band.Mean(rare.Errors), 0, 5e-4);
            var difference = 0.0;
            for (var node = 0; node < band.Nodes.Count; node++)
            {
                // Without those that are left.
                var (real, imaginary) = FactorProduct.Of(band, node, n / 1e9, left);
                var (size, angle) = (Math.Exp(rare.Logs[node]), 2 * Math.PI * rare.Turns[node]);
                difference += band.Weights[node]
                    * (Math.Abs(real - (size * Math.Cos(angle))) + Math.Abs(imaginary - (size * Math.Sin(angle))));
            }

            Assert.InRange(difference, 0, (1.5 * band.Mean(rare.Errors)) + (4 * RareTerms.Outermost));
        }
    }

    /// <summary>Few deals of one probability, and of two neighboring ones.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Take_DealsOfNearlyOneProbability_Ends(int neighbors)
    {
        var terms = new RevenueTerms();
        for (var i = 0; i < 70; i++)
        {
            var p = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(0.3) + (i % 2 * neighbors));
            terms.AddDeal("D-" + i, 1 + (i * 1_000L), p);
        }

        // The series converges too slowly, so the range is divided again and again.
        var conditional = SpreadTerms.Of(terms, 0.001);
        var (left, fresh) = (Indexes.Of(conditional.Terms.GroupCount), Indexes.Of(0));
        Assert.Null(RareTerms.Take(conditional, ref left, ref fresh, 1e9, SeriesPrecision.Usual, new()));
        Assert.Equal(70, left.Distinct().Count());
    }

    [Fact]
    public void Take_FinerGrids_HaveAnErrorThatManyWinsCanBear()
    {
        var random = new SeededRandom(22);
        var terms = new RevenueTerms();
        for (var i = 0; i < 5_000; i++) terms.AddDeal("D-" + i, random.Between(1, 1_000_000), 0.05 + (0.1 * random.Share()));
        var conditional = SpreadTerms.Of(terms, 0.2);
        var (usual, fine) = (ErrorNearTheEnd(SeriesPrecision.Usual), ErrorNearTheEnd(SeriesPrecision.Usual.Higher(isGridCoarse: true)!));
        Assert.InRange(usual, 0.05, 2);
        Assert.InRange(fine, 0, 2e-3);

        double ErrorNearTheEnd(SeriesPrecision precision)
        {
            var (left, fresh) = (Indexes.Of(conditional.Terms.GroupCount), Indexes.Of(0));
            var rare = RareTerms.Take(conditional, ref left, ref fresh, 1e9, precision, new())!;
            rare.Reach(1, 768, 768);
            rare.At(760);
            return conditional.Mean(rare.Errors);
        }
    }

    [Fact]
    public void Reach_FurtherThanBefore_GivesTheSameAsAtOnce()
    {
        var random = new SeededRandom(20);
        var terms = new RevenueTerms();
        for (var i = 0; i < 300; i++) terms.AddDeal("D-" + i, random.Between(1, 100_000), 0.001 + (0.02 * random.Share()));
        var conditional = SpreadTerms.Of(terms, 0.4);
        var deals = Indexes.Of(conditional.Terms.GroupCount);
        var later = new CharacteristicFunction(conditional, deals, [], 3e6, SeriesPrecision.Usual, new());
        var atOnce = new CharacteristicFunction(conditional, deals, [], 3e6, SeriesPrecision.Usual, new());
        later.Reach(700);
        for (var n = 1; n <= 700; n++) Assert.True(later.TryAt(n, long.MaxValue));
        later.Reach(2_000);
        atOnce.Reach(2_000);
        // The first is within a block of frequencies.
        for (var n = 701; n <= 2_000; n++)
        {
            Assert.True(later.TryAt(n, long.MaxValue));
            Assert.True(atOnce.TryAt(n, long.MaxValue));
            Assert.Equal(atOnce.Real, later.Real);
            Assert.Equal(atOnce.Imaginary, later.Imaginary);
        }
    }
}
