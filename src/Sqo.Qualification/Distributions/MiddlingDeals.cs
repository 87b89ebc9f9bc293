using System.Collections.Generic;
#if NET
using System;
using System.Numerics;
using System.Runtime.InteropServices;
#endif

namespace Sqo.Qualification;

/// <summary>Draws deals of medium probability one by one, each for eight draws at once.</summary>
internal sealed class MiddlingDeals
{
    /// <summary>The maximum error of the probability of one deal: thresholds have 31 binary digits.</summary>
    public const double Rounding = 1.0 / (1L << 31);

    private const int Draws = 8;
    private const int Words = Draws / 2;

    private readonly ConditionalTerms _terms;
    private readonly List<AmountClass> _classes;
    private readonly RandomBits _bits;
    private readonly List<long> _amounts = [];
    private readonly List<int> _limits = [];
    private readonly long[] _few = new long[Draws];

    public MiddlingDeals(ConditionalTerms terms, List<AmountClass> classes, RandomBits bits)
    {
        _terms = terms;
        _classes = classes;
        _bits = bits;
    }

    /// <summary>Adds a draw of the classes from one on under a node to each sum.</summary>
    public void Add(int node, int first, long[] sums, int start, int end)
    {
        var column = _terms.Column(node);
        _amounts.Clear();
        _limits.Clear();
        for (var place = first; place < _classes.Count; place++)
        {
            foreach (var deal in _classes[place].Deals)
            {
                var p = column[deal];
                if (p is < Simulation.Rare or > 1 - Simulation.Rare) continue;
                for (var copies = _terms.Terms.Counts[deal]; copies > 0; copies--)
                {
                    _amounts.Add(_classes[place].Amount);
                    _limits.Add((int)(p * (1L << 31)));
                }
            }
        }

        var (amounts, limits) = (_amounts.ToArray(), _limits.ToArray());
        var draw = start;
        for (; draw <= end - Draws; draw += Draws) AddEight(amounts, limits, sums, draw);
        if (draw == end) return;
        System.Array.Clear(_few, 0, Draws);
        AddEight(amounts, limits, _few, 0);
        for (var i = 0; draw < end; i++, draw++) sums[draw] += _few[i];
    }

    private void AddEight(long[] amounts, int[] limits, long[] sums, int at)
    {
        var words = _bits.Words;
#if NET
        if (Vector<long>.Count == Draws / 2 && BitConverter.IsLittleEndian)
        {
            var (lower, upper) = (new Vector<long>(sums, at), new Vector<long>(sums, at + (Draws / 2)));
            ref var first = ref MemoryMarshal.GetArrayDataReference(words);
            for (var i = 0; i < amounts.Length && i < limits.Length; i++)
            {
                var word = Vector.AsVectorInt32(Vector.LoadUnsafe(ref first, (nuint)_bits.Take(Words)));
                Vector.Widen(Vector.LessThan(Vector.ShiftRightLogical(word, 1), new Vector<int>(limits[i])), out var low, out var high);
                var amount = new Vector<long>(amounts[i]);
                lower += low & amount;
                upper += high & amount;
            }

            lower.CopyTo(sums, at);
            upper.CopyTo(sums, at + (Draws / 2));
            return;
        }
#endif
        for (var i = 0; i < amounts.Length; i++)
        {
            var place = _bits.Take(Words);
            for (var word = 0; word < Words; word++)
            {
                if ((int)((uint)words[place + word] >> 1) < limits[i]) sums[at + (2 * word)] += amounts[i];
                if ((int)(words[place + word] >> 33) < limits[i]) sums[at + (2 * word) + 1] += amounts[i];
            }
        }
    }
}
