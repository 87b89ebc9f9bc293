using System;
using System.Linq;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Prioritization.Capacity;

/// <summary>Small plans with every kind of rule, beside all selections that there are.</summary>
public class BruteForceTests
{
    private static readonly int Cases = Deep.Size(200, 10_000);

    [Fact]
    public void Create_SmallPlansOfEveryKind_AreTheBestOfAllSelections()
    {
        var (compared, exact) = (0, 0);
        Property.Holds(Cases, (random, size) =>
        {
            var small = new RandomPlan(random, size);
            var plan = small.Solve();
            Assert.True(!small.Faults(plan).Any(), $"{string.Join(" ", small.Faults(plan))}\n{small}\n{plan.ToText()}");
            Assert.True(plan.IsExact);
            if (small.Best(plan) is not { } best) return;
            compared++;
            if (plan.ExpectedValue > 0) exact++;
            Assert.True(Math.Abs(best - plan.ExpectedValue) < 1e-6, $"{plan.ExpectedValue} instead of {best}:\n{small}\n{plan.ToText()}");
            Assert.True(plan.Bound >= best - 1e-6, $"The bound {plan.Bound} is below {best}.");
        });
        Assert.True(compared > Cases * 3 / 4, $"Only {compared} of {Cases} plans were small enough to look at.");
        Assert.True(exact > Cases / 2, $"Only {exact} of {Cases} plans bring anything.");
    }

    [Theory]
    [InlineData(PlanMethod.Greedy)]
    [InlineData(PlanMethod.LocalSearch)]
    public void Create_WithoutLookingAtAll_IsWithinItsShortfall(PlanMethod method) => Property.Holds(Cases, (random, size) =>
    {
        var small = new RandomPlan(random, size);
        var plan = small.Solve(method);
        Assert.Empty(small.Faults(plan));
        if (small.Best(plan) is not { } best) return;
        Assert.True(plan.ExpectedValue <= best + 1e-6);
        Assert.True(
            plan.ExpectedValue + plan.Shortfall >= best - 1e-6, $"{plan.ExpectedValue} + {plan.Shortfall} is below {best}:\n{small}");
    });

    [Fact]
    public void GainOfAnHour_SmallPlansOfEveryKind_IsWhatThePlanWithAnHourMoreBrings()
    {
        var compared = 0;
        Property.Holds(Cases / 3, (random, size) =>
        {
            var small = new RandomPlan(random, size);
            var plan = small.Solve();
            // Hours decide how much of a spread is allowed, and where what must be done goes.
            if (small.HasMusts || small.ValueSpread is not null || small.HoursSpread is not null) return;
            foreach (var owner in plan.Owners.Where(owner => owner.GainOfAnHour is not null))
            {
                var more = small.SolveWithAnHourMore(owner.Owner);
                Assert.Equal(more.ExpectedValue - plan.ExpectedValue, owner.GainOfAnHour!.Value, 1e-6);
                compared++;
            }
        });
        Assert.True(compared > Cases / 6, $"Only {compared} gains were compared.");
    }
}
