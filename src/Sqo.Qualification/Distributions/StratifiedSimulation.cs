using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Few draws of a sum under a strong shared factor: each node of the factor has the same number of them, and under a node the outcomes of
/// the largest terms are drawn evenly, so that hardly any draw could have landed on the other side of a given amount.
/// The error of a cumulative probability follows from Bernstein's inequality. The variance in it is at most the expected number of pairs
/// of draws between which the amount lies, and this number is bounded by Chernoff's inequality. Both hold at the quantiles of a grid,
/// between which a cumulative probability rises by one part of the grid.
/// </summary>
internal sealed class StratifiedSimulation
{
    private const double Risk = 5e-10;
    private const int Grid = 8192;
    private const int Nodes = 512;
    private const int PilotNodes = 64;
    private const int PilotDraws = 8192;
    private const ulong PilotSeed = 2;
    private const double Caution = 1.2;

    // The numbers of draws have this step, so that each node has the same number, and whole pairs.
    private const int Step = 2 * Nodes;
    private const int LeastDraws = 24 * Step;
    private const int MostDraws = 1 << 20;

    // The greatest number of outcomes of the largest terms.
    private const int MostOutcomes = 256;

    // The cost of a draw, of a deal and an event in it, and of a term under a node, in nanoseconds.
    private const double DrawCost = 65;
    private const double DealCost = 0.65;
    private const double EventCost = 5;
    private const double TermCost = 25;
    private const int SampledNodes = 8;

    // The logarithm of the number of inequalities over their risk: two sides and their variances at each place of the grid.
    private static readonly double LogOfRisk = Logarithm.Of(4 * Grid / Risk);

    private readonly LatticeTerms _all;
    private readonly SharedFactor _factor;
    private readonly List<AmountClass> _classes;
    private readonly double _wanted;
    private readonly double _fixedError;
    private int _draws;

    private StratifiedSimulation(LatticeTerms terms, SharedFactor factor, double wanted)
    {
        _all = terms;
        _factor = factor;
        _wanted = wanted;
        _classes = AmountClass.All(terms);
        _fixedError = (0.5 / Nodes) + (1.0 / Grid);
        foreach (var count in terms.Counts) _fixedError += MiddlingDeals.Rounding * count;
    }

    /// <summary>The expected cost of the draws, in nanoseconds.</summary>
    public double Cost { get; private set; }

    /// <summary>Plans a simulation by a small one; null if it would cost more than a limit, or its error be too large.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="factor">Their factor.</param>
    /// <param name="wanted">The maximum error wanted.</param>
    /// <param name="mostCost">The cost limit, in nanoseconds.</param>
    public static StratifiedSimulation? Plan(LatticeTerms terms, SharedFactor factor, double wanted, double mostCost)
    {
        var simulation = new StratifiedSimulation(terms, factor, wanted);
        return simulation.TryPlan(mostCost) ? simulation : null;
    }

    /// <summary>The law; null if its error is larger than wanted.</summary>
    public SampleLaw? Run()
    {
        var (sums, share) = Draw(Nodes, _draws, Simulation.Seed);
        var error = ErrorOf(share, _draws) + _fixedError;
        return error > _wanted ? null : new(sums, Simulation.Seed, error, -1);
    }

    private bool TryPlan(double mostCost)
    {
        var each = CostOfDraw();
        var nodes = Nodes * TermCost * (_all.GroupCount + _all.NewCount);
        var most = Math.Min(MostDraws, (mostCost - nodes) / each);
        if (most < LeastDraws || _fixedError >= _wanted) return false;
        // In the simulation a node may have fewer draws, and more of the pairs lie apart.
        var share = Draw(PilotNodes, PilotDraws, PilotSeed).Apart * Caution;
        for (_draws = LeastDraws; _draws <= most && ErrorOf(share, _draws) + _fixedError > _wanted;) _draws += _draws / Step / 8 * Step;
        Cost = nodes + (_draws * each);
        return _draws <= most;
    }

    private double CostOfDraw()
    {
        var terms = new ConditionalTerms(_all, _factor, FactorNodes.OfEqualWeight(SampledNodes));
        double middling = 0, events = 0;
        for (var node = 0; node < SampledNodes; node++)
        {
            var column = terms.Column(node);
            for (var deal = 0; deal < column.Length; deal++)
            {
                var p = column[deal];
                if (p is >= Simulation.Rare and <= 1 - Simulation.Rare) middling += _all.Counts[deal];
                else events += Math.Min(p, 1 - p) * _all.Counts[deal];
            }

            foreach (var rate in _all.NewRates) events += rate * terms.Growth[node];
        }

        return DrawCost + (((DealCost * middling) + (EventCost * events)) / SampledNodes);
    }

    /// <summary>The greatest error of draws at any place, if so many pairs of neighbors per draw are apart.</summary>
    private static double ErrorOf(double apart, int draws)
    {
        var half = LogOfRisk / 2;
        var root = Math.Sqrt((apart * draws) + half) + Math.Sqrt(half);
        return ((root * Math.Sqrt(2 * LogOfRisk)) + (LogOfRisk / 3)) / draws;
    }

    private (long[] Sums, double Apart) Draw(int nodeCount, int draws, ulong seed)
    {
        var terms = new ConditionalTerms(_all, _factor, FactorNodes.OfEqualWeight(nodeCount));
        var bits = new RandomBits(seed);
        var largest = new LargestOutcomes(terms, _classes, MostOutcomes);
        var events = new RareEvents(terms, _classes, bits, double.PositiveInfinity);
        var coins = new MiddlingDeals(terms, _classes, bits);
        var sums = new long[draws];
        var start = 0;
        for (var node = 0; node < nodeCount; node++)
        {
            var end = start + (draws / nodeCount);
            var first = largest.Add(node, sums, start, end, bits);
            events.Add(node, first, _classes.Count, sums, start, end);
            coins.Add(node, first, sums, start, end);
            start = end;
        }

        sums = SortedWithPairs(sums, out var apart);
        return (sums, (double)apart / draws);
    }

    /// <summary>
    /// Sorts the sums, and finds the greatest number of pairs of neighbors between which an amount lies: in one order, with the lowest
    /// digit for the greater of a pair.
    /// </summary>
    private static long[] SortedWithPairs(long[] sums, out int apart)
    {
        for (var i = 0; i < sums.Length; i += 2)
        {
            var (a, b) = (sums[i], sums[i + 1]);
            (sums[i], sums[i + 1]) = (2 * Math.Min(a, b), (2 * Math.Max(a, b)) + 1);
        }

        sums = SampleLaw.Sorted(sums);
        apart = 0;
        var open = 0;
        for (var i = 0; i < sums.Length; i++)
        {
            open += 1 - (2 * (int)(sums[i] & 1));
            sums[i] >>= 1;
            // Equal ones count from the last of them on.
            if (i + 1 == sums.Length || sums[i + 1] >> 1 != sums[i]) apart = Math.Max(apart, open);
        }

        return sums;
    }
}
