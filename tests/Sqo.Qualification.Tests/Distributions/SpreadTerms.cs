namespace Sqo.Qualification.Tests.Distributions;

/// <summary>Terms under each node of the factor that gives a spread.</summary>
internal static class SpreadTerms
{
    public static ConditionalTerms Of(RevenueTerms terms, double spread)
    {
        var merged = MergedTerms.Of(terms);
        var factor = DistributionMoments.Of(merged, spread).Factor;
        return new(merged.Terms, factor, factor is null ? FactorNodes.None : FactorNodes.ForLaw(merged.Terms, factor));
    }
}
