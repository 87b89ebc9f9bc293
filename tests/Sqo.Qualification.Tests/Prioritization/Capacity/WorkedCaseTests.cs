using System;
using System.Linq;
using Xunit;
using static Sqo.Qualification.Tests.Prioritization.Capacity.PlanCase;

namespace Sqo.Qualification.Tests.Prioritization.Capacity;

/// <summary>The cases that the definitions work out by hand.</summary>
public class WorkedCaseTests
{
    private static readonly Opportunity[] Deals =
    [
        Deal("A", 12_000, 120), Deal("B", 10_900, 110), Deal("C", 8_000, 85), Deal("D", 7_600, 80), Deal("E", 2_000, 15),
    ];

    [Fact]
    public void Create_FiveDealsIn165Minutes_IsTheExactSelection()
    {
        var plan = Plan(Deals, [Hours("Ann", 165 / 60.0)]);
        Assert.Equal(["C", "D"], Ids(plan));
        Assert.Equal(15_600, plan.ExpectedValue);
        Assert.True(plan.IsExact);
        Assert.Equal(0, plan.Shortfall);
        Assert.Equal(PlanMethod.DynamicProgramming, plan.Method);
        Assert.Equal(16_972.73, plan.Bound, 0.005);
        Assert.Equal(5_945.45, plan.Owners[0].ShadowPrice, 0.005);
        Assert.Equal(6_400, plan.Owners[0].GainOfAnHour);
        Assert.Equal(PlanBottleneck.Hours, plan.Bottleneck);
        Assert.Equal(22_000, Plan(Deals, [Hours("Ann", 225 / 60.0)]).ExpectedValue);
    }

    [Fact]
    public void Create_Greedy_IsShortByTheBound()
    {
        var plan = Plan(Deals, [Hours("Ann", 165 / 60.0)], new(method: PlanMethod.Greedy));
        Assert.Equal(["A", "E"], Ids(plan));
        Assert.Equal(14_000, plan.ExpectedValue);
        Assert.False(plan.IsExact);
        Assert.Equal(PlanMethod.Greedy, plan.Method);
        Assert.Equal(16_972.73 - 14_000, plan.Shortfall, 0.005);
        Assert.Null(plan.Owners[0].GainOfAnHour);
    }

    [Fact]
    public void Create_GreedyWorseThanTheBestSingleDeal_TakesThat()
    {
        var plan = Plan([Deal("long", 900, 100), Deal("short", 20, 2)], [Hours("Ann", 100 / 60.0)], new(method: PlanMethod.Greedy));
        Assert.Equal(["long"], Ids(plan));
    }

    [Fact]
    public void Create_ResponseCurves_AreWorkedWhereHoursTogetherPay()
    {
        Opportunity[] deals = [Deal("P", 100_000, 0), Deal("Q", 60_000, 0), Deal("R", 40_000, 0)];
        var plan = CapacityPlan.Create(deals, [Hours("Ann", 8)], deal => deal.Id switch
        {
            "P" => Effort.Response(0.1, 0.6, 2, 4),
            "Q" => Effort.Response(0.2, 0.5, 1, 2),
            _ => Effort.Response(0.05, 0.7, 2, 9),
        });
        Assert.Equal(83_000, plan.ExpectedValue, 1e-6);
        Assert.Equal(
            ["P 4", "Q 1", "R 3"],
            plan.Owners[0].Deals.Select(deal => $"{deal.Deal.Id} {deal.Time.TotalHours}").OrderBy(text => text, StringComparer.Ordinal));
        Assert.True(plan.IsExact);
        Assert.True(plan.Bound >= 83_000);
        Assert.Equal(10_000 + 12_000 + 2_000, plan.WithoutEffort, 1e-6);
    }

    [Fact]
    public void Create_HourByHour_WouldBeLess()
    {
        // What the curves are for: (5, 2, 1) is where the steepest next hour leads.
        Effort[] curves = [Effort.Response(0.1, 0.6, 2, 4), Effort.Response(0.2, 0.5, 1, 2), Effort.Response(0.05, 0.7, 2, 9)];
        double[] values = [100_000, 60_000, 40_000];
        int[] hours = [0, 0, 0];
        for (var hour = 0; hour < 8; hour++)
        {
            var next = Enumerable.Range(0, 3).MaxBy(
                i => values[i] * (curves[i].ProbabilityAfter(hours[i] + 1)!.Value - curves[i].ProbabilityAfter(hours[i])!.Value));
            hours[next]++;
        }

        Assert.Equal([5, 2, 1], hours);
        Assert.Equal(78_703.45, Enumerable.Range(0, 3).Sum(i => values[i] * curves[i].ProbabilityAfter(hours[i])!.Value), 0.005);
    }

    [Fact]
    public void Create_EverythingFits_AnHourMoreBringsNothing()
    {
        var plan = Plan(Deals, [Hours("Ann", 20)]);
        Assert.Equal(40_500, plan.ExpectedValue);
        Assert.Equal(plan.ExpectedValue, plan.Bound);
        Assert.Equal(0, plan.Owners[0].ShadowPrice);
        Assert.Equal(0, plan.Owners[0].GainOfAnHour);
        Assert.Equal(PlanBottleneck.Deals, plan.Bottleneck);
        Assert.Empty(plan.LeftOut);
    }
}
