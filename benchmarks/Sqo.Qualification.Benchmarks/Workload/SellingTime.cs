using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification.Benchmarks.Workload;

/// <summary>
/// Open deals and owners from a seed: amounts in steps of ten, chances from 2 to 80 %, efforts from 30 minutes to six hours.
/// </summary>
public sealed class SellingTime
{
    private readonly Dictionary<string, TimeSpan> _efforts = [];

    public SellingTime(int deals, int owners, double hours, int step)
    {
        var random = new Random(29);
        Owners = [.. Enumerable.Range(0, owners).Select(i =>
            new OwnerHours("owner-" + i, TimeSpan.FromHours(hours), skills: ["territory-" + (i % 8), "territory-" + ((i + 3) % 8)]))];
        Deals = [.. Enumerable.Range(0, deals).Select(i => Opportunity.Create(o =>
        {
            o.Id = "deal-" + i;
            o.Owner = "owner-" + random.Next(owners);
            o.Account = "account-" + random.Next(Math.Max(1, deals / 4));
            o.Amount = 10m * random.Next(10, 6_000);
            o.Probability = 0.02 + (0.78 * random.NextDouble());
            o.Fields["territory"] = "territory-" + random.Next(8);
        }))];
        foreach (var deal in Deals) _efforts.Add(deal.Id, TimeSpan.FromMinutes(step * random.Next(30 / step, 360 / step)));
    }

    public OwnerHours[] Owners { get; }

    public Opportunity[] Deals { get; }

    public double MinutesOf(Opportunity deal) => _efforts[deal.Id].TotalMinutes;

    public CapacityPlan Plan(CapacityPlanOptions? options = null) =>
        CapacityPlan.Create(Deals, Owners, deal => _efforts[deal.Id], options: options);

    /// <summary>The greatest value of one owner's deals by a plain loop over minutes.</summary>
    public double Program()
    {
        var best = new double[(int)Owners[0].Hours.TotalMinutes + 1];
        foreach (var deal in Deals)
        {
            var (minutes, value) = ((int)MinutesOf(deal), (double)deal.Amount!.Value * deal.Probability!.Value);
            for (var at = best.Length - 1; at >= minutes; at--) best[at] = Math.Max(best[at], best[at - minutes] + value);
        }

        return best[^1];
    }

    /// <summary>
    /// The linear relaxation where every deal may move to every owner: the greatest value per minute first, the last one in part.
    /// </summary>
    public double Relaxation()
    {
        var left = Owners.Sum(owner => owner.Hours.TotalMinutes);
        double value = 0;
        foreach (var deal in Deals.OrderByDescending(deal => (double)deal.Amount!.Value * deal.Probability!.Value / MinutesOf(deal)))
        {
            var part = Math.Min(1, left / MinutesOf(deal));
            value += part * (double)deal.Amount!.Value * deal.Probability!.Value;
            left -= part * MinutesOf(deal);
            if (left <= 0) break;
        }

        return value;
    }
}
