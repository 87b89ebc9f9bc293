using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Looks at all selections of a part that could still bring more than the best one known. With fixed prices, each way to choose an item has
/// a regret: how much less it brings beyond what it pays than the item's best way. A selection brings at most the bound less its regrets,
/// so ways whose regret alone is too great are out, and the rest is searched depth first.
/// </summary>
internal sealed class BranchAndBound
{
    /// <summary>The share of the bound below which values count as equal.</summary>
    public const double Rounding = 1e-11;

    private const int MostNodes = 500_000;
    private const int DeepestSearch = 1_500;

    private readonly PlanProblem _problem;
    private readonly PlanPart _part;
    private readonly PlanPrices _prices;
    private readonly PlanState _best;
    private readonly PlanState _state;
    private readonly double _tolerance;
    private readonly List<Choice> _open = [];
    private readonly List<int> _signed = [];
    private double[][] _leastUse = [];
    private readonly int _most;
    private int _nodes;

    private BranchAndBound(PlanProblem problem, PlanPart part, PlanPrices prices, PlanState best, int most)
    {
        _problem = problem;
        _part = part;
        _prices = prices;
        _best = best;
        _state = new PlanState(problem);
        _most = most;
        _tolerance = Rounding * prices.Bound;
    }

    /// <summary>
    /// Searches a part, and puts what it finds into <paramref name="best"/>, which holds a selection of this part alone that breaks
    /// nothing.
    /// </summary>
    /// <returns>Whether nothing is better: <see langword="false"/> if the search was given up.</returns>
    public static bool Run(PlanProblem problem, PlanPart part, PlanPrices prices, PlanState best, double share, out int nodes)
    {
        var search = new BranchAndBound(problem, part, prices, best, (int)(MostNodes * share));
        var isProven = search.Run();
        nodes = search._nodes;
        return isProven;
    }

    private bool Run()
    {
        if (_prices.Bound <= _best.Value + _tolerance) return true;
        double regret = 0;
        foreach (var item in _part.Items)
        {
            var choice = WaysOf(item);
            if (choice.Ways.Length > 1)
            {
                _open.Add(choice);
                continue;
            }

            var way = choice.Ways[0];
            regret += way.Regret;
            if (way.Owner >= 0) _state.Put(item, way.Owner, way.Level);
        }

        if (_open.Count > DeepestSearch) return false;
        FindTwins();
        _open.Sort((x, y) =>
        {
            var byRegret = y.Ways[1].Regret.CompareTo(x.Ways[1].Regret);
            if (byRegret != 0) return byRegret;
            var byTwin = x.Twin.CompareTo(y.Twin);
            return byTwin != 0 ? byTwin : x.Item.CompareTo(y.Item);
        });
        FindSignedRows();
        Search(0, regret);
        return _nodes <= _most;
    }

    private Choice WaysOf(int index)
    {
        var item = _problem.Items[index];
        var best = _prices.BestReduced(index);
        var gap = _prices.Bound - _best.Value - _tolerance;
        var ways = new List<Way> { new(-1, 0, 0, best) };
        foreach (var owner in item.Owners)
        {
            for (var level = 0; level < item.Minutes.Length && item.Minutes[level] <= _problem.Free[owner] + PlanProblem.Slack; level++)
            {
                ways.Add(new(owner, level, ways.Count, best - _prices.Reduced(index, owner, level)));
            }
        }

        ways.Sort((x, y) => x.Regret != y.Regret ? x.Regret.CompareTo(y.Regret) : x.Number.CompareTo(y.Number));
        // The best way stays, whatever the rest is; below it there may be none, if no owner has the time.
        var kept = 1;
        while (kept < ways.Count && ways[kept].Regret < gap) kept++;
        return new(index, [.. ways.GetRange(0, kept)]);
    }

    /// <summary>Numbers the items so that those which differ in nothing but their ids share a number.</summary>
    private void FindTwins()
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var choice in _open)
        {
            var item = _problem.Items[choice.Item];
            var key = string.Join(
                ";",
                InvariantText.Of((long)item.OwnerSet),
                InvariantText.Of(item.IsOnTop),
                InvariantText.Of(item.Without),
                string.Join(",", item.Minutes.Select(minutes => InvariantText.Of((long)minutes))),
                string.Join(",", item.Gains.Select(InvariantText.Of)),
                // The rows of a limit and a group are its own.
                string.Join(",", item.Limits.Skip(1).Select(
                    limit => InvariantText.Of((long)Array.Find(limit.Rows, row => row >= 0)) + InvariantText.Of(limit.PerMinute > 0))));
            if (!first.TryGetValue(key, out var twin)) first.Add(key, twin = choice.Item);
            choice.Twin = twin;
        }
    }

    /// <summary>For rows that items can relieve: the least that the items from a depth on can add.</summary>
    private void FindSignedRows()
    {
        foreach (var row in _part.Rows)
        {
            var least = new double[_open.Count + 1];
            var isSigned = false;
            for (var depth = _open.Count - 1; depth >= 0; depth--)
            {
                double most = 0;
                foreach (var way in _open[depth].Ways)
                {
                    if (way.Owner < 0) continue;
                    var item = _problem.Items[_open[depth].Item];
                    foreach (var limit in item.Limits)
                    {
                        if (limit.RowOf(way.Owner) == row) most = Math.Min(most, limit.Use(item.Minutes[way.Level]));
                    }
                }

                isSigned |= most < 0;
                least[depth] = least[depth + 1] + most;
            }

            // One that is broken by what is fixed has to be looked at, too.
            if (!isSigned && _state.Use(row) <= _problem.Limits[row] + PlanProblem.Slack) continue;
            _signed.Add(row);
            Array.Resize(ref _leastUse, _signed.Count);
            _leastUse[_signed.Count - 1] = least;
        }
    }

    private void Search(int depth, double regret)
    {
        if (++_nodes > _most) return;
        for (var i = 0; i < _signed.Count; i++)
        {
            if (_state.Use(_signed[i]) + _leastUse[i][depth] > _problem.Limits[_signed[i]] + PlanProblem.Slack) return;
        }

        if (depth == _open.Count)
        {
            if (_state.Value > _best.Value + _tolerance && _state.HoldsSpread()) _best.CopyFrom(_state);
            return;
        }

        var choice = _open[depth];
        // Of twins, the later one never takes an earlier way: the others are the same with the names exchanged.
        var first = 0;
        if (depth > 0 && choice.Twin == _open[depth - 1].Twin) first = _open[depth - 1].Taken;
        foreach (var way in choice.Ways)
        {
            if (_prices.Bound - regret - way.Regret <= _best.Value + _tolerance) return;
            if (way.Number < first) continue;
            choice.Taken = way.Number;
            if (way.Owner < 0)
            {
                Search(depth + 1, regret + way.Regret);
            }
            else if (FitsWithRelief(choice.Item, way, depth + 1))
            {
                _state.Put(choice.Item, way.Owner, way.Level);
                Search(depth + 1, regret + way.Regret);
                _state.Take(choice.Item);
            }

            if (_nodes > _most) return;
        }
    }

    private bool FitsWithRelief(int item, Way way, int depth)
    {
        if (_signed.Count == 0) return _state.Fits(item, way.Owner, way.Level);
        var minutes = _problem.Items[item].Minutes[way.Level];
        foreach (var limit in _problem.Items[item].Limits)
        {
            var row = limit.RowOf(way.Owner);
            if (row < 0) continue;
            var signed = _signed.IndexOf(row);
            var relief = signed < 0 ? 0 : _leastUse[signed][depth];
            if (_state.Use(row) + limit.Use(minutes) + relief > _problem.Limits[row] + PlanProblem.Slack) return false;
        }

        return true;
    }

    private readonly struct Way(int owner, int level, int number, double regret)
    {
        public int Owner => owner;

        public int Level => level;

        public int Number => number;

        public double Regret => regret;
    }

    private sealed class Choice(int item, Way[] ways)
    {
        public int Item => item;

        public Way[] Ways => ways;

        /// <summary>Items with the same number can be exchanged for each other.</summary>
        public int Twin { get; set; }

        /// <summary>The number of the way that the search takes.</summary>
        public int Taken { get; set; }
    }
}
