using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>Puts what was solved into the words of the caller: deals, owners, reasons and limits.</summary>
internal sealed class PlanReport
{
    private const double MinutesAnHour = 60;

    private readonly OwnerHours[] _owners;
    private readonly List<ReadDeal> _read;
    private readonly List<ReadDeal> _must;
    private readonly PlanProblemBuilder _builder;
    private readonly PlanSolver _solver;
    private readonly PlanProblem _problem;
    private readonly List<PlanTerm> _terms = [];

    // For each owner, what deals that the owner may have are left out by.
    private readonly bool[] _lacksHours;
    private readonly bool[] _isLimited;

    public PlanReport(
        OwnerHours[] owners, List<ReadDeal> read, List<ReadDeal> must, PlanProblemBuilder builder, PlanSolver solver)
    {
        (_owners, _read, _must) = (owners, read, must);
        (_builder, _solver) = (builder, solver);
        _problem = builder.Problem;
        _lacksHours = new bool[owners.Length];
        _isLimited = new bool[owners.Length];
    }

    public PlanResult Of(
        List<LeftOutDeal> notWeighed, List<UnknownDeal> unknown, CapacityPlanOptions options, ForecastPeriod? period, string? currency)
    {
        var planned = Array.ConvertAll(_owners, _ => new List<PlannedDeal>());
        var bound = _solver.Bound;
        double without = 0;
        foreach (var deal in _must)
        {
            var time = deal.MustMinutes + (IsChosen(deal) ? Minutes(deal) : 0);
            var chance = deal.Effort.IsResponse ? deal.Effort.ProbabilityAfter(time / (int)MinutesAnHour) : deal.Probability;
            planned[deal.Place].Add(Planned(deal, deal.Place, time, chance));
            bound += deal.Must;
            without += deal.Without;
        }

        var leftOut = new List<LeftOutDeal>();
        foreach (var deal in _read)
        {
            bound += deal.Without;
            without += deal.Without;
            if (IsChosen(deal))
            {
                var time = Minutes(deal);
                var chance = deal.Effort.IsResponse ? deal.Effort.ProbabilityAfter(time / (int)MinutesAnHour) : deal.Probability;
                planned[_solver.State.OwnerOf(deal.Item)].Add(Planned(deal, _solver.State.OwnerOf(deal.Item), time, chance));
                continue;
            }

            if (deal.Without > 0) _terms.Add(new(deal.Deal.Id, deal.Value!.Value, deal.Probability!.Value));
            if (deal.Owners.Length > 0) leftOut.Add(WhyNot(deal));
        }

        var order = Enumerable.Range(0, _owners.Length).OrderBy(owner => _owners[owner].Owner, StringComparer.Ordinal).ToArray();
        var hours = Array.ConvertAll(_owners, owner => owner.Hours.TotalHours);
        return new()
        {
            Owners = Array.ConvertAll(order, owner => OwnerPlanOf(owner, planned[owner])),
            LeftOut = [.. leftOut.OrderByDescending(deal => deal.GainPerHour ?? deal.Gain), .. notWeighed],
            Unknown = [.. unknown.OrderBy(deal => deal.Deal.Id, StringComparer.Ordinal)],
            Limits = [.. options.Limits.SelectMany(limit => UseOf(limit, planned, order))],
            Idle = [.. order.Where(owner => !HasOwn(owner)).Select(owner => _owners[owner].Owner)],
            Terms = [.. _terms],
            Currency = currency,
            Period = period,
            Seed = options.Seed,
            Previous = options.Previous,
            Method = _owners.Length == 0 ? PlanMethod.DynamicProgramming : _solver.Methods.Max(),
            IsExact = Array.TrueForAll(_solver.AreExact, isExact => isExact),
            WithoutEffort = without,
            Bound = bound,
            Bottleneck = BottleneckOf(),
            ValueSpread = PlanProblem.Spread(Array.ConvertAll(planned, deals => deals.Sum(deal => deal.ExpectedValue ?? 0)), hours),
            HoursSpread = PlanProblem.Spread(Array.ConvertAll(planned, deals => deals.Sum(deal => deal.Time.TotalHours)), hours),
        };

        bool HasOwn(int owner) => _read.Exists(deal => deal.Own == owner) || _must.Exists(deal => deal.Own == owner)
            || unknown.Exists(deal => string.Equals(deal.Deal.Owner, _owners[owner].Owner, StringComparison.Ordinal))
            || notWeighed.Exists(deal => string.Equals(deal.Deal.Owner, _owners[owner].Owner, StringComparison.Ordinal));
    }

    private bool IsChosen(ReadDeal deal) => deal.Item >= 0 && _solver.State.OwnerOf(deal.Item) >= 0;

    private int Minutes(ReadDeal deal) => _problem.Items[deal.Item].Minutes[_solver.State.LevelOf(deal.Item)];

    private PlannedDeal Planned(ReadDeal deal, int owner, int minutes, double? chance)
    {
        if (deal.Value is { } value && chance is { } known) _terms.Add(new(deal.Deal.Id, value, known));
        return new(
            deal.Deal, _owners[owner].Owner, TimeSpan.FromMinutes(minutes), deal.Value, chance,
            deal.Effort.IsResponse ? deal.Probability : null, deal.MustDo);
    }

    private OwnerPlan OwnerPlanOf(int owner, List<PlannedDeal> deals)
    {
        PlannedDeal[] ordered =
        [
            .. deals.OrderBy(deal => deal.MustDo is null).ThenBy(deal => deal.MustDo)
                .ThenByDescending(deal => deal.GainPerHour ?? (deal.Gain is null ? 0 : double.PositiveInfinity)),
        ];
        var bottleneck = _lacksHours[owner] ? PlanBottleneck.Hours : _isLimited[owner] ? PlanBottleneck.Limits : PlanBottleneck.Deals;
        return new(
            _owners[owner], ordered, _solver.Methods[owner], _solver.AreExact[owner], _solver.Prices[owner] * MinutesAnHour,
            _solver.GainsOfAnHour[owner], bottleneck);
    }

    private PlanBottleneck BottleneckOf()
    {
        if (_owners.Length > 0 && Array.TrueForAll(_lacksHours, lacks => lacks)) return PlanBottleneck.Hours;
        if (Array.Exists(_lacksHours, lacks => lacks)) return PlanBottleneck.Mixed;
        return Array.Exists(_isLimited, isLimited => isLimited) ? PlanBottleneck.Limits : PlanBottleneck.Deals;
    }

    private LeftOutDeal WhyNot(ReadDeal deal)
    {
        if (deal.Item < 0) return new(deal.Deal, LeftOutReason.NoGain, TimeOf(deal), 0);
        var item = _problem.Items[deal.Item];
        var owner = item.Owners[0];
        foreach (var other in item.Owners)
        {
            if (_solver.Prices[other] < _solver.Prices[owner]) owner = other;
        }

        var level = 0;
        for (var other = 1; other < item.Minutes.Length; other++)
        {
            // Compared by cross-multiplication: a level may take no time.
            if (item.Gains[other] * item.Minutes[level] > item.Gains[level] * item.Minutes[other]) level = other;
        }

        var (reason, row) = ReasonOf(deal.Item, item, level, owner);
        foreach (var each in item.Owners)
        {
            if (reason is LeftOutReason.Limit or LeftOutReason.OwnerDeals or LeftOutReason.Spread) _isLimited[each] = true;
            else _lacksHours[each] = true;
        }

        var name = row < 0 ? null : _builder.NameOf(row);
        return new(
            deal.Deal, reason, TimeSpan.FromMinutes(item.Minutes[level]), item.Gains[level], _owners[owner].Owner,
            TimeSpan.FromMinutes(_problem.Free[owner]), _solver.Prices[owner] * MinutesAnHour, name?.Limit.Name, name?.Group);
    }

    private (LeftOutReason Reason, int Row) ReasonOf(int index, PlanItem item, int level, int cheapest)
    {
        if (item.Minutes[0] > _problem.Reach[index]) return (LeftOutReason.TooLong, -1);
        var state = _solver.State;
        var (blocked, blockedByDeals, fitsHours) = (-1, 0, false);
        foreach (var owner in item.Owners)
        {
            var hasTime = state.Left(owner) + PlanProblem.Slack >= item.Minutes[0];
            fitsHours |= hasTime;
            foreach (var limit in item.Limits.Skip(1))
            {
                var row = limit.RowOf(owner);
                if (row < 0 || state.Use(row) + limit.Use(item.Minutes[0]) <= _problem.Limits[row] + PlanProblem.Slack) continue;
                if (row < _problem.Owners + _problem.DealRows)
                {
                    blockedByDeals++;
                    break;
                }

                // A share that is short keeps a deal out only where there would be time for it.
                if (!limit.IsShare || hasTime) blocked = row;
            }
        }

        if (blocked >= 0) return (LeftOutReason.Limit, blocked);
        if (blockedByDeals == item.Owners.Length) return (LeftOutReason.OwnerDeals, -1);
        if (fitsHours && _problem.HasSpread) return (LeftOutReason.Spread, -1);
        var worth = _solver.Prices[cheapest] * item.Minutes[level];
        // The deal at which the hours run out brings just as much.
        return (item.Gains[level] <= worth * (1 + 1e-9) ? LeftOutReason.LessPerHour : LeftOutReason.Combination, -1);
    }

    private static TimeSpan TimeOf(ReadDeal deal) => deal.Effort.Time ?? TimeSpan.FromHours(1);

    private IEnumerable<PlanLimitUse> UseOf(PlanLimit limit, List<PlannedDeal>[] planned, int[] order)
    {
        if (limit.IsPerOwner) return order.SelectMany(owner => UseOf(limit, planned[owner], _owners[owner].Owner));
        return UseOf(limit, [.. order.SelectMany(owner => planned[owner])], null);
    }

    private static IEnumerable<PlanLimitUse> UseOf(PlanLimit limit, List<PlannedDeal> deals, string? owner)
    {
        if (limit.Member is { } member)
        {
            var free = deals.Where(deal => deal.MustDo is null).ToArray();
            var all = free.Sum(deal => deal.Time.TotalHours);
            if (all <= 0) yield break;
            var inside = free.Where(deal => member(deal.Deal) == true).Sum(deal => deal.Time.TotalHours);
            yield return new(limit, null, owner, inside / all, limit.LeastShare!.Value, free.Count(deal => member(deal.Deal) is null));
            yield break;
        }

        var unknown = deals.Count(deal => string.IsNullOrWhiteSpace(limit.Group!(deal.Deal)));
        var groups = deals.Select(deal => (Deal: deal, Group: limit.Group!(deal.Deal)))
            .Where(deal => !string.IsNullOrWhiteSpace(deal.Group))
            .GroupBy(deal => deal.Group!, deal => deal.Deal, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            yield return limit.MostDeals is { } most
                ? new(limit, group.Key, owner, group.Count(), most, unknown)
                : new(limit, group.Key, owner, group.Sum(deal => deal.Time.TotalHours), limit.MostTime!.Value.TotalHours, unknown);
        }
    }
}
