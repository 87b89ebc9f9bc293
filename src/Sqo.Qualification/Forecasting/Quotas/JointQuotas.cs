using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The chance that at least k owners reach their quotas. Under one value z of the shared factor the owners are independent, so the number
/// of those that reach them has a Poisson-binomial distribution. It is multilinear in the owners' chances under z, so with unbiased
/// estimates of these from separate draws its estimate is unbiased too. z is drawn in strata of equal probability, once in each replicate;
/// the standard error is that of the mean of the replicates.
/// </summary>
internal static class JointQuotas
{
    private const int Replicates = 16;
    private const int Strata = QuotaOptions.LeastDraws / Replicates;

    // Keeps a share away from 0, whose quantile is infinite.
    private const double HalfStep = 1.0 / (1UL << 54);

    /// <summary>The chances that at least 0, 1, 2 and so on of all owners reach their quotas.</summary>
    public static ChanceEstimate[] Of(IReadOnlyList<OwnerQuotaForecast> owners, int draws, long seed, out bool isSimulated)
    {
        isSimulated = owners.Any(owner => owner.Remaining.Factor is not null && owner.Chance is > 0 and < 1);
        if (!isSimulated) return [.. AtLeast([.. owners.Select(owner => owner.Chance)]).Select(chance => new ChanceEstimate(chance, 0))];

        var random = new SeededGenerator(unchecked((ulong)seed));
        var conditional = owners.Select(owner => new ConditionalDraws(owner.Remaining)).ToArray();
        var each = (draws + QuotaOptions.LeastDraws - 1) / QuotaOptions.LeastDraws;
        var rows = new double[Replicates][];
        var chances = new double[owners.Count];
        for (var row = 0; row < Replicates; row++)
        {
            rows[row] = new double[owners.Count + 1];
            for (var stratum = 0; stratum < Strata; stratum++)
            {
                var z = NormalQuantile.Of((stratum + random.NextShare() + HalfStep) / Strata);
                for (var i = 0; i < chances.Length; i++)
                {
                    var quota = owners[i].Quota;
                    chances[i] = (double)conditional[i].CountAtLeast(quota.Amount - quota.Won, z, each, random) / each;
                }

                var atLeast = AtLeast(chances);
                for (var k = 0; k < atLeast.Length; k++) rows[row][k] += atLeast[k] / Strata;
            }
        }

        return [.. Enumerable.Range(0, owners.Count + 1).Select(k => MeanOf(rows, k))];
    }

    /// <summary>The chances of at least 0, 1, 2 and so on of independent events.</summary>
    private static double[] AtLeast(double[] chances)
    {
        var numbers = new double[chances.Length + 1];
        numbers[0] = 1;
        for (var i = 0; i < chances.Length; i++)
        {
            for (var k = i + 1; k > 0; k--) numbers[k] = (numbers[k] * (1 - chances[i])) + (numbers[k - 1] * chances[i]);
            numbers[0] *= 1 - chances[i];
        }

        for (var k = numbers.Length - 2; k >= 0; k--) numbers[k] += numbers[k + 1];
        numbers[0] = 1;
        return numbers;
    }

    private static ChanceEstimate MeanOf(double[][] rows, int k)
    {
        double mean = 0, squares = 0;
        foreach (var row in rows) mean += row[k] / Replicates;
        foreach (var row in rows) squares += (row[k] - mean) * (row[k] - mean);
        return new(Math.Min(1, mean), Math.Sqrt(squares / (Replicates * (Replicates - 1))));
    }
}
