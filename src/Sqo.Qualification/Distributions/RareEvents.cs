using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Draws unlikely deals, the losses of likely deals, and new business, as the events of one Poisson process: an event with
/// probability p has a rate of -ln(1 - p), and counts once.
/// </summary>
internal sealed class RareEvents
{
    /// <summary>No draw has this many events.</summary>
    public const int Most = 512;

    // Below this, all deals of a portfolio together are negligible.
    private const double Negligible = 1e-13;

    private readonly ConditionalTerms _terms;
    private readonly List<AmountClass> _classes;
    private readonly double[] _rates;
    private readonly long[] _amounts;
    private readonly int[] _counts;
    private readonly int[] _places;
    private readonly int[] _lastDraws;
    private readonly AliasTable _table;

    public RareEvents(ConditionalTerms terms, List<AmountClass> classes)
    {
        _terms = terms;
        _classes = classes;
        int places = 0, most = 0;
        foreach (var each in classes)
        {
            most += each.Deals.Length + 1;
            foreach (var deal in each.Deals) places += terms.Terms.Counts[deal];
        }

        _lastDraws = new int[places];
        for (var i = 0; i < places; i++) _lastDraws[i] = -1;
        _rates = new double[most];
        _amounts = new long[most];
        _counts = new int[most];
        _places = new int[most];
        _table = new(Math.Max(1, most));
    }

    /// <summary>Adds a draw of the first classes under a node to each sum.</summary>
    public void Add(int node, int classes, long[] sums, int start, int end, SeededGenerator random)
    {
        var all = _terms.Terms;
        var column = _terms.Column(node);
        int used = 0, places = 0;
        double total = 0;
        var certain = 0L;
        for (var i = 0; i < classes; i++)
        {
            foreach (var deal in _classes[i].Deals)
            {
                var p = column[deal];
                if (p is >= Simulation.Rare and <= 1 - Simulation.Rare) continue;
                var isLikely = p > 0.5;
                if (isLikely)
                {
                    certain += all.Amounts[deal] * all.Counts[deal];
                    p = 1 - p;
                }

                if (p < Negligible) continue;
                var rate = (p < 1e-9 ? p : -Logarithm.Of(1 - p)) * all.Counts[deal];
                _places[used] = places;
                places += all.Counts[deal];
                Take(rate, isLikely ? -all.Amounts[deal] : all.Amounts[deal], all.Counts[deal]);
            }

            if (_classes[i].NewRate > 0) Take(_classes[i].NewRate * _terms.Growth[node], _classes[i].Amount, 0);
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
        for (var draw = start; draw < end; draw++)
        {
            var events = first + number.Draw(random);
            var sum = 0L;
            for (var i = 0; i < events; i++)
            {
                var place = _table.Draw(random);
                if (_counts[place] > 0 && events > 1)
                {
                    // Which of the equal deals it is, and whether it has already occurred.
                    var which = _places[place] + (_counts[place] == 1 ? 0 : (int)((random.Next() >> 32) * (ulong)_counts[place] >> 32));
                    if (_lastDraws[which] == draw) continue;
                    _lastDraws[which] = draw;
                }

                sum += _amounts[place];
            }

            sums[draw] += sum;
        }

        void Take(double rate, long amount, int count)
        {
            _rates[used] = rate;
            _amounts[used] = amount;
            _counts[used++] = count;
            total += rate;
        }
    }

    /// <summary>The Poisson probabilities that are not negligible.</summary>
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
