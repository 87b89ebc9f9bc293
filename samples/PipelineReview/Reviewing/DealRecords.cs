using System;
using System.Linq;
using PipelineReview.Reading;
using Sqo.Qualification;

namespace PipelineReview.Reviewing;

/// <summary>Deals as records of the library, for a history and its forecasts.</summary>
internal static class DealRecords
{
    /// <summary>Reads the deals of a snapshot; those with invalid dates or amounts are left out, with their faults.</summary>
    /// <param name="snapshot">The deals, as they were known on its day.</param>
    /// <param name="map">Specifies when amounts are known, and their currency.</param>
    public static RecordValidation<Opportunity> Of(DealSnapshot snapshot, DealMap map) =>
        Opportunity.Validate(snapshot.Deals, (deal, draft) =>
    {
        draft.Id = deal.Id;
        draft.Name = deal.Name;
        draft.Account = deal.Account;
        draft.Owner = deal.Owner;
        draft.Product = deal.Product;
        draft.Campaign = deal.Campaign;
        draft.Currency = map.Currency;
        draft.Stage = deal.Stage;
        draft.Created = deal.Created;
        draft.ExpectedClose = deal.ExpectedClose;
        if (deal.Qualified is { } qualified)
        {
            draft.Funnel[FunnelStage.QualifiedOpportunity] = EventTime.OnDay(qualified);
        }

        draft.Touchpoints =
        [
            .. deal.Touches.Select(touch => new Touchpoint(touch.At, touch.Channel, isDayOnly: touch.At.TimeOfDay == TimeSpan.Zero)),
            .. deal.Answered is { } answered
                ? (Touchpoint[])[new Touchpoint(answered, channel: null, side: TouchSide.Sales, isDayOnly: true)]
                : [],
        ];
        draft.StageChanges = deal.StageHistory.Select(
            entry => new StageChange(entry.At, entry.Stage, isDayOnly: entry.At.TimeOfDay == TimeSpan.Zero));
        draft.Competitors = deal.CompetitorNames;

        draft.Outcome = deal.Status switch
        {
            DealStatus.Won => OpportunityOutcome.Won,
            DealStatus.Lost => OpportunityOutcome.Lost,
            _ => OpportunityOutcome.Open,
        };

        if (deal.Status == DealStatus.Open)
        {
            draft.Amount = deal.Value;
            draft.Probability = deal.Probability;
            draft.Category = deal.Category;
            return;
        }

        draft.Closed = deal.Closed;

        // On an earlier day only the list price was known, as for the deals that are open today.
        draft.Amount = map.AmountKnownAtClose ? deal.ListPrice : deal.Value;
        draft.ClosedAmount = map.AmountKnownAtClose ? deal.Amount : null;
    });
}
