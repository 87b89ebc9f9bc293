using System;

namespace Sqo.Qualification;

/// <summary>
/// Draws of a sum under given values of the shared factor: under one value all terms are independent, of each other and of those of other
/// distributions that share the factor.
/// </summary>
internal sealed class ConditionalDraws
{
    private const int Digits = 53;

    private readonly MergedTerms _merged;
    private readonly SharedFactor? _factor;
    private readonly ulong[] _thresholds;
    private readonly NewBusinessDraws _newBusiness;

    public ConditionalDraws(RevenueDistribution distribution)
    {
        _merged = distribution.Merged;
        _factor = distribution.Factor;
        _thresholds = new ulong[_merged.Terms.GroupCount];
        _newBusiness = new(_merged.Terms);
    }

    /// <summary>Counts the draws whose sum is at least an amount.</summary>
    public int CountAtLeast(decimal amount, double z, int draws, SeededGenerator random)
    {
        if (amount <= _merged.Minimum) return draws;
        if (_merged.Maximum is { } most && amount > most) return 0;
        var needed = _merged.Lattice.StepsAtLeast(amount);
        var terms = _merged.Terms;
        for (var i = 0; i < _thresholds.Length; i++)
        {
            _thresholds[i] = ThresholdOf(_factor?.Probability(_factor.Probits[i], z) ?? terms.Probabilities[i]);
        }

        var rate = _newBusiness.Rate * (_factor?.Growth(z) ?? 1);
        var count = 0;
        for (var draw = 0; draw < draws; draw++)
        {
            if (Draw(terms, rate, random) >= needed) count++;
        }

        return count;
    }

    private long Draw(LatticeTerms terms, double rate, SeededGenerator random)
    {
        var sum = 0L;
        var (thresholds, amounts, counts) = (_thresholds, terms.Amounts, terms.Counts);
        for (var i = 0; i < thresholds.Length; i++)
        {
            for (var left = counts[i]; left > 0; left--)
            {
                // Below the threshold, the difference is negative; without a branch, which would be mispredicted often.
                sum += amounts[i] & ((long)((random.Next() >> (64 - Digits)) - thresholds[i]) >> 63);
            }
        }

        for (var wins = random.NextPoisson(rate); wins > 0; wins--) sum += _newBusiness.AmountOf(random);
        return sum;
    }

    private static ulong ThresholdOf(double probability) => (ulong)Math.Ceiling(probability * (1UL << Digits));
}
