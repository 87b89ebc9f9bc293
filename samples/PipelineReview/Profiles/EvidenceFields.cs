using PipelineReview.Reading;
using Sqo.Qualification;

namespace PipelineReview.Profiles;

/// <summary>The fields of a deal as evidence. A yes is confirmed, a no is unmet, a missing field is unknown.</summary>
internal static class EvidenceFields
{
    // The median of all deals.
    private const double StrongEngagement = 50;

    extension(Deal deal)
    {
        /// <summary>Whether the deal has its own amount: the customer has named a sum. A list price is no evidence of a budget.</summary>
        public bool? HasBudget => deal.Amount is { } amount ? amount > 0 : null;

        /// <summary>
        /// A future date is confirmed. A date that has passed while the deal is open was only claimed.
        /// </summary>
        public EvidenceLevel? Timeline => deal.IsOverdue switch
        {
            true => EvidenceLevel.Claimed,
            false => EvidenceLevel.Confirmed,
            null => null,
        };

        /// <summary>
        /// Whether the customer has shown interest: asked for a demonstration or a consultation, or used what we sent. One yes is
        /// enough; a no takes three.
        /// </summary>
        public bool? IsInterested => deal.DemoRequested | deal.ConsultationRequested | IsEngaged(deal.EngagementScore);
    }

    private static bool? IsEngaged(double? score) => score is { } known ? known >= StrongEngagement : null;
}
