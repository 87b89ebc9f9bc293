using PipelineReview.Reading;
using Sqo.Qualification;

namespace PipelineReview.Profiles;

/// <summary>
/// The library's profile of a digital marketing agency, whose SQO wants to improve its online presence, has a budget for it, and
/// has set goals; and a score that ranks the SQOs.
/// </summary>
/// <param name="currency">The currency of the deals, or null.</param>
internal sealed class AgencyProfile(string? currency) : IProfileConfiguration<Deal>
{
    public string Name => "agency";

    public void Define(ProfileBuilder<Deal> p)
    {
        p.Version("2").QualifyAt(50).NearMissWithin(10);

        p.UseMarketingAgency(agency => agency
            .OnlinePresence(d => d.ProblemConfirmed, c => c.Required().Effort(4))
            .MarketingBudget(d => d.Amount, c => c.Required().Effort(5).Money(currency), atLeast: 5_000m)
            .Goals(d => d.GoalsSet, c => c.Required().Effort(2)));

        p.Criterion("engagement", d => d.EngagementScore).Linear(from: 10, to: 70).Weight(35)
            .Label("Engagement").Dimension(Dimensions.Engagement).Effort(4)
            .Ask("How much has the customer used what we sent?");
        p.Criterion("recency", d => d.LastActivity?.Date).HalfLife(days: 30).Weight(25).MetFrom(0.25)
            .Label("Freshness of contact").Dimension(Dimensions.Engagement).Effort(1)
            .Ask("When did we last hear from the customer?");
        p.Criterion("authority", d => d.HasDecisionMaker).IsTrue().Weight(20)
            .Label("Decision maker involved").Dimension(Dimensions.Authority).Effort(3)
            .Ask("Who signs, and have we spoken?");
        p.Criterion("timing", d => d.ExpectedClose?.Date).WithinNext(days: 120).Weight(20)
            .Label("Expected close").Dimension(Dimensions.Timing).Effort(1)
            .Ask("By when must it be in place?");
    }
}
