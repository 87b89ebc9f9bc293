using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>Draws deals of medium probability one by one: 16 bits decide most draws, and more of them in the rest.</summary>
internal sealed class MiddlingDeals
{
    private const int Places = 1 << 16;

    private readonly ConditionalTerms _terms;
    private readonly List<AmountClass> _classes;
    private readonly RandomBits _bits;

    public MiddlingDeals(ConditionalTerms terms, List<AmountClass> classes, RandomBits bits)
    {
        _terms = terms;
        _classes = classes;
        _bits = bits;
    }

    /// <summary>The number of deals of medium probability under the last node.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a draw of the classes from one to another under a node to each sum.</summary>
    public void Add(int node, int first, int beyond, long[] sums, int start, int end)
    {
        var column = _terms.Column(node);
        Count = 0;
        for (var place = first; place < beyond; place++)
        {
            foreach (var deal in _classes[place].Deals)
            {
                var p = column[deal];
                if (p is < Simulation.Rare or > 1 - Simulation.Rare) continue;
                for (var copies = _terms.Terms.Counts[deal]; copies > 0; copies--) Add(p, _classes[place].Amount, sums, start, end);
                Count += _terms.Terms.Counts[deal];
            }
        }
    }

    private void Add(double p, long amount, long[] sums, int start, int end)
    {
        var limit = (long)(p * Places);
        var draw = start;
        for (; draw <= end - 4; draw += 4)
        {
            var word = _bits.Next();
            long a = (long)(word & (Places - 1)), b = (long)((word >> 16) & (Places - 1));
            long c = (long)((word >> 32) & (Places - 1)), d = (long)(word >> 48);
            // The sign of the difference is a mask; a branch would be mispredicted half the time.
            sums[draw] += ((a - limit) >> 63) & amount;
            sums[draw + 1] += ((b - limit) >> 63) & amount;
            sums[draw + 2] += ((c - limit) >> 63) & amount;
            sums[draw + 3] += ((d - limit) >> 63) & amount;
            if (a != limit && b != limit && c != limit && d != limit) continue;
            if (a == limit) Decide(draw);
            if (b == limit) Decide(draw + 1);
            if (c == limit) Decide(draw + 2);
            if (d == limit) Decide(draw + 3);
        }

        for (; draw < end; draw++)
        {
            if (_bits.NextShare() < p) sums[draw] += amount;
        }

        void Decide(int tied)
        {
            if (_bits.NextShare() < (p * Places) - limit) sums[tied] += amount;
        }
    }
}
