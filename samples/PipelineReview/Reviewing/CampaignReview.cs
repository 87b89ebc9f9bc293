using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification;

namespace PipelineReview.Reviewing;

/// <summary>What the campaigns brought, and which channels get the credit.</summary>
/// <param name="Funnel">The deals by campaign.</param>
/// <param name="Attribution">The credit for wins by channel; null if no contact has a channel.</param>
internal sealed record CampaignReview(CampaignFunnel Funnel, AttributionComparison? Attribution)
{
    /// <summary>Counts the deals by campaign.</summary>
    /// <param name="records">The deals.</param>
    /// <param name="chances">The chances of the open ones.</param>
    /// <param name="asOf">The day of the review.</param>
    /// <returns>The campaigns; null if no deal has one.</returns>
    public static CampaignReview? Of(IReadOnlyList<Opportunity> records, DealChances chances, DateTime asOf)
    {
        if (records.All(deal => deal.Campaign is null))
        {
            return null;
        }

        // When deals became SQOs is not in every file.
        bool hasSqos = records.Any(deal => deal.Funnel[FunnelStage.QualifiedOpportunity] is not null);
        var options = new CampaignFunnelOptions(
            probability: deal => chances[deal.Id].Probability,
            compared: hasSqos ? ConversionEvent.QualifiedOpportunity : ConversionEvent.Won);
        bool hasChannels = records.Any(deal => deal.Touchpoints.Any(touch => HasChannel(deal, touch)));
        return new CampaignReview(
            CampaignFunnel.Of([], records, asOf, options: options),
            hasChannels ? AttributionComparison.Of(Journeys.ByOpportunity(records, ConversionEvent.Won, asOf, HasChannel)) : null);

        static bool HasChannel(Opportunity deal, Touchpoint touch) => touch.Channel is not null;
    }
}
