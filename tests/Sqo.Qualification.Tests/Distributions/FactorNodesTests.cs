using System;
using Sqo.Qualification.Internal;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Distributions;

public class FactorNodesTests
{
    [Theory]
    [InlineData(400, 0.5, 0, 0.9, 0.005)]
    // Nodes of equal weight.
    [InlineData(400, 0.5, 0, 0.99, 0.05)]
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
        AssertWithinError(exact, exact.Nodes.ForInversion(wanted), wanted, (deals * 6) + 400);
    }

    /// <summary>Under a strong factor, deals of one probability are won or lost together, at a value of it that depends on that.</summary>
    [Theory]
    [InlineData(1, 0.0005)]
    [InlineData(1, 0.005)]
    [InlineData(2, 0.002)]
    [InlineData(2, 0.02)]
    [InlineData(3, 0.005)]
    public void ForInversion_DealsOfFewProbabilities_HasAtMostItsError(int probabilities, double wanted)
    {
        var terms = new RevenueTerms();
        double[] all = [0.5, 0.02, 0.99];
        for (var i = 0; i < 300; i++) terms.AddDeal("D-" + i, 1 + (i % 2), all[i % probabilities]);
        foreach (var spread in new[] { 0.05, 0.4, 0.8 })
        {
            var exact = SpreadTerms.Of(terms, spread);
            AssertWithinError(exact, exact.Nodes, 2e-4, 700);
            AssertWithinError(exact, exact.Nodes.ForInversion(wanted), wanted, 700);
        }
    }

    /// <summary>Between two places on the scale, deals of other probabilities can turn from lost to won.</summary>
    [Fact]
    public void ForLaw_DozensOfProbabilitiesUnderTheStrongestFactor_HasAtMostItsError()
    {
        var terms = new RevenueTerms();
        for (var i = 0; i < 1_080; i++)
        {
            var probability = i < 30 ? 0.93 : Math.Round(NormalProbability.Of(0.2533 - (4.2533 * (i % 35) / 34)), 6);
            terms.AddDeal("D-" + i, 1, probability);
        }

        var exact = SpreadTerms.Of(terms, 1);
        AssertWithinError(exact, exact.Nodes, 2e-3, 1_081);
    }

    [Theory]
    // Nodes of equal weight would be 200, with half of the error.
    [InlineData(400, 0, 0.9, 90)]
    [InlineData(6_000, 0, 0.9, 280)]
    [InlineData(6_000, 50, 0.6, 180)]
    [InlineData(6_000, 0, 0.05, 30)]
    public void ForInversion_ManyDeals_HasFewNodesWithASmallError(int deals, double newWins, double spread, int most)
    {
        var random = new SeededRandom(5);
        var terms = new RevenueTerms();
        for (var i = 0; i < deals; i++) terms.AddDeal("D-" + i, 1 + i, 0.2 + (0.4 * random.Share()));
        if (newWins > 0) terms.AddNew(4, newWins);
        var nodes = SpreadTerms.Of(terms, spread).Nodes.ForInversion(0.005);
        Assert.InRange(nodes.Count, 0.5 * most, most);
        Assert.InRange(nodes.Error, 1e-5, 1e-3);
    }

    [Fact]
    public void ForInversion_UsualError_HasFewerNodes()
    {
        var terms = new RevenueTerms();
        for (var i = 0; i < 400; i++) terms.AddDeal("D-" + i, 1 + i, 0.5);
        var nodes = SpreadTerms.Of(terms, 0.9).Nodes;
        var (usual, precise) = (nodes.ForInversion(0.005), nodes.ForInversion(0.0005));
        Assert.InRange(usual.Count, 10, 0.95 * nodes.Count);
        Assert.InRange(precise.Count, usual.Count + 1, 2 * usual.Count);
        Assert.Same(FactorNodes.None, FactorNodes.None.ForInversion(0.005));
    }

    private static void AssertWithinError(ConditionalTerms exact, FactorNodes nodes, double wanted, int most)
    {
        Assert.InRange(nodes.Error, 0, 0.6 * wanted);
        var expected = ExactProgram.Of(new(exact.Terms, exact.Factor, FactorNodes.Spaced(0.06 / (2 + exact.Factor!.Slope), 6)), most);
        var seen = ExactProgram.Of(new(exact.Terms, exact.Factor, nodes), most);
        double difference = 0, greatest = 0;
        for (var x = 0; x < most; x++) greatest = Math.Max(greatest, Math.Abs(difference += seen[x] - expected[x]));
        Assert.InRange(greatest, 0.001 * nodes.Error, nodes.Error);
    }
}
