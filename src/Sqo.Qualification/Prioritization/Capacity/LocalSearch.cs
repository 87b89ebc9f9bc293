using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>
/// Selects the items of a part greedily, and improves a selection: owner by owner with dynamic programming over the items near the price at
/// which hours run out, while the others stay as they are; and by exchanges, where there are rows other than hours.
/// </summary>
internal sealed class LocalSearch(PlanProblem problem, PlanPart part)
{
    private const int MostPasses = 4;
    private const int MostOwn = 60;
    private const int MostOthers = 150;
    private const int MostNear = 1_500;
    private const int MostExchanges = 300_000;

    /// <summary>
    /// The steepest pieces of the envelopes first, each if it fits, with the item's own owner or else with the one who has the greatest
    /// share of free minutes; or the best single item, if that brings more (Dantzig 1957).
    /// </summary>
    public void Greedy(HoursRelaxation relaxation, PlanState state)
    {
        // Some rows, such as a share, only allow an item after others are chosen.
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var isChanged = false;
            foreach (var segment in relaxation.Steepest()) isChanged |= TryAdd(state, segment);
            if (!isChanged || !part.HasOtherRows) break;
        }

        if (problem.HasSpread) RepairSpread(state);
        TakeBestSingle(state);
    }

    /// <summary>Improves a selection until a pass over all owners finds nothing more.</summary>
    public void Improve(PlanPrices prices, PlanState state)
    {
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var before = state.Value;
            var near = Near(prices, state);
            foreach (var owner in part.Owners) Reoptimize(owner, near, prices, state);
            // Each with another one, and in every pass with one who is farther away.
            for (var i = 0; i < part.Owners.Length && part.Owners.Length > 1; i++)
            {
                var other = part.Owners[(i + 1 + pass) % part.Owners.Length];
                if (other != part.Owners[i]) Reoptimize(part.Owners[i], other, near, prices, state);
            }

            if (part.HasOtherRows || problem.HasSpread) Exchange(near, state);
            if (!(state.Value > before * (1 + 1e-5))) break;
        }
    }

    private bool TryAdd(PlanState state, HoursRelaxation.Segment segment)
    {
        var owner = state.OwnerOf(segment.Item);
        if (owner >= 0)
        {
            var level = state.LevelOf(segment.Item);
            if (level != segment.From) return false;
            state.Take(segment.Item);
            var fits = state.Fits(segment.Item, owner, segment.To);
            state.Put(segment.Item, owner, fits ? segment.To : level);
            return fits;
        }

        if (segment.From >= 0) return false;
        owner = OwnerFor(state, segment.Item, segment.To);
        if (owner < 0) return false;
        state.Put(segment.Item, owner, segment.To);
        return true;
    }

    private int OwnerFor(PlanState state, int index, int level)
    {
        var item = problem.Items[index];
        if (item.Own >= 0 && Array.BinarySearch(item.Owners, item.Own) >= 0 && state.Fits(index, item.Own, level)) return item.Own;
        var (best, most) = (-1, double.NegativeInfinity);
        foreach (var owner in item.Owners)
        {
            var share = state.Left(owner) / Math.Max(1, problem.Hours[owner]);
            if (share > most && state.Fits(index, owner, level)) (best, most) = (owner, share);
        }

        return best;
    }

    private void TakeBestSingle(PlanState state)
    {
        var (best, bestOwner, bestLevel, most) = (-1, -1, -1, state.Value);
        foreach (var item in part.Items)
        {
            var chosen = problem.Items[item];
            for (var level = 0; level < chosen.Gains.Length; level++)
            {
                if (!(chosen.Gains[level] > most)) continue;
                foreach (var owner in chosen.Owners)
                {
                    if (!FitsAlone(chosen, owner, level)) continue;
                    (best, bestOwner, bestLevel, most) = (item, owner, level, chosen.Gains[level]);
                    break;
                }
            }
        }

        if (best < 0) return;
        var before = part.Items.Where(item => state.OwnerOf(item) >= 0)
            .Select(item => (Item: item, Owner: state.OwnerOf(item), Level: state.LevelOf(item))).ToArray();
        state.Clear(part.Items);
        state.Put(best, bestOwner, bestLevel);
        if (state.HoldsSpread()) return;
        state.Take(best);
        foreach (var (item, owner, level) in before) state.Put(item, owner, level);
    }

    private bool FitsAlone(PlanItem item, int owner, int level)
    {
        foreach (var limit in item.Limits)
        {
            var row = limit.RowOf(owner);
            if (row >= 0 && limit.Use(item.Minutes[level]) > problem.Limits[row] + PlanProblem.Slack) return false;
        }

        return true;
    }

    /// <summary>The items that are not chosen and come nearest to it, the nearest first.</summary>
    private List<int> Near(PlanPrices prices, PlanState state)
    {
        var scores = new List<KeyValuePair<double, int>>();
        var cheapest = new Dictionary<int, int>();
        foreach (var item in part.Items)
        {
            if (state.OwnerOf(item) >= 0) continue;
            var chosen = problem.Items[item];
            if (!cheapest.TryGetValue(chosen.OwnerSet, out var owner))
            {
                owner = chosen.Owners[0];
                foreach (var other in chosen.Owners)
                {
                    if (prices.Rows[other] < prices.Rows[owner]) owner = other;
                }

                cheapest.Add(chosen.OwnerSet, owner);
            }

            scores.Add(new(Score(item, owner, prices), item));
        }

        scores.Sort((x, y) => x.Key != y.Key ? y.Key.CompareTo(x.Key) : x.Value.CompareTo(y.Value));
        return [.. scores.Take(Math.Max(MostNear, 30 * part.Owners.Length)).Select(score => score.Value)];
    }

    /// <summary>The best reduced gain of an item's levels, which may be below 0.</summary>
    private double Score(int item, int owner, PlanPrices prices)
    {
        var best = double.NegativeInfinity;
        var chosen = problem.Items[item];
        for (var level = 0; level < chosen.Minutes.Length && (level == 0 || chosen.Minutes[level] <= problem.Reach[item]); level++)
        {
            best = Math.Max(best, prices.Reduced(item, owner, level));
        }

        return best;
    }

    /// <summary>Selects anew what one owner works on, from the owner's items and those that are not chosen.</summary>
    private void Reoptimize(int owner, List<int> near, PlanPrices prices, PlanState state)
    {
        var before = state.Value;
        var (taken, tried) = (new List<Placed>(), new List<int>());
        TakeOut(owner, prices, state, taken);
        Fill(owner, taken.ConvertAll(each => each.Item), near, state, tried);
        if (state.Value <= before || !state.HoldsAll()) PutBack(taken, tried, state);
    }

    /// <summary>The same for two owners: one selects first, also from the items of the other, who then selects from what is left.</summary>
    private void Reoptimize(int first, int second, List<int> near, PlanPrices prices, PlanState state)
    {
        var before = state.Value;
        var (taken, tried) = (new List<Placed>(), new List<int>());
        TakeOut(first, prices, state, taken);
        TakeOut(second, prices, state, taken);
        foreach (var owner in (int[])[first, second])
        {
            var own = taken.ConvertAll(each => each.Item);
            Fill(owner, own.FindAll(item => state.OwnerOf(item) < 0 && MayHave(item, owner)), near, state, tried);
        }

        if (state.Value <= before || !state.HoldsAll()) PutBack(taken, tried, state);
    }

    private bool MayHave(int item, int owner) => Array.BinarySearch(problem.Items[item].Owners, owner) >= 0;

    /// <summary>Takes an owner's items out of a selection; if there are many, those that bring least beyond what they pay.</summary>
    private void TakeOut(int owner, PlanPrices prices, PlanState state, List<Placed> taken)
    {
        var own = new List<KeyValuePair<double, int>>();
        foreach (var item in part.Items)
        {
            if (state.OwnerOf(item) == owner) own.Add(new(prices.Reduced(item, owner, state.LevelOf(item)), item));
        }

        own.Sort((x, y) => x.Key != y.Key ? x.Key.CompareTo(y.Key) : x.Value.CompareTo(y.Value));
        if (own.Count > MostOwn) own.RemoveRange(MostOwn, own.Count - MostOwn);
        foreach (var item in own)
        {
            taken.Add(new(item.Value, owner, state.LevelOf(item.Value)));
            state.Take(item.Value);
        }
    }

    /// <summary>Gives an owner the best selection of some items and of the nearest ones, and adds all of these to those tried.</summary>
    private void Fill(int owner, List<int> own, List<int> near, PlanState state, List<int> tried)
    {
        var deals = problem.MostDeals[owner];
        if (deals >= 0) deals -= part.Items.Count(item => state.OwnerOf(item) == owner && !problem.Items[item].IsOnTop);
        var minutes = state.Left(owner);
        foreach (var count in (int[])[MostOthers, MostOthers / 4])
        {
            var others = near.Where(item => state.OwnerOf(item) < 0 && MayHave(item, owner)).Take(count);
            var items = Candidates(owner, own, others, state);
            if (MinuteProgram.For(problem, items, owner, minutes, deals, 0.1) is not { } program) continue;
            program.Run(items);
            program.Choose(items, state);
            tried.AddRange(items);
            return;
        }
    }

    private static void PutBack(List<Placed> taken, List<int> tried, PlanState state)
    {
        foreach (var item in tried)
        {
            if (state.OwnerOf(item) >= 0) state.Take(item);
        }

        foreach (var each in taken) state.Put(each.Item, each.Owner, each.Level);
    }

    /// <summary>
    /// As many of the items as any selection of them keeps the rows other than the owner's hours and deals: the first ones. Those of the
    /// owner come first.
    /// </summary>
    private List<int> Candidates(int owner, List<int> own, IEnumerable<int> others, PlanState state)
    {
        var all = own.Concat(others.Where(item => !own.Contains(item)));
        if (!part.HasOtherRows) return [.. all];
        var used = new Dictionary<int, double>();
        var kept = new List<int>();
        foreach (var item in all)
        {
            var chosen = problem.Items[item];
            var fits = true;
            foreach (var limit in chosen.Limits)
            {
                var row = limit.RowOf(owner);
                if (row < 0 || IsOfOwner(row)) continue;
                used.TryGetValue(row, out var before);
                var use = limit.Use(chosen.Minutes[0]);
                if (!(use > 0) || limit.IsShare) continue;
                fits &= state.Use(row) + before + use <= problem.Limits[row] + PlanProblem.Slack;
            }

            if (!fits) continue;
            kept.Add(item);
            foreach (var limit in chosen.Limits)
            {
                var row = limit.RowOf(owner);
                if (row < 0 || IsOfOwner(row)) continue;
                used.TryGetValue(row, out var before);
                used[row] = before + Math.Max(0, limit.Use(chosen.Minutes[0]));
            }
        }

        return kept;
    }

    /// <summary>Hours and deals of owners, which the program counts itself.</summary>
    private bool IsOfOwner(int row) => row < problem.Owners + problem.DealRows;

    /// <summary>Puts items in, alone or in place of another one.</summary>
    private void Exchange(List<int> near, PlanState state)
    {
        var steps = 0;
        foreach (var item in near)
        {
            if (state.OwnerOf(item) >= 0) continue;
            var chosen = problem.Items[item];
            for (var level = chosen.Minutes.Length - 1; level >= 0 && state.OwnerOf(item) < 0; level--)
            {
                foreach (var owner in chosen.Owners)
                {
                    if (state.Fits(item, owner, level) && TryPut(item, owner, level, state)) break;
                    if (TryInPlace(item, owner, level, state, ref steps) || steps > MostExchanges) break;
                }
            }

            if (steps > MostExchanges) return;
        }
    }

    private bool TryPut(int item, int owner, int level, PlanState state)
    {
        state.Put(item, owner, level);
        if (state.Holds(item, owner) && state.HoldsSpread()) return true;
        state.Take(item);
        return false;
    }

    private bool TryInPlace(int item, int owner, int level, PlanState state, ref int steps)
    {
        var gain = problem.Items[item].Gains[level];
        foreach (var other in part.Items)
        {
            var (otherOwner, otherLevel) = (state.OwnerOf(other), state.LevelOf(other));
            if (otherOwner < 0) continue;
            if (++steps > MostExchanges) return false;
            if (problem.Items[other].Gains[otherLevel] >= gain) continue;
            state.Take(other);
            if (state.Fits(item, owner, level))
            {
                state.Put(item, owner, level);
                if (state.Holds(item, owner) && state.Holds(other, otherOwner) && state.HoldsSpread()) return true;
                state.Take(item);
            }

            state.Put(other, otherOwner, otherLevel);
        }

        return false;
    }

    /// <summary>
    /// Moves items from the owner who has most to the one who has least, and takes out what brings least there, until the spread is
    /// allowed. With nothing chosen it always is.
    /// </summary>
    private void RepairSpread(PlanState state)
    {
        // Moves for the value and for the hours might undo each other.
        for (var moves = 0; !state.HoldsSpread();)
        {
            var isValue = PlanProblem.Spread(Values(state), problem.Hours) > problem.MostValueSpread;
            var (most, least) = Ends(isValue ? Values(state) : Minutes(state));
            var before = SpreadOf(state, isValue);
            var (best, bestSpread) = (-1, before);
            var (worst, worstGain) = (-1, double.PositiveInfinity);
            foreach (var item in part.Items)
            {
                if (state.OwnerOf(item) != most) continue;
                var level = state.LevelOf(item);
                if (problem.Items[item].Gains[level] < worstGain) (worst, worstGain) = (item, problem.Items[item].Gains[level]);
                if (Array.BinarySearch(problem.Items[item].Owners, least) < 0) continue;
                state.Take(item);
                if (state.Fits(item, least, level))
                {
                    state.Put(item, least, level);
                    var spread = SpreadOf(state, isValue);
                    if (spread < bestSpread && state.Holds(item, least) && state.Holds(item, most)) (best, bestSpread) = (item, spread);
                    state.Take(item);
                }

                state.Put(item, most, level);
            }

            if (best >= 0 && moves++ < part.Items.Length)
            {
                var level = state.LevelOf(best);
                state.Take(best);
                state.Put(best, least, level);
            }
            else if (worst >= 0)
            {
                state.Take(worst);
            }
            else
            {
                // What is left stems from what must be done: take out the rest.
                state.Clear(part.Items);
                return;
            }
        }

        // Taking items out may have broken a share.
        if (!state.HoldsAll()) state.Clear(part.Items);
    }

    private double SpreadOf(PlanState state, bool isValue) =>
        PlanProblem.Spread(isValue ? Values(state) : Minutes(state), problem.Hours);

    private double[] Values(PlanState state) => [.. Enumerable.Range(0, problem.Owners).Select(state.ValueOf)];

    private double[] Minutes(PlanState state) => [.. Enumerable.Range(0, problem.Owners).Select(state.Minutes)];

    private (int Most, int Least) Ends(double[] amounts)
    {
        var (most, least) = (-1, -1);
        for (var owner = 0; owner < problem.Owners; owner++)
        {
            if (problem.Hours[owner] <= 0) continue;
            if (most < 0 || amounts[owner] / problem.Hours[owner] > amounts[most] / problem.Hours[most]) most = owner;
            if (least < 0 || amounts[owner] / problem.Hours[owner] < amounts[least] / problem.Hours[least]) least = owner;
        }

        return (most, least);
    }

    /// <summary>An item as it was chosen.</summary>
    private readonly struct Placed(int item, int owner, int level)
    {
        public int Item => item;

        public int Owner => owner;

        public int Level => level;
    }
}
