using System;

namespace Sqo.Qualification;

/// <summary>The standard deviation and the shared factor of a distribution, in closed form: they don't need its law.</summary>
internal sealed class DistributionMoments
{
    // A factor with a wider spread carries almost no information.
    private const double GreatestSpread = 1;

    private DistributionMoments(MergedTerms merged, double spreadAsked)
    {
        var terms = merged.Terms;
        var step = merged.Lattice.Step;
        if (spreadAsked > 0 && merged.Mean > 0 && terms.GroupCount + terms.NewCount > 0)
        {
            Factor = SharedFactor.Solve(terms, (double)merged.Minimum / step, Math.Min(spreadAsked, GreatestSpread));
            Spread = Factor.Deviation * step / merged.Mean;
            IsSpreadCapped = Factor.IsCapped || spreadAsked > GreatestSpread;
            StandardDeviation = Math.Sqrt((Factor.Deviation * Factor.Deviation) + Factor.ConditionalVariance) * step;
            return;
        }

        var variance = 0.0;
        for (var i = 0; i < terms.GroupCount; i++)
        {
            double a = terms.Amounts[i];
            var p = terms.Probabilities[i];
            variance += a * a * (p * (1 - p)) * terms.Counts[i];
        }

        for (var i = 0; i < terms.NewCount; i++) variance += (double)terms.NewAmounts[i] * terms.NewAmounts[i] * terms.NewRates[i];
        StandardDeviation = Math.Sqrt(variance) * step;
        IsSpreadCapped = spreadAsked > 0 && merged.Mean > 0;
    }

    public SharedFactor? Factor { get; }

    public double StandardDeviation { get; }

    public double Spread { get; }

    public bool IsSpreadCapped { get; }

    public static DistributionMoments Of(MergedTerms merged, double spreadAsked) => new(merged, spreadAsked);
}
