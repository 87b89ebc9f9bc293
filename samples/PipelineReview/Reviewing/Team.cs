using System;
using System.Collections.Generic;
using System.Linq;
using PipelineReview.Reading;

namespace PipelineReview.Reviewing;

/// <summary>The owners whose week is planned.</summary>
/// <param name="Owners">Their names, in ordinal order.</param>
/// <param name="IsListed">Whether the map lists them.</param>
internal sealed record Team(IReadOnlyList<string> Owners, bool IsListed)
{
    // Without a list, an owner who has closed nothing for so long may have left.
    private const int ActiveDays = 90;

    /// <summary>
    /// The owners that the map lists; without a list, those with an open deal or one that closed lately.
    /// </summary>
    public static Team Of(DealSnapshot snapshot, OwnerList? listed) => listed is not null
        ? new Team(listed.Names, IsListed: true)
        : new Team(
            [
                .. snapshot.Deals
                    .Where(deal => deal.Owner is not null && (deal.Status == DealStatus.Open || IsLate(deal, snapshot.AsOf)))
                    .Select(deal => deal.Owner!)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ],
            IsListed: false);

    private static bool IsLate(Deal deal, DateTime asOf) => deal.Closed is { } closed && (asOf - closed.Date).TotalDays <= ActiveDays;
}
