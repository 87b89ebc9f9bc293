using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>Predicted against observed, by bin, and the decomposition of the Brier score (Murphy 1973). Immutable.</summary>
/// <remarks>
/// Deals are ranked by probability; deals with the same probability stay together, in the bin of the middle of their ranks: bin
/// floor(bins x middle / count). The order of the outcomes can't matter, bins differ by at most one deal if all probabilities differ,
/// and a bin that would be empty is left out. If all probabilities of each bin are equal, Brier = <see cref="Reliability"/> -
/// <see cref="Resolution"/> + <see cref="Uncertainty"/>; otherwise, a remainder is left from the spread within the bins.
/// </remarks>
public sealed class ReliabilityTable
{
    internal ReliabilityTable(OutcomeGroup[] groups, int bins, ObservedRate baseRate)
    {
        var list = new List<ReliabilityBin>();
        var total = baseRate.Trials;
        // More bins than deals separate nothing further; this limit also keeps the product below from overflowing.
        var parts = Math.Min(bins, total);
        long before = 0;
        for (var i = 0; i < groups.Length;)
        {
            var bin = BinOf(groups[i]);
            var first = i;
            long count = 0, won = 0;
            double sum = 0;
            for (; i < groups.Length && BinOf(groups[i]) == bin; i++)
            {
                count += groups[i].Count;
                won += groups[i].Won;
                sum += groups[i].Count * groups[i].Score;
                before += groups[i].Count;
            }

            list.Add(new(groups[first].Score, groups[i - 1].Score, sum / count, new(won, count)));
        }

        Bins = list.AsReadOnly();
        if (baseRate.Value is not { } overall) return;
        double reliability = 0, resolution = 0, error = 0;
        foreach (var bin in list)
        {
            var observed = bin.Observed.Value!.Value;
            var gap = bin.MeanPredicted - observed;
            reliability += bin.Count * gap * gap;
            resolution += bin.Count * (observed - overall) * (observed - overall);
            error += bin.Count * Math.Abs(gap);
        }

        Reliability = reliability / total;
        Resolution = resolution / total;
        Uncertainty = overall * (1 - overall);
        CalibrationError = error / total;

        long BinOf(OutcomeGroup group) => ((2 * before) + group.Count) * parts / (2 * total);
    }

    /// <summary>The bins, from the lowest probabilities to the highest; none is empty.</summary>
    public IReadOnlyList<ReliabilityBin> Bins { get; }

    /// <summary>
    /// The mean of (mean predicted - observed)^2 over the bins, by their counts: 0 is the best. <see langword="null"/> without a deal.
    /// </summary>
    public double? Reliability { get; }

    /// <summary>
    /// The mean of (observed - base rate)^2 over the bins, by their counts: higher is better. <see langword="null"/> without a deal.
    /// </summary>
    public double? Resolution { get; }

    /// <summary>Base rate x (1 - base rate): the Brier score of the base rate. <see langword="null"/> without a deal.</summary>
    public double? Uncertainty { get; }

    /// <summary>The mean of |mean predicted - observed| over the bins, by their counts. <see langword="null"/> without a deal.</summary>
    public double? CalibrationError { get; }
}
