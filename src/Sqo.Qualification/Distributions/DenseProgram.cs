using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Dynamic programming: the probability of every number of steps from 0 on, one term after the other.</summary>
internal static class DenseProgram
{
    /// <param name="amounts">The deals' amounts, in any order.</param>
    /// <param name="probabilities">Their probabilities.</param>
    /// <param name="counts">The number of deals of each.</param>
    /// <param name="newAmounts">The amounts of new business.</param>
    /// <param name="newRates">Their expected numbers, in total below 600.</param>
    /// <param name="cells">The number of values to keep; those above are left out.</param>
    public static double[] Run(long[] amounts, double[] probabilities, int[] counts, long[] newAmounts, double[] newRates, int cells)
    {
        var weights = new double[cells];
        var used = NewBusiness(weights, newAmounts, newRates);
        for (var i = 0; i < amounts.Length; i++)
        {
            var p = probabilities[i];
            var q = 1 - p;
            var a = (int)Math.Min(amounts[i], cells);
            for (var deal = 0; deal < counts[i]; deal++)
            {
                var end = (int)Math.Min(cells, (long)used + a);
                for (var x = end - 1; x >= a; x--) weights[x] = (q * weights[x]) + (p * weights[x - a]);
                for (var x = Math.Min(a, end) - 1; x >= 0; x--) weights[x] *= q;
                used = end;
            }
        }

        return weights;
    }

    /// <summary>Panjer's recursion (1981) for a compound Poisson sum; returns how many values can have a probability above 0.</summary>
    private static int NewBusiness(double[] weights, long[] amounts, double[] rates)
    {
        var total = 0.0;
        foreach (var rate in rates) total += rate;
        weights[0] = Exponential.Exp(-total);
        if (amounts.Length == 0) return 1;
        for (var x = 1; x < weights.Length; x++)
        {
            var sum = 0.0;
            for (var i = 0; i < amounts.Length; i++)
            {
                if (amounts[i] <= x) sum += rates[i] * amounts[i] * weights[x - amounts[i]];
            }

            weights[x] = sum / x;
        }

        return weights.Length;
    }
}
