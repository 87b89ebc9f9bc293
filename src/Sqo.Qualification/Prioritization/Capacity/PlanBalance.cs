using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>
/// Spreads a selection evenly over the owners, without changing what is selected: deals that may move go to owners with a smaller share of
/// their hours in use. So of equal deals, owners with equal hours get numbers that differ by at most one. Then deals go back to their own
/// owners, where one of the same length can take their place.
/// </summary>
internal static class PlanBalance
{
    private const int MostPasses = 100;

    public static void Apply(PlanProblem problem, PlanState state)
    {
        var movable = Enumerable.Range(0, problem.Items.Length)
            .Where(item => state.OwnerOf(item) >= 0 && problem.Items[item].Owners.Length > 1).ToArray();
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var isChanged = false;
            foreach (var item in movable) isChanged |= Move(problem, item, state);
            if (!isChanged) break;
        }

        BringHome(problem, movable, state);
    }

    /// <summary>Moves an item to where the sum of used minutes squared per hour falls most.</summary>
    private static bool Move(PlanProblem problem, int index, PlanState state)
    {
        var item = problem.Items[index];
        var (from, level) = (state.OwnerOf(index), state.LevelOf(index));
        double minutes = item.Minutes[level];
        if (minutes == 0 || problem.Hours[from] <= 0) return false;
        var relief = ((2 * state.Minutes(from)) - minutes) * minutes / problem.Hours[from];
        var (best, least) = (-1, relief - 1e-9);
        foreach (var owner in item.Owners)
        {
            if (owner == from || problem.Hours[owner] <= 0) continue;
            var burden = ((2 * state.Minutes(owner)) + minutes) * minutes / problem.Hours[owner];
            if (burden < least && CanGo(index, owner, level, state)) (best, least) = (owner, burden);
        }

        if (best < 0) return false;
        state.Take(index);
        state.Put(index, best, level);
        return true;
    }

    private static bool CanGo(int item, int owner, int level, PlanState state)
    {
        var from = state.OwnerOf(item);
        state.Take(item);
        var can = false;
        if (state.Fits(item, owner, level))
        {
            state.Put(item, owner, level);
            can = state.Holds(item, owner) && state.Holds(item, from) && state.HoldsSpread();
            state.Take(item);
        }

        state.Put(item, from, level);
        return can;
    }

    private static void BringHome(PlanProblem problem, int[] movable, PlanState state)
    {
        var byLength = new Dictionary<int, List<int>>();
        foreach (var item in movable)
        {
            var minutes = problem.Items[item].Minutes[state.LevelOf(item)];
            if (!byLength.TryGetValue(minutes, out var same)) byLength.Add(minutes, same = []);
            same.Add(item);
        }

        foreach (var item in movable)
        {
            var (home, at) = (problem.Items[item].Own, state.OwnerOf(item));
            if (home < 0 || home == at || Array.BinarySearch(problem.Items[item].Owners, home) < 0) continue;
            foreach (var other in byLength[problem.Items[item].Minutes[state.LevelOf(item)]])
            {
                // One that is at home stays there.
                if (state.OwnerOf(other) != home || problem.Items[other].Own == home) continue;
                if (Array.BinarySearch(problem.Items[other].Owners, at) >= 0 && Swap(item, other, state)) break;
            }
        }
    }

    private static bool Swap(int item, int other, PlanState state)
    {
        var (at, home) = (state.OwnerOf(item), state.OwnerOf(other));
        var (level, otherLevel) = (state.LevelOf(item), state.LevelOf(other));
        state.Take(item);
        state.Take(other);
        state.Put(item, home, level);
        state.Put(other, at, otherLevel);
        var holds = state.Holds(item, home) && state.Holds(item, at) && state.Holds(other, at) && state.Holds(other, home);
        if (holds && state.HoldsSpread()) return true;
        state.Take(item);
        state.Take(other);
        state.Put(item, at, level);
        state.Put(other, home, otherLevel);
        return false;
    }
}
