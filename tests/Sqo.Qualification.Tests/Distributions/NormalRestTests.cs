using System;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Distributions;

/// <summary>The normal law of many smaller terms, between whose two draws the exact law lies.</summary>
public class NormalRestTests
{
    [Theory]
    [InlineData(0.3)]
    [InlineData(0.01)]
    public void Add_UnderEachNode_HasTheExactLawBetweenItsTwo(double p)
    {
        var random = new SeededRandom(6);
        var terms = new RevenueTerms();
        for (var i = 0; i < 400; i++) terms.AddDeal("D-" + i, random.Between(20, 90), p * (0.5 + random.Share()));
        for (var amount = 20; amount < 60; amount++) terms.AddNew(amount, p);
        var all = MergedTerms.Of(terms).Terms;
        var conditional = new ConditionalTerms(
            all, DistributionMoments.Of(MergedTerms.Of(terms), 0.3).Factor, FactorNodes.OfEqualWeight(3));
        var rest = new NormalRest(conditional, AmountClass.All(all), 0);
        var count = Deep.Size(4_000, 400_000);
        var noise = Math.Sqrt(10.72 / count);
        for (var node = 0; node < 3; node++)
        {
            var (low, high) = (new long[count], new long[count]);
            rest.Add(node, low, high, 0, count, new RandomBits(9));
            Array.Sort(low);
            Array.Sort(high);
            var rates = Array.ConvertAll(all.NewRates, rate => rate * conditional.Growth[node]);
            var exact = DenseProgram.Run(all.Amounts, conditional.Column(node), all.Counts, all.NewAmounts, rates, 40_000);
            double sum = 0, gap = 0;
            for (int x = 0, below = 0, above = 0; x < exact.Length; x++)
            {
                sum += exact[x];
                while (below < count && high[below] <= x) below++;
                while (above < count && low[above] <= x) above++;
                var (least, most) = (below / (double)count, above / (double)count);
                Assert.InRange(sum, least - noise - NormalRest.Beyond, most + noise + NormalRest.Beyond);
                gap = Math.Max(gap, most - least);
            }

            // More wins, a closer law.
            Assert.InRange(gap, 0.01, p > 0.1 ? 0.2 : 1);
        }
    }
}
