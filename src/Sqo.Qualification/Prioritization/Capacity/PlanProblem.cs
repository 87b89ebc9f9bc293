using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>
/// What a plan has to solve: items, of which each is chosen at most once, and rows, none of which may be used beyond its limit. The first
/// rows are the free minutes of the owners. All else (a spread) is asked of the whole.
/// </summary>
internal sealed class PlanProblem(PlanItem[] items, double[] hours, double[] free, List<double> limits)
{
    /// <summary>Room for the rounding of shares; all else is in whole minutes and deals.</summary>
    public const double Slack = 1e-7;

    /// <summary>The items, in an order that depends on ids and the seed alone.</summary>
    public PlanItem[] Items => items;

    /// <summary>The number of owners.</summary>
    public int Owners => hours.Length;

    /// <summary>The minutes of the owners, with those that must be done.</summary>
    public double[] Hours => hours;

    /// <summary>The minutes that are free beside what must be done.</summary>
    public double[] Free => free;

    /// <summary>The limit of each row, from the free minutes of the first owner on.</summary>
    public List<double> Limits => limits;

    /// <summary>The most minutes that any owner who may have an item has free, by item: longer levels are out of reach.</summary>
    public double[] Reach { get; private init; } = Array.ConvertAll(items, item =>
    {
        double most = 0;
        foreach (var owner in item.Owners) most = Math.Max(most, free[owner]);
        return most;
    });

    /// <summary>The most deals that each owner may take on, beside those that must be done; -1 for any number.</summary>
    public int[] MostDeals { get; init; } = [];

    /// <summary>How many rows, after those of the hours, are the numbers of deals of owners.</summary>
    public int DealRows { get; init; }

    /// <summary>The minutes of what must be done, by owner.</summary>
    public double[] Musts { get; init; } = [];

    /// <summary>The expected values of what must be done, by owner.</summary>
    public double[] MustValue { get; init; } = [];

    /// <summary>The greatest spread of value and of hours; infinite if any is allowed.</summary>
    public double MostValueSpread { get; init; } = double.PositiveInfinity;

    public double MostHoursSpread { get; init; } = double.PositiveInfinity;

    public bool HasSpread => !double.IsInfinity(MostValueSpread) || !double.IsInfinity(MostHoursSpread);

    /// <summary>The same problem, with more minutes for an owner; only the items of the owner's part can be asked about.</summary>
    public PlanProblem With(int owner, double minutes, double freeMinutes, int[] part)
    {
        var (moreHours, moreFree, moreLimits) = ((double[])hours.Clone(), (double[])free.Clone(), new List<double>(limits));
        moreHours[owner] += minutes;
        moreFree[owner] = freeMinutes;
        moreLimits[owner] = freeMinutes;
        var reach = (double[])Reach.Clone();
        foreach (var item in part)
        {
            if (Array.BinarySearch(items[item].Owners, owner) >= 0) reach[item] = Math.Max(reach[item], freeMinutes);
        }

        return new(items, moreHours, moreFree, moreLimits)
        {
            Reach = reach,
            MostDeals = MostDeals,
            DealRows = DealRows,
            Musts = Musts,
            MustValue = MustValue,
            MostValueSpread = MostValueSpread,
            MostHoursSpread = MostHoursSpread,
        };
    }

    /// <summary>The greatest amount per hour less the least, divided by that of all together.</summary>
    public static double Spread(double[] amounts, double[] hours)
    {
        var (least, greatest, amount, all) = (double.PositiveInfinity, 0.0, 0.0, 0.0);
        for (var owner = 0; owner < hours.Length; owner++)
        {
            if (hours[owner] <= 0) continue;
            var rate = amounts[owner] / hours[owner];
            least = Math.Min(least, rate);
            greatest = Math.Max(greatest, rate);
            amount += amounts[owner];
            all += hours[owner];
        }

        return amount > 0 ? (greatest - least) / (amount / all) : 0;
    }
}
