using System;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Distributions;

/// <summary>Draws by strata, against the exact law of the same terms.</summary>
public class StratifiedSimulationTests
{
    [Theory]
    [InlineData(0.5, 0.8, 1)]
    [InlineData(0.5, 0.8, 100_000)]
    [InlineData(0.05, 1, 1)]
    [InlineData(0.9, 0.3, 100)]
    public void Try_FewDealsUnderAStrongFactor_IsWithinItsBoundOfAllOutcomes(double p, double spread, int whale)
    {
        var (merged, factor) = Solve(spread, terms => SimulationTests.AddFew(terms, p, whale));
        var exact = LawChooser.Choose(merged.Terms, factor, 0.005);
        Assert.Equal(DistributionMethod.Enumeration, exact.Method);
        var drawn = StratifiedSimulation.Try(merged.Terms, factor, 0.005, StratifiedSimulation.MostCost)!;
        AssertWithinBound(exact, drawn);
    }

    [Fact]
    public void Try_NewBusinessUnderAStrongFactor_IsWithinItsBoundOfTheExactProgram()
    {
        var (merged, factor) = Solve(1, terms =>
        {
            for (var i = 1; i <= 5; i++) terms.AddNew(i, 1.3);
            terms.AddDeal("D", 40, 0.3);
        });
        var exact = LawChooser.Choose(merged.Terms, factor, 0.005);
        Assert.Equal(DistributionMethod.DynamicProgramming, exact.Method);
        AssertWithinBound(exact, StratifiedSimulation.Try(merged.Terms, factor, 0.005, StratifiedSimulation.MostCost)!);
    }

    [Fact]
    public void Try_ManyDealsUnderAStrongFactor_IsWithinBothBoundsOfFourierInversion()
    {
        var random = new SeededRandom(4);
        var (merged, factor) = Solve(0.3, terms =>
        {
            for (var i = 0; i < 400; i++) terms.AddDeal("D-" + i, random.Between(100_000, 999_999) * 0.01m, 0.2 + (0.3 * random.Share()));
        });
        var analytic = LawChooser.Choose(merged.Terms, factor, 0.005);
        Assert.Equal(DistributionMethod.FourierInversion, analytic.Method);
        AssertWithinBound(analytic, StratifiedSimulation.Try(merged.Terms, factor, 0.005, StratifiedSimulation.MostCost)!);
    }

    private static (MergedTerms Merged, SharedFactor Factor) Solve(double spread, Action<RevenueTerms> add)
    {
        var terms = new RevenueTerms();
        add(terms);
        var merged = MergedTerms.Of(terms);
        return (merged, DistributionMoments.Of(merged, spread).Factor!);
    }

    private static void AssertWithinBound(LatticeLaw expected, LatticeLaw drawn)
    {
        Assert.InRange(drawn.ErrorBound, 0.001, 0.005);
        for (var p = 0.002; p < 1; p += 0.004)
        {
            foreach (var x in new[] { expected.Quantile(p), expected.Quantile(p) - 1, drawn.Quantile(p) })
            {
                Assert.InRange(Math.Abs(expected.Cumulative(x) - drawn.Cumulative(x)), 0, drawn.ErrorBound + expected.ErrorBound);
            }
        }
    }
}
