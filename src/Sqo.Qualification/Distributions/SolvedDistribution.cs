using System;

namespace Sqo.Qualification;

/// <summary>The numbers of a distribution, in money.</summary>
internal sealed class SolvedDistribution
{
    // A factor that spreads wider knows next to nothing, and its greatest values leave the inversion too coarse for all others.
    private const double GreatestSpread = 1;

    private readonly MergedTerms _merged;

    private SolvedDistribution(MergedTerms merged, double spreadAsked)
    {
        _merged = merged;
        var variance = 0.0;
        var terms = merged.Terms;
        for (var i = 0; i < terms.GroupCount; i++)
        {
            double a = terms.Amounts[i];
            var p = terms.Probabilities[i];
            variance += a * a * (p * (1 - p)) * terms.Counts[i];
        }

        for (var i = 0; i < terms.NewCount; i++) variance += (double)terms.NewAmounts[i] * terms.NewAmounts[i] * terms.NewRates[i];
        StandardDeviation = Math.Sqrt(variance) * merged.Lattice.Step;
        if (spreadAsked > 0 && merged.Mean > 0 && terms.GroupCount + terms.NewCount > 0)
        {
            var factor = SharedFactor.Solve(terms, Math.Min(spreadAsked, GreatestSpread) * merged.Mean / merged.Lattice.Step);
            Spread = factor.Deviation * merged.Lattice.Step / merged.Mean;
            IsSpreadCapped = factor.IsCapped || spreadAsked > GreatestSpread;
            StandardDeviation = Math.Sqrt((factor.Deviation * factor.Deviation) + factor.ConditionalVariance) * merged.Lattice.Step;
            Law = LawChooser.Choose(terms, factor);
        }
        else
        {
            IsSpreadCapped = spreadAsked > 0 && merged.Mean > 0;
            Law = LawChooser.Choose(terms, null);
        }
    }

    public LatticeLaw Law { get; }

    public double StandardDeviation { get; }

    public double Spread { get; }

    public bool IsSpreadCapped { get; }

    public static SolvedDistribution Of(MergedTerms merged, double spreadAsked) => new(merged, spreadAsked);

    public double Quantile(double p) => Money(Law.Quantile(p));

    public double CumulativeProbability(decimal amount)
    {
        if (_merged.Maximum is { } most && amount >= most) return 1;
        var steps = _merged.Lattice.StepsAtMost(amount);
        return steps < 0 ? 0 : Law.Cumulative(steps);
    }

    public double ProbabilityAtLeast(decimal amount)
    {
        if (amount <= _merged.Minimum) return 1;
        if (_merged.Maximum is { } most && amount > most) return 0;
        return 1 - Law.Cumulative(_merged.Lattice.StepsAtLeast(amount) - 1);
    }

    public double ExpectedShortfall(double p)
    {
        var quantile = Law.Quantile(p);
        var below = Law.Below(quantile) / p * _merged.Lattice.Step;
        return Math.Max((double)_merged.Minimum, Money(quantile) - below);
    }

    private double Money(long steps)
    {
        var money = _merged.Lattice.Money(steps);
        if (_merged.Lattice.IsExact) return money;
        money = Math.Max(money, (double)_merged.Minimum);
        return _merged.Maximum is { } most ? Math.Min(money, (double)most) : money;
    }
}
