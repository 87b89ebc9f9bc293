using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>The distribution of what open deals bring in a period, before it is widened.</summary>
internal static class OpenDealSum
{
    public static RevenueDistribution Of(IEnumerable<OpenDeal> deals, int period) => RevenueDistribution.Create(builder =>
    {
        foreach (var deal in deals)
        {
            var chance = deal.ChanceTable[period];
            if (chance > 0 && deal.Amount is { } amount) builder.Deal(deal.Opportunity.Id, amount, chance);
        }
    });
}
