using System;

namespace Sqo.Qualification.Benchmarks.Workload;

/// <summary>Independent deals from a seed: amounts on a lattice of 250 for the exact program, else in cents.</summary>
public sealed class Portfolio
{
    public Portfolio(int count, bool isInCents, bool hasWhale = false)
    {
        var random = new Random(17);
        Ids = new string[count];
        Amounts = new decimal[count];
        Probabilities = new double[count];
        for (var i = 0; i < count; i++)
        {
            Ids[i] = "deal-" + i;
            Amounts[i] = isInCents ? random.Next(100_00, 60_000_00) * 0.01m : random.Next(1, 240) * 250m;
            Probabilities[i] = 0.02 + (0.78 * random.NextDouble());
        }

        if (hasWhale) Amounts[count / 2] = 250m * 1_000_000;
    }

    public string[] Ids { get; }

    public decimal[] Amounts { get; }

    public double[] Probabilities { get; }

    public RevenueDistribution Distribution() => RevenueDistribution.Create(b =>
    {
        for (var i = 0; i < Ids.Length; i++) b.Deal(Ids[i], Amounts[i], Probabilities[i]);
    });

    /// <summary>10,000 draws by a plain loop, sorted.</summary>
    public double[] MonteCarlo(int draws)
    {
        var random = new Random(23);
        var amounts = Array.ConvertAll(Amounts, a => (double)a);
        var sums = new double[draws];
        for (var draw = 0; draw < draws; draw++)
        {
            var sum = 0.0;
            for (var i = 0; i < amounts.Length; i++)
            {
                if (random.NextDouble() < Probabilities[i]) sum += amounts[i];
            }

            sums[draw] = sum;
        }

        Array.Sort(sums);
        return sums;
    }

    /// <summary>Exact dynamic programming over multiples of 250: the cumulative probabilities.</summary>
    public double[] Program()
    {
        var total = 0L;
        foreach (var amount in Amounts) total += (long)(amount / 250);
        var weights = new double[total + 1];
        weights[0] = 1;
        var used = 0;
        for (var i = 0; i < Amounts.Length; i++)
        {
            var a = (int)(Amounts[i] / 250);
            var (p, q) = (Probabilities[i], 1 - Probabilities[i]);
            for (var x = used + a; x >= a; x--) weights[x] = (weights[x] * q) + (weights[x - a] * p);
            for (var x = a - 1; x >= 0; x--) weights[x] *= q;
            used += a;
        }

        for (var x = 1; x < weights.Length; x++) weights[x] += weights[x - 1];
        return weights;
    }
}
