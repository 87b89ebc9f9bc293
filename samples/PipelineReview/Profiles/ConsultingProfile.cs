using PipelineReview.Reading;
using Sqo.Qualification;

namespace PipelineReview.Profiles;

/// <summary>
/// The library's profile of a consulting firm, whose SQO has asked for a consultation and has a specific project with a time
/// frame; and a score that ranks the SQOs.
/// </summary>
/// <param name="currency">The currency of the deals, or null.</param>
internal sealed class ConsultingProfile(string? currency) : IProfileConfiguration<Deal>
{
    public string Name => "consulting";

    public void Define(ProfileBuilder<Deal> p)
    {
        p.Version("2").QualifyAt(50).NearMissWithin(10);

        p.UseConsultingFirm(firm => firm
            .Consultation(d => d.ConsultationRequested, c => c.Required().Effort(3))
            .Project(d => d.ProjectDefined, c => c.Required().Effort(4))
            .TimeFrame(d => d.ExpectedClose?.Date, c => c.Required().Effort(1), withinNext: 270));

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
        p.UseCompetition(competition => competition
            .Competitors(d => d.Competitors, c => c.Weight(10).Effort(DealProfiles.OutOfReach)));
    }
}
