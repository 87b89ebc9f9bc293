using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>
/// Divides the nodes of a strong shared factor into bands under which the number of wins varies about as much: under one band sums are of
/// one scale, and a deal is either unlikely, or likely, or of medium probability.
/// </summary>
internal static class NodeBands
{
    // The greatest ratio of two variances within a band; less once the band has a probability, which makes a wide one expensive, or if
    // there may be gaps between sums, which are wider if there are fewer wins. The greatest difference of two means, in deviations of at
    // least one step; the least probability of a band, and its least number of nodes.
    private const double Ratio = 6;
    private const double LowRatio = 3;
    private const double ProbableMass = 0.15;
    private const double Widest = 30;
    private const double LeastMass = 0.03;
    private const int Fewest = 5;

    // The share of the uppermost nodes that don't start a band.
    private const double Uppermost = 1e-3;

    /// <summary>The terms under each band, the uppermost first.</summary>
    public static List<ConditionalTerms> Of(ConditionalTerms terms)
    {
        if (terms.Factor is not { } factor) return [terms];
        var (all, nodes) = (terms.Terms, terms.Nodes);
        var variances = Variances(terms, factor);
        var (means, deviations) = (new double[nodes.Count], new double[nodes.Count]);
        for (var node = 0; node < nodes.Count; node++)
        {
            deviations[node] = Math.Sqrt(factor.Variance(nodes.At(node), out means[node]));
        }

        var mayHaveGaps = SumGaps.MayExist(all);
        var bands = new List<ConditionalTerms>();
        var end = nodes.Count;
        double mass = 0, above = 0, least = double.PositiveInfinity, most = 0;
        for (var first = nodes.Count - 1; first >= 0; first--)
        {
            mass += nodes.Weight(first);
            above += nodes.Weight(first);
            if (above > Uppermost) (least, most) = (Math.Min(least, variances[first]), Math.Max(most, variances[first]));
            if (first > 0)
            {
                var next = variances[first - 1];
                var ratio = mayHaveGaps || mass >= ProbableMass ? LowRatio : Ratio;
                var isAlike = Math.Max(most, next) < ratio * Math.Min(least, next)
                    && means[end - 1] - means[first - 1] <= Widest * Math.Max(1, Math.Max(deviations[end - 1], deviations[first - 1]));
                if (isAlike || mass < LeastMass || 1 - above < LeastMass || end - first < Fewest) continue;
            }

            bands.Add(end - first == nodes.Count ? terms : new(all, factor, nodes.Band(first, end)));
            (end, mass, least, most) = (first, 0, double.PositiveInfinity, 0);
        }

        return bands;
    }

    /// <summary>One more than the variance of the number of wins, by node.</summary>
    private static double[] Variances(ConditionalTerms terms, SharedFactor factor)
    {
        var (all, nodes) = (terms.Terms, terms.Nodes);
        var table = ProbitTable.Counts(factor, all.Counts, null);
        var rate = all.NewRate;
        var variances = new double[nodes.Count];
        var probabilities = new double[table.Probits.Length];
        for (var node = 0; node < variances.Length; node++)
        {
            variances[node] = 1 + (rate * terms.Growth[node]);
            factor.Condition(table.Probits, nodes.At(node), probabilities);
            for (var row = 0; row < probabilities.Length; row++)
            {
                var p = probabilities[row];
                variances[node] += table.Powers[row] * p * (1 - p);
            }
        }

        return variances;
    }
}
