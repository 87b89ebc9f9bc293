using System;
using System.Diagnostics;
using System.Globalization;
using Sqo.Qualification.Benchmarks.Workload;

namespace Sqo.Qualification.Benchmarks;

/// <summary>How long plans of selling time take, and how far they can be from the best ones.</summary>
public static class SellingTimePlans
{
    private const int Rounds = 7;

    public static void Compare()
    {
        Console.WriteLine("the least time of the rounds, and the shortfall as a share of the bound");
        var one = new SellingTime(200, 1, 40, 1);
        Show("200 deals, one owner with 40 hours, a plain loop over minutes", () => null, () => one.Program());
        Show("the same, exact", () => one.Plan());
        Show("the same, greedy", () => one.Plan(new(method: PlanMethod.Greedy)));
        Show("the same, at most two deals of an account", () => one.Plan(new(limits: [Accounts(2)])));
        var team = new SellingTime(10_000, 50, 40, 1);
        Show("10,000 deals, 50 owners, each with deals of their own", () => team.Plan());
        Show("the same, every deal may move", () => team.Plan(new(mayMove: _ => true)));
        Show("the same, by territory", () => team.Plan(new(mayMove: _ => true, suits: Suits)));
        Show("the same, at most one deal of an account", () => team.Plan(new(mayMove: _ => true, suits: Suits, limits: [Accounts(1)])));
        var smaller = new SellingTime(2_000, 10, 40, 1);
        Show("2,000 deals, 10 owners, every deal may move", () => smaller.Plan(new(mayMove: _ => true)));
        var quarters = new SellingTime(10_000, 50, 40, 15);
        Show("every deal may move, efforts in quarters of an hour", () => quarters.Plan(new(mayMove: _ => true)));
    }

    /// <summary>Whether plans are as good as they say, beside a plain program and the linear relaxation.</summary>
    public static int Verify()
    {
        var one = new SellingTime(200, 1, 40, 1);
        var exact = one.Plan();
        var team = new SellingTime(10_000, 50, 40, 1);
        var moved = team.Plan(new(mayMove: _ => true));
        var (off, gap) = (Math.Abs(one.Program() - exact.ExpectedValue), 1 - (moved.ExpectedValue / team.Relaxation()));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Selling time: off a plain program by {off:E1}; 10,000 deals that may move are {100 * gap:F4} % below the relaxation."));
        var isBound = Math.Abs(moved.Bound - team.Relaxation()) < 1e-6 * moved.Bound;
        return exact.IsExact && off < 1e-6 && gap is >= -1e-12 and < 0.001 && isBound ? 0 : 1;
    }

    private static PlanLimit Accounts(int most) => PlanLimit.Deals("account", deal => deal.Account, most);

    private static bool Suits(Opportunity deal, OwnerHours owner) => owner.Has(deal.Fields["territory"]);

    private static void Show(string name, Func<CapacityPlan?> plan, Action? rival = null)
    {
        CapacityPlan? made = null;
        var least = double.PositiveInfinity;
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            if (rival is null) made = plan();
            else rival();
            least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        Console.WriteLine(made is null
            ? string.Create(CultureInfo.InvariantCulture, $"{least,9:F2} ms            {name}")
            : string.Create(
                CultureInfo.InvariantCulture, $"{least,9:F2} ms {100 * made.Shortfall / made.Bound,8:F4} % {name} ({made.Method})"));
    }
}
