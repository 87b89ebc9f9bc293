using System;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Distributions;

public class FactorNodesTests
{
    [Theory]
    // Many wins under a strong factor: nodes of equal weight.
    [InlineData(400, 0.5, 0, 0.9, 0.005)]
    [InlineData(400, 0.5, 0, 0.9, 0.05)]
    [InlineData(60, 0.3, 0, 0.5, 0.005)]
    [InlineData(60, 0.3, 2, 0.5, 0.0005)]
    [InlineData(200, 0.02, 3, 0.8, 0.005)]
    [InlineData(200, 0.95, 0, 0.3, 0.02)]
    public void ForInversion_AnyTerms_HasAtMostItsError(int deals, double probability, double newWins, double spread, double wanted)
    {
        var random = new SeededRandom(4);
        var terms = new RevenueTerms();
        for (var i = 0; i < deals; i++) terms.AddDeal("D-" + i, random.Between(1, 6), probability * (0.8 + (0.2 * random.Share())));
        if (newWins > 0) terms.AddNew(4, newWins);
        var exact = SpreadTerms.Of(terms, spread);
        var nodes = exact.Nodes.ForInversion(wanted);
        Assert.InRange(nodes.Error, 0, 0.6 * wanted);
        var most = (deals * 6) + 400;
        var expected = ExactProgram.Of(new(exact.Terms, exact.Factor, FactorNodes.Spaced(0.02, 6)), most);
        var seen = ExactProgram.Of(new(exact.Terms, exact.Factor, nodes), most);
        double difference = 0, greatest = 0;
        for (var x = 0; x < most; x++) greatest = Math.Max(greatest, Math.Abs(difference += seen[x] - expected[x]));
        Assert.InRange(greatest, 0.001 * nodes.Error, nodes.Error);
    }

    [Fact]
    public void ForInversion_UsualError_HasFewerNodes()
    {
        var terms = new RevenueTerms();
        for (var i = 0; i < 400; i++) terms.AddDeal("D-" + i, 1 + i, 0.5);
        var nodes = SpreadTerms.Of(terms, 0.9).Nodes;
        var (usual, precise) = (nodes.ForInversion(0.005), nodes.ForInversion(0.0005));
        Assert.InRange(usual.Count, 10, 0.75 * nodes.Count);
        Assert.InRange(precise.Count, usual.Count + 1, 2_000);
        Assert.Same(FactorNodes.None, FactorNodes.None.ForInversion(0.005));
    }
}
