using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Draws unlikely deals, the losses of likely deals, and new business, as the events of one Poisson process: an event with
/// probability p has a rate of -ln(1 - p), and counts once. For a block of draws and one term, first the number of its events is drawn,
/// then the draw that each falls into: what is read and written lies close.
/// </summary>
internal sealed class RareEvents
{
    // Sums of a block stay in the first cache; 11 bits choose one of its draws, so that a word chooses five.
    private const int BlockBits = 11;
    private const int Block = 1 << BlockBits;
    private const int ChoicesOfWord = 64 / BlockBits;

    // The greatest rate of a number drawn at once.
    private const double MostRate = 8;

    // Below this, all deals of a portfolio together are negligible.
    private const double Negligible = 1e-13;

    private readonly ConditionalTerms _terms;
    private readonly List<AmountClass> _classes;
    private readonly RandomBits _bits;
    private readonly double[] _rates;
    private readonly double[] _none;
    private readonly long[] _amounts;
    private readonly int[] _counts;
    private readonly int[] _last = new int[Block];
    private readonly double _frequent;
    private int _mark;

    /// <param name="terms">The terms under each node.</param>
    /// <param name="classes">The terms by their amounts.</param>
    /// <param name="bits">The random bits.</param>
    /// <param name="frequent">The rate from which on new business of an amount is left out.</param>
    public RareEvents(ConditionalTerms terms, List<AmountClass> classes, RandomBits bits, double frequent)
    {
        _frequent = frequent;
        _terms = terms;
        _classes = classes;
        _bits = bits;
        var most = 0;
        foreach (var each in classes) most += each.Deals.Length + 1;
        _rates = new double[most];
        _none = new double[most];
        _amounts = new long[most];
        _counts = new int[most];
    }

    /// <summary>The expected number of events under the last node.</summary>
    public double Rate { get; private set; }

    /// <summary>Adds a draw of the classes from one to another under a node to each sum.</summary>
    public void Add(int node, int first, int beyond, long[] sums, int start, int end)
    {
        var used = Collect(node, first, beyond, out var certain);
        Rate = 0;
        for (var term = 0; term < used; term++) Rate += _rates[term] * Math.Max(1, _counts[term]);
        for (var i = start; i < end; i++) sums[i] += certain;
        var before = 0;
        for (var from = start; from < end; from += Block)
        {
            var count = Math.Min(Block, end - from);
            for (var term = 0; term < used; term++)
            {
                var rate = _rates[term] * count;
                var pieces = rate <= MostRate ? 1 : (int)Math.Ceiling(rate / MostRate);
                rate /= pieces;
                if (count != before) _none[term] = Exponential.Exp(-rate);
                // Equal deals one after the other; new business may occur twice in a draw.
                for (var copies = Math.Max(1, _counts[term]); copies > 0; copies--)
                {
                    var events = 0;
                    for (var piece = 0; piece < pieces; piece++) events += Number(rate, _none[term]);
                    if (events > 0) Scatter(events, _amounts[term], _counts[term] > 0, sums, from, count);
                }
            }

            before = count;
        }
    }

    /// <summary>A Poisson number, by inversion.</summary>
    private int Number(double rate, double none)
    {
        var share = _bits.NextShare();
        var number = 0;
        for (var p = none; share >= p && number < Block; p *= rate / number)
        {
            share -= p;
            number++;
        }

        return number;
    }

    /// <summary>Adds an amount to as many draws of a block, of equal chance; for a deal, once to each.</summary>
    private void Scatter(int events, long amount, bool isOnce, long[] sums, int from, int count)
    {
        var mark = ++_mark;
        var last = _last;
        var left = 0;
        ulong word = 0;
        for (; events > 0; events--)
        {
            if (left == 0) (word, left) = (_bits.Next(), ChoicesOfWord);
            var draw = (int)(word & (Block - 1));
            word >>= BlockBits;
            left--;
            if (count < Block)
            {
                // A short block takes a whole word for each choice.
                draw = (int)(((_bits.Next() >> 32) * (ulong)count) >> 32);
            }

            if (isOnce)
            {
                if (last[draw] == mark) continue;
                last[draw] = mark;
            }

            sums[from + draw] += amount;
        }
    }

    /// <summary>Lists the events under a node.</summary>
    private int Collect(int node, int first, int beyond, out long certain)
    {
        var all = _terms.Terms;
        var column = _terms.Column(node);
        var used = 0;
        certain = 0;
        for (var i = first; i < beyond; i++)
        {
            foreach (var deal in _classes[i].Deals)
            {
                var p = column[deal];
                if (p is >= Simulation.Rare and <= 1 - Simulation.Rare) continue;
                var amount = all.Amounts[deal];
                if (p > 0.5)
                {
                    certain += amount * all.Counts[deal];
                    amount = -amount;
                    p = 1 - p;
                }

                if (p < Negligible) continue;
                (_rates[used], _amounts[used], _counts[used]) = (RateOf(p), amount, all.Counts[deal]);
                used++;
            }

            var rate = _classes[i].NewRate * _terms.Growth[node];
            if (!(rate > 0) || rate >= _frequent) continue;
            (_rates[used], _amounts[used], _counts[used]) = (rate, _classes[i].Amount, 0);
            used++;
        }

        return used;
    }

    /// <summary>-ln(1 - p) for a p below <see cref="Simulation.Rare"/>, by its series.</summary>
    private static double RateOf(double p) =>
        p * (1 + (p * (1 / 2.0 + (p * (1 / 3.0 + (p * (1 / 4.0 + (p * (1 / 5.0 + (p * (1 / 6.0 + (p * (1 / 7.0 + (p * (1 / 8.0
            + (p / 9))))))))))))))));
}
