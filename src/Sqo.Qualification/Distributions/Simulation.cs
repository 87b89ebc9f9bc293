using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Draws of a sum from a seed. Each draw first takes a node of the shared factor, so that draws are independent and alike, and the inequality of Dvoretzky,
/// Kiefer and Wolfowitz holds in Massart's form (1990): with n draws the greatest error exceeds e with a probability of at most 2 exp(-2 n e²). Given the node,
/// deals of middling probability are drawn some at once, by tables of their outcomes (<see cref="OutcomeTables"/>); the others, by what is unlikely of them, and
/// new business as the events of a Poisson process (<see cref="RareEvents"/>); and the many smaller ones that this would take too long for together, by
/// their law under the node (<see cref="RestLaw"/>), whose error adds to that of the draws.
/// </summary>
internal sealed class Simulation
{
    public const long Seed = 1;

    /// <summary>Of a probability below this, or above 1 less this, what is unlikely is drawn as an event.</summary>
    public const double Rare = 0.06;

    // ln(2 / 1e-9): the bound holds with a probability of 1 - 1e-9.
    private const double LogOfRisk = 21.42;

    // What a draw may cost, in nanoseconds; of a table, of an event, of an outcome to be laid out for all draws.
    private const double MostCost = 130;
    private const double TableCost = 4;
    private const double EventCost = 7;
    private const double OutcomeCost = 15.0 / 450_000;
    private const int LeastDraws = 1_000;

    private readonly ConditionalTerms _terms;
    private readonly LatticeTerms _all;
    private readonly int _mostOutcomes;
    private readonly List<int[]> _classes = [];
    private readonly List<int> _fresh = [];
    private readonly List<int> _restDeals = [];
    private readonly List<int> _restFresh = [];

    private Simulation(ConditionalTerms terms)
    {
        _terms = terms;
        _all = terms.Terms;
        _mostOutcomes = OutcomeTables.MostOutcomes(terms.Nodes.Count);
        Plan();
    }

    /// <summary>The law.</summary>
    /// <param name="terms">The terms under each node.</param>
    /// <param name="wanted">What the error is to be at most; it may be more where terms are many and the law of the smaller ones has no bound as good.</param>
    /// <param name="mostDraws">How many draws at most.</param>
    /// <param name="mostWork">How many factors the law of the rest may take.</param>
    public static SampleLaw Run(ConditionalTerms terms, double wanted, int mostDraws, long mostWork) =>
        new Simulation(terms).Draw(wanted, mostDraws, mostWork);

    /// <summary>Takes the greatest amounts first, until a draw costs enough.</summary>
    private void Plan()
    {
        var order = new List<(long Amount, int Deal, int Fresh)>();
        for (var i = 0; i < _all.GroupCount; i++) order.Add((_all.Amounts[i], i, -1));
        for (var i = 0; i < _all.NewCount; i++) order.Add((_all.NewAmounts[i], -1, i));
        order.Sort((a, b) => a.Amount != b.Amount ? b.Amount.CompareTo(a.Amount) : a.Deal != b.Deal ? a.Deal.CompareTo(b.Deal) : a.Fresh.CompareTo(b.Fresh));
        var cost = 0.0;
        for (var from = 0; from < order.Count;)
        {
            // Deals of one amount together: what counts is how many of them are won.
            var to = from;
            var deals = new List<int>();
            for (; to < order.Count && order[to].Amount == order[from].Amount; to++)
            {
                if (order[to].Deal >= 0) deals.Add(order[to].Deal);
                else cost += _all.NewRates[order[to].Fresh] * EventCost;
            }

            if (deals.Count > 0) cost += CostOf(deals);
            if (cost > MostCost)
            {
                for (; from < order.Count; from++)
                {
                    if (order[from].Deal >= 0) _restDeals.Add(order[from].Deal);
                    else _restFresh.Add(order[from].Fresh);
                }

                return;
            }

            if (deals.Count > 0) _classes.Add([.. deals]);
            for (; from < to; from++)
            {
                if (order[from].Deal < 0) _fresh.Add(order[from].Fresh);
            }
        }
    }

    /// <summary>What deals of one amount cost a draw, on average over the nodes.</summary>
    private double CostOf(List<int> deals)
    {
        double cost = 0;
        for (var node = 0; node < _terms.Nodes.Count; node++)
        {
            double middling = 0, events = 0;
            foreach (var deal in deals)
            {
                var p = _terms.Row(deal)[node];
                if (p is >= Rare and <= 1 - Rare) middling += _all.Counts[deal];
                else events += Math.Min(p, 1 - p) * _all.Counts[deal];
            }

            var share = Logarithm.Of(middling + 1) / Logarithm.Of(_mostOutcomes);
            cost += (_terms.Weights[node] * ((events * EventCost) + (share * TableCost))) + (OutcomeCost * ((share * _mostOutcomes) + (middling * middling / 8)));
        }

        return cost;
    }

    private SampleLaw Draw(double wanted, int mostDraws, long mostWork)
    {
        var rest = _restDeals.Count + _restFresh.Count > 0 ? RestLaw.Of(_terms, [.. _restDeals], [.. _restFresh], mostWork) : null;
        var error = _terms.Nodes.Error + (AliasTable.Rounding * (_classes.Count + RareEvents.Most)) + (rest?.ErrorBound ?? 0);
        // The draws have what is left of the error, and most of what was wanted at the least.
        var left = Math.Max(wanted - error, wanted * 0.7);
        var draws = (int)Math.Max(LeastDraws, Math.Min(mostDraws, Math.Ceiling(LogOfRisk / (2 * left * left))));
        error += Math.Sqrt(LogOfRisk / (2.0 * draws));
        var random = new SeededGenerator(Seed);
        var counts = CountsByNode(draws, random);
        var sums = new long[draws];
        var start = 0;
        var tables = new OutcomeTables(_terms, _classes, _mostOutcomes);
        var events = new RareEvents(_terms, _classes, _fresh);
        for (var node = 0; node < counts.Length; node++)
        {
            if (counts[node] == 0) continue;
            var end = start + counts[node];
            tables.Add(node, sums, start, end, random);
            events.Add(node, sums, start, end, random);
            rest?.Add(node, sums, start, end, random);
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
        nodes.Set(_terms.Weights, _terms.Width);
        for (var i = 0; i < draws; i++) counts[nodes.Draw(random)]++;
        return counts;
    }
}
