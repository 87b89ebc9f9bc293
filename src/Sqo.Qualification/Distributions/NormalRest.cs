using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Many smaller terms under each node, as a normal law within the bound of Berry and Esseen, 0.56 times the sum of third moments over the
/// cube of the standard deviation (Shevtsova 2010): each draw is given twice, from a law that is too low by the bound and from one that is
/// too high by it, so that the cumulative probability lies between those of the two.
/// </summary>
internal sealed class NormalRest
{
    /// <summary>The probability outside the limits of both laws.</summary>
    public const double Beyond = 4e-5;

    private const double BerryEsseen = 0.56;

    // exp(-Tail) is 2e-5 at each end.
    private const double Tail = 10.82;
    private const int Orders = 3;

    private readonly double[] _means;
    private readonly double[] _deviations;
    private readonly double[] _errors;
    private readonly double[] _reaches;

    /// <param name="terms">The terms under each node.</param>
    /// <param name="classes">The terms by their amounts.</param>
    /// <param name="first">The first class of the rest.</param>
    public NormalRest(ConditionalTerms terms, List<AmountClass> classes, int first)
    {
        var (all, factor, nodes) = (terms.Terms, terms.Factor!, terms.Nodes);
        var deals = new List<int>();
        double newMean = 0, newVariance = 0, newThird = 0;
        double scale = classes[first].Amount;
        for (var i = first; i < classes.Count; i++)
        {
            deals.AddRange(classes[i].Deals);
            var (rate, a) = (classes[i].NewRate, classes[i].Amount / scale);
            newMean += rate * a;
            newVariance += rate * a * a;
            newThird += rate * a * a * a;
        }

        var table = ProbitTable.Of(factor.Probits, all.Amounts, all.Counts, [.. deals], scale, Orders, factor.Correlation);
        _means = new double[nodes.Count];
        _deviations = new double[nodes.Count];
        _errors = new double[nodes.Count];
        _reaches = new double[nodes.Count];
        var column = new double[table.Probits.Length];
        for (var node = 0; node < nodes.Count; node++)
        {
            factor.Condition(table.Probits, nodes.At(node), column);
            var growth = terms.Growth[node];
            double mean = newMean * growth, variance = newVariance * growth, third = newThird * growth;
            for (var row = 0; row < column.Length; row++)
            {
                var p = column[row];
                var v = p * (1 - p);
                mean += table.Powers[row * Orders] * p;
                variance += table.Powers[(row * Orders) + 1] * v;
                third += table.Powers[(row * Orders) + 2] * (v * (1 - (2 * v)));
            }

            variance = Math.Max(0, variance);
            _means[node] = mean * scale;
            _deviations[node] = Math.Sqrt(variance) * scale;
            // Bernstein's inequality, for amounts of at most 1.
            _reaches[node] = ((Tail / 3) + Math.Sqrt((Tail * Tail / 9) + (2 * Tail * variance))) * scale;
            _errors[node] = Math.Min(1, BerryEsseen * Math.Max(0, third) / Math.Max(1e-300, variance * Math.Sqrt(variance)));
        }
    }

    /// <summary>Adds a draw under a node to each sum, and writes the sums with the higher one.</summary>
    public void Add(int node, long[] low, long[] high, int start, int end, RandomBits bits)
    {
        var (mean, deviation, error) = (_means[node], _deviations[node], _errors[node]);
        var (least, most) = (Math.Max(0, mean - _reaches[node]), mean + _reaches[node]);
        for (var draw = start; draw < end; draw++)
        {
            var share = ((long)(bits.Next() >> 12) + 0.5) * (1.0 / (1UL << 52));
            high[draw] = low[draw] + (long)Math.Ceiling(At(share + error));
            low[draw] += (long)Math.Floor(At(share - error));
        }

        double At(double share) =>
            share <= 0 ? least : share >= 1 ? most : Math.Max(least, Math.Min(most, mean + (deviation * NormalQuantile.Of(share))));
    }
}
