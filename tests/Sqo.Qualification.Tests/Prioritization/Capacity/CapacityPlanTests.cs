using System;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;
using static Sqo.Qualification.Tests.Prioritization.Capacity.PlanCase;

namespace Sqo.Qualification.Tests.Prioritization.Capacity;

public class CapacityPlanTests
{
    [Fact]
    public void Create_MustDosBeyondTheHours_AreOverloadAndNeverDropped()
    {
        Opportunity[] deals = [Deal("late", 100, 90), Deal("sworn", 100, 60), Deal("good", 9_000, 30)];
        var plan = Plan(deals, [Hours("Ann", 2)], new(deal => deal.Id switch
        {
            "late" => MustDo.Overdue,
            "sworn" => MustDo.Promised,
            _ => null,
        }));
        Assert.Equal(["late", "sworn"], plan.Owners[0].Deals.Select(deal => deal.Deal.Id));
        Assert.Equal([MustDo.Overdue, MustDo.Promised], plan.Owners[0].Deals.Select(deal => deal.MustDo!.Value));
        Assert.Equal(TimeSpan.FromMinutes(30), plan.Owners[0].Overload);
        Assert.Equal(TimeSpan.FromMinutes(30), plan.Overload);
        Assert.Equal(LeftOutReason.TooLong, plan.WhyNot("good")!.Reason);
        // Of an hour more, half goes into the overload, and the rest is enough.
        Assert.Equal(9_000, plan.Owners[0].GainOfAnHour);
    }

    [Fact]
    public void Create_MustDoThatMayMove_GoesWhereItFits()
    {
        Opportunity[] deals = [Deal("a", 100, 120), Deal("b", 100, 120)];
        var plan = Plan(deals, [Hours("Ann", 2), Hours("Bob", 2)], new(_ => MustDo.Pinned, mayMove: _ => true));
        Assert.Equal([1, 1], plan.Owners.Select(owner => owner.Deals.Count));
        Assert.Equal(TimeSpan.Zero, plan.Overload);
    }

    [Fact]
    public void Create_UnknownFacts_AreNamedAndNeverTakenAsZero()
    {
        Opportunity[] deals =
            [Deal("a", null, 60), Deal("b", 100, 60, chance: null), Deal("c", 100, -1), Deal("d", null, 60), Deal("e", 100, 60)];
        var plan = CapacityPlan.Create(
            deals, [Hours("Ann", 8)], deal => deal.Id == "c" ? null : Minutes(deal), deal => deal.Probability ?? double.NaN,
            options: new(deal => deal.Id == "d" ? MustDo.Promised : null));
        Assert.Equal(
            [("a", UnknownFacts.Value), ("b", UnknownFacts.Probability), ("c", UnknownFacts.Effort), ("d", UnknownFacts.Value)],
            plan.Unknown.Select(deal => (deal.Deal.Id, deal.Unknown)));
        // What must be done and takes a known time is done, whatever it is worth.
        Assert.Equal(["d", "e"], Ids(plan));
        Assert.Null(plan.Owners[0].Deals[0].ExpectedValue);
        Assert.Equal(100, plan.ExpectedValue);
        Assert.Contains("d: must be done, unknown value", plan.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Create_NobodyForADeal_SaysSo()
    {
        Opportunity[] deals = [Deal("a", 100, 60, owner: "Zoe"), Deal("b", 100, 60, owner: null), Deal("c", 100, 60)];
        var plan = Plan(deals, [Hours("Ann", 8), Hours("Bob", 8)], new(deal => deal.Id == "a" ? MustDo.Overdue : null));
        Assert.Equal(["a", "b"], plan.LeftOut.Where(deal => deal.Reason == LeftOutReason.NoOwner).Select(deal => deal.Deal.Id).Order());
        Assert.Equal(MustDo.Overdue, plan.WhyNot("a")!.MustDo);
        Assert.Contains("must be done, but nobody", plan.ReasonOf(plan.WhyNot("a")!), StringComparison.Ordinal);
        Assert.Equal(["Bob"], plan.OwnersWithoutDeals);
        Assert.Equal(3, Ids(Plan(deals, [Hours("Ann", 8)], new(mayMove: _ => true))).Length);
    }

    [Fact]
    public void LeftOut_EachReason_IsGivenWithItsFacts()
    {
        Opportunity[] deals =
        [
            Deal("best", 1_000, 60, account: "acme"), Deal("same", 900, 60, account: "acme"), Deal("zero", 0, 60), Deal("huge", 9_000, 600),
            Deal("out", 9_000, 60), Deal("poor", 10, 60), Deal("fair", 800, 60),
        ];
        var plan = Plan(deals, [Hours("Ann", 2)], new(
            isExcluded: deal => deal.Id == "out", limits: [PlanLimit.Deals("account", deal => deal.Account, 1)]));
        Assert.Equal(["best", "fair"], Ids(plan));
        Assert.Equal(
            ["huge TooLong", "out Excluded", "poor LessPerHour", "same Limit", "zero NoGain"],
            plan.LeftOut.Select(deal => $"{deal.Deal.Id} {deal.Reason}").Order());
        Assert.Equal(("account", "acme"), (plan.WhyNot("same")!.Limit, plan.WhyNot("same")!.Group));
        Assert.Equal(10, plan.WhyNot("poor")!.GainPerHour);
        Assert.Null(plan.WhyNot("best"));
        Assert.Null(plan.WhyNot("none"));
        Assert.Equal(
            "poor: brings 10 in 1 hour, 10 an hour, not more than the 800 that an hour of Ann is worth", plan.ReasonOf(plan.WhyNot("poor")!));
    }

    [Fact]
    public void LeftOut_DealsOfAnOwnerAreLimited_SaysSo()
    {
        var plan = Plan([Deal("a", 100, 60), Deal("b", 200, 60)], [Hours("Ann", 8, mostDeals: 1)]);
        Assert.Equal(["b"], Ids(plan));
        Assert.Equal(LeftOutReason.OwnerDeals, plan.WhyNot("a")!.Reason);
        Assert.Equal(PlanBottleneck.Limits, plan.Bottleneck);
        Assert.Equal(0, plan.Owners[0].ShadowPrice);
    }

    [Fact]
    public void Create_ShareForNewCustomers_IsReached()
    {
        var deals = Enumerable.Range(0, 8)
            .Select(i => Deal("D" + i, i < 4 ? 1_000 : 100 + i, 60, account: i < 4 ? "old" : "new")).ToArray();
        var plan = Plan(deals, [Hours("Ann", 4)], new(limits: [PlanLimit.Share("new customers", deal => deal.Account == "new", 0.5)]));
        Assert.Equal(2_213, plan.ExpectedValue);
        Assert.Equal(0.5, plan.Limits[0].Used);
        Assert.False(plan.Limits[0].IsBroken);
        Assert.True(plan.IsExact);
        // With another hour for old customers, less than half would be left.
        var four = Plan(deals, [Hours("Ann", 5)], new(limits: [PlanLimit.Share("new customers", deal => deal.Account == "new", 0.6)]));
        Assert.Equal(["new", "new", "new", "old", "old"], four.Owners[0].Deals.Select(deal => deal.Deal.Account).Order());
        Assert.Equal(LeftOutReason.LessPerHour, four.LeftOut.First(deal => deal.Deal.Account == "new").Reason);
    }

    [Fact]
    public void Create_MustDosAgainstALimit_AreDoneAndTheLimitIsBroken()
    {
        var deals = Array.ConvertAll(["a", "b", "c"], id => Deal(id, 100, 60, account: "acme"));
        var plan = Plan(deals, [Hours("Ann", 8)], new(
            deal => deal.Id == "c" ? null : MustDo.Overdue, limits: [PlanLimit.Deals("account", deal => deal.Account, 1)]));
        Assert.Equal(["a", "b"], Ids(plan));
        Assert.True(plan.Limits[0].IsBroken);
        Assert.Contains("breaks the limit account acme", plan.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Create_SpreadIsBounded_TheOwnersDifferByNoMore()
    {
        Opportunity[] deals =
        [
            .. Enumerable.Range(0, 4).Select(i => Deal("A" + i, 1_000, 60)),
            .. Enumerable.Range(0, 4).Select(i => Deal("B" + i, 400, 60, "Bob")),
        ];
        OwnerHours[] owners = [Hours("Ann", 4), Hours("Bob", 4)];
        var free = Plan(deals, owners);
        Assert.Equal(5_600, free.ExpectedValue);
        Assert.Equal((4_000 - 1_600) / 2_800.0, free.ValueSpread, 1e-12);
        var even = Plan(deals, owners, new(mostValueSpread: 0.25));
        Assert.Equal(3_600, even.ExpectedValue);
        Assert.True(even.ValueSpread <= 0.25);
        Assert.Contains(even.LeftOut, deal => deal.Reason == LeftOutReason.Spread);
        Assert.Equal(5_600, Plan(deals, owners, new(mayMove: _ => true, mostValueSpread: 0.25)).ExpectedValue);
    }

    [Fact]
    public void Bottleneck_SomeLackHoursAndOthersDeals_IsMixed()
    {
        Opportunity[] deals = [Deal("a", 100, 60), Deal("b", 100, 60), Deal("c", 100, 60, "Bob")];
        OwnerHours[] owners = [Hours("Ann", 1), Hours("Bob", 4)];
        Assert.Equal(PlanBottleneck.Mixed, Plan(deals, owners).Bottleneck);
        Assert.Equal([PlanBottleneck.Hours, PlanBottleneck.Deals], Plan(deals, owners).Owners.Select(owner => owner.Bottleneck));
        Assert.Equal(PlanBottleneck.Deals, Plan(deals, owners, new(mayMove: _ => true)).Bottleneck);
    }

    [Fact]
    public void Create_SkillsAndTerritories_AreConstraints()
    {
        Opportunity[] deals = [Deal("n", 100, 60, region: "north"), Deal("s", 900, 60, region: "south"), Deal("own", 500, 60)];
        OwnerHours[] owners = [Hours("Ann", 1), Hours("Bob", 1, null, "north")];
        var plan = Plan(deals, owners, new(
            mayMove: _ => true, suits: (deal, owner) => owner.Has(deal.Fields.TryGetValue("region", out var region) ? region : null)));
        Assert.Equal("s", Assert.Single(plan.Owners[0].Deals).Deal.Id);
        var moved = Assert.Single(plan.Owners[1].Deals);
        Assert.Equal(("n", true), (moved.Deal.Id, moved.IsMoved));
    }

    [Fact]
    public void ChanceOfAtLeast_DealsOfThePlan_IsThatOfTheirSum()
    {
        Opportunity[] deals =
        [
            Deal("a", 100_000, 60, chance: 0.5), Deal("b", 40_000, 60, chance: 0.25), Deal("c", 10_000, 60, chance: 0.9),
            Deal("d", 10, 600),
        ];
        var plan = Plan(deals, [Hours("Ann", 3)]);
        Assert.Equal(0.5, plan.ChanceOfAtLeast(100_000), 1e-9);
        Assert.Equal(69_000, plan.Revenue.Mean, 1e-6);
        Assert.Equal(plan.ExpectedValue, plan.Revenue.Mean, 1e-6);
    }

    [Fact]
    public void Create_TenEqualDealsOfOneOwner_AreSpreadEvenlyUnderEverySeedAndOrder()
    {
        // Also where hours are scarce, and where they are not.
        foreach (var hours in (double[])[1, 3, 20])
        {
            for (var seed = 0; seed < 25; seed++)
            {
                var deals = Enumerable.Range(0, 11).Select(i => Deal("D" + i, 100, 60)).ToArray();
                OwnerHours[] owners = [Hours("Ann", hours), Hours("Bob", hours), Hours("Cid", hours)];
                var random = new SeededRandom((ulong)seed);
                Array.Sort(Array.ConvertAll(deals, _ => random.Next()), deals);
                Array.Sort(Array.ConvertAll(owners, _ => random.Next()), owners);
                var plan = Plan(deals, owners, new(mayMove: _ => true, seed: seed));
                var counts = plan.Owners.Select(owner => owner.Deals.Count).ToArray();
                Assert.True(counts.Max() - counts.Min() <= 1, $"{string.Join(", ", counts)} with seed {seed}");
                Assert.Equal(Math.Min(11, 3 * (int)hours), counts.Sum());
            }
        }
    }

    [Fact]
    public void Create_EqualDealsThatMustBeDone_AreSpreadEvenly()
    {
        var deals = Enumerable.Range(0, 10).Select(i => Deal("D" + i, 100, 60)).ToArray();
        var plan = Plan(deals, [Hours("Ann", 2), Hours("Bob", 2), Hours("Cid", 2)], new(_ => MustDo.Overdue, mayMove: _ => true));
        Assert.Equal([3, 3, 4], plan.Owners.Select(owner => owner.Deals.Count).Order());
    }

    [Fact]
    public void Create_Seeds_DecideTiesAndNothingElse()
    {
        var deals = Enumerable.Range(0, 12).Select(i => Deal("D" + i, 100, 60)).ToArray();
        var chosen = Enumerable.Range(0, 30)
            .Select(seed => string.Join(" ", Ids(Plan(deals, [Hours("Ann", 3)], new(seed: seed))))).ToArray();
        Assert.True(chosen.Distinct().Count() > 15);
        Assert.Equal(chosen[0], string.Join(" ", Ids(Plan(deals.Reverse(), [Hours("Ann", 3)]))));
    }

    [Fact]
    public void Create_AnotherOrder_GivesTheSameBytes() => Property.Holds(Deep.Size(60, 3_000), (random, size) =>
    {
        var small = new RandomPlan(random, size);
        var before = Everything(small.Solve(seed: 3));
        small.Reverse();
        Assert.Equal(before, Everything(small.Solve(seed: 3)));
    });

    [Fact]
    public void Create_AnHourOrADealMore_NeverLowersTheValueOrTheBound() => Property.Holds(Deep.Size(150, 3_000), (random, size) =>
    {
        var small = new RandomPlan(random, size, hasMusts: false, hasShares: false);
        if (small.ValueSpread is not null || small.HoursSpread is not null) return;
        var plan = small.Solve();
        var longer = small.SolveWithAnHourMore(random.Pick(small.Owners).Owner);
        Assert.True(longer.ExpectedValue >= plan.ExpectedValue - 1e-9);
        small.Remove(random.Pick(small.Deals));
        var fewer = small.Solve();
        Assert.True(fewer.ExpectedValue <= plan.ExpectedValue + 1e-9);
    });

    [Fact]
    public void Bound_OfPlansThatAreNotExact_NeverFallsByAnHourOrADealMore() => Property.Holds(Deep.Size(10, 100), (random, size) =>
    {
        var deals = Enumerable.Range(0, 10 * size).Select(i => Deal(
            "D" + i, random.Between(1, 5_000), random.Between(5, 300), random.Pick("Ann", "Bob", "Cid"), random.Share(),
            region: random.Pick("north", "south", "west"))).ToArray();
        OwnerHours Owner(string name, params string[] regions) => Hours(name, random.Between(1, 20), null, regions);
        OwnerHours[] owners = [Owner("Ann", "north"), Owner("Bob", "north", "south"), Owner("Cid", "west")];
        CapacityPlanOptions options = new(
            deal => deal.Id == "D0" ? MustDo.Pinned : null, mayMove: _ => true, suits: (deal, owner) => owner.Has(deal.Fields["region"]),
            method: PlanMethod.LocalSearch);
        var plan = Plan(deals, owners, options);
        var ann = new OwnerHours("Ann", owners[0].Hours + TimeSpan.FromHours(1), null, owners[0].Skills);
        var longer = Plan(deals, [ann, owners[1], owners[2]], options);
        var fewer = Plan([.. deals.Take(deals.Length - 1)], owners, options);
        Assert.True(longer.Bound >= plan.Bound * (1 - 1e-12));
        Assert.True(fewer.Bound <= plan.Bound * (1 + 1e-12));
        Assert.True(plan.ExpectedValue <= plan.Bound);
    });

    [Fact]
    public void ToText_BothLanguages_SayTheSame()
    {
        Opportunity[] deals = [Deal("a", 1_000, 90, chance: 0.5), Deal("b", 700, 60, chance: 0.4), Deal("c", 100, 30), Deal("d", null, 60)];
        var plan = Plan(deals, [Hours("Ann", 2)], new(deal => deal.Id == "c" ? MustDo.Promised : null));
        Assert.Equal(
            """
            Deals: 2; 2 of 2 hours; expected value 600
            No other selection brings more
            The team lacks hours, not deals
            Ann: 2 of 2 hours, expected value 600; one more hour brings 280 (shadow price 280)
              c: 0.5 hours, must be done: promised
              a: 1.5 hours, brings 500 (chance 50%)
            Deals left out: 1
              b: brings 280 in 1 hour, 280 an hour, not more than the 280 that an hour of Ann is worth
            Deals not weighed, because something is unknown: 1
              d: unknown value
            """,
            plan.ToText());
        Assert.StartsWith(
            "Affärer: 2; 2 av 2 timmar; väntevärde 600", plan.ToText(ExplanationTexts.Swedish), StringComparison.Ordinal);
        Assert.Equal(plan.ToText().Split('\n').Length, plan.ToText(ExplanationTexts.Swedish).Split('\n').Length);
    }

    [Fact]
    public void Create_BadInput_IsRefusedByName()
    {
        Opportunity[] deals = [Deal("a", 100, 60)];
        OwnerHours[] owners = [Hours("Ann", 1)];
        Assert.Contains("\"Ann\" twice", Refused(() => Plan(deals, [.. owners, .. owners])), StringComparison.Ordinal);
        Assert.Contains("\"a\" twice", Refused(() => Plan([.. deals, .. deals], owners)), StringComparison.Ordinal);
        Assert.Contains("\"a\" is -00:01:00", Refused(() => Plan([Deal("a", 1, -1)], owners)), StringComparison.Ordinal);
        Assert.Contains("\"a\" is 1.5", Refused(() => CapacityPlan.Create(deals, owners, Minutes, _ => 1.5)), StringComparison.Ordinal);
        Assert.Contains(
            "\"a\" is -2", Refused(() => CapacityPlan.Create(deals, owners, Minutes, value: _ => -2)), StringComparison.Ordinal);
        Assert.Contains("null", Refused(() => Plan([null!], owners)), StringComparison.Ordinal);
        Assert.Contains("null", Refused(() => Plan(deals, [null!])), StringComparison.Ordinal);
        var won = Opportunity.Create(o => (o.Id, o.Outcome, o.Closed) = ("w", OpportunityOutcome.Won, new DateTime(2026, 1, 1)));
        Assert.Contains("\"w\" is won", Refused(() => Plan([won], owners)), StringComparison.Ordinal);
        OwnerHours[] periods =
            [new("Ann", default, period: ForecastPeriod.Month(2026, 1)), new("Bob", default, period: ForecastPeriod.Month(2026, 2))];
        Assert.Contains("must be of one", Refused(() => Plan(deals, periods)), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new CapacityPlanOptions(method: PlanMethod.BranchAndBound));

        static string Refused(Func<object> make) => Assert.ThrowsAny<ArgumentException>(make).Message;
    }

    [Fact]
    public void Create_NothingToPlan_IsAnEmptyPlan()
    {
        var plan = Plan([], []);
        Assert.Equal((0.0, 0.0, true), (plan.ExpectedValue, plan.Bound, plan.IsExact));
        Assert.Equal(PlanBottleneck.Deals, Plan([], [Hours("Ann", 1)]).Bottleneck);
    }

    [Fact]
    public void Create_ThousandsOfDealsThatMayMove_AreNearTheLinearRelaxation()
    {
        var random = new SeededRandom(11);
        var deals = Enumerable.Range(0, Deep.Size(1_000, 10_000)).Select(i => Deal(
            i.ToString(CultureInfo.InvariantCulture), 10 * random.Between(10, 6_000), random.Between(30, 360), "O" + random.Below(5),
            0.02 + (0.78 * random.Share()))).ToArray();
        var plan = Plan(deals, Enumerable.Range(0, 5).Select(i => Hours("O" + i, 40)), new(mayMove: _ => true));
        Assert.True(plan.Shortfall < 0.001 * plan.Bound, $"{plan.Shortfall} of {plan.Bound}");
        // The relaxation of one common capacity, by a plain loop.
        double left = 5 * 40 * 60, relaxed = 0;
        var worth = deals.Select(deal =>
            (Value: (double)deal.Amount!.Value * deal.Probability!.Value, Minutes: Minutes(deal)!.Value.TotalMinutes));
        foreach (var (value, minutes) in worth.OrderByDescending(deal => deal.Value / deal.Minutes))
        {
            relaxed += value * Math.Min(1, left / minutes);
            left = Math.Max(0, left - minutes);
        }

        Assert.Equal(relaxed, plan.Bound, 1e-6);
    }
}
