using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Draws unlikely deals, the losses of likely deals, and new business, as the events of Poisson processes: an event with probability p has
/// a rate of -ln(1 - p), and counts once. For a block of draws and one term, first the number of its events is drawn, then the draw that
/// each falls into: what is read and written lies close. Very unlikely terms whose rates hardly differ share a process of their greatest
/// rate, each of whose events chooses one of them, and is then dropped as often as the rate of that one is lower.
/// </summary>
internal sealed class RareEvents
{
    // Sums of a block stay in the first cache; 11 bits choose one of its draws, so that a word chooses five.
    private const int BlockBits = 11;
    private const int Block = 1 << BlockBits;
    private const int ChoicesOfWord = 64 / BlockBits;

    // Terms that share a process: four bits choose one, and all but one in 32 of its events need no more to be kept.
    private const int TeamBits = 4;
    private const int Team = 1 << TeamBits;
    private const int KeepBits = 5;
    private const double LeastShare = 1 - (1.0 / (1 << KeepBits));
    private const int TeamChoicesOfWord = 64 / (BlockBits + TeamBits + KeepBits);

    // Above this rate for a block, sharing doesn't pay.
    private const double MostTeamRate = 16;

    // Below this, all deals of a portfolio together are negligible.
    private const double Negligible = 1e-13;

    // Up to this probability, the first terms of the series of the logarithm suffice.
    private const double Small = 0.06;

    // Numbers with rates of 1, 2, 4 and so on, of which any whole rate consists.
    private static readonly PoissonTable[] Powers = Array.ConvertAll(Indexes.Of(BlockBits), power => new PoissonTable(1 << power));

    private readonly ConditionalTerms _terms;
    private readonly List<AmountClass> _classes;
    private readonly RandomBits _bits;
    private readonly double _frequent;
    private readonly int[] _deals;
    private readonly int[] _places;
    private readonly int[] _fresh;
    private readonly double[] _rates;
    private readonly long[] _amounts;

    // Of each team, and of each term on its own: the first term; the greatest rate; and exp(-r), with r the part of the rate of a block
    // after the decimal point.
    private readonly int[] _firsts;
    private readonly double[] _greatest;
    private readonly double[] _none;
    private readonly long[] _sums = new long[Block];
    private readonly int[] _seen = new int[Block];
    private readonly ulong[] _seenOfTeam = new ulong[Block * Team / 64];
    private int _mark;

    /// <param name="terms">The terms under each node.</param>
    /// <param name="classes">The terms by their amounts.</param>
    /// <param name="bits">The random bits.</param>
    /// <param name="frequent">New business of an amount from this rate on is left out.</param>
    public RareEvents(ConditionalTerms terms, List<AmountClass> classes, RandomBits bits, double frequent)
    {
        _frequent = frequent;
        _terms = terms;
        _classes = classes;
        _bits = bits;
        var all = terms.Terms;
        // By probability: under each node, similar ones stay together.
        _deals = Indexes.Of(all.GroupCount);
        CanonicalOrder.SortAscending((double[])all.Probabilities.Clone(), _deals, _deals.Length);
        _places = new int[all.GroupCount];
        _fresh = new int[classes.Count];
        var rates = new double[classes.Count];
        var most = 0;
        var growth = 0.0;
        foreach (var each in terms.Growth) growth = Math.Max(growth, each);
        for (var place = 0; place < classes.Count; place++)
        {
            foreach (var deal in classes[place].Deals)
            {
                _places[deal] = place;
                most += all.Counts[deal];
            }

            (_fresh[place], rates[place]) = (place, classes[place].NewRate);
            if (classes[place].NewRate > 0) most += Parts(Math.Min(frequent, classes[place].NewRate * growth));
        }

        CanonicalOrder.SortAscending(rates, _fresh, _fresh.Length);
        _rates = new double[most];
        _amounts = new long[most];
        _firsts = new int[most + 1];
        _greatest = new double[most];
        _none = new double[most];
    }

    /// <summary>Adds a draw of the classes from one to before an end under a node to each sum.</summary>
    public void Add(int node, int first, int beyond, long[] sums, int start, int end)
    {
        var deals = Collect(node, first, beyond, out var all, out var certain);
        var teams = Divide(deals, all);
        var before = 0;
        for (var from = start; from < end; from += Block)
        {
            var count = Math.Min(Block, end - from);
            // Of a short block, what falls beyond its end is dropped.
            var size = Block;
            while (size / 2 >= count) size /= 2;
            for (var i = 0; i < size; i++) _sums[i] = certain;
            for (var team = 0; team < teams; team++)
            {
                var term = _firsts[team];
                var length = _firsts[team + 1] - term;
                var rate = _greatest[team] * size * (length == 1 ? 1 : Team);
                var whole = (int)rate;
                if (size != before) _none[team] = Exponential.Exp(whole - rate);
                var events = Number(rate - whole, _none[team]);
                for (var power = 0; whole >> power != 0; power++)
                {
                    if ((whole >> power & 1) != 0) events += Powers[power].Draw(_bits.NextShare());
                }

                if (events == 0) continue;
                // New business may occur twice in a draw.
                if (length == 1) Scatter(events, _amounts[term], term < deals, size - 1);
                else Scatter(events, term, _greatest[team], term < deals, size - 1);
            }

            for (var i = 0; i < count; i++) sums[from + i] += _sums[i];
            before = size;
        }
    }

    /// <summary>A Poisson number with a rate below 1, by inversion.</summary>
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
    private void Scatter(int events, long amount, bool isOnce, int mask)
    {
        var (sums, seen, mark) = (_sums, _seen, ++_mark);
        while (events > 0)
        {
            var word = _bits.Next();
            for (var choices = Math.Min(events, ChoicesOfWord); choices > 0; choices--)
            {
                var draw = (int)word & mask;
                word >>= BlockBits;
                if (isOnce)
                {
                    if (seen[draw] == mark) continue;
                    seen[draw] = mark;
                }

                sums[draw] += amount;
            }

            events -= ChoicesOfWord;
        }
    }

    /// <summary>The same for a team: each event chooses a draw and a term.</summary>
    private void Scatter(int events, int first, double greatest, bool isOnce, int mask)
    {
        var (sums, seen, amounts) = (_sums, _seenOfTeam, _amounts);
        var cells = (mask << TeamBits) | (Team - 1);
        if (isOnce) Array.Clear(seen, 0, seen.Length);
        while (events > 0)
        {
            var word = _bits.Next();
            for (var choices = Math.Min(events, TeamChoicesOfWord); choices > 0; choices--)
            {
                var cell = (int)word & cells;
                var keep = (int)(word >> (BlockBits + TeamBits)) & ((1 << KeepBits) - 1);
                word >>= BlockBits + TeamBits + KeepBits;
                var term = first + (cell & (Team - 1));
                if (keep == 0 && 1 - (_bits.NextShare() * (1 - LeastShare)) >= _rates[term] / greatest) continue;
                if (isOnce)
                {
                    var bit = 1UL << cell;
                    if ((seen[cell >> 6] & bit) != 0) continue;
                    seen[cell >> 6] |= bit;
                }

                sums[cell >> TeamBits] += amounts[term];
            }

            events -= TeamChoicesOfWord;
        }
    }

    /// <summary>Lists the events under a node, of deals first; returns their number.</summary>
    private int Collect(int node, int first, int beyond, out int used, out long certain)
    {
        var all = _terms.Terms;
        var column = _terms.Column(node);
        used = 0;
        certain = 0;
        foreach (var deal in _deals)
        {
            var p = column[deal];
            if (_places[deal] < first || _places[deal] >= beyond || p is >= Simulation.Rare and <= 1 - Simulation.Rare) continue;
            var amount = all.Amounts[deal];
            if (p > 0.5)
            {
                certain += amount * all.Counts[deal];
                amount = -amount;
                p = 1 - p;
            }

            if (p < Negligible) continue;
            var rate = RateOf(p);
            for (var copies = all.Counts[deal]; copies > 0; copies--) (_rates[used], _amounts[used++]) = (rate, amount);
        }

        var deals = used;
        foreach (var place in _fresh)
        {
            var rate = _classes[place].NewRate * _terms.Growth[node];
            if (place < first || place >= beyond || !(rate > 0) || rate >= _frequent) continue;
            var parts = Parts(rate);
            for (var part = 0; part < parts; part++) (_rates[used], _amounts[used++]) = (rate / parts, _classes[place].Amount);
        }

        return deals;
    }

    /// <summary>The number of processes for new business of an amount, each with less than an event in a draw.</summary>
    private static int Parts(double rate) => (int)Math.Ceiling(2 * rate);

    /// <summary>Divides the events into teams, and others on their own; returns the number of both.</summary>
    private int Divide(int deals, int all)
    {
        var teams = 0;
        for (var first = 0; first < all; teams++)
        {
            var end = Math.Min(first + Team, first < deals ? deals : all);
            double least = _rates[first], greatest = least;
            var next = first + 1;
            for (; next < end && greatest * Block <= MostTeamRate && least >= LeastShare * greatest; next++)
            {
                (least, greatest) = (Math.Min(least, _rates[next]), Math.Max(greatest, _rates[next]));
            }

            var isTeam = next == first + Team && least >= LeastShare * greatest && greatest * Block <= MostTeamRate;
            (_firsts[teams], _greatest[teams]) = (first, isTeam ? greatest : _rates[first]);
            first += isTeam ? Team : 1;
        }

        _firsts[teams] = all;
        return teams;
    }

    /// <summary>-ln(1 - p), by its series if p is small.</summary>
    private static double RateOf(double p) =>
        p > Small ? -Logarithm.Of(1 - p)
            : p * (1 + (p * (1 / 2.0 + (p * (1 / 3.0 + (p * (1 / 4.0 + (p * (1 / 5.0 + (p * (1 / 6.0 + (p * (1 / 7.0 + (p * (1 / 8.0
            + (p / 9))))))))))))))));
}
