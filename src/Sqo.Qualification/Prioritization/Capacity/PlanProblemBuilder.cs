using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>Makes the problem of the deals that were read: items with their levels, and rows with their limits.</summary>
internal sealed class PlanProblemBuilder
{
    private const int GridBits = 50;
    private const int MinutesAnHour = 60;

    private readonly OwnerHours[] _owners;
    private readonly CapacityPlanOptions _options;
    private readonly List<ReadDeal> _must;
    private readonly List<PlanItem> _items = [];
    private readonly List<ReadDeal> _itemDeals = [];
    private readonly List<double> _limits = [];
    private readonly List<RowName?> _names = [];

    public PlanProblemBuilder(
        OwnerHours[] owners, double[] hours, CapacityPlanOptions options, List<ReadDeal> read, List<ReadDeal> must, OwnerSets sets)
    {
        (_owners, _options, _must) = (owners, options, must);
        var (musts, mustValue, mustDeals) = (new double[owners.Length], new double[owners.Length], new int[owners.Length]);
        foreach (var deal in must)
        {
            musts[deal.Place] += deal.MustMinutes;
            mustValue[deal.Place] += deal.Must;
            mustDeals[deal.Place]++;
        }

        var free = new double[owners.Length];
        for (var owner = 0; owner < owners.Length; owner++) free[owner] = Math.Max(0, hours[owner] - musts[owner]);
        MakeItems(read, sets);
        foreach (var minutes in free) AddRow(minutes, null);
        int[] hourRows = [.. Enumerable.Range(0, owners.Length)];
        var lists = _items.ConvertAll(_ => new List<ItemLimit> { new(hourRows, 0, 1) });
        var (deals, dealRows) = LimitDeals(lists, mustDeals);
        foreach (var limit in options.Limits) AddLimit(limit, lists);
        for (var i = 0; i < lists.Count; i++) _items[i].Limits = [.. lists[i]];
        Problem = new([.. _items], hours, free, _limits)
        {
            MostDeals = deals,
            DealRows = dealRows,
            Musts = musts,
            MustValue = mustValue,
            // What must be done may be spread more than allowed; the rest must not make it worse.
            MostValueSpread = Math.Max(options.MostValueSpread ?? double.PositiveInfinity, PlanProblem.Spread(mustValue, hours)),
            MostHoursSpread = Math.Max(options.MostHoursSpread ?? double.PositiveInfinity, PlanProblem.Spread(musts, hours)),
        };
    }

    public PlanProblem Problem { get; }

    /// <summary>What limits a row; nothing for the rows of owners.</summary>
    public RowName? NameOf(int row) => _names[row];

    private void MakeItems(List<ReadDeal> read, OwnerSets sets)
    {
        var gains = new List<double[]>();
        double total = 0;
        foreach (var deal in read.Concat(_must.Where(must => must.Effort.IsResponse)))
        {
            // Without owners it can only be won by itself.
            if (deal.Owners.Length == 0 || (deal.MustDo is not null && deal.Value is null)) continue;
            var isOnTop = deal.MustDo is not null;
            var (minutes, levels) = Levels(deal, isOnTop ? 1 : 0);
            if (levels.Length == 0) continue;
            deal.Item = _items.Count;
            var owners = isOnTop ? sets.One(deal.Place) : deal.Owners;
            gains.Add(levels);
            total += levels[levels.Length - 1];
            _itemDeals.Add(deal);
            _items.Add(new(deal.Deal, deal.Own, owners, sets.NumberOf(owners), minutes, levels)
            {
                Without = deal.Without,
                IsOnTop = isOnTop,
            });
        }

        Snap(gains, total);
    }

    /// <summary>The minutes and gains of a deal's levels, as far as more minutes bring more.</summary>
    private static (int[] Minutes, double[] Gains) Levels(ReadDeal deal, int from)
    {
        if (!deal.Effort.IsResponse)
        {
            var gain = deal.Expected(deal.Probability);
            return gain > 0 ? ([PlanReader.MinutesOf(deal.Effort.Time!.Value)], [gain]) : ([], []);
        }

        var (minutes, gains) = (new List<int>(), new List<double>());
        var start = deal.Expected(deal.Effort.ProbabilityAfter(from));
        for (var hours = from + 1; hours <= deal.Effort.MostHours; hours++)
        {
            var gain = deal.Expected(deal.Effort.ProbabilityAfter(hours)) - start;
            if (!(gain > (gains.Count == 0 ? 0 : gains[gains.Count - 1]))) continue;
            minutes.Add((hours - from) * MinutesAnHour);
            gains.Add(gain);
        }

        return ([.. minutes], [.. gains]);
    }

    /// <summary>
    /// Puts the gains on a grid of a power of two that is fine enough for fifteen digits and coarse enough for all sums to be exact: so the
    /// order in which they are added never matters, and equal sums are equal.
    /// </summary>
    private static void Snap(List<double[]> gains, double total)
    {
        if (!(total > 0)) return;
        var exponent = (int)((BitConverter.DoubleToInt64Bits(total) >> 52) & 0x7FF) - 1023 + 1 - GridBits;
        var unit = BitConverter.Int64BitsToDouble((long)Math.Max(1, exponent + 1023) << 52);
        foreach (var levels in gains)
        {
            for (var level = 0; level < levels.Length; level++) levels[level] = Math.Round(levels[level] / unit) * unit;
        }
    }

    private (int[] Deals, int Rows) LimitDeals(List<List<ItemLimit>> lists, int[] mustDeals)
    {
        var deals = new int[_owners.Length];
        var rows = new int[_owners.Length];
        var count = 0;
        for (var owner = 0; owner < _owners.Length; owner++)
        {
            (deals[owner], rows[owner]) = (-1, -1);
            if (_owners[owner].MostDeals is not { } most) continue;
            most = Math.Max(0, most - mustDeals[owner]);
            if (most >= _items.Count(item => !item.IsOnTop && Array.BinarySearch(item.Owners, owner) >= 0)) continue;
            (deals[owner], rows[owner]) = (most, AddRow(most, null));
            count++;
        }

        if (count == 0) return (deals, 0);
        for (var i = 0; i < lists.Count; i++)
        {
            if (!_items[i].IsOnTop && Array.Exists(_items[i].Owners, owner => rows[owner] >= 0)) lists[i].Add(new(rows, 1, 0));
        }

        return (deals, count);
    }

    private void AddLimit(PlanLimit limit, List<List<ItemLimit>> lists)
    {
        if (limit.LeastShare is { } share)
        {
            if (share > 0) AddShare(limit, share, lists);
            return;
        }

        var groups = Enumerable.Range(0, _items.Count).Where(item => limit.MostDeals is null || !_items[item].IsOnTop)
            .Select(item => (Item: item, Group: limit.Group!(_items[item].Deal))).Where(item => !string.IsNullOrWhiteSpace(item.Group))
            .GroupBy(item => item.Group!, StringComparer.Ordinal);
        var musts = _must.ToLookup(must => limit.Group!(must.Deal) ?? "", StringComparer.Ordinal);
        foreach (var group in groups)
        {
            int[] members = [.. group.Select(item => item.Item)];
            int[] rows;
            if (limit.IsPerOwner)
            {
                rows = [.. Enumerable.Range(0, _owners.Length).Select(owner => RowFor(limit, group.Key, members, musts[group.Key], owner))];
            }
            else
            {
                rows = [RowFor(limit, group.Key, members, musts[group.Key], null)];
            }

            if (Array.TrueForAll(rows, row => row < 0)) continue;
            foreach (var item in members) lists[item].Add(limit.MostDeals is null ? new(rows, 0, 1) : new(rows, 1, 0));
        }
    }

    /// <summary>The row of a group, or of an owner's part of it; -1 if all that can be chosen is within the limit.</summary>
    private int RowFor(PlanLimit limit, string group, int[] members, IEnumerable<ReadDeal> musts, int? owner)
    {
        var possible = members.Where(item => owner is null || Array.BinarySearch(_items[item].Owners, owner.Value) >= 0);
        var done = musts.Where(must => owner is null || must.Place == owner);
        var (most, all) = limit.MostDeals is { } deals
            ? (deals - done.Count(), possible.Count())
            : (Math.Floor(limit.MostTime!.Value.TotalMinutes + PlanProblem.Slack) - done.Sum(must => (double)must.MustMinutes),
                possible.Sum(item => (double)_items[item].Minutes[_items[item].Minutes.Length - 1]));
        return all <= most ? -1 : AddRow(Math.Max(0, most), new(limit, group));
    }

    private void AddShare(PlanLimit limit, double share, List<List<ItemLimit>> lists)
    {
        int[] rows = limit.IsPerOwner
            ? [.. Enumerable.Range(0, _owners.Length).Select(_ => AddRow(0, new(limit, null)))]
            : [AddRow(0, new(limit, null))];
        for (var item = 0; item < _items.Count; item++)
        {
            lists[item].Add(new(rows, 0, share - (limit.Member!(_items[item].Deal) == true ? 1 : 0)));
        }
    }

    private int AddRow(double limit, RowName? name)
    {
        _limits.Add(limit);
        _names.Add(name);
        return _limits.Count - 1;
    }

    /// <summary>The limit and the group that a row stands for.</summary>
    internal sealed class RowName(PlanLimit limit, string? group)
    {
        public PlanLimit Limit => limit;

        public string? Group => group;
    }
}
