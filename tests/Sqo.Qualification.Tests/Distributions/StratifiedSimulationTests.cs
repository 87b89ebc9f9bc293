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
    public void Run_FewDealsUnderAStrongFactor_IsWithinItsBoundOfAllOutcomes(double p, double spread, int whale)
    {
        var (merged, factor) = Solve(spread, terms => SimulationTests.AddFew(terms, p, whale));
        var exact = LawChooser.Choose(merged.Terms, factor, 0.005);
        Assert.Equal(DistributionMethod.Enumeration, exact.Method);
        var drawn = Run(merged, factor);
        AssertWithinBound(exact, drawn);
    }

    [Fact]
    public void Run_NewBusinessUnderAStrongFactor_IsWithinItsBoundOfTheExactProgram()
    {
        var (merged, factor) = Solve(1, terms =>
        {
            for (var i = 1; i <= 5; i++) terms.AddNew(i, 1.3);
            terms.AddDeal("D", 40, 0.3);
        });
        var exact = LawChooser.Choose(merged.Terms, factor, 0.005);
        Assert.Equal(DistributionMethod.DynamicProgramming, exact.Method);
        AssertWithinBound(exact, Run(merged, factor));
    }

    [Fact]
    public void Run_ManyDealsUnderAStrongFactor_IsWithinBothBoundsOfFourierInversion()
    {
        var random = new SeededRandom(4);
        var (merged, factor) = Solve(0.3, terms =>
        {
            for (var i = 0; i < 400; i++) terms.AddDeal("D-" + i, random.Between(100_000, 999_999) * 0.01m, 0.2 + (0.3 * random.Share()));
        });
        var analytic = LawChooser.Choose(merged.Terms, factor, 0.005);
        Assert.Equal(DistributionMethod.FourierInversion, analytic.Method);
        AssertWithinBound(analytic, Run(merged, factor));
    }

    [Fact]
    public void Choose_WhalesUnderAStrongFactor_DrawsByStrataWithinBothBoundsOfMoreWork()
    {
        var random = new SeededRandom(4);
        var (merged, factor) = Solve(0.8, terms =>
        {
            for (var i = 0; i < 260; i++)
            {
                var amount = i < 25 ? random.Between(100_000_000, 600_000_000) : random.Between(10_000, 110_000);
                terms.AddDeal("D-" + i, amount * 0.01m, 0.45 * (0.5 + random.Share()));
            }
        });
        var drawn = LawChooser.Choose(merged.Terms, factor, 0.005);
        Assert.Equal(DistributionMethod.Simulation, drawn.Method);
        // The bound of a simulation without strata would be just below the error wanted.
        Assert.InRange(drawn.ErrorBound, 0, 0.0049);
        var conditional = new ConditionalTerms(merged.Terms, factor, FactorNodes.ForLaw(merged.Terms, factor));
        AssertWithinBound(FourierLaw.Try(conditional, 0.005, 1 << 18, 20_000_000_000)!, drawn);
    }

    [Theory]
    [InlineData(0.001, 1e9)]
    [InlineData(0.005, 1e6)]
    public void Plan_TooSmallAnErrorOrCost_IsNull(double wanted, double mostCost)
    {
        var (merged, factor) = Solve(0.8, terms => SimulationTests.AddFew(terms, 0.5, 1));
        Assert.Null(StratifiedSimulation.Plan(merged.Terms, factor, wanted, mostCost));
    }

    [Fact]
    public void Run_AfterOtherDraws_HasTheBoundOfHalfTheRisk()
    {
        var (merged, factor) = Solve(0.8, terms => SimulationTests.AddFew(terms, 0.5, 1));
        var conditional = new ConditionalTerms(merged.Terms, factor, FactorNodes.ForLaw(merged.Terms, factor));
        var (alone, after) = (Draws(false), Draws(true));
        // The inequality of Dvoretzky, Kiefer and Wolfowitz, with the last digit of the logarithm rounded up.
        Assert.InRange(alone * alone * 20_000, Math.Log(2 / 1e-9), Math.Log(2 / 1e-9) + 0.01);
        Assert.InRange(after * after * 20_000, Math.Log(2 / 5e-10), Math.Log(2 / 5e-10) + 0.01);

        double Draws(bool hasOtherDraws) => new Simulation(conditional).Run(0.005, 10_000, 1_000_000, true, hasOtherDraws)!.ErrorBound
            - conditional.Nodes.Error;
    }

    private static SampleLaw Run(MergedTerms merged, SharedFactor factor) =>
        StratifiedSimulation.Plan(merged.Terms, factor, 0.005, 1e9)!.Run()!;

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
