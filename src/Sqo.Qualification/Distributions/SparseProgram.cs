using System;

namespace Sqo.Qualification;

/// <summary>Every possible sum of deals with its probability, ascending, with equal sums merged: one deal after the other.</summary>
internal sealed class SparseProgram
{
    private SparseProgram(long[] values, double[] weights)
    {
        Values = values;
        Weights = weights;
    }

    public long[] Values { get; }

    public double[] Weights { get; }

    /// <param name="amounts">The deals' amounts.</param>
    /// <param name="probabilities">Their probabilities.</param>
    /// <param name="counts">The number of each.</param>
    /// <param name="places">The indexes of those to include; null for all.</param>
    public static SparseProgram Run(long[] amounts, double[] probabilities, int[] counts, int[]? places)
    {
        long[] values = [0];
        double[] weights = [1];
        var n = 1;
        for (var i = 0; i < (places?.Length ?? amounts.Length); i++)
        {
            var place = places?[i] ?? i;
            var a = amounts[place];
            var p = probabilities[place];
            var q = 1 - p;
            for (var deal = 0; deal < counts[place]; deal++)
            {
                // The list unchanged if the deal is lost, and shifted up if it is won, merged.
                var (mergedValues, mergedWeights) = (new long[2 * n], new double[2 * n]);
                var used = 0;
                for (int lost = 0, won = 0; won < n; used++)
                {
                    var next = values[won] + a;
                    if (lost < n && values[lost] <= next)
                    {
                        mergedValues[used] = values[lost];
                        mergedWeights[used] = q * weights[lost];
                        if (values[lost] == next) mergedWeights[used] += p * weights[won++];
                        lost++;
                    }
                    else
                    {
                        mergedValues[used] = next;
                        mergedWeights[used] = p * weights[won++];
                    }
                }

                (values, weights) = (mergedValues, mergedWeights);
                n = used;
            }
        }

        Array.Resize(ref values, n);
        Array.Resize(ref weights, n);
        return new(values, weights);
    }

    /// <summary>The maximum number of sums.</summary>
    public static double States(int[] counts, int[]? places)
    {
        var states = 1.0;
        for (var i = 0; i < (places?.Length ?? counts.Length) && states < 1e300; i++) states *= counts[places?[i] ?? i] + 1.0;
        return states;
    }
}
