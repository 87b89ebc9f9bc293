using System;
using System.Collections.Generic;
using Sqo.Qualification.Tests.Infrastructure;

namespace Sqo.Qualification.Tests.Forecasting;

/// <summary>Deals of a made-up team, by rates that are known.</summary>
internal static class SimulatedSales
{
    public static readonly DateTime Start = new(2016, 1, 1);

    private static readonly decimal[] Amounts = [100m, 200m, 300m, 500m];

    /// <summary>Deals that begin within some days and are followed to the last of them, so that some stay open.</summary>
    /// <param name="random">The choices.</param>
    /// <param name="days">How many days, from <see cref="Start"/>.</param>
    /// <param name="perDay">How many deals begin on a day, on average; at most 4.</param>
    /// <param name="won">How likely an open deal is to be won on a day, by the deal's age and the day.</param>
    /// <param name="lost">How likely it is to be lost on a day.</param>
    /// <param name="fill">Fills in more of a deal.</param>
    public static List<Opportunity> Deals(
        SeededRandom random, int days, double perDay, Func<int, DateTime, double>? won = null, Func<int, DateTime, double>? lost = null, Action<SeededRandom, OpportunityDraft>? fill = null)
    {
        var deals = new List<Opportunity>();
        for (var day = 0; day < days; day++)
        {
            for (var chance = 0; chance < 4; chance++)
            {
                if (!random.Chance(perDay / 4)) continue;
                var created = day;
                deals.Add(Opportunity.Create(o =>
                {
                    o.Id = "D-" + deals.Count;
                    o.Created = Start.AddDays(created);
                    o.Amount = random.Pick(Amounts);
                    o.Product = random.Pick("box", "crate");
                    o.Account = random.Chance(0.7) ? "A" : null;
                    o.Owner = random.Pick("Ann", "Bo", null);
                    Live(random, o, created, days, won ?? ((_, _) => 0.02), lost ?? ((_, _) => 0.01));
                    fill?.Invoke(random, o);
                }));
            }
        }

        return deals;
    }

    public static PipelineHistory History(IEnumerable<Opportunity> deals, int days, DateTime? observedFrom = null) =>
        PipelineHistory.Reconstruct(deals, Start.AddDays(days - 1), observedFrom);

    private static void Live(SeededRandom random, OpportunityDraft o, int created, int days, Func<int, DateTime, double> won, Func<int, DateTime, double> lost)
    {
        for (var day = created; day < days; day++)
        {
            var date = Start.AddDays(day);
            var share = random.Share();
            var win = won(day - created, date);
            if (share >= win + lost(day - created, date)) continue;
            o.Closed = date;
            o.Outcome = share < win ? OpportunityOutcome.Won : OpportunityOutcome.Lost;
            if (share < win && random.Chance(0.5)) o.ClosedAmount = o.Amount - 10;
            return;
        }
    }
}
