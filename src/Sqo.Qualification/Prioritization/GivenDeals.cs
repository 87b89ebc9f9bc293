using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The deals that a list or a plan is given.</summary>
internal static class GivenDeals
{
    /// <summary>The deals by id; a missing deal and a repeated id are refused.</summary>
    public static Dictionary<string, Opportunity> ById(IEnumerable<Opportunity> deals, string name)
    {
        var byId = new Dictionary<string, Opportunity>(StringComparer.Ordinal);
        var position = 0;
        foreach (var deal in deals)
        {
            if (deal is null) throw Missing(position, name);
            if (byId.ContainsKey(deal.Id)) throw Repeated(deal, name);
            byId.Add(deal.Id, deal);
            position++;
        }

        return byId;
    }

    public static ArgumentException Missing(int position, string name) =>
        new($"{name} holds null at position {InvariantText.Of((long)position)} (from 0); each must be an opportunity.", name);

    public static ArgumentException Repeated(Opportunity deal, string name) =>
        new($"{name} holds opportunity \"{Excerpt.Of(deal.Id)}\" twice; each may be there once.", name);
}
