using System;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Distributions;

public class SumGapsTests
{
    [Theory]
    [InlineData("clusters", 0)]
    [InlineData("clusters", 0.8)]
    [InlineData("prices", 0)]
    [InlineData("prices", 0.4)]
    public void Try_AmountsNearMultiplesOfAPitch_HasTheExactLaw(string kind, double spread)
    {
        var terms = Terms(kind, 120, spread, hasNewBusiness: spread == 0);
        var all = terms.Terms;
        Assert.True(SumGaps.MayExist(all));
        var window = SumWindow.Of(terms, Indexes.Of(all.GroupCount), Indexes.Of(all.NewCount));
        var width = window.End - window.Start;
        // Under a strong factor, there are gaps under most bands.
        var gaps = SumGaps.Find(terms, Indexes.Of(all.GroupCount), Indexes.Of(all.NewCount), ref window);
        if (spread < 0.5) Assert.InRange((window.End - window.Start) * gaps!.Unit, 1, width / 1.5);
        var law = FourierLaw.Try(terms, 0.01, 1 << 16, 1L << 30)!;
        var bound = law.ErrorBound - terms.Nodes.Error;
        var exact = ExactProgram.Of(terms, (int)law.Quantile(1) + 1);
        double sum = 0, below = 0, last = 0;
        for (var x = 0; x < exact.Length; x++)
        {
            sum += exact[x];
            var cumulative = law.Cumulative(x);
            Assert.InRange(cumulative, Math.Max(last, sum - bound), sum + bound);
            Assert.Equal(below, law.Below(x), (bound * x) + 1e-9);
            below += sum;
            last = cumulative;
        }
    }

    [Fact]
    public void Find_AmountsOfAllSizes_HasNone()
    {
        var terms = Terms("any", 120, 0.2, hasNewBusiness: true);
        Assert.False(SumGaps.MayExist(terms.Terms));
        var window = SumWindow.Of(terms, Indexes.Of(terms.Terms.GroupCount), [0]);
        var before = window;
        Assert.Null(SumGaps.Find(terms, Indexes.Of(terms.Terms.GroupCount), [0], ref window));
        Assert.Same(before, window);
    }

    [Theory]
    [InlineData("clusters")]
    [InlineData("prices")]
    public void Close_AnySum_KeepsTheOrder(string kind)
    {
        var terms = Terms(kind, 60, 0, hasNewBusiness: false);
        var deals = Indexes.Of(terms.Terms.GroupCount);
        var window = SumWindow.Of(terms, deals, []);
        var gaps = SumGaps.Find(terms, deals, [], ref window)!;
        var last = double.NegativeInfinity;
        for (var sum = -100.0; sum < 60_000; sum += 0.5)
        {
            var closed = gaps.Close(sum);
            Assert.True(closed >= last, $"{sum}: {closed} after {last}");
            // Within a gap, all sums are at its upper end.
            Assert.True(gaps.Open(closed) >= sum - 1e-6, $"{sum}: {gaps.Open(closed)}");
            last = closed;
        }
    }

    private static ConditionalTerms Terms(string kind, int count, double spread, bool hasNewBusiness)
    {
        var random = new SeededRandom(8);
        var terms = new RevenueTerms();
        for (var i = 0; i < count; i++) terms.AddDeal("D-" + i, Amount(i), 0.05 + (0.15 * random.Share()));
        if (hasNewBusiness) terms.AddNew(Amount(1), 0.7);
        return SpreadTerms.Of(terms, spread);

        decimal Amount(int i) => kind switch
        {
            "clusters" => i % 3 == 0 ? random.Between(1, 3) : random.Between(3_000, 3_020),
            "prices" => (random.Between(1, 6) * 333) - 1,
            _ => random.Between(1, 3_000),
        };
    }

    /// <summary>In all there are too many wins for gaps, but not where nearly all deals are lost.</summary>
    [Fact]
    public void Find_ClustersOfWhichFewAreWonUnderABand_LeavesOutTheGaps()
    {
        var random = new SeededRandom(33);
        var terms = new RevenueTerms();
        for (var i = 0; i < 9_000; i++)
        {
            var amount = i % 2 == 0 ? random.Between(1_000_000, 1_010_000) : random.Between(100, 110);
            terms.AddDeal("D-" + i, amount, 0.2 + (0.5 * random.Share()));
        }

        var conditional = SpreadTerms.Of(terms, 0.8);
        Assert.False(SumGaps.MayExist(conditional.Terms));
        var bands = NodeBands.Of(conditional);
        var band = bands[bands.Count - 1];
        Assert.NotNull(new FourierCircle(band, AmountLayer.All(band)[0]).Gaps);
    }
}
