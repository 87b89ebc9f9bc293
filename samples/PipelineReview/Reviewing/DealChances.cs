using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification;

namespace PipelineReview.Reviewing;

/// <summary>The chances of the open deals, from the forecast.</summary>
internal sealed class DealChances
{
    private static readonly DealChance Unknown = new(null, null, null);

    private readonly Dictionary<string, DealChance> _byId;

    public DealChances(SalesForecast sales)
    {
        Dictionary<string, OpenDeal> forecast =
            sales.Forecast?.Deals.ToDictionary(deal => deal.Opportunity.Id, StringComparer.Ordinal) ?? [];
        HashSet<string> stale = [.. sales.Stale.Select(deal => deal.Opportunity.Id)];
        _byId = sales.Records.Where(deal => deal.IsOpen).ToDictionary(
            deal => deal.Id,
            deal => Of(deal, forecast.GetValueOrDefault(deal.Id), sales.Forecast) with { IsStale = stale.Contains(deal.Id) },
            StringComparer.Ordinal);
    }

    public DealChance this[string id] => _byId.GetValueOrDefault(id, Unknown);

    private static DealChance Of(Opportunity deal, OpenDeal? open, RevenueForecast? forecast)
    {
        if (open is null)
        {
            return new DealChance(null, deal.Amount, deal.ExpectedClose);
        }

        (double chance, int i) most = open.Chances.Select((chance, i) => (chance, i)).DefaultIfEmpty().MaxBy(each => each.chance);

        // Rounding may take the sum above 1.
        double probability = Math.Min(1, open.Chances.Sum());
        return new DealChance(probability, deal.Amount, deal.ExpectedClose, most.chance > 0 ? forecast!.Periods[most.i].Period : null);
    }
}
