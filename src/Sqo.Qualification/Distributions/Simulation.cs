using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Draws of a sum from a seed. Each draw first picks a node of the shared factor, so that draws are independent and identically
/// distributed, and the inequality of Dvoretzky, Kiefer and Wolfowitz holds in Massart's form (1990): with n draws the greatest error
/// exceeds e with a probability of at most 2 exp(-2 n e²). Given the node, deals of medium probability are drawn several at a time from
/// tables of their outcomes (<see cref="OutcomeTables"/>); the unlikely outcomes of the other deals, and new business, are drawn as the
/// events of a Poisson process (<see cref="RareEvents"/>); and the many smaller deals for which this would take too long are drawn
/// together from their law under the node (<see cref="RestLaw"/>), whose error adds to that of the draws.
/// </summary>
internal sealed class Simulation
{
    public const long Seed = 1;

    /// <summary>With a probability below this, or above 1 minus this, the unlikely outcome is drawn as an event.</summary>
    public const double Rare = 0.15;

    /// <summary>From this rate on, the number of new business of an amount is drawn from a table.</summary>
    public const double Frequent = 0.5;

    // ln(2 / 1e-9): the bound holds with a probability of 1 - 1e-9; and ln(2 / 5e-10), where other draws had the other half of the risk.
    private const double LogOfRisk = 21.42;
    private const double LogOfHalfRisk = 22.11;

    // The cost limit of a draw, in nanoseconds, and how many times as much it may be under one node; the cost of a table, of an event, and
    // of preparing an outcome for all draws.
    private const double MostCost = 220;
    private const int MostOfNode = 8;
    private const double MostPlanned = 150;
    private const double TableCost = 5;
    private const double EventCost = 3;
    private const double OutcomeCost = 15.0 / 450_000;
    private const int LeastDraws = 1_000;
    private const int SampledNodes = 8;

    // The greatest share of the error wanted that is left to the nodes and the law of the rest.
    private const double MostOtherError = 0.32;

    // The least decay of the characteristic function of the rest.
    private const double LeastDecay = 20;

    // From this cost of a draw on, all but the first few amounts are left to the rest if these are so many times as large, and if the rest
    // has no jumps under a node below which this share lies.
    private const double LeastCutCost = 50;
    private const double LeastCutRatio = 8;
    private const int MostCut = 32;
    private const double LowShare = 1e-3;

    private readonly ConditionalTerms _terms;
    private readonly int _mostOutcomes;
    private readonly List<AmountClass> _classes;
    private readonly int[] _ends;
    private double _cost;

    /// <param name="terms">The terms under each node.</param>
    public Simulation(ConditionalTerms terms)
    {
        _terms = terms;
        _mostOutcomes = OutcomeTables.MostOutcomes(terms.Nodes.Count);
        _classes = AmountClass.All(terms.Terms);
        _ends = new int[terms.Nodes.Count];
    }

    /// <summary>About the cost of a draw of all terms, in nanoseconds, from a few nodes; null if it is near the limit or above.</summary>
    public double? Cost()
    {
        double cost = 0, weight = 0;
        var stride = Math.Max(1, _ends.Length / SampledNodes);
        for (var node = stride / 2; node < _ends.Length; node += stride)
        {
            var column = _terms.Column(node);
            var sum = 0.0;
            for (var i = 0; i < _classes.Count && sum <= MostOfNode * MostCost; i++) sum += CostOf(_classes[i], node, column);
            cost += _terms.Weights[node] * sum;
            weight += _terms.Weights[node];
        }

        return cost > MostPlanned * weight ? null : cost / weight;
    }

    /// <summary>Simulates the law.</summary>
    /// <param name="wanted">
    /// The maximum error wanted; it may be exceeded if there are many terms and the bound of the law of the smaller ones is larger.
    /// </param>
    /// <param name="mostDraws">The maximum number of draws.</param>
    /// <param name="mostWork">The maximum number of factors for the law of the rest.</param>
    /// <param name="isLast">Whether to draw even if the error will be greater than wanted; otherwise the result is null.</param>
    /// <param name="hasOtherDraws">Whether draws by strata were made before, and not used: the risk of both together is the same.</param>
    public SampleLaw? Run(double wanted, int mostDraws, long mostWork, bool isLast, bool hasOtherDraws = false)
    {
        Plan();
        return Draw(wanted, mostDraws, mostWork, isLast, hasOtherDraws ? LogOfHalfRisk : LogOfRisk);
    }

    /// <summary>
    /// Adds the greatest amounts first under each node, up to the cost limit of a draw: the same ones for few nodes, separately for many.
    /// </summary>
    private void Plan()
    {
        // The ends with their total cost, for caps in descending order.
        var caps = _ends.Length <= RestLaw.MostFourierNodes ? new[] { MostCost }
            : [MostOfNode * MostCost, 4 * MostCost, 2 * MostCost, MostCost];
        var ends = new int[caps.Length, _ends.Length];
        var means = new double[caps.Length];
        var averages = caps.Length == 1 ? new double[_classes.Count] : [];
        for (var node = 0; node < _ends.Length; node++)
        {
            var column = _terms.Column(node);
            var cost = 0.0;
            var cap = caps.Length - 1;
            for (var i = 0; i < _classes.Count && (cap >= 0 || averages.Length > 0); i++)
            {
                var more = CostOf(_classes[i], node, column);
                if (averages.Length > 0) averages[i] += _terms.Weights[node] * more;
                for (; cap >= 0
                    && cost + more > caps[cap]; cap--) (ends[cap, node], means[cap]) = (i, means[cap] + (_terms.Weights[node] * cost));
                cost += more;
            }

            for (; cap >= 0; cap--) (ends[cap, node], means[cap]) = (_classes.Count, means[cap] + (_terms.Weights[node] * cost));
        }

        var taken = Array.FindIndex(means, mean => mean <= MostCost);
        for (var node = 0; node < _ends.Length; node++) _ends[node] = ends[taken, node];
        _cost = means[taken];
        if (averages.Length == 0) return;
        // Few nodes need only one law of the rest, on the average of all.
        var sum = 0.0;
        var end = Array.FindIndex(averages, cost => (sum += cost) > MostCost);
        // So few terms have no law without jumps: more of them are left to it.
        var decay = 0.0;
        for (var i = _classes.Count - 1; end >= 0 && i >= 0 && (i >= end || decay < LeastDecay); i--)
        {
            decay += DecayOf(_classes[i], null, _terms.Terms.Probabilities);
            if (i < end && decay >= LeastDecay) end = i;
        }

        for (var node = 0; node < _ends.Length; node++) _ends[node] = end < 0 ? _classes.Count : end;
    }

    /// <summary>The mean of the logarithm of a class's characteristic function over all angles, with the sign reversed.</summary>
    private double DecayOf(AmountClass amounts, int? node, double[] probabilities)
    {
        var decay = amounts.NewRate * (node is { } given ? _terms.Growth[given] : 1);
        foreach (var deal in amounts.Deals)
        {
            var p = probabilities[deal];
            decay -= Logarithm.Of(Math.Max(p, 1 - p)) * _terms.Terms.Counts[deal];
        }

        return decay;
    }

    private double CostOf(AmountClass amounts, int node, double[] column)
    {
        var rate = amounts.NewRate * _terms.Growth[node];
        double middling = 0, events = rate < Frequent ? rate : 0;
        if (rate >= Frequent) middling = rate + (8 * Math.Sqrt(rate)) + 16;
        foreach (var deal in amounts.Deals)
        {
            var p = column[deal];
            if (p is >= Rare and <= 1 - Rare) middling += _terms.Terms.Counts[deal];
            else events += Math.Min(p, 1 - p) * _terms.Terms.Counts[deal];
        }

        if (middling == 0) return events * EventCost;
        var share = Logarithm.Of(middling + 1) / Logarithm.Of(_mostOutcomes);
        // Includes the share of each draw in what is prepared once per node.
        return (events * EventCost) + (share * TableCost) +
            (OutcomeCost / _terms.Weights[node] * ((share * _mostOutcomes) + (middling * middling / 8)));
    }

    /// <summary>The law of what is not drawn one by one; null if nothing is left.</summary>
    private RestLaw? Rest(double wanted, long mostWork)
    {
        var cut = _ends.Length <= RestLaw.MostFourierNodes && _cost >= LeastCutCost ? Cut() : 0;
        if (cut > 0)
        {
            var ends = Array.ConvertAll(_ends, _ => cut);
            if (RestLaw.Of(_terms, _classes, ends, mostWork) is var rest && rest.ErrorBound <= MostOtherError * wanted)
            {
                ends.CopyTo(_ends, 0);
                return rest;
            }
        }

        return Array.Exists(_ends, end => end < _classes.Count) ? RestLaw.Of(_terms, _classes, _ends, mostWork) : null;
    }

    /// <summary>The class after the widest gap between the first few amounts; 0 if they are close.</summary>
    private int Cut()
    {
        var cut = 0;
        var widest = LeastCutRatio;
        for (var i = 1; i < _classes.Count && i <= MostCut; i++)
        {
            var ratio = _classes[i - 1].Amount / (double)_classes[i].Amount;
            if (ratio >= widest) (cut, widest) = (i, ratio);
        }

        var low = 0;
        for (var below = _terms.Weights[0]; below < LowShare; low++) below += _terms.Weights[low + 1];
        var decay = 0.0;
        for (var i = cut; i < _classes.Count; i++) decay += DecayOf(_classes[i], low, _terms.Column(low));
        return decay < LeastDecay ? 0 : cut;
    }

    private SampleLaw? Draw(double wanted, int mostDraws, long mostWork, bool isLast, double logOfRisk)
    {
        var rest = Rest(wanted, mostWork);
        var error = _terms.Nodes.Error + (AliasTable.Rounding * _classes.Count) + (rest?.ErrorBound ?? 0);
        if (!isLast && error > MostOtherError * wanted) return null;
        // The draws get the rest of the error, but at least most of the error wanted.
        var left = Math.Max(wanted - error, wanted * (1 - MostOtherError));
        var draws = (int)Math.Max(LeastDraws, Math.Min(mostDraws, Math.Ceiling(logOfRisk / (2 * left * left))));
        error += Math.Sqrt(logOfRisk / (2.0 * draws));
        var bits = new RandomBits(Seed);
        var counts = CountsByNode(draws, bits);
        var sums = new long[draws];
        var start = 0;
        var tables = new OutcomeTables(_terms, _classes, _mostOutcomes, bits);
        var events = new RareEvents(_terms, _classes, bits, Frequent);
        for (var node = 0; node < counts.Length; node++)
        {
            if (counts[node] == 0) continue;
            var end = start + counts[node];
            tables.Add(node, _ends[node], sums, start, end);
            events.Add(node, 0, _ends[node], sums, start, end);
            rest?.Add(node, sums, start, end, bits);
            start = end;
        }

        var atZero = rest is null ? AtZero() : -1;
        // A win so unlikely that no draw has one keeps its probability, at the smallest amount.
        if (atZero is >= 0 and < 1 && Array.TrueForAll(sums, sum => sum == 0)) sums[0] = _classes[_classes.Count - 1].Amount;
        return new(SampleLaw.Sorted(sums), Seed, Math.Min(1, error), atZero);
    }

    private double AtZero() => _terms.Mean(
        AmountLayer.NoWinOf(_terms, Indexes.Of(_terms.Terms.GroupCount), Indexes.Of(_terms.Terms.NewCount)));

    private int[] CountsByNode(int draws, RandomBits bits)
    {
        var counts = new int[_terms.Nodes.Count];
        if (counts.Length == 1)
        {
            counts[0] = draws;
            return counts;
        }

        var nodes = new AliasTable(_terms.Width);
        nodes.Set(_terms.Weights, _terms.Width);
        for (var i = 0; i < draws; i++) counts[nodes.Draw(bits.Next())]++;
        return counts;
    }
}
