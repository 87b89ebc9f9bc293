using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Draws of a sum from a seed. Each draw first takes a node of the shared factor, so that draws are independent and alike, and the inequality of Dvoretzky,
/// Kiefer and Wolfowitz holds in Massart's form (1990): with n draws the greatest error exceeds e with a probability of at most 2 exp(-2 n e²). Given the node,
/// likely deals are drawn some at once, by tables of their outcomes; unlikely ones and new business as the events of a Poisson process, in which a
/// deal of probability p comes at a rate of -ln(1 - p), and counts once; and the many smaller ones that this would take too long for together, from their
/// Fourier law, whose error adds to that of the draws.
/// </summary>
internal sealed class Simulation
{
    public const long Seed = 1;

    /// <summary>ln(2 / 1e-9): the bound holds with a probability of 1 - 1e-9.</summary>
    private const double LogOfRisk = 21.42;

    // Likely enough to be drawn by a table.
    private const double Likely = 0.06;
    private const int MostOutcomes = 1024;
    private const int MostClass = 4096;

    // What a draw may cost, in nanoseconds: of a table, of an event.
    private const double MostCost = 100;
    private const double TableCost = 4;
    private const double EventCost = 10;
    private const double MostTableWork = 12_000_000;
    private const int LeastDraws = 1_000;
    private const int MostEvents = 256;

    private readonly ConditionalTerms _terms;
    private readonly LatticeTerms _all;
    private readonly List<List<int[]>> _tables = [];
    private readonly List<int> _rare = [];
    private readonly List<int> _fresh = [];
    private readonly List<int> _restDeals = [];
    private readonly List<int> _restFresh = [];

    private Simulation(ConditionalTerms terms)
    {
        _terms = terms;
        _all = terms.Terms;
        Plan();
    }

    /// <summary>The law.</summary>
    /// <param name="terms">The terms under each node.</param>
    /// <param name="wanted">What the error is to be at most; it may be more where terms are many and their law has no bound as good.</param>
    /// <param name="mostDraws">How many draws at most.</param>
    /// <param name="mostWork">How many factors the law of the rest may take.</param>
    public static SampleLaw Run(ConditionalTerms terms, double wanted, int mostDraws, long mostWork) =>
        new Simulation(terms).Draw(wanted, mostDraws, mostWork);

    /// <summary>Shares the terms out, the greatest amounts first, until a draw costs enough.</summary>
    private void Plan()
    {
        var order = new List<(long Amount, int Deal, int Fresh)>();
        for (var i = 0; i < _all.GroupCount; i++) order.Add((_all.Amounts[i], i, -1));
        for (var i = 0; i < _all.NewCount; i++) order.Add((_all.NewAmounts[i], -1, i));
        order.Sort((a, b) => a.Amount != b.Amount ? b.Amount.CompareTo(a.Amount) : a.Deal != b.Deal ? a.Deal.CompareTo(b.Deal) : a.Fresh.CompareTo(b.Fresh));
        var cost = 0.0;
        var work = 0.0;
        var outcomes = MostOutcomes + 1.0;
        var events = 0.0;
        for (var from = 0; from < order.Count;)
        {
            // Deals of one amount together: what counts is how many of them are won.
            var to = from;
            var likely = new List<int>();
            double count = 0, rate = 0;
            for (; to < order.Count && order[to].Amount == order[from].Amount; to++)
            {
                var (_, deal, fresh) = order[to];
                if (deal < 0) rate += _all.NewRates[fresh];
                else if (_all.Probabilities[deal] < Likely) rate -= Logarithm.Of(1 - _all.Probabilities[deal]) * _all.Counts[deal];
                else
                {
                    likely.Add(deal);
                    count += _all.Counts[deal];
                }
            }

            var opens = outcomes * (count + 1) > MostOutcomes;
            var more = (rate * EventCost) + (likely.Count == 0 ? 0 : opens ? TableCost : 0);
            var moreWork = _terms.Nodes.Count * ((count * count / 2) + (opens ? MostOutcomes : 0));
            if (cost + more > MostCost || work + moreWork > MostTableWork || count > MostClass || events + rate > MostEvents / 16)
            {
                for (; from < order.Count; from++)
                {
                    if (order[from].Deal >= 0) _restDeals.Add(order[from].Deal);
                    else _restFresh.Add(order[from].Fresh);
                }

                return;
            }

            cost += more;
            work += moreWork;
            events += rate;
            if (likely.Count > 0)
            {
                if (opens)
                {
                    _tables.Add([]);
                    outcomes = 1;
                }

                _tables[_tables.Count - 1].Add([.. likely]);
                outcomes *= count + 1;
            }

            for (; from < to; from++)
            {
                var (_, deal, fresh) = order[from];
                if (deal < 0) _fresh.Add(fresh);
                else if (_all.Probabilities[deal] < Likely) _rare.Add(deal);
            }
        }
    }

    private SampleLaw Draw(double wanted, int mostDraws, long mostWork)
    {
        GridLaw[]? rest = null;
        var error = _terms.Nodes.Error + (AliasTable.Rounding * (_tables.Count + MostEvents));
        if (_restDeals.Count + _restFresh.Count > 0)
        {
            int[] restDeals = [.. _restDeals], restFresh = [.. _restFresh];
            for (var frequencies = 2048; frequencies >= 128 && rest is null; frequencies /= 2)
            {
                rest = FourierLaw.UnderEachNode(_terms, restDeals, restFresh, frequencies, mostWork);
            }

            var mean = 1.0;
            if (rest is not null)
            {
                mean = 0;
                for (var node = 0; node < rest.Length; node++) mean += _terms.Weights[node] * rest[node].ErrorBound;
            }

            error += mean;
        }

        // The draws have what is left of the error, and a fifth of it at the least.
        var left = Math.Max(wanted - error, wanted / 5 * 3);
        var draws = (int)Math.Max(LeastDraws, Math.Min(mostDraws, Math.Ceiling(LogOfRisk / (2 * left * left))));
        error += Math.Sqrt(LogOfRisk / (2.0 * draws));
        var random = new SeededGenerator(Seed);
        var counts = CountsByNode(draws, random);
        var sums = new long[draws];
        var start = 0;
        var tables = PrepareTables();
        var events = _rare.Count + _fresh.Count > 0 ? new AliasTable(_rare.Count + _fresh.Count) : null;
        for (var node = 0; node < counts.Length; node++)
        {
            if (counts[node] == 0) continue;
            var end = start + counts[node];
            foreach (var table in tables) table.Add(this, node, sums, start, end, random);
            if (events is not null) AddEvents(events, node, sums, start, end, random);
            if (rest is not null) AddRest(rest[node], sums, start, end, random);
            start = end;
        }

        return new(sums, Seed, Math.Min(1, error));
    }

    private int[] CountsByNode(int draws, SeededGenerator random)
    {
        var counts = new int[_terms.Nodes.Count];
        if (counts.Length == 1)
        {
            counts[0] = draws;
            return counts;
        }

        var nodes = new AliasTable(_terms.Width);
        nodes.Set(_terms.Weights);
        for (var i = 0; i < draws; i++) counts[nodes.Draw(random)]++;
        return counts;
    }

    private OutcomeTable[] PrepareTables()
    {
        var tables = new OutcomeTable[_tables.Count];
        for (var i = 0; i < tables.Length; i++) tables[i] = new(_all, _tables[i]);
        return tables;
    }

    private void AddEvents(AliasTable table, int node, long[] sums, int start, int end, SeededGenerator random)
    {
        var weights = new double[_rare.Count + _fresh.Count];
        var total = 0.0;
        for (var i = 0; i < _rare.Count; i++)
        {
            var p = _terms.Row(_rare[i])[node];
            weights[i] = -LogOfOneMinus(p) * _all.Counts[_rare[i]];
            total += weights[i];
        }

        for (var i = 0; i < _fresh.Count; i++)
        {
            weights[_rare.Count + i] = _all.NewRates[_fresh[i]] * _terms.Growth[node];
            total += weights[_rare.Count + i];
        }

        if (!(total > 0)) return;
        table.Set(weights);
        var numbers = PoissonNumbers(total);
        var number = new AliasTable(numbers.Length);
        number.Set(numbers);
        var seen = new long[numbers.Length];
        for (var draw = start; draw < end; draw++)
        {
            var events = number.Draw(random);
            var sum = 0L;
            for (int i = 0, deals = 0; i < events; i++)
            {
                var place = table.Draw(random);
                if (place >= _rare.Count)
                {
                    sum += _all.NewAmounts[_fresh[place - _rare.Count]];
                    continue;
                }

                // Which one of equal deals it is, and whether it is won already.
                var count = _all.Counts[_rare[place]];
                var which = ((long)place << 32) | (count == 1 ? 0 : (long)((random.Next() >> 32) * (ulong)count >> 32));
                if (Array.IndexOf(seen, which, 0, deals) >= 0) continue;
                seen[deals++] = which;
                sum += _all.Amounts[_rare[place]];
            }

            sums[draw] += sum;
        }
    }

    private static void AddRest(GridLaw law, long[] sums, int start, int end, SeededGenerator random)
    {
        var shares = new double[law.Values.Length - 1];
        for (var i = 0; i < shares.Length; i++) shares[i] = law.Values[i + 1] - law.Values[i];
        shares[0] += law.Values[0];
        var cells = new AliasTable(shares.Length);
        cells.Set(shares);
        for (var draw = start; draw < end; draw++)
        {
            var within = (random.Next() >> 11) * (1.0 / (1UL << 53));
            var at = law.Start + ((cells.Draw(random) + within) * law.Cell);
            // A sum of whole steps; its law is known between them.
            sums[draw] += (long)Math.Max(0, Math.Ceiling(at - 0.5));
        }
    }

    /// <summary>Poisson probabilities as far as they count.</summary>
    private static double[] PoissonNumbers(double rate)
    {
        var most = (int)Math.Ceiling(rate + (8 * Math.Sqrt(rate)) + 16);
        var numbers = new double[most + 1];
        var log = -rate;
        for (var i = 0; i <= most; i++)
        {
            if (i > 0) log += Logarithm.Of(rate / i);
            numbers[i] = log < -700 ? 0 : Exponential.Exp(log);
        }

        return numbers;
    }

    private static double LogOfOneMinus(double p) => Logarithm.Of(Math.Max(1e-300, 1 - p)) is var log && p < 1e-9 ? -p : log;

    /// <summary>The outcomes of some classes of deals, each of one amount, all combinations.</summary>
    private sealed class OutcomeTable
    {
        private readonly List<int[]> _classes;
        private readonly LatticeTerms _terms;
        private readonly long[] _values;
        private readonly double[] _weights;
        private readonly AliasTable _table;

        public OutcomeTable(LatticeTerms terms, List<int[]> classes)
        {
            _classes = classes;
            _terms = terms;
            var size = 1;
            foreach (var each in classes) size *= CountOf(each) + 1;
            _values = new long[size];
            _weights = new double[size];
            _table = new(size);
            var used = 1;
            foreach (var each in classes)
            {
                var count = CountOf(each);
                for (var wins = count; wins >= 0; wins--)
                {
                    for (var i = 0; i < used; i++) _values[(wins * used) + i] = _values[i] + (wins * terms.Amounts[each[0]]);
                }

                used *= count + 1;
            }
        }

        public void Add(Simulation simulation, int node, long[] sums, int start, int end, SeededGenerator random)
        {
            _weights[0] = 1;
            var used = 1;
            foreach (var each in _classes)
            {
                var wins = Wins(each, simulation._terms, node);
                for (var k = wins.Length - 1; k >= 0; k--)
                {
                    for (var i = 0; i < used; i++) _weights[(k * used) + i] = _weights[i] * wins[k];
                }

                used *= wins.Length;
            }

            _table.Set(_weights);
            for (var draw = start; draw < end; draw++) sums[draw] += _values[_table.Draw(random)];
        }

        private int CountOf(int[] deals)
        {
            var count = 0;
            foreach (var deal in deals) count += _terms.Counts[deal];
            return count;
        }

        /// <summary>The probabilities of how many deals of a class are won.</summary>
        private double[] Wins(int[] deals, ConditionalTerms conditional, int node)
        {
            var wins = new double[CountOf(deals) + 1];
            wins[0] = 1;
            var used = 1;
            foreach (var deal in deals)
            {
                var p = conditional.Row(deal)[node];
                for (var count = _terms.Counts[deal]; count > 0; count--, used++)
                {
                    for (var k = used; k > 0; k--) wins[k] = (wins[k] * (1 - p)) + (wins[k - 1] * p);
                    wins[0] *= 1 - p;
                }
            }

            return wins;
        }
    }
}
