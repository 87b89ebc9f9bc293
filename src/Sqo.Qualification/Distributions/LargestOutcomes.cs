using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>
/// The outcomes of the few largest terms under a node, drawn evenly: one draw from each of as many equal shares as there are draws.
/// </summary>
internal sealed class LargestOutcomes
{
    private readonly ConditionalTerms _terms;
    private readonly List<AmountClass> _classes;
    private readonly int _mostOutcomes;
    private long[] _values = [0];
    private double[] _weights = [1];

    public LargestOutcomes(ConditionalTerms terms, List<AmountClass> classes, int mostOutcomes)
    {
        _terms = terms;
        _classes = classes;
        _mostOutcomes = mostOutcomes;
    }

    /// <summary>Adds a draw under a node to each sum; returns the first class that is left for others.</summary>
    public int Add(int node, long[] sums, int start, int end, RandomBits bits)
    {
        var column = _terms.Column(node);
        // The largest terms, so many that their outcomes are few; the largest of all is added last, so that its outcome counts most.
        var numbers = new List<double[]>();
        var outcomes = 1;
        for (var place = 0; place < _classes.Count; place++)
        {
            var of = OutcomeTables.Numbers(_terms, _classes[place], node, column, _mostOutcomes / outcomes);
            if (of is null) break;
            numbers.Add(of);
            outcomes *= of.Length;
        }

        if (_values.Length < outcomes) (_values, _weights) = (new long[outcomes], new double[outcomes]);
        (_values[0], _weights[0]) = (0, 1);
        var used = 1;
        var total = 1.0;
        for (var place = numbers.Count - 1; place >= 0; place--)
        {
            var of = numbers[place];
            var sum = 0.0;
            foreach (var weight in of) sum += weight;
            total *= sum;
            for (var k = of.Length - 1; k >= 0; k--)
            {
                for (var i = 0; i < used; i++)
                {
                    _values[(k * used) + i] = _values[i] + (k * _classes[place].Amount);
                    _weights[(k * used) + i] = _weights[i] * of[k];
                }
            }

            used *= of.Length;
        }

        var at = 0;
        var below = _weights[0];
        for (var draw = start; draw < end; draw++)
        {
            var share = (draw - start + bits.NextShare()) / (end - start) * total;
            while (below <= share && at < used - 1) below += _weights[++at];
            sums[draw] += _values[at];
        }

        return numbers.Count;
    }
}
