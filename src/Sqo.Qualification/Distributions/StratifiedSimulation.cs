using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Draws of a sum under a strong shared factor, of which few suffice: each node of the factor has the same number of them, and under a
/// node the outcomes of the largest terms are drawn evenly, so that most draws could hardly have come out on the other side of an amount.
/// The error of a cumulative probability follows from Bernstein's inequality. The variance in it is at most the expected number of pairs
/// of draws between which the amount lies, and this number is bounded by Chernoff's inequality. Both hold at the quantiles of a grid,
/// between which a cumulative probability rises by one part of the grid. If there are many deals, the smaller ones are normal under each
/// node, with the error of Berry and Esseen between a law that is too low and one that is too high (<see cref="NormalRest"/>).
/// </summary>
internal sealed class StratifiedSimulation
{
    private const double Risk = 5e-10;
    private const int Grid = 2048;
    private const int PilotNodes = 64;
    private const int PilotDraws = 8192;
    private const ulong PilotSeed = 2;
    private const int LeastDraws = 24_576;
    private const int MostDraws = 1 << 20;

    // The greatest number of outcomes of the largest terms, and the least number of deals that the normal law is for.
    private const int MostOutcomes = 256;
    private const int MostDeals = 3_000;
    private const int LeastNormal = 1_000;

    // The greatest share of the error wanted that is left to the normal law.
    private const double MostGap = 0.2;

    private const int Nodes = 512;

    /// <summary>The cost limit of the draws, in nanoseconds.</summary>
    public const double MostCost = 2e9;

    // The cost of a draw of a deal, and of an event.
    private const double DealCost = 0.6;
    private const double EventCost = 4;

    // The logarithm of the number of inequalities over their risk: two sides and their variances at each place of the grid, of two laws.
    private static readonly double LogOfRisk = Logarithm.Of(8 * Grid / Risk);

    private readonly LatticeTerms _all;
    private readonly SharedFactor _factor;
    private readonly List<AmountClass> _classes;
    private int _end;

    private StratifiedSimulation(LatticeTerms terms, SharedFactor factor)
    {
        _all = terms;
        _factor = factor;
        _classes = AmountClass.All(terms);
        _end = _classes.Count;
        if (_end >= MostDeals + LeastNormal) _end = MostDeals;
    }

    /// <summary>The law; null if it would take too long or its error is not small enough.</summary>
    /// <param name="terms">The terms.</param>
    /// <param name="factor">Their factor.</param>
    /// <param name="wanted">The maximum error wanted.</param>
    /// <param name="mostCost">The cost limit of the draws, in nanoseconds.</param>
    public static SampleLaw? Try(LatticeTerms terms, SharedFactor factor, double wanted, double mostCost)
    {
        var simulation = new StratifiedSimulation(terms, factor);
        var pilot = simulation.Draw(PilotNodes, PilotDraws, PilotSeed, out var cost);
        if (pilot.Gap > MostGap * wanted)
        {
            simulation._end = simulation._classes.Count;
            pilot = simulation.Draw(PilotNodes, PilotDraws, PilotSeed, out cost);
        }

        var fixedError = (0.5 / Nodes) + (1.0 / Grid) + (MiddlingDeals.Rounding * terms.GroupCount);
        var left = wanted - pilot.Gap - fixedError;
        // A pilot has fewer nodes, so more of the pairs lie apart than in the simulation.
        var share = (double)pilot.Apart / PilotDraws;
        var draws = LeastDraws;
        while (draws <= MostDraws && DrawError(share * 1.1 * draws, draws) + (1.0 / draws) > left) draws += draws / 8;
        if (draws > MostDraws || draws * cost > mostCost) return null;
        var drawn = simulation.Draw(Nodes, draws, Simulation.Seed, out _);
        var error = drawn.Gap + fixedError + (1.0 / draws) + DrawError(drawn.Apart, draws);
        return error > wanted ? null : new(drawn.Sums, Simulation.Seed, error, -1);
    }

    /// <summary>The greatest error at the places of the grid.</summary>
    private static double DrawError(double apart, int draws)
    {
        var half = LogOfRisk / 2;
        var root = Math.Sqrt(apart + half) + Math.Sqrt(half);
        return ((root * Math.Sqrt(2 * LogOfRisk)) + (LogOfRisk / 3)) / draws;
    }

    private (long[] Sums, int Apart, double Gap) Draw(int nodeCount, int draws, ulong seed, out double cost)
    {
        var terms = new ConditionalTerms(_all, _factor, FactorNodes.OfEqualWeight(nodeCount)) { FirstGroup = FirstGroup() };
        var rest = _end < _classes.Count ? new NormalRest(terms, _classes, _end) : null;
        var bits = new RandomBits(seed);
        var largest = new LargestOutcomes(terms, _classes, _end, MostOutcomes);
        var events = new RareEvents(terms, _classes, bits, double.PositiveInfinity);
        var coins = new MiddlingDeals(terms, _classes, bits);
        var low = new long[draws];
        var high = rest is null ? low : new long[draws];
        cost = 0;
        var start = 0;
        for (var node = 0; node < nodeCount; node++)
        {
            var end = (int)((long)draws * (node + 1) / nodeCount);
            var first = largest.Add(node, low, start, end, bits);
            events.Add(node, first, _end, low, start, end);
            coins.Add(node, first, _end, low, start, end);
            cost += ((coins.Count * DealCost) + (events.Rate * EventCost)) / nodeCount;
            rest?.Add(node, low, high, start, end, bits);
            start = end;
        }

        var apart = Apart(low);
        if (rest is null) return (low, apart, 0);
        apart = Math.Max(apart, Apart(high));
        var both = new long[2 * draws];
        low.CopyTo(both, 0);
        high.CopyTo(both, draws);
        return (both, apart, (Greatest(SampleLaw.Sorted(low), SampleLaw.Sorted(high)) / (2.0 * draws)) + NormalRest.Beyond);
    }

    /// <summary>The first group of deals that is drawn; those before it, with smaller amounts, are normal.</summary>
    private int FirstGroup()
    {
        if (_end == _classes.Count) return 0;
        var first = _all.GroupCount;
        for (var i = 0; i < _end; i++)
        {
            foreach (var deal in _classes[i].Deals) first = Math.Min(first, deal);
        }

        return first;
    }

    /// <summary>The greatest number of pairs of neighbors between which an amount lies.</summary>
    private static int Apart(long[] sums)
    {
        var (least, most) = (new long[sums.Length / 2], new long[sums.Length / 2]);
        for (var i = 0; i < least.Length; i++)
        {
            var (a, b) = (sums[2 * i], sums[(2 * i) + 1]);
            (least[i], most[i]) = (Math.Min(a, b), Math.Max(a, b));
        }

        // An odd one out may lie on either side.
        return Greatest(SampleLaw.Sorted(least), SampleLaw.Sorted(most)) + (sums.Length % 2);
    }

    /// <summary>The greatest difference between the numbers of lower and of higher sums up to an amount.</summary>
    private static int Greatest(long[] lower, long[] higher)
    {
        int greatest = 0, above = 0;
        for (var i = 0; i < lower.Length; i++)
        {
            while (above < higher.Length && higher[above] <= lower[i]) above++;
            // Equal ones count from the last of them on.
            if (i + 1 == lower.Length || lower[i + 1] != lower[i]) greatest = Math.Max(greatest, i + 1 - above);
        }

        return greatest;
    }
}
