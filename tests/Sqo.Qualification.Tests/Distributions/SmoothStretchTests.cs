using System;
using System.Linq;
using Sqo.Qualification.Internal;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Distributions;

public class SmoothStretchTests
{
    /// <summary>The law of a stretch by its few nodes, against that of a thousand equal steps.</summary>
    [Theory]
    [InlineData(0, 1e-5)]
    [InlineData(6, 1e-3)]
    [InlineData(6, 1e-5)]
    public void Find_TwoStagesUnderAStrongFactor_IsWithinItsError(double newWins, double error)
    {
        const int Cells = 200;
        const int Steps = 1_000;
        var conditional = TwoStages(newWins, out var most);
        var (terms, factor) = (conditional.Terms, conditional.Factor!);
        var stretches = SmoothStretch.Find(new(terms, factor), Cells, error);
        Assert.InRange(stretches.Count, 1, 3);
        foreach (var stretch in stretches)
        {
            Assert.InRange(stretch.Z.Length, 3, 0.6 * (stretch.End - stretch.First));
            Assert.Equal((stretch.End - stretch.First) / (double)Cells, stretch.Weights.Sum(), 14);
            var (from, to) = (NormalQuantile.Of(stretch.First / (double)Cells), NormalQuantile.Of(stretch.End / (double)Cells));
            var (exact, seen) = (new double[most], new double[most]);
            for (var step = 0; step < Steps; step++)
            {
                var z = from + ((to - from) * (step + 0.5) / Steps);
                Add(exact, z, NormalProbability.Density(z) * (to - from) / Steps);
            }

            for (var node = 0; node < stretch.Z.Length; node++) Add(seen, stretch.Z[node], stretch.Weights[node]);
            double difference = 0, greatest = 0;
            for (var x = 0; x < most; x++) greatest = Math.Max(greatest, Math.Abs(difference += seen[x] - exact[x]));
            Assert.InRange(greatest, 0, error + 1e-7);
        }

        void Add(double[] sums, double z, double weight)
        {
            var probabilities = new double[terms.GroupCount];
            factor.Condition(z, probabilities);
            var rates = Array.ConvertAll(terms.NewRates, rate => rate * factor.Growth(z));
            var law = DenseProgram.Run(terms.Amounts, probabilities, terms.Counts, terms.NewAmounts, rates, most);
            for (var x = 0; x < most; x++) sums[x] += weight * law[x];
        }
    }

    [Fact]
    public void Find_DealsOfAllProbabilities_HasNone()
    {
        var terms = new RevenueTerms();
        for (var i = 0; i < 900; i++) terms.AddDeal("D-" + i, 1 + (i % 3), (i + 0.5) / 900);
        var conditional = SpreadTerms.Of(terms, 0.9);
        Assert.Empty(SmoothStretch.Find(new(conditional.Terms, conditional.Factor!), 200, 2e-5));
    }

    /// <summary>Deals are no longer added up where it is useless: what is known of the sum then is no bound.</summary>
    [Fact]
    public void LogWithin_WideEllipseAcrossAStage_IsInfinite()
    {
        var conditional = TwoStages(0, out _);
        var steps = new NodeSteps(conditional.Terms, conditional.Factor!);
        Assert.Equal(double.PositiveInfinity, steps.LogWithin(0, 2, 2));
        Assert.InRange(steps.LogWithin(-0.5, 0.5, 1.3), -5, 50);
    }

    /// <summary>Few nodes take the place of many cells; the others can be closer together.</summary>
    [Theory]
    [InlineData(0, 0.005, 1)]
    [InlineData(6, 0.005, 2)]
    [InlineData(6, 0.01, 1)]
    public void Mixed_TwoStagesUnderAStrongFactor_IsWithinItsError(double newWins, double wanted, int parts)
    {
        var conditional = TwoStages(newWins, out var most);
        var cells = (int)Math.Ceiling(1 / wanted);
        var stretches = SmoothStretch.Find(new(conditional.Terms, conditional.Factor!), cells, 0.005 * wanted);
        Assert.NotEmpty(stretches);
        var nodes = FactorNodes.Mixed(stretches, cells, parts, wanted);
        var weights = Enumerable.Range(0, nodes.Count).Select(nodes.Weight).ToArray();
        Assert.Equal(1, weights.Sum(), 12);
        Assert.InRange(weights.Max(), 3 * weights[0], 1);
        Assert.InRange(nodes.Error, 0.5 * wanted / parts, 0.55 * wanted / parts);
        var spaced = FactorNodes.Spaced(0.004, 5);
        var expected = ExactProgram.Of(new(conditional.Terms, conditional.Factor, spaced), most);
        var seen = ExactProgram.Of(new(conditional.Terms, conditional.Factor, nodes), most);
        double difference = 0, greatest = 0;
        for (var x = 0; x < most; x++) greatest = Math.Max(greatest, Math.Abs(difference += seen[x] - expected[x]));
        Assert.InRange(greatest, 0.02 * nodes.Error, nodes.Error);
    }

    /// <summary>With thousands of deals of each stage, nodes on a scale would be more.</summary>
    [Fact]
    public void ForInversion_ManyDealsInTwoStages_HasNodesOfBothKinds()
    {
        var terms = new RevenueTerms();
        for (var i = 0; i < 30_000; i++) terms.AddDeal("D-" + i, 1 + i, i % 2 == 0 ? 0.1 : 0.9);
        var nodes = SpreadTerms.Of(terms, 0.9).Nodes.ForInversion(0.005);
        Assert.InRange(nodes.Count, 50, 250);
        Assert.InRange(nodes.Weight(nodes.Count / 2), 3 * nodes.Weight(0), 0.5);
    }

    private static ConditionalTerms TwoStages(double newWins, out int most)
    {
        var random = new SeededRandom(41);
        var terms = new RevenueTerms();
        for (var i = 0; i < 1_000; i++) terms.AddDeal("D-" + i, random.Between(1, 3), i % 2 == 0 ? 0.1 : 0.9);
        if (newWins > 0) terms.AddNew(2, newWins);
        most = 3_001 + (newWins > 0 ? 400 : 0);
        var conditional = SpreadTerms.Of(terms, 0.9);
        Assert.Equal(SharedFactor.GreatestCorrelation, conditional.Factor!.Correlation);
        return conditional;
    }
}
