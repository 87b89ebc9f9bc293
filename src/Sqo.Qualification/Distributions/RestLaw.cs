using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The law of many smaller terms under each node of the shared factor: from their Fourier coefficients while that is cheap, else the normal law within the
/// bound of Berry and Esseen, 0.56 times the sum of third moments over the cube of the standard deviation (Shevtsova 2010). What either is off under a node counts only
/// where the sum can lie under that node.
/// </summary>
internal sealed class RestLaw
{
    private const double BerryEsseen = 0.56;
    private const int Frequencies = 1024;
    private const int LeastFrequencies = 128;
    private const double MostPoints = 400_000;

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

    public static RestLaw Of(ConditionalTerms terms, int[] deals, int[] fresh, long mostWork)
    {
        var nodes = terms.Nodes.Count;
        var all = terms.Terms;
        var factor = terms.Factor;
        double newMean = 0, newSquare = 0, newCube = 0;
        foreach (var i in fresh)
        {
            double a = all.NewAmounts[i];
            newMean += a * all.NewRates[i];
            newSquare += a * a * all.NewRates[i];
            newCube += a * a * a * all.NewRates[i];
        }

        var table = factor is null ? null : ProbitTable.Of(factor.Probits, all.Amounts, all.Counts, deals, 1, 3, factor.Correlation);
        var (means, deviations, errors) = (new double[nodes], new double[nodes], new double[nodes]);
        for (var node = 0; node < nodes; node++)
        {
            double mean = 0, variance = 0, third = 0;
            if (table is null)
            {
                foreach (var i in deals)
                {
                    double a = all.Amounts[i];
                    Add(all.Probabilities[i], a * all.Counts[i], a * a * all.Counts[i], a * a * a * all.Counts[i]);
                }
            }
            else
            {
                for (var row = 0; row < table.Probits.Length; row++)
                {
                    Add(factor!.Probability(table.Probits[row], terms.Nodes.At(node)), table.Powers[3 * row], table.Powers[(3 * row) + 1], table.Powers[(3 * row) + 2]);
                }
            }

            var growth = terms.Growth[node];
            mean += growth * newMean;
            variance = Math.Max(0, variance) + (growth * newSquare);
            third = Math.Max(0, third) + (growth * newCube);
            means[node] = mean;
            deviations[node] = Math.Sqrt(variance);
            errors[node] = variance > 0 ? Math.Min(0.5, BerryEsseen * third / (variance * deviations[node])) : 0;

            void Add(double p, double amount, double square, double cube)
            {
                var v = p * (1 - p);
                mean += amount * p;
                variance += square * v;
                third += cube * v * (1 - (2 * v));
            }
        }

        var window = SumWindow.Of(terms, Places.All(all.GroupCount), Places.All(all.NewCount));
        var normal = Worst(terms, window, errors);
        GridLaw[]? laws = null;
        var frequencies = Frequencies;
        while (frequencies > LeastFrequencies && frequencies * (double)nodes * FourierLaw.PointsPerNode > MostPoints) frequencies /= 2;
        if (normal > 1e-4 && frequencies * (double)nodes * FourierLaw.PointsPerNode <= MostPoints)
        {
            laws = FourierLaw.UnderEachNode(terms, deals, fresh, frequencies, mostWork);
        }

        if (laws is null) return new(means, deviations, null, normal);
        for (var node = 0; node < nodes; node++) errors[node] = laws[node].ErrorBound;
        var error = Worst(terms, window, errors);
        return error < normal ? new(means, deviations, laws, error) : new(means, deviations, null, normal);
    }

    /// <summary>Adds a draw under a node to each sum.</summary>
    public void Add(int node, long[] sums, int start, int end, SeededGenerator random)
    {
        if (_laws is null)
        {
            for (var draw = start; draw < end; draw++)
            {
                var share = ((random.Next() >> 12) + 0.5) * (1.0 / (1UL << 52));
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
            var within = (random.Next() >> 11) * (1.0 / (1UL << 53));
            var at = law.Start + ((_cells.Draw(random) + within) * law.Cell);
            // A sum of whole steps; its law is known between them.
            sums[draw] += (long)Math.Max(0, Math.Ceiling(at - 0.5));
        }
    }

    /// <summary>The greatest sum, over all amounts, of the errors of those nodes under which the whole can come to the amount.</summary>
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
