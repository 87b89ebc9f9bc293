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
    private readonly RandomBits _bits;
    private readonly int _mostOutcomes;
    private long[] _values;
    private double[] _weights;
    private AliasTable _table;

    /// <param name="terms">The terms under each node.</param>
    /// <param name="classes">The terms by their amounts.</param>
    /// <param name="mostOutcomes">The maximum number of outcomes of a table, except for one of a single class.</param>
    /// <param name="bits">The random bits.</param>
    public OutcomeTables(ConditionalTerms terms, List<AmountClass> classes, int mostOutcomes, RandomBits bits)
    {
        _bits = bits;
        _terms = terms;
        _classes = classes;
        _mostOutcomes = mostOutcomes;
        _values = new long[mostOutcomes];
        _weights = new double[mostOutcomes];
        _table = new(mostOutcomes);
    }

    /// <summary>The number of outcomes that pays off: a table is built for the draws of one node.</summary>
    public static int MostOutcomes(int nodes) => Math.Max(Least, Math.Min(Greatest, OutcomesOfAllNodes / nodes));

    /// <summary>Adds a draw of the classes from one to another under a node to each sum.</summary>
    public void Add(int node, int beyond, long[] sums, int start, int end)
    {
        var used = 1;
        var column = _terms.Column(node);
        (_values[0], _weights[0]) = (0, 1);
        for (var place = 0; place < beyond; place++)
        {
            var wins = Wins(_terms.Terms.Counts, _classes[place].Deals, column, Simulation.Rare);
            var rate = _classes[place].NewRate * _terms.Growth[node];
            if (rate >= Simulation.Frequent) wins = WithNewBusiness(wins, rate);
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
            for (var draw = start; draw < end; draw++) sums[draw] += _values[_table.Draw(_bits.Next())];
        }
    }

    /// <summary>The weights of the numbers of wins of all terms of an amount; null if there are more than a limit.</summary>
    public static double[]? Numbers(ConditionalTerms terms, AmountClass amounts, int node, double[] column, int most)
    {
        var count = 1;
        foreach (var deal in amounts.Deals) count += terms.Terms.Counts[deal];
        var rate = amounts.NewRate * terms.Growth[node];
        if (count > most || rate > most) return null;
        var wins = Wins(terms.Terms.Counts, amounts.Deals, column, 0);
        if (rate > 0) wins = WithNewBusiness(wins, rate);
        return wins.Length > most ? null : wins;
    }

    /// <summary>Adds a Poisson number, all of whose probabilities above 1e-15 are kept.</summary>
    private static double[] WithNewBusiness(double[] wins, double rate)
    {
        var reach = (8 * Math.Sqrt(rate)) + 16;
        var first = (int)Math.Max(0, rate - reach);
        var numbers = new double[(int)(rate + reach) + 1];
        // By ratios to the likeliest number, so that nothing underflows; a table takes any multiple of the probabilities.
        var likeliest = (int)rate;
        numbers[likeliest] = 1;
        for (var k = likeliest; k > first; k--) numbers[k - 1] = numbers[k] * k / rate;
        for (var k = likeliest + 1; k < numbers.Length; k++) numbers[k] = numbers[k - 1] * rate / k;
        if (wins.Length == 1) return numbers;
        var sums = new double[wins.Length + numbers.Length - 1];
        for (var i = 0; i < wins.Length; i++)
        {
            for (var k = 0; k < numbers.Length; k++) sums[i + k] += wins[i] * numbers[k];
        }

        return sums;
    }

    /// <summary>The distribution of the number won of the deals whose probability is at least so far from 0 and from 1.</summary>
    private static double[] Wins(int[] counts, int[] deals, double[] column, double rare)
    {
        var count = 0;
        foreach (var deal in deals)
        {
            if (column[deal] >= rare && column[deal] <= 1 - rare) count += counts[deal];
        }

        if (count == 0) return Certain;
        var wins = new double[count + 1];
        wins[0] = 1;
        var used = 1;
        foreach (var deal in deals)
        {
            var p = column[deal];
            if (p < rare || p > 1 - rare) continue;
            for (var left = counts[deal]; left > 0; left--, used++)
            {
                for (var k = used; k > 0; k--) wins[k] = (wins[k] * (1 - p)) + (wins[k - 1] * p);
                wins[0] *= 1 - p;
            }
        }

        return wins;
    }
}
