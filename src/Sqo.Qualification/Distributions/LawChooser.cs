using System;

namespace Sqo.Qualification;

/// <summary>Chooses how to work a distribution out: exactly where that is cheap, by Fourier inversion where it holds, by a rounded lattice else.</summary>
internal static class LawChooser
{
    private const int MostSparse = 1 << 14;
    private const double MostHalf = 1 << 18;
    private const double MostExactWork = 4_000_000;
    private const double MostRoundedWork = 60_000_000;
    private const int MostCells = 1 << 20;
    private const double FinestRounding = 16_384;
    private const double CoarsestRounding = 2_000;

    private const double FactorError = 4e-9;

    // Panjer's recursion starts from exp(-rate).
    private const double MostRate = 600;

    public static LatticeLaw Choose(LatticeTerms terms, SharedFactor? factor)
    {
        if (terms.GroupCount + terms.NewCount == 0) return new AtomLaw([0], [1], DistributionMethod.Enumeration);
        var nodes = factor is null ? 1 : NodesOf(terms, factor).Count;
        var hasNew = terms.NewCount > 0;
        var deals = 0.0;
        foreach (var count in terms.Counts) deals += count;
        var states = SparseProgram.States(terms.Counts, null);
        // The last deals of different amounts double the sums; equal ones add few.
        if (!hasNew && states <= MostSparse && states * (2 + (deals - terms.GroupCount)) * nodes <= MostExactWork) return Enumerate(terms, factor);

        var (cells, rate) = Extent(terms, factor, 1);
        if (cells <= MostCells && rate <= MostRate && cells * (deals + (2 * terms.NewCount)) * nodes <= MostExactWork)
        {
            return Dense(terms, factor, 1, (int)cells);
        }

        if (factor is null && !hasNew && deals <= 36) return Split(terms);
        // Nothing that a cumulative probability could show; its variance may be too small for a double.
        if (ExpectedWins(terms) < AtomLaw.Rounding) return new AtomLaw([0], [1], DistributionMethod.Enumeration);
        return FourierInversion.Try(terms, factor, false) ?? Rounded(terms, factor, deals, nodes) ?? (LatticeLaw?)FourierInversion.Try(terms, factor, true)
            ?? throw new InvalidOperationException("The distribution has no variance, and yet uncertain terms.");
    }

    /// <summary>How many wins there are to be on average; the shared factor leaves it as it is.</summary>
    private static double ExpectedWins(LatticeTerms terms)
    {
        double wins = 0;
        for (var i = 0; i < terms.GroupCount; i++) wins += terms.Probabilities[i] * terms.Counts[i];
        for (var i = 0; i < terms.NewCount; i++) wins += terms.NewRates[i];
        return wins;
    }

    /// <summary>Values of the factor between which neither a product of probabilities nor the sum under it jumps.</summary>
    private static FactorNodes NodesOf(LatticeTerms terms, SharedFactor factor)
    {
        var step = 0.25;
        var last = factor.Mean(-4);
        for (var z = -3.5; z <= 4; z += 0.5)
        {
            var mean = factor.Mean(z);
            var slope = Math.Abs(mean - last) / 0.5;
            var deviation = Math.Sqrt(factor.Variance(z - 0.25));
            if (slope > 0) step = Math.Min(step, 0.8 * deviation / slope);
            last = mean;
        }

        var deals = 0.0;
        foreach (var count in terms.Counts) deals += count;
        var width = Math.Sqrt((1 - factor.Correlation) / Math.Max(1e-9, factor.Correlation));
        return new(Math.Max(0.01, Math.Min(step, 0.8 * width)));
    }

    private static AtomLaw Enumerate(LatticeTerms terms, SharedFactor? factor)
    {
        if (factor is null)
        {
            var outcomes = SparseProgram.Run(terms.Amounts, terms.Probabilities, terms.Counts, null);
            return new(outcomes.Values, outcomes.Weights, DistributionMethod.Enumeration);
        }

        var nodes = NodesOf(terms, factor);
        var probabilities = new double[terms.GroupCount];
        long[] values = [];
        double[] weights = [];
        for (var node = 0; node < nodes.Count; node++)
        {
            factor.Condition(nodes.At(node), probabilities, []);
            var outcomes = SparseProgram.Run(terms.Amounts, probabilities, terms.Counts, null);
            if (node == 0) (values, weights) = (outcomes.Values, new double[outcomes.Values.Length]);
            for (var i = 0; i < weights.Length; i++) weights[i] += nodes.Weight(node) * outcomes.Weights[i];
        }

        return new(values, weights, DistributionMethod.Enumeration, FactorError);
    }

    private static SplitLaw Split(LatticeTerms terms)
    {
        // Terms in turns to the half with fewer sums.
        var (first, second) = (new System.Collections.Generic.List<int>(), new System.Collections.Generic.List<int>());
        double firstStates = 1, secondStates = 1;
        for (var i = 0; i < terms.GroupCount; i++)
        {
            if (firstStates <= secondStates)
            {
                first.Add(i);
                firstStates *= terms.Counts[i] + 1.0;
            }
            else
            {
                second.Add(i);
                secondStates *= terms.Counts[i] + 1.0;
            }
        }

        return new(
            SparseProgram.Run(terms.Amounts, terms.Probabilities, terms.Counts, [.. first]),
            SparseProgram.Run(terms.Amounts, terms.Probabilities, terms.Counts, [.. second]));
    }

    /// <summary>How many values there are that the sum can take, as far as they count; and the greatest rate of new business.</summary>
    private static (double Cells, double Rate) Extent(LatticeTerms terms, SharedFactor? factor, double unit)
    {
        double most = 0, rate = 0, mean = 0, variance = 0, greatest = 0;
        for (var i = 0; i < terms.GroupCount; i++) most += (double)terms.Amounts[i] * terms.Counts[i];
        var growth = factor?.Growth(SharedFactor.Reach) ?? 1;
        for (var i = 0; i < terms.NewCount; i++)
        {
            double a = terms.NewAmounts[i];
            var r = terms.NewRates[i] * growth;
            rate += r;
            mean += r * a;
            variance += r * a * a;
            greatest = Math.Max(greatest, a);
        }

        // By Bernstein's inequality no more than exp(-30) lies beyond.
        var third = 10 * greatest;
        if (terms.NewCount > 0) most += mean + third + Math.Sqrt((third * third) + (60 * variance));
        return (Math.Ceiling(most / unit) + 1, rate);
    }

    private static AtomLaw Dense(LatticeTerms terms, SharedFactor? factor, long unit, int cells)
    {
        var amounts = Array.ConvertAll(terms.Amounts, a => (a + (unit / 2)) / unit);
        var newAmounts = Array.ConvertAll(terms.NewAmounts, a => Math.Max(1, (a + (unit / 2)) / unit));
        double[] weights;
        if (factor is null)
        {
            weights = DenseProgram.Run(amounts, terms.Probabilities, terms.Counts, newAmounts, terms.NewRates, cells);
        }
        else
        {
            var nodes = NodesOf(terms, factor);
            weights = new double[cells];
            var probabilities = new double[terms.GroupCount];
            var rates = new double[terms.NewCount];
            for (var node = 0; node < nodes.Count; node++)
            {
                factor.Condition(nodes.At(node), probabilities, rates);
                var part = DenseProgram.Run(amounts, probabilities, terms.Counts, newAmounts, rates, cells);
                for (var i = 0; i < cells; i++) weights[i] += nodes.Weight(node) * part[i];
            }
        }

        // Values that can't come are left out.
        var used = 0;
        foreach (var weight in weights) used += weight > 0 ? 1 : 0;
        var (values, kept) = (new long[used], new double[used]);
        used = 0;
        for (var i = 0; i < cells; i++)
        {
            if (!(weights[i] > 0)) continue;
            values[used] = i * unit;
            kept[used++] = weights[i];
        }

        var error = factor is null ? AtomLaw.Rounding : FactorError;
        if (unit == 1) return new(values, kept, DistributionMethod.DynamicProgramming, error);
        return new(values, kept, DistributionMethod.RoundedLattice, error + ErrorOfRounding(terms, kept, values, unit));
    }

    private static AtomLaw? Rounded(LatticeTerms terms, SharedFactor? factor, double deals, int nodes)
    {
        var variance = factor is null ? 0 : (factor.Deviation * factor.Deviation) + factor.ConditionalVariance;
        if (factor is null)
        {
            for (var i = 0; i < terms.GroupCount; i++)
            {
                double a = terms.Amounts[i];
                variance += a * a * (terms.Probabilities[i] * (1 - terms.Probabilities[i])) * terms.Counts[i];
            }

            for (var i = 0; i < terms.NewCount; i++) variance += (double)terms.NewAmounts[i] * terms.NewAmounts[i] * terms.NewRates[i];
        }

        var deviation = Math.Sqrt(variance);
        var unit = Math.Max(1, deviation / FinestRounding);
        var steps = (deals + (2 * terms.NewCount)) * nodes;
        var (most, rate) = Extent(terms, factor, 1);
        if (rate > MostRate) return null;
        unit = Math.Ceiling(Math.Max(unit, Math.Max(most * steps / MostRoundedWork, most / MostCells)));
        if (unit > deviation / CoarsestRounding && unit > 1) return null;
        return Dense(terms, factor, (long)unit, (int)(Math.Ceiling(most / unit) + deals + 2));
    }

    /// <summary>
    /// No sum moves by more than all roundings together; so a cumulative probability is off by no more than what lies within so far.
    /// </summary>
    private static double ErrorOfRounding(LatticeTerms terms, double[] weights, long[] values, long unit)
    {
        var moved = 0.0;
        for (var i = 0; i < terms.GroupCount; i++) moved += (double)Moved(terms.Amounts[i]) * terms.Counts[i];
        double rate = 0, most = 0;
        for (var i = 0; i < terms.NewCount; i++)
        {
            rate += terms.NewRates[i];
            most = Math.Max(most, Moved(terms.NewAmounts[i]));
        }

        if (terms.NewCount > 0) moved += most * (rate + (6 * Math.Sqrt(rate)) + 10);
        double inside = 0, worst = 0;
        for (int from = 0, to = 0; to < values.Length; to++)
        {
            inside += weights[to];
            for (; values[to] - values[from] > moved; from++) inside -= weights[from];
            worst = Math.Max(worst, inside);
        }

        return Math.Min(1, worst);

        long Moved(long amount) => Math.Abs(amount - (Math.Max(amount >= unit ? 0 : 1, (amount + (unit / 2)) / unit) * unit));
    }
}
