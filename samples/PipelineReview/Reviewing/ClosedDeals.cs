using System;
using System.Collections.Generic;
using System.Linq;
using PipelineReview.Reading;

namespace PipelineReview.Reviewing;

/// <summary>
/// The closed deals as they were known on the last day that they were open: what a profile, or a model, could have judged.
/// </summary>
/// <remarks>
/// Criteria compare dates with the day of the review. So that a deal is judged on its own last day, its dates are moved by the days
/// between the two.
/// </remarks>
internal sealed class ClosedDeals
{
    private const int PartsOfAll = 5;

    private readonly Dictionary<string, Deal> _ended;

    private ClosedDeals(DealSnapshot snapshot, bool amountKnownAtClose)
    {
        Deal[] closed = [.. snapshot.Deals.Where(deal => deal.Status != DealStatus.Open)];
        Deal[] dated = [.. closed.Where(deal => deal.Closed is not null).OrderBy(deal => deal.Closed!.Value.Date)];
        Undated = closed.Length - dated.Length;
        AsOf = snapshot.AsOf;
        _ended = dated.ToDictionary(deal => deal.Id, StringComparer.Ordinal);
        Deals = [.. dated.Select(deal => LastOpen(deal, amountKnownAtClose, snapshot.AsOf))];
        Newest = dated.Length < PartsOfAll ? null : dated[^(dated.Length / PartsOfAll)].Closed!.Value.Date;
    }

    /// <summary>The day to judge them on: that of the review.</summary>
    public DateTime AsOf { get; }

    /// <summary>The deals, by the day of closing; those of one day in the order of the file.</summary>
    public IReadOnlyList<Deal> Deals { get; }

    /// <summary>The number of won and lost deals without a closing date, which are left out.</summary>
    public int Undated { get; }

    /// <summary>The first day of closing of the newest fifth; null if there are fewer than five deals.</summary>
    public DateTime? Newest { get; }

    public static ClosedDeals Of(DealSnapshot snapshot, bool amountKnownAtClose) => new(snapshot, amountKnownAtClose);

    public bool IsWon(Deal deal) => _ended[deal.Id].Status == DealStatus.Won;

    public DateTime ClosedOn(Deal deal) => _ended[deal.Id].Closed!.Value.Date;

    /// <summary>The amount at which the deal closed. A negative one is a credit, not what a deal brings: unknown.</summary>
    public decimal? AmountOf(Deal deal) => _ended[deal.Id].Amount is >= 0 and var amount ? amount : null;

    private static Deal LastOpen(Deal deal, bool amountKnownAtClose, DateTime asOf)
    {
        DateTime closed = deal.Closed!.Value.Date;
        DateTime eve = closed > DateTime.MinValue ? closed.AddDays(-1) : closed;
        DateTime last = deal.Created?.Date is { } created && created > eve ? created : eve;
        return deal.AsOf(eve, amountKnownAtClose).MovedBy((asOf.Date - last).Days);
    }
}
