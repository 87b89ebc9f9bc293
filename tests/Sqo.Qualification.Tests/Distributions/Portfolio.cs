using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;

namespace Sqo.Qualification.Tests.Distributions;

/// <summary>Deals for tests, and the exact distribution of their sum, worked out as plainly as can be.</summary>
internal sealed class Portfolio(decimal unit, long[] amounts, double[] probabilities)
{
    public decimal Unit => unit;

    public long[] Amounts => amounts;

    public double[] Probabilities => probabilities;

    public static Portfolio Random(SeededRandom random, int count, int greatest, decimal unit, double least = 0.02, double most = 0.9)
    {
        var amounts = new long[count];
        var probabilities = new double[count];
        for (var i = 0; i < count; i++)
        {
            amounts[i] = random.Between(1, greatest);
            probabilities[i] = least + ((most - least) * random.Share());
        }

        return new Portfolio(unit, amounts, probabilities);
    }

    public Portfolio Without(int place) =>
        new(unit, [.. amounts.Where((_, i) => i != place)], [.. probabilities.Where((_, i) => i != place)]);

    public RevenueDistribution Distribution(double spread = 0) => RevenueDistribution.Create(b =>
    {
        for (var i = 0; i < amounts.Length; i++) b.Deal("deal " + i, amounts[i] * unit, probabilities[i]);
        b.Spread(spread);
    });

    /// <summary>The probability of each number of units.</summary>
    public double[] Program()
    {
        var weights = new double[amounts.Sum() + 1];
        weights[0] = 1;
        long used = 0;
        for (var i = 0; i < amounts.Length; i++)
        {
            used += amounts[i];
            for (var x = used; x >= 0; x--)
            {
                weights[x] = (weights[x] * (1 - probabilities[i])) + (x >= amounts[i] ? weights[x - amounts[i]] * probabilities[i] : 0);
            }
        }

        return weights;
    }

    /// <summary>All 2^n outcomes, one by one.</summary>
    public SortedDictionary<long, double> BruteForce()
    {
        var outcomes = new SortedDictionary<long, double>();
        for (var mask = 0; mask < 1 << amounts.Length; mask++)
        {
            long sum = 0;
            var weight = 1.0;
            for (var i = 0; i < amounts.Length; i++)
            {
                var isWon = (mask >> i & 1) != 0;
                sum += isWon ? amounts[i] : 0;
                weight *= isWon ? probabilities[i] : 1 - probabilities[i];
            }

            outcomes[sum] = outcomes.TryGetValue(sum, out var other) ? other + weight : weight;
        }

        return outcomes;
    }

    public static double[] Cumulative(double[] weights)
    {
        var sums = (double[])weights.Clone();
        for (var i = 1; i < sums.Length; i++) sums[i] += sums[i - 1];
        return sums;
    }

    public static long Quantile(double[] cumulative, double p)
    {
        var index = Array.FindIndex(cumulative, sum => sum >= p - 1e-11);
        return index < 0 ? cumulative.Length - 1 : index;
    }
}
