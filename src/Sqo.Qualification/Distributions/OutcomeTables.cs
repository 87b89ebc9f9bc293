using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>Draws several deals of medium probability at once, from a table of all their outcomes: sums with their probabilities.</summary>
internal sealed class OutcomeTables
{
    private const int Greatest = 1024;
    private const int Least = 128;
    private const int OutcomesOfAllNodes = 100_000;

    private static readonly double[] Certain = [1];

    private readonly ConditionalTerms _terms;
    private readonly List<AmountClass> _classes;
    private readonly int _mostOutcomes;
    private long[] _values;
    private double[] _weights;
    private AliasTable _table;

    /// <param name="terms">The terms under each node.</param>
    /// <param name="classes">The terms by their amounts.</param>
    /// <param name="mostOutcomes">The maximum number of outcomes of a table, except for one of a single class.</param>
    public OutcomeTables(ConditionalTerms terms, List<AmountClass> classes, int mostOutcomes)
    {
        _terms = terms;
        _classes = classes;
        _mostOutcomes = mostOutcomes;
        _values = new long[mostOutcomes];
        _weights = new double[mostOutcomes];
        _table = new(mostOutcomes);
    }

    /// <summary>The number of outcomes that pays off: a table is built for the draws of one node.</summary>
    public static int MostOutcomes(int nodes) => Math.Max(Least, Math.Min(Greatest, OutcomesOfAllNodes / nodes));

    /// <summary>Adds a draw of the first classes under a node to each sum.</summary>
    public void Add(int node, int classes, long[] sums, int start, int end, SeededGenerator random)
    {
        var used = 1;
        var column = _terms.Column(node);
        (_values[0], _weights[0]) = (0, 1);
        for (var place = 0; place < classes; place++)
        {
            var wins = Wins(_classes[place].Deals, column);
            if (wins.Length == 1) continue;
            if (used > 1 && used * (long)wins.Length > _mostOutcomes)
            {
                Flush();
                used = 1;
                (_values[0], _weights[0]) = (0, 1);
            }

            if (used * wins.Length > _values.Length)
            {
                Array.Resize(ref _values, used * wins.Length);
                Array.Resize(ref _weights, used * wins.Length);
                _table = new(used * wins.Length);
            }

            var amount = _classes[place].Amount;
            for (var k = wins.Length - 1; k >= 0; k--)
            {
                for (var i = 0; i < used; i++)
                {
                    _values[(k * used) + i] = _values[i] + (k * amount);
                    _weights[(k * used) + i] = _weights[i] * wins[k];
                }
            }

            used *= wins.Length;
        }

        if (used > 1) Flush();

        void Flush()
        {
            _table.Set(_weights, used);
            for (var draw = start; draw < end; draw++) sums[draw] += _values[_table.Draw(random)];
        }
    }

    /// <summary>The distribution of the number won of the deals of medium probability.</summary>
    private double[] Wins(int[] deals, double[] column)
    {
        var counts = _terms.Terms.Counts;
        var count = 0;
        foreach (var deal in deals)
        {
            if (column[deal] is >= Simulation.Rare and <= 1 - Simulation.Rare) count += counts[deal];
        }

        if (count == 0) return Certain;
        var wins = new double[count + 1];
        wins[0] = 1;
        var used = 1;
        foreach (var deal in deals)
        {
            var p = column[deal];
            if (p is < Simulation.Rare or > 1 - Simulation.Rare) continue;
            for (var left = counts[deal]; left > 0; left--, used++)
            {
                for (var k = used; k > 0; k--) wins[k] = (wins[k] * (1 - p)) + (wins[k - 1] * p);
                wins[0] *= 1 - p;
            }
        }

        return wins;
    }
}
