using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Distributions;

public class FourierLawTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.3, 0.1)]
    public void Try_EightWhales_IsWithinItsBoundOfTheExactProgram(double spread, double newWins)
    {
        var random = new SeededRandom(9);
        var terms = new RevenueTerms();
        for (var i = 0; i < 90; i++)
        {
            if (i < 8) terms.AddDeal("D-" + i, random.Between(15_000, 60_000), 0.02 + (0.1 * random.Share()));
            else terms.AddDeal("D-" + i, random.Between(1, 20), 0.1 + (0.2 * random.Share()));
        }

        if (newWins > 0) terms.AddNew(33_333, newWins);
        var merged = MergedTerms.Of(terms);
        var factor = DistributionMoments.Of(merged, spread).Factor;
        var conditional = new ConditionalTerms(
            merged.Terms, factor, factor is null ? FactorNodes.None : FactorNodes.ForLaw(merged.Terms, factor));

        // The law is calculated under many outcomes of the whales.
        var layer = AmountLayer.All(conditional, AmountLayer.Order(merged.Terms))[0];
        var outcomes = layer.Outcomes(conditional, 1_024)!;
        Assert.InRange(outcomes.Count, 100, 1_024);
        var listed = outcomes.Sum(outcome => outcome.Probabilities.Select((p, node) => p * conditional.Weights[node]).Sum());
        Assert.InRange(listed, 1 - 6e-4, 1 + 1e-12);

        var law = FourierLaw.Try(conditional, 0.01, 1 << 15, 1L << 28)!;
        var bound = law.ErrorBound - conditional.Nodes.Error;
        Assert.InRange(bound, 0, 0.01);
        var exact = ExactProgram.Of(conditional, (int)law.Quantile(1) + 1);
        double sum = 0, last = 0;
        for (var x = 0; x < exact.Length; x++)
        {
            sum += exact[x];
            var cumulative = law.Cumulative(x);
            Assert.InRange(cumulative, Math.Max(last, sum - bound), sum + bound);
            last = cumulative;
        }
    }
}
