using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;

namespace Sqo.Qualification.Tests.Prioritization.Capacity;

/// <summary>
/// A small plan with every kind of rule, and the best that it can bring by looking at all selections; written from the documentation, and
/// knowing nothing of how plans are solved.
/// </summary>
internal sealed class RandomPlan
{
    private const int MostSelections = 40_000;

    private readonly Dictionary<string, Effort> _efforts = [];
    private readonly Dictionary<string, MustDo> _musts = [];
    private readonly HashSet<string> _excluded = [];
    private readonly HashSet<string> _movable = [];
    private readonly List<PlanLimit> _limits = [];

    public RandomPlan(SeededRandom random, int size, bool hasMusts = true, bool hasShares = true)
    {
        var names = new[] { "Ann", "Bob", "Cid" }.Take(random.Between(1, 3)).ToArray();
        Owners = [.. names.Select(name => new OwnerHours(
            name,
            TimeSpan.FromMinutes(30 * random.Between(0, 12)),
            random.Chance(0.3) ? random.Between(0, 3) : null,
            new[] { "north", "south" }.Where(_ => random.Chance(0.6))))];
        Deals = [.. Enumerable.Range(0, 2 + (size / 2)).Select(i => PlanCase.Deal(
            "D" + i, 100 * random.Between(0, 40), 0, random.Chance(0.9) ? random.Pick(names) : "Zoe", random.Between(1, 9) / 10.0,
            random.Pick("acme", "bolt", "core", null!), random.Pick("north", "south")))];
        var movable = random.Chance(0.5);
        foreach (var deal in Deals)
        {
            _efforts[deal.Id] = random.Chance(0.25)
                ? Effort.Response(
                    0.1, 0.1 + (random.Between(1, 8) / 10.0), random.Pick(1.0, 2, 2.5), random.Between(1, 9), random.Between(1, 3))
                : Effort.Fixed(TimeSpan.FromMinutes(random.Pick(15, 30, 45, 60, 90, 100, 120, 180)));
            if (hasMusts && random.Chance(0.15)) _musts[deal.Id] = random.Pick(MustDo.Overdue, MustDo.Promised, MustDo.Pinned);
            if (random.Chance(0.1)) _excluded.Add(deal.Id);
            if (movable && random.Chance(0.7)) _movable.Add(deal.Id);
        }

        Limit(0.35, () => PlanLimit.Deals("account", deal => deal.Account, random.Between(0, 2), random.Chance(0.3)));
        Limit(0.25, () => PlanLimit.Time("region", Region, TimeSpan.FromMinutes(15 * random.Between(0, 16)), random.Chance(0.3)));
        if (hasShares)
        {
            Limit(0.35, () => PlanLimit.Share(
                "new", deal => deal.Account is null ? null : deal.Account == "acme", random.Pick(0.25, 0.3, 0.5, 0.8), random.Chance(0.3)));
        }

        ValueSpread = random.Chance(0.15) ? random.Pick(0.5, 1, 1.5) : null;
        HoursSpread = random.Chance(0.15) ? random.Pick(0.5, 1) : null;

        void Limit(double chance, Func<PlanLimit> make)
        {
            if (random.Chance(chance)) _limits.Add(make());
        }
    }

    public OwnerHours[] Owners { get; private set; }

    public Opportunity[] Deals { get; private set; }

    public double? ValueSpread { get; }

    public double? HoursSpread { get; }

    public bool HasMusts => _musts.Count > 0;

    public static string? Region(Opportunity deal) => deal.Fields["region"];

    public CapacityPlan Solve(PlanMethod? method = null, long seed = 0) => CapacityPlan.Create(
        Deals, Owners, deal => _efforts[deal.Id], options: new(
            deal => _musts.TryGetValue(deal.Id, out var must) ? must : null,
            deal => _excluded.Contains(deal.Id),
            _limits,
            deal => _movable.Contains(deal.Id),
            Suits,
            ValueSpread,
            HoursSpread,
            method,
            seed: seed));

    /// <summary>The plan with an hour more for an owner.</summary>
    public CapacityPlan SolveWithAnHourMore(string owner)
    {
        var before = Owners;
        AddHour(owner);
        var plan = Solve();
        Owners = before;
        return plan;
    }

    public void AddHour(string owner) =>
        Owners = [.. Owners.Select(each => each.Owner == owner
            ? new OwnerHours(each.Owner, each.Hours + TimeSpan.FromHours(1), each.MostDeals, each.Skills) : each)];

    public void Remove(Opportunity deal) => Deals = [.. Deals.Where(each => each != deal)];

    public bool IsMust(Opportunity deal) => _musts.ContainsKey(deal.Id);

    public void Reverse()
    {
        Array.Reverse(Deals);
        Array.Reverse(Owners);
    }

    /// <summary>The plan in short, for messages.</summary>
    public override string ToString() => string.Join(
        "\n",
        Owners.Select(owner => $"{owner} {owner.MostDeals} {string.Join("/", owner.Skills)}")
            .Concat(Deals.Select(deal =>
                $"{deal.Id} {deal.Owner} {deal.Amount} x {deal.Probability} {_efforts[deal.Id]} {deal.Account} {Region(deal)}"
                + (IsMust(deal) ? " must" : "") + (_excluded.Contains(deal.Id) ? " out" : "")
                + (_movable.Contains(deal.Id) ? " moves" : "")))
            .Concat(_limits.Select(limit =>
                $"{limit.Name} {limit.MostDeals}{limit.MostTime}{limit.LeastShare}{(limit.IsPerOwner ? " per owner" : "")}"))
            .Append($"spread {ValueSpread} {HoursSpread}"));

    /// <summary>What is wrong with a plan; nothing if it keeps every rule.</summary>
    public IEnumerable<string> Faults(CapacityPlan plan)
    {
        var planned = plan.Owners.SelectMany(owner => owner.Deals).ToArray();
        var state = planned.Select(deal => (deal.Deal, Owner: Index(deal.Owner), Minutes: deal.Time.TotalMinutes)).ToArray();
        if (!Allowed(state)) yield return "A rule is broken.";
        foreach (var deal in planned.Where(deal => deal.MustDo is null && !MayHave(Owners[Index(deal.Owner)], deal.Deal)))
        {
            yield return $"{deal.Owner} must not have {deal.Deal.Id}.";
        }

        var listed = planned.Select(deal => deal.Deal.Id).Concat(plan.LeftOut.Select(deal => deal.Deal.Id)).ToArray();
        if (!listed.Order().SequenceEqual(Deals.Select(deal => deal.Id).Order())) yield return "A deal is missing or listed twice.";
    }

    /// <summary>
    /// The greatest expected value of all selections, given who does what must be done; <see langword="null"/> if there are too many.
    /// </summary>
    public double? Best(CapacityPlan plan)
    {
        var places = plan.Owners.SelectMany(owner => owner.Deals).Where(deal => deal.MustDo is not null)
            .ToDictionary(deal => deal.Deal.Id, deal => Index(deal.Owner));
        var ways = Deals.Select(deal => WaysOf(deal, places).ToArray()).ToArray();
        if (ways.Aggregate(1.0, (product, each) => product * each.Length) > MostSelections) return null;
        var best = double.NegativeInfinity;
        var chosen = new (int Owner, double Minutes, double Value)[Deals.Length];
        Look(0);
        return best;

        void Look(int depth)
        {
            if (depth == Deals.Length)
            {
                var value = chosen.Sum(way => way.Value);
                if (value > best + 1e-9 && Allowed(
                    [.. Deals.Select((deal, i) => (deal, chosen[i].Owner, chosen[i].Minutes)).Where(way => way.Owner >= 0)])) best = value;
                return;
            }

            foreach (var way in ways[depth])
            {
                chosen[depth] = way;
                Look(depth + 1);
            }
        }
    }

    private IEnumerable<(int Owner, double Minutes, double Value)> WaysOf(Opportunity deal, Dictionary<string, int> places)
    {
        var effort = _efforts[deal.Id];
        var worth = (double)deal.Amount!.Value;
        if (_musts.ContainsKey(deal.Id))
        {
            if (!places.TryGetValue(deal.Id, out var place))
            {
                yield return (-1, 0, effort.IsResponse ? worth * effort.Probabilities[0] : 0);
                yield break;
            }

            if (effort.Time is { } time) yield return (place, time.TotalMinutes, worth * deal.Probability!.Value);
            var most = worth == 0 ? Math.Min(1, effort.MostHours) : effort.MostHours;
            for (var hours = 1; hours <= most; hours++) yield return (place, 60 * hours, worth * effort.Probabilities[hours]);
            yield break;
        }

        if (_excluded.Contains(deal.Id))
        {
            yield return (-1, 0, 0);
            yield break;
        }

        yield return (-1, 0, effort.IsResponse ? worth * effort.Probabilities[0] : 0);
        // Nobody works on what brings nothing, not even to reach a share.
        if (worth == 0) yield break;
        for (var owner = 0; owner < Owners.Length; owner++)
        {
            if (!MayHave(Owners[owner], deal)) continue;
            if (effort.Time is { } time) yield return (owner, time.TotalMinutes, worth * deal.Probability!.Value);
            for (var hours = 1; hours <= effort.MostHours; hours++) yield return (owner, 60 * hours, worth * effort.Probabilities[hours]);
        }
    }

    private bool MayHave(OwnerHours owner, Opportunity deal) =>
        deal.Owner == owner.Owner || (_movable.Contains(deal.Id) && Suits(deal, owner));

    private static bool Suits(Opportunity deal, OwnerHours owner) => owner.Has(Region(deal));

    private int Index(string owner) => Array.FindIndex(Owners, each => each.Owner == owner);

    private double MustMinutes(Opportunity deal) => _efforts[deal.Id].Time?.TotalMinutes ?? 60;

    private bool Allowed((Opportunity Deal, int Owner, double Minutes)[] selection)
    {
        const double Slack = 1e-6;
        var musts = selection.Where(way => IsMust(way.Deal)).ToArray();
        // What must be done is never against a rule; what comes on top of it must keep them.
        var free = selection.Where(way => !IsMust(way.Deal) || way.Minutes > MustMinutes(way.Deal)).ToArray();
        for (var owner = 0; owner < Owners.Length; owner++)
        {
            var all = selection.Where(way => way.Owner == owner).ToArray();
            if (free.Any(way => way.Owner == owner && way.Minutes > 0)
                && all.Sum(way => way.Minutes) > Owners[owner].Hours.TotalMinutes + Slack) return false;
            if (all.Any(way => !IsMust(way.Deal)) && all.Length > Owners[owner].MostDeals) return false;
        }

        foreach (var limit in _limits)
        {
            var parts = limit.IsPerOwner
                ? Enumerable.Range(0, Owners.Length).Select(owner => selection.Where(way => way.Owner == owner))
                : [selection];
            foreach (var part in parts.Select(part => part.ToArray()))
            {
                if (limit.LeastShare is { } share)
                {
                    double Free((Opportunity Deal, int Owner, double Minutes) way) =>
                        way.Minutes - (IsMust(way.Deal) ? MustMinutes(way.Deal) : 0);
                    var given = part.Sum(Free);
                    if (part.Where(way => way.Deal.Account == "acme").Sum(Free) < (share * given) - Slack) return false;
                    continue;
                }

                var groups = part.GroupBy(way => limit.MostDeals is null ? Region(way.Deal) : way.Deal.Account);
                foreach (var group in groups.Where(group => group.Key is not null))
                {
                    if (limit.MostDeals is { } most && group.Any(way => !IsMust(way.Deal)) && group.Count() > most) return false;
                    if (limit.MostTime is { } time && group.Any(way => !IsMust(way.Deal) || way.Minutes > MustMinutes(way.Deal))
                        && group.Sum(way => way.Minutes) > time.TotalMinutes + Slack) return false;
                }
            }
        }

        return SpreadHolds(ValueSpread, way => Value(way.Deal, way.Minutes)) && SpreadHolds(HoursSpread, way => way.Minutes);

        bool SpreadHolds(double? most, Func<(Opportunity Deal, int Owner, double Minutes), double> amount)
        {
            if (most is null) return true;
            var before = Spread(musts.Select(way => (way.Deal, way.Owner, MustMinutes(way.Deal))), amount);
            return Spread(selection, amount) <= Math.Max(most.Value, before) * (1 + 1e-9);
        }
    }

    private double Value(Opportunity deal, double minutes) =>
        (double)deal.Amount!.Value * (_efforts[deal.Id] is { IsResponse: true } curve
            ? curve.Probabilities[(int)minutes / 60]
            : deal.Probability!.Value);

    private double Spread(
        IEnumerable<(Opportunity Deal, int Owner, double Minutes)> selection,
        Func<(Opportunity Deal, int Owner, double Minutes), double> amount)
    {
        var sums = selection.GroupBy(way => way.Owner).ToDictionary(group => group.Key, group => group.Sum(amount));
        var rates = Enumerable.Range(0, Owners.Length).Where(owner => Owners[owner].Hours > TimeSpan.Zero)
            .Select(owner => (Sum: sums.GetValueOrDefault(owner), Hours: Owners[owner].Hours.TotalMinutes)).ToArray();
        var total = rates.Sum(rate => rate.Sum);
        if (total <= 0) return 0;
        var (most, least) = (rates.Max(rate => rate.Sum / rate.Hours), rates.Min(rate => rate.Sum / rate.Hours));
        return (most - least) / (total / rates.Sum(rate => rate.Hours));
    }
}
