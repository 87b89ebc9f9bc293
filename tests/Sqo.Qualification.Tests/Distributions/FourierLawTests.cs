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
        var conditional = SpreadTerms.Of(terms, spread);

        // The law is calculated under many outcomes of the whales.
        var layer = AmountLayer.All(conditional)[0];
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
}
