using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The law of many smaller terms under each node of the shared factor: from their Fourier coefficients if that is cheap, otherwise the
/// normal law within the bound of Berry and Esseen, 0.56 times the sum of third moments over the cube of the standard deviation
/// (Shevtsova 2010). The error of either under a node counts only at values that the sum can take under that node.
/// </summary>
internal sealed class RestLaw
{
    private const double BerryEsseen = 0.56;
    private const int Frequencies = 4096;
    private const int FrequenciesOfAllNodes = 1 << 18;

    /// <summary>With more nodes than this, a transform per node is too expensive.</summary>
    public const int MostFourierNodes = 128;

    private readonly double[] _means;
    private readonly double[] _deviations;
    private readonly GridLaw[]? _laws;
    private AliasTable? _cells;
    private double[] _shares = [];

    private RestLaw(double[] means, double[] deviations, GridLaw[]? laws, double error)
    {
        _means = means;
        _deviations = deviations;
        _laws = laws;
        ErrorBound = error;
    }

    public double ErrorBound { get; }

    /// <param name="terms">The terms under each node.</param>
    /// <param name="classes">The terms by their amounts.</param>
    /// <param name="ends">The index of the first class of the rest, by node; the same for all if there are few nodes.</param>
    /// <param name="mostWork">The maximum number of factors to multiply.</param>
    public static RestLaw Of(ConditionalTerms terms, List<AmountClass> classes, int[] ends, long mostWork)
    {
        var nodes = terms.Nodes.Count;
        var counts = terms.Terms.Counts;
        var (means, deviations) = (new double[nodes], new double[nodes]);
        var errors = new double[nodes];
        for (var node = 0; node < nodes; node++)
        {
            if (ends[node] == classes.Count) continue;
            var column = terms.Column(node);
            double mean = 0, variance = 0, third = 0;
            for (var i = ends[node]; i < classes.Count; i++)
            {
                double a = classes[i].Amount, sum = 0, spread = 0, cubes = 0;
                foreach (var deal in classes[i].Deals)
                {
                    var p = column[deal];
                    var v = p * (1 - p) * counts[deal];
                    sum += p * counts[deal];
                    spread += v;
                    cubes += v * (1 - (2 * p * (1 - p)));
                }

                var rate = classes[i].NewRate * terms.Growth[node];
                mean += a * (sum + rate);
                variance += a * a * (spread + rate);
                third += a * a * a * (cubes + rate);
            }

            means[node] = mean;
            deviations[node] = Math.Sqrt(variance);
            // An almost certain sum is at its mean, by Chebyshev's inequality for whole steps.
            errors[node] = variance > 0 ? Math.Min(Math.Min(1, 4 * variance), BerryEsseen * third / (variance * deviations[node])) : 0;
        }

        var window = SumWindow.Of(terms, Indexes.Of(terms.Terms.GroupCount), Indexes.Of(terms.Terms.NewCount));
        var normal = Worst(terms, window, errors);
        if (nodes <= MostFourierNodes && normal > 1e-4)
        {
            var (deals, fresh) = (new List<int>(), new List<int>());
            for (var i = ends[0]; i < classes.Count; i++)
            {
                deals.AddRange(classes[i].Deals);
                if (classes[i].NewBusiness >= 0) fresh.Add(classes[i].NewBusiness);
            }

            var frequencies = Frequencies;
            while (frequencies * nodes > FrequenciesOfAllNodes) frequencies /= 2;
            if (FourierLaw.UnderEachNode(terms, [.. deals], [.. fresh], frequencies, mostWork) is { } laws)
            {
                for (var node = 0; node < nodes; node++) errors[node] = laws[node].ErrorBound;
                var error = Worst(terms, window, errors);
                if (error < normal) return new(means, deviations, laws, error);
            }
        }

        return new(means, deviations, null, normal);
    }

    /// <summary>Adds a draw under a node to each sum.</summary>
    public void Add(int node, long[] sums, int start, int end, RandomBits bits)
    {
        if (_laws is null)
        {
            if (_means[node] == 0) return;
            for (var draw = start; draw < end; draw++)
            {
                var share = ((long)(bits.Next() >> 12) + 0.5) * (1.0 / (1UL << 52));
                sums[draw] = Math.Max(0, sums[draw] + (long)Math.Round(_means[node] + (_deviations[node] * NormalQuantile.Of(share))));
            }

            return;
        }

        var law = _laws[node];
        var count = law.Values.Length - 1;
        if (_cells is null) (_cells, _shares) = (new(count), new double[count]);
        for (var i = 0; i < count; i++) _shares[i] = law.Values[i + 1] - law.Values[i];
        _shares[0] += law.Values[0];
        _cells.Set(_shares, count);
        for (var draw = start; draw < end; draw++)
        {
            var within = bits.NextShare();
            var at = law.Start + ((_cells.Draw(bits.Next()) + within) * law.Cell);
            // The sum is in whole steps; its law is given between them.
            sums[draw] += (long)Math.Max(0, Math.Ceiling(at - 0.5));
        }
    }

    /// <summary>The maximum, over all amounts, of the total error of the nodes under which the total can be that amount.</summary>
    private static double Worst(ConditionalTerms terms, SumWindow window, double[] errors)
    {
        var ends = new (double At, double Change)[2 * errors.Length];
        for (var node = 0; node < errors.Length; node++)
        {
            var change = terms.Weights[node] * errors[node];
            ends[2 * node] = (window.IsLookedAt[node] ? window.Low[node] : double.NegativeInfinity, change);
            ends[(2 * node) + 1] = (window.IsLookedAt[node] ? window.High[node] : double.PositiveInfinity, -change);
        }

        Array.Sort(ends, (a, b) => a.At != b.At ? a.At.CompareTo(b.At) : b.Change.CompareTo(a.Change));
        double sum = 0, worst = 0;
        foreach (var (_, change) in ends) worst = Math.Max(worst, sum += change);
        return worst + (2 * SumWindow.Beyond);
    }
}
