using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The deals that a plan or its outcome is given.</summary>
internal static class PlanDeals
{
    /// <summary>The deals by id; a missing deal and a repeated id are refused.</summary>
    public static Dictionary<string, Opportunity> ById(IEnumerable<Opportunity> deals, string name)
    {
        var byId = new Dictionary<string, Opportunity>(StringComparer.Ordinal);
        foreach (var deal in deals)
        {
            if (deal is null) throw new ArgumentException($"{name} holds null; each must be an opportunity.", name);
            if (byId.ContainsKey(deal.Id))
            {
                throw new ArgumentException($"{name} holds opportunity \"{Excerpt.Of(deal.Id)}\" twice; each may be there once.", name);
            }

            byId.Add(deal.Id, deal);
        }

        return byId;
    }
}
