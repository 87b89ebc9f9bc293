using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>
/// Solves a problem part by part: with dynamic programming where a part is one owner's hours and deals, else with branch and bound, and
/// with local search where these would take too long.
/// </summary>
internal sealed class PlanSolver
{
    private const double AnHour = 60;

    // Beyond this many ways to choose an item, no search of all selections comes to an end.
    private const int MostWays = 6_000;
    private const int MostNodesForGains = 300_000;

    private readonly PlanProblem _problem;
    private readonly PlanMethod? _asked;

    // For the problems with an hour more, one after the other.
    private PlanState? _longer;

    public PlanSolver(PlanProblem problem, PlanMethod? asked)
    {
        _problem = problem;
        _asked = asked;
        State = new PlanState(problem);
        Prices = new double[problem.Limits.Count];
        Methods = new PlanMethod[problem.Owners];
        AreExact = new bool[problem.Owners];
        GainsOfAnHour = new double?[problem.Owners];
    }

    /// <summary>The selection.</summary>
    public PlanState State { get; }

    /// <summary>The prices of the rows, which prove the bound.</summary>
    public double[] Prices { get; }

    /// <summary>The bound of the sum of the gains.</summary>
    public double Bound { get; private set; }

    public PlanMethod[] Methods { get; }

    public bool[] AreExact { get; }

    public double?[] GainsOfAnHour { get; }

    public void Solve()
    {
        var scratch = new PlanState(_problem);
        foreach (var part in PlanPart.Of(_problem))
        {
            var solved = SolvePart(_problem, part, scratch);
            Bound += solved.Prices.Bound;
            foreach (var row in part.Rows) Prices[row] = solved.Prices.Rows[row];
            foreach (var owner in part.Owners)
            {
                Methods[owner] = solved.Method;
                AreExact[owner] = solved.IsExact;
                GainsOfAnHour[owner] = GainOf(part, owner, solved);
            }

            foreach (var item in part.Items)
            {
                if (scratch.OwnerOf(item) < 0) continue;
                State.Put(item, scratch.OwnerOf(item), scratch.LevelOf(item));
                scratch.Take(item);
            }
        }

        PlanBalance.Apply(_problem, State);
    }

    private Solved SolvePart(PlanProblem problem, PlanPart part, PlanState state)
    {
        var relaxation = new HoursRelaxation(problem, part.Items, part.HasOtherRows);
        var prices = PlanPrices.OfHours(problem, part, relaxation);
        if (part.Items.Length == 0) return new(PlanMethod.DynamicProgramming, true, prices, 0, 0);
        var search = new LocalSearch(problem, part);
        search.Greedy(relaxation, state);
        if (_asked == PlanMethod.Greedy)
        {
            return new(PlanMethod.Greedy, false, prices.Improved(relaxation, state.Value), state.Value, 0);
        }

        if (_asked is null && IsOneOwner(problem, part, out var owner))
        {
            prices = prices.Improved(relaxation, state.Value);
            if (SolveByMinutes(problem, part, owner, prices, state))
            {
                return new(PlanMethod.DynamicProgramming, true, prices, state.Value, 0);
            }
        }

        search.Improve(prices, state);
        if (part.HasOtherRows)
        {
            prices = prices.Improved(relaxation, state.Value);
            // In the order of these prices it may come out better.
            var other = new PlanState(problem);
            relaxation.Solve((double[])prices.Rows.Clone());
            search.Greedy(relaxation, other);
            search.Improve(prices, other);
            if (other.Value > state.Value) state.CopyFrom(other);
        }

        if (_asked is null && (long)part.Items.Length * part.Owners.Length <= MostWays)
        {
            var share = Math.Min(1, Math.Max(0.02, 2.0 * part.Items.Length / problem.Items.Length));
            if (BranchAndBound.Run(problem, part, prices, state, share, out var nodes))
            {
                return new(PlanMethod.BranchAndBound, true, prices, state.Value, nodes);
            }
        }

        return new(PlanMethod.LocalSearch, false, prices, state.Value, 0);
    }

    /// <summary>Whether a part is no more than an owner's hours, and the number of the owner's deals.</summary>
    private static bool IsOneOwner(PlanProblem problem, PlanPart part, out int owner)
    {
        owner = part.Owners[0];
        if (part.Owners.Length > 1 || problem.HasSpread) return false;
        foreach (var row in part.Rows)
        {
            if (row >= problem.Owners + problem.DealRows) return false;
        }

        return true;
    }

    /// <summary>
    /// Dynamic programming on the items that are not decided by the prices: an item whose choice, or whose absence, would cost at least
    /// what the bound is above the greedy selection is decided (Balas and Zemel 1980). Returns whether the program was small enough.
    /// </summary>
    private static bool SolveByMinutes(PlanProblem problem, PlanPart part, int owner, PlanPrices prices, PlanState state)
    {
        var gap = prices.Bound - state.Value;
        if (gap <= BranchAndBound.Rounding * prices.Bound) return true;
        var (core, kept) = (new List<int>(), new List<KeyValuePair<int, int>>());
        var (minutes, deals, value) = (problem.Free[owner], problem.MostDeals[owner], 0.0);
        foreach (var item in part.Items)
        {
            var best = prices.BestReduced(item);
            var (open, level) = (0, -1);
            for (var other = 0; other < problem.Items[item].Minutes.Length; other++)
            {
                if (problem.Items[item].Minutes[other] > problem.Free[owner] || best - prices.Reduced(item, owner, other) >= gap) continue;
                open++;
                level = other;
            }

            if (open == 0) continue;
            if (open > 1 || best < gap)
            {
                core.Add(item);
                continue;
            }

            kept.Add(new(item, level));
            minutes -= problem.Items[item].Minutes[level];
            value += problem.Items[item].Gains[level];
            if (deals >= 0 && !problem.Items[item].IsOnTop) deals--;
        }

        // If what is decided doesn't fit, nothing is better than the greedy selection.
        if (minutes < 0 || (problem.MostDeals[owner] >= 0 && deals < 0)) return true;
        if (MinuteProgram.For(problem, core, owner, minutes, deals) is not { } program) return false;
        if (value + program.Run(core) <= state.Value) return true;
        state.Clear(part.Items);
        foreach (var item in kept) state.Put(item.Key, owner, item.Value);

        program.Choose(core, state);
        return true;
    }

    /// <summary>Solves a part once more with an hour more for an owner, if that is as quick as it was.</summary>
    private double? GainOf(PlanPart part, int owner, Solved solved)
    {
        if (!solved.IsExact || (long)solved.Nodes * part.Owners.Length > MostNodesForGains) return null;
        if (part.Items.Length == 0) return 0;
        // An hour more of an overloaded owner first goes into what must be done.
        var free = Math.Max(0, _problem.Hours[owner] + AnHour - _problem.Musts[owner]);
        var longer = _problem.With(owner, AnHour, free, part.Items);
        _longer ??= new PlanState(longer);
        _longer.Turn(longer);
        var again = SolvePart(longer, part, _longer);
        _longer.Clear(part.Items);
        return again.IsExact ? Math.Max(0, again.Value - solved.Value) : null;
    }

    private readonly struct Solved(PlanMethod method, bool isExact, PlanPrices prices, double value, int nodes)
    {
        public PlanMethod Method => method;

        public bool IsExact => isExact;

        public PlanPrices Prices => prices;

        public double Value => value;

        public int Nodes => nodes;
    }
}
