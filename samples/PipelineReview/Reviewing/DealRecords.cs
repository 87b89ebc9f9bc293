using PipelineReview.Reading;
using Sqo.Qualification;

namespace PipelineReview.Reviewing;

/// <summary>Deals as the library's own records, which a history and its forecasts are made of.</summary>
internal static class DealRecords
{
    /// <summary>Reads the deals of a snapshot; those whose dates or amounts can't be right are left out, with what is wrong.</summary>
    /// <param name="snapshot">The deals, as they were known on its day.</param>
    /// <param name="map">Says when amounts are known, and in which currency.</param>
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
        draft.Outcome = deal.Status switch
        {
            DealStatus.Won => OpportunityOutcome.Won,
            DealStatus.Lost => OpportunityOutcome.Lost,
            _ => OpportunityOutcome.Open,
        };

        if (deal.Status == DealStatus.Open)
        {
            draft.Amount = deal.Value;
            return;
        }

        draft.Closed = deal.Closed;

        // On an earlier day there was nothing but the list price to go by, as for the deals that are open today.
        draft.Amount = map.AmountKnownAtClose ? deal.ListPrice : deal.Value;
        draft.ClosedAmount = map.AmountKnownAtClose ? deal.Amount : null;
    });
}
