using Xunit;

namespace Sqo.Qualification.Tests.Forecasting.Distributions;

public class RevenueDistributionTests
{
    [Fact]
    public void Quantile_WorkedCase_IsThatOfTheDefinitions()
    {
        var distribution = RevenueDistribution.Create(b => b.Deal("a", 100_000m, 0.5).Deal("b", 40_000m, 0.25).Deal("c", 10_000m, 0.9));
        Assert.Equal(69_000, distribution.Mean, 9);
        Assert.Equal(53_000, distribution.StandardDeviation, 9);
        Assert.Equal(10_000, distribution.Quantile(0.1));
        Assert.Equal(50_000, distribution.Quantile(0.5));
        Assert.Equal(150_000, distribution.Quantile(0.9));
        Assert.Equal(0.5, distribution.ProbabilityAtLeast(100_000m), 15);
    }
}
