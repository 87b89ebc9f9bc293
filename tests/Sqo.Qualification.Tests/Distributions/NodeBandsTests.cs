using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Distributions;

public class NodeBandsTests
{
    [Theory]
    [InlineData(0.05, 1, 1)]
    [InlineData(0.8, 2, 8)]
    public void Of_AnyFactor_HasEachNodeOnce(double spread, int fewest, int most)
    {
        var random = new SeededRandom(8);
        var terms = new RevenueTerms();
        for (var i = 0; i < 300; i++) terms.AddDeal("D-" + i, random.Between(1, 9_000), 0.1 + (0.3 * random.Share()));
        var conditional = SpreadTerms.Of(terms, spread);
        var nodes = conditional.Nodes;
        var bands = NodeBands.Of(conditional);
        Assert.InRange(bands.Count, fewest, most);
        var seen = bands.SelectMany(band => Enumerable.Range(0, band.Nodes.Count).Select(band.Nodes.At)).OrderBy(z => z);
        Assert.Equal(Enumerable.Range(0, nodes.Count).Select(nodes.At), seen);
        Assert.Equal(1, bands.Sum(band => band.Weights.Sum()), 12);
        if (bands.Count == 1) return;
        foreach (var band in bands)
        {
            var weight = band.Weights.Sum();
            Assert.InRange(weight, 0.03, 1);
            Assert.Equal(1, band.Nodes.Below + weight + band.Nodes.Above, 12);
        }
    }

    /// <summary>A circle that is much longer than the sum under each node takes many frequencies.</summary>
    [Fact]
    public void Of_ManyDealsUnderAStrongFactor_HasShortCircles()
    {
        var random = new SeededRandom(29);
        var terms = new RevenueTerms();
        for (var i = 0; i < 5_000; i++) terms.AddDeal("D-" + i, random.Between(1, 9_000), 0.3 + (0.4 * random.Share()));
        var inside = 0;
        foreach (var band in NodeBands.Of(SpreadTerms.Of(terms, 0.6)))
        {
            var (first, last) = (band.Nodes.At(0), band.Nodes.At(band.Nodes.Count - 1));
            var deviation = Math.Sqrt(Math.Max(band.Factor!.Variance(first), band.Factor.Variance(last)));
            // The outermost are as probable as a band has to be.
            if (band.Nodes.Below < 0.04 || band.Nodes.Above < 0.04) continue;
            Assert.InRange(band.Factor.Mean(last) - band.Factor.Mean(first), 0, 30 * deviation);
            inside++;
        }

        Assert.InRange(inside, 2, 12);
    }

    /// <summary>Where everything is won, neither the mean nor the deviation depends on the node.</summary>
    [Fact]
    public void Of_AlmostCertainFactor_DividesWhereSomethingIsUncertain()
    {
        var random = new SeededRandom(31);
        var terms = new RevenueTerms();
        for (var i = 0; i < 2_000; i++) terms.AddDeal("D-" + i, random.Between(1, 9_000), 0.45 + (0.1 * random.Share()));
        var conditional = SpreadTerms.Of(terms, 3);
        Assert.Equal(SharedFactor.GreatestCorrelation, conditional.Factor!.Correlation);
        Assert.InRange(NodeBands.Of(conditional).Count, 3, 10);
    }
}
