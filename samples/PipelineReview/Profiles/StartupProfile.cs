using PipelineReview.Reading;
using Sqo.Qualification;

namespace PipelineReview.Profiles;

/// <summary>
/// The library's profile of a start-up, whose SQO shows strong interest, has the budget and fits the target market; and a score
/// that ranks the SQOs.
/// </summary>
/// <param name="currency">The currency of the deals, or null.</param>
internal sealed class StartupProfile(string? currency) : IProfileConfiguration<Deal>
{
    public string Name => "startup";

    public void Define(ProfileBuilder<Deal> p)
    {
        p.Version("2").QualifyAt(50).NearMissWithin(10);

        // The gates. The budget is the deal's own amount: a list price is no evidence of the customer's money. Interest is strong
        // from the median engagement on: gates turn deals down, and the points below rank the rest.
        p.UseStartup(startup => startup
            .Interest(d => d.EngagementScore, c => c.Required().Effort(4), atLeast: 50)
            .Budget(d => d.Amount, c => c.Required().Effort(5).Money(currency), atLeast: 10_000m)
            .Market(d => d.Industry, c => c.Required().Effort(DealProfiles.OutOfReach), "saas", "fintech", "healthcare", "education", "media"));

        // A customer who has been silent for a long time doesn't show strong interest now, whatever they did before.
        p.Criterion("contact", d => d.LastActivity?.Date).WithinLast(days: 75).Required()
            .Label("Latest contact").Dimension(Dimensions.Engagement).Effort(2)
            .Ask("When did we last hear from the customer?");

        // Interest shows in several ways at once; together they can't outweigh everything else.
        p.Group("interest", g =>
        {
            g.Criterion("engagement", d => d.EngagementScore).Linear(from: 20, to: 80).Weight(25)
                .Label("Engagement").Dimension(Dimensions.Engagement).Effort(4)
                .Ask("How much has the customer used what we sent?");
            g.Criterion("demo", d => d.DemoRequested).IsTrue().Weight(15)
                .Label("Demo requested").Dimension(Dimensions.Engagement).Effort(1)
                .Ask("Would the customer like to see a demonstration?");
            g.Criterion("recency", d => d.LastActivity?.Date).HalfLife(days: 21).Weight(15).MetFrom(0.25)
                .Label("Freshness of contact").Dimension(Dimensions.Engagement).Effort(1)
                .Ask("When did we last hear from the customer?");
        }).Label("Interest").Cap(45);

        p.Criterion("problem", d => d.ProblemConfirmed).IsTrue().Weight(15)
            .Label("Problem confirmed").Dimension(Dimensions.Need).Effort(2)
            .Ask("What happens if nothing is done?");
        p.Criterion("authority", d => d.HasDecisionMaker).IsTrue().Weight(15)
            .Label("Decision maker involved").Dimension(Dimensions.Authority).Effort(3)
            .Ask("Who signs, and have we spoken?");
        p.Criterion("timing", d => d.ExpectedClose?.Date).WithinNext(days: 180).Weight(10)
            .Label("Expected close").Dimension(Dimensions.Timing).Effort(1)
            .Ask("By when must it be in place?");
        p.Criterion("employees", d => d.Employees).Between(20, 2_000).Weight(10)
            .Label("Employees").Dimension(Dimensions.Fit).Effort(DealProfiles.OutOfReach)
            .Ask("How many people work there?");
        p.UseCompetition(competition => competition
            .Competitors(d => d.Competitors, c => c.Weight(5).Effort(DealProfiles.OutOfReach)));
    }
}
