using System;

namespace Sqo.Qualification;

/// <summary>The calculated numbers of a distribution, in money.</summary>
internal sealed class SolvedDistribution
{
    private readonly MergedTerms _merged;

    private SolvedDistribution(MergedTerms merged, DistributionMoments moments, double error)
    {
        _merged = merged;
        Law = LawChooser.Choose(merged.Terms, moments.Factor, error);
    }

    public LatticeLaw Law { get; }

    public static SolvedDistribution Of(MergedTerms merged, DistributionMoments moments, double error) => new(merged, moments, error);

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
