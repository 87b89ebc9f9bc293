using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>
/// The linear relaxation of the hours alone, in which items are chosen in part: the greatest value per minute first, as far as the minutes
/// of the owners who may have it reach (Dantzig 1957). Where several owners may have an item, minutes of others are passed on along
/// augmenting paths; the sets of minutes that fit are a polymatroid, so that the greedy order is optimal (Edmonds 1970). Rows other than
/// hours have their prices subtracted first.
/// </summary>
internal sealed class HoursRelaxation
{
    private readonly PlanProblem _problem;
    private readonly int[] _items;
    private readonly int[][] _sets;
    private readonly Dictionary<int, int> _setOf = [];
    private readonly bool _hasOtherRows;
    private readonly List<Segment> _segments = [];
    private int[] _order = [];

    // Minutes that go from a set of owners to an owner.
    private readonly double[][] _flow;
    private readonly double[] _left;
    private readonly int[] _next;
    private readonly bool[] _isFull;
    private readonly bool[] _isPriced;

    public HoursRelaxation(PlanProblem problem, int[] items, bool hasOtherRows)
    {
        _problem = problem;
        _items = items;
        _hasOtherRows = hasOtherRows;
        var sets = new List<int[]>();
        foreach (var item in items)
        {
            if (_setOf.ContainsKey(problem.Items[item].OwnerSet)) continue;
            _setOf.Add(problem.Items[item].OwnerSet, sets.Count);
            sets.Add(problem.Items[item].Owners);
        }

        _sets = [.. sets];
        _flow = Array.ConvertAll(_sets, _ => new double[problem.Owners]);
        _left = new double[problem.Owners];
        _next = new int[_sets.Length];
        _isFull = new bool[_sets.Length];
        _isPriced = new bool[problem.Owners];
    }

    /// <summary>The segments of the items' concave envelopes, the steepest first.</summary>
    public IEnumerable<Segment> Steepest()
    {
        foreach (var place in _order) yield return _segments[place];
    }

    /// <summary>
    /// Solves the relaxation for given prices of the other rows: sets the prices of the hours of the owners of the items, and adds what the
    /// solution uses of the other rows.
    /// </summary>
    public void Solve(double[] prices, double[]? use = null)
    {
        _segments.Clear();
        foreach (var item in _items) AddEnvelope(item, prices);
        if (_order.Length != _segments.Count) _order = new int[_segments.Count];
        for (var i = 0; i < _order.Length; i++) _order[i] = i;
        Array.Sort(_order, (x, y) =>
        {
            var byValue = _segments[y].PerMinute.CompareTo(_segments[x].PerMinute);
            return byValue != 0 ? byValue : x.CompareTo(y);
        });
        for (var set = 0; set < _sets.Length; set++)
        {
            Array.Clear(_flow[set], 0, _flow[set].Length);
            _next[set] = 0;
            _isFull[set] = false;
            foreach (var owner in _sets[set])
            {
                _left[owner] = _problem.Free[owner];
                prices[owner] = 0;
                _isPriced[owner] = false;
            }
        }

        var shares = use is null || !_hasOtherRows ? null : new double[_segments.Count];
        foreach (var place in _order)
        {
            var segment = _segments[place];
            var set = _setOf[_problem.Items[segment.Item].OwnerSet];
            var pushed = segment.Minutes == 0 || _isFull[set] ? 0 : Push(set, segment.Minutes, segment.PerMinute, prices);
            if (shares is not null) shares[place] = segment.Minutes == 0 ? 1 : pushed / segment.Minutes;
        }

        if (shares is not null) CountUse(shares, use!);
    }

    private void AddEnvelope(int index, double[] prices)
    {
        var item = _problem.Items[index];
        double once = 0, perMinute = 0;
        for (var i = 1; i < item.Limits.Length; i++)
        {
            var limit = item.Limits[i];
            var price = PriceOf(limit, item, prices);
            once += price * limit.Count;
            perMinute += price * limit.PerMinute;
        }

        var from = -1;
        var (minutes, value) = (0, 0.0);
        while (true)
        {
            // The steepest way up from where the envelope is; of equal ones the farthest.
            var (best, slope) = (-1, 0.0);
            for (var level = from + 1; level < item.Minutes.Length && item.Minutes[level] <= _problem.Reach[index]; level++)
            {
                var rise = item.Gains[level] - once - (perMinute * item.Minutes[level]) - value;
                if (!(rise > 0)) continue;
                var each = item.Minutes[level] == minutes ? double.PositiveInfinity : rise / (item.Minutes[level] - minutes);
                if (each >= slope) (best, slope) = (level, each);
            }

            if (best < 0) return;
            _segments.Add(new(index, from, best, item.Minutes[best] - minutes, slope));
            from = best;
            minutes = item.Minutes[best];
            value = item.Gains[best] - once - (perMinute * minutes);
        }
    }

    private static double PriceOf(ItemLimit limit, PlanItem item, double[] prices)
    {
        if (limit.Rows.Length == 1) return prices[limit.Rows[0]];
        double sum = 0;
        foreach (var owner in item.Owners)
        {
            var row = limit.Rows[owner];
            if (row >= 0) sum += prices[row];
        }

        return sum / item.Owners.Length;
    }

    private double Push(int set, double minutes, double value, double[] prices)
    {
        double pushed = 0;
        var owners = _sets[set];
        while (pushed < minutes)
        {
            while (_next[set] < owners.Length && _left[owners[_next[set]]] <= 0) _next[set]++;
            if (_next[set] < owners.Length)
            {
                var owner = owners[_next[set]];
                var part = Math.Min(minutes - pushed, _left[owner]);
                _left[owner] -= part;
                _flow[set][owner] += part;
                pushed += part;
                continue;
            }

            var passed = PassOn(set, minutes - pushed, value, prices);
            if (passed <= 0) break;
            pushed += passed;
        }

        return pushed;
    }

    /// <summary>
    /// Finds minutes for a set whose own owners have none left: another set passes some of an owner's on, and takes those of another owner.
    /// If there are none, all that was reached is full, and its minutes have their price.
    /// </summary>
    private double PassOn(int set, double minutes, double value, double[] prices)
    {
        var owners = _problem.Owners;
        var (reachedFrom, passedBy) = (new int[owners], new int[owners]);
        for (var owner = 0; owner < owners; owner++) reachedFrom[owner] = -2;
        var isReached = new bool[_sets.Length];
        var sets = new Queue<int>();
        // Through which owner a set was reached; -1 for the one that asks.
        var through = new int[_sets.Length];
        sets.Enqueue(set);
        isReached[set] = true;
        through[set] = -1;
        while (sets.Count > 0)
        {
            var from = sets.Dequeue();
            foreach (var owner in _sets[from])
            {
                if (reachedFrom[owner] != -2) continue;
                reachedFrom[owner] = through[from];
                passedBy[owner] = from;
                if (_left[owner] > 0) return Shift(owner, minutes, reachedFrom, passedBy);
                for (var other = 0; other < _sets.Length; other++)
                {
                    if (isReached[other] || _flow[other][owner] <= 0) continue;
                    isReached[other] = true;
                    through[other] = owner;
                    sets.Enqueue(other);
                }
            }
        }

        for (var reached = 0; reached < _sets.Length; reached++) _isFull[reached] |= isReached[reached];
        for (var owner = 0; owner < owners; owner++)
        {
            if (reachedFrom[owner] == -2 || _isPriced[owner]) continue;
            _isPriced[owner] = true;
            prices[owner] = value;
        }

        return 0;
    }

    private double Shift(int end, double minutes, int[] reachedFrom, int[] passedBy)
    {
        var part = Math.Min(minutes, _left[end]);
        for (var owner = end; reachedFrom[owner] >= 0; owner = reachedFrom[owner])
        {
            part = Math.Min(part, _flow[passedBy[owner]][reachedFrom[owner]]);
        }

        _left[end] -= part;
        for (var owner = end; ; owner = reachedFrom[owner])
        {
            _flow[passedBy[owner]][owner] += part;
            if (reachedFrom[owner] < 0) return part;
            _flow[passedBy[owner]][reachedFrom[owner]] -= part;
        }
    }

    /// <summary>What the solution uses of the rows other than hours; a set's items are spread over its owners as its minutes are.</summary>
    private void CountUse(double[] shares, double[] use)
    {
        var totals = Array.ConvertAll(_flow, flow =>
        {
            double sum = 0;
            foreach (var minutes in flow) sum += minutes;
            return sum;
        });
        for (var place = 0; place < shares.Length; place++)
        {
            if (shares[place] <= 0) continue;
            var segment = _segments[place];
            var item = _problem.Items[segment.Item];
            var set = _setOf[item.OwnerSet];
            for (var i = 1; i < item.Limits.Length; i++)
            {
                var limit = item.Limits[i];
                var amount = shares[place] * ((segment.From < 0 ? limit.Count : 0) + (limit.PerMinute * segment.Minutes));
                if (limit.Rows.Length == 1)
                {
                    use[limit.Rows[0]] += amount;
                    continue;
                }

                foreach (var owner in item.Owners)
                {
                    var row = limit.Rows[owner];
                    if (row < 0) continue;
                    use[row] += amount * (totals[set] > 0 ? _flow[set][owner] / totals[set] : 1.0 / item.Owners.Length);
                }
            }
        }
    }

    /// <summary>A piece of an item's concave envelope, from a level (-1: not chosen) to a higher one.</summary>
    internal readonly struct Segment(int item, int from, int to, int minutes, double perMinute)
    {
        public int Item => item;

        public int From => from;

        public int To => to;

        public int Minutes => minutes;

        public double PerMinute => perMinute;
    }
}
