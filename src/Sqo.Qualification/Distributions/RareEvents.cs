using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Draws unlikely deals, those that are likely by their loss, and new business, as the events of one Poisson process: what has a probability of p comes at a
/// rate of -ln(1 - p), and counts once.
/// </summary>
internal sealed class RareEvents
{
    /// <summary>No draw has as many events.</summary>
    public const int Most = 512;

    private readonly ConditionalTerms _terms;
    private readonly List<int> _deals = [];
    private readonly List<int> _fresh;
    private readonly double[] _rates;
    private readonly long[] _amounts;
    private readonly int[] _counts;
    private readonly AliasTable _table;

    public RareEvents(ConditionalTerms terms, List<int[]> classes, List<int> fresh)
    {
        _terms = terms;
        _fresh = fresh;
        foreach (var deals in classes) _deals.AddRange(deals);
        var most = _deals.Count + fresh.Count;
        (_rates, _amounts, _counts, _table) = (new double[most], new long[most], new int[most], new(Math.Max(1, most)));
    }

    public void Add(int node, long[] sums, int start, int end, SeededGenerator random)
    {
        var all = _terms.Terms;
        var used = 0;
        double total = 0;
        var certain = 0L;
        foreach (var deal in _deals)
        {
            var p = _terms.Row(deal)[node];
            if (p is >= Simulation.Rare and <= 1 - Simulation.Rare) continue;
            var isLikely = p > 0.5;
            if (isLikely)
            {
                certain += all.Amounts[deal] * all.Counts[deal];
                p = 1 - p;
            }

            var rate = (p < 1e-9 ? p : -Logarithm.Of(1 - p)) * all.Counts[deal];
            if (!(rate > 0)) continue;
            (_rates[used], _amounts[used], _counts[used]) = (rate, isLikely ? -all.Amounts[deal] : all.Amounts[deal], all.Counts[deal]);
            total += rate;
            used++;
        }

        foreach (var i in _fresh)
        {
            (_rates[used], _amounts[used], _counts[used]) = (all.NewRates[i] * _terms.Growth[node], all.NewAmounts[i], 0);
            total += _rates[used++];
        }

        if (certain > 0)
        {
            for (var draw = start; draw < end; draw++) sums[draw] += certain;
        }

        if (!(total > 0)) return;
        _table.Set(_rates, used);
        var numbers = Numbers(total, out var first);
        var number = new AliasTable(numbers.Length);
        number.Set(numbers, numbers.Length);
        var seen = new long[first + numbers.Length];
        for (var draw = start; draw < end; draw++)
        {
            var events = first + number.Draw(random);
            var sum = 0L;
            for (int i = 0, deals = 0; i < events; i++)
            {
                var place = _table.Draw(random);
                if (_counts[place] > 0 && events > 1)
                {
                    // Which one of equal deals it is, and whether it has come already.
                    var which = ((long)place << 32) | (_counts[place] == 1 ? 0 : (long)((random.Next() >> 32) * (ulong)_counts[place] >> 32));
                    var known = 0;
                    while (known < deals && seen[known] != which) known++;
                    if (known < deals) continue;
                    seen[deals++] = which;
                }

                sum += _amounts[place];
            }

            sums[draw] += sum;
        }
    }

    /// <summary>Poisson probabilities as far as they count.</summary>
    private static double[] Numbers(double rate, out int first)
    {
        first = (int)Math.Max(0, Math.Floor(rate - (8 * Math.Sqrt(rate)) - 1));
        var last = (int)Math.Ceiling(rate + (8 * Math.Sqrt(rate)) + 16);
        var numbers = new double[last - first + 1];
        // Relative to the first; only ratios matter.
        var log = 0.0;
        var most = 0.0;
        for (var i = 1; i < numbers.Length; i++)
        {
            log += Logarithm.Of(rate / (first + i));
            numbers[i] = log;
            most = Math.Max(most, log);
        }

        for (var i = 0; i < numbers.Length; i++) numbers[i] = Exponential.Exp(Math.Max(-700, numbers[i] - most));
        return numbers;
    }
}
