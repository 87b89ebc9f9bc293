using PipelineReview.Reading;
using Sqo.Qualification;

namespace PipelineReview.Profiles;

/// <summary>
/// What makes a deal an SQO for a digital marketing agency: the customer wants to improve its presence, has a budget for it,
/// and has set goals.
/// </summary>
/// <param name="currency">The currency of the deals, or null.</param>
internal sealed class AgencyProfile(string? currency) : IProfileDefinition<Deal>
{
    public string Name => "agency";

    public void Define(ProfileBuilder<Deal> p)
    {
        p.Version("1").QualifyAt(50).NearMissWithin(10);

        p.Criterion("presence", d => d.ProblemConfirmed).IsTrue().Required()
            .Label("Wants to improve its presence").Dimension(Dimensions.Need).Effort(4)
            .Ask("What should be better a year from now?");
        p.Criterion("budget", d => d.Amount).AtLeast(5_000m).Required().Money(currency)
            .Label("Budget").Dimension(Dimensions.Budget).Effort(5)
            .Ask("What has been set aside for this?");
        p.Criterion("goals", d => d.GoalsSet).IsTrue().Required()
            .Label("Goals set").Dimension(Dimensions.Need).Effort(2)
            .Ask("Which traffic, and how many leads, is it to bring?");

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
