using PipelineReview.Reading;
using Sqo.Qualification;

namespace PipelineReview.Profiles;

/// <summary>
/// What makes a deal an SQO for a consulting firm: the customer has asked for a consultation, has a specific project in mind,
/// and a time frame for it.
/// </summary>
/// <param name="currency">The currency of the deals, or null.</param>
internal sealed class ConsultingProfile(string? currency) : IProfileDefinition<Deal>
{
    public string Name => "consulting";

    public void Define(ProfileBuilder<Deal> p)
    {
        p.Version("1").QualifyAt(50).NearMissWithin(10);

        p.Criterion("consultation", d => d.ConsultationRequested).IsTrue().Required()
            .Label("Consultation requested").Dimension(Dimensions.Engagement).Effort(3)
            .Ask("Would the customer like to talk it through with one of us?");
        p.Criterion("project", d => d.ProjectDefined).IsTrue().Required()
            .Label("Project defined").Dimension(Dimensions.Need).Effort(4)
            .Ask("Which project is it for, and what is to be delivered?");
        p.Criterion("timing", d => d.ExpectedClose?.Date).WithinNext(days: 270).Required()
            .Label("Expected close").Dimension(Dimensions.Timing).Effort(1)
            .Ask("By when must it be in place?");

        p.Criterion("authority", d => d.HasDecisionMaker).IsTrue().Weight(30)
            .Label("Decision maker involved").Dimension(Dimensions.Authority).Effort(3)
            .Ask("Who signs, and have we spoken?");
        p.Criterion("recency", d => d.LastActivity?.Date).HalfLife(days: 30).Weight(25).MetFrom(0.25)
            .Label("Freshness of contact").Dimension(Dimensions.Engagement).Effort(1)
            .Ask("When did we last hear from the customer?");
        p.Criterion("problem", d => d.ProblemConfirmed).IsTrue().Weight(20)
            .Label("Problem confirmed").Dimension(Dimensions.Need).Effort(2)
            .Ask("What happens if nothing is done?");
        p.Criterion("budget", d => d.Amount).AtLeast(20_000m).Weight(15).Money(currency)
            .Label("Budget").Dimension(Dimensions.Budget).Effort(5)
            .Ask("What has been set aside for this?");
        p.Criterion("competition", d => d.Competitors).AtMost(2).Weight(10)
            .Label("Competitors").Dimension(Dimensions.Competition).Effort(DealProfiles.OutOfReach)
            .Ask("Who else is in the running?");
    }
}
