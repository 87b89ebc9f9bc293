using PipelineReview.Reading;
using Sqo.Qualification;

namespace PipelineReview.Profiles;

/// <summary>What the fields of a deal are evidence of. A yes is confirmed, a no is unmet, a missing field is unknown.</summary>
internal static class EvidenceFields
{
    // Where half of all deals are, or above.
    private const double StrongEngagement = 50;

    extension(Deal deal)
    {
        /// <summary>Whether the deal has an amount of its own: the customer has named a sum. A list price says nothing of its money.</summary>
        public bool? HasBudget => deal.Amount is { } amount ? amount > 0 : null;

        /// <summary>
        /// A date in the time to come is confirmed. One that has passed while the deal is open was only ever claimed.
        /// </summary>
        public EvidenceLevel? Timeline => deal.IsOverdue switch
        {
            true => EvidenceLevel.Claimed,
            false => EvidenceLevel.Confirmed,
            null => null,
        };

        /// <summary>
        /// Whether the customer has shown interest: asked for a demonstration or a consultation, or used what we sent. A single yes is
        /// enough; it takes three times no to be a no.
        /// </summary>
        public bool? IsInterested => deal.DemoRequested | deal.ConsultationRequested | IsEngaged(deal.EngagementScore);
    }

    private static bool? IsEngaged(double? score) => score is { } known ? known >= StrongEngagement : null;
}
