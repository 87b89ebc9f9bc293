using PipelineReview.Reading;
using Sqo.Qualification;

namespace PipelineReview.Profiles;

/// <summary>What makes a deal an SQO for a start-up: strong interest, the budget, and a place in the target market.</summary>
/// <param name="currency">The currency of the deals, or null.</param>
internal sealed class StartupProfile(string? currency) : IProfileDefinition<Deal>
{
    public string Name => "startup";

    public void Define(ProfileBuilder<Deal> p)
    {
        p.Version("1").QualifyAt(60).NearMissWithin(10);

        // The gates. The budget is the deal's own amount: a list price says nothing about the customer's money.
        p.Criterion("budget", d => d.Amount).AtLeast(10_000m).Required().Money(currency)
            .Label("Budget").Dimension(Dimensions.Budget).Effort(5)
            .Ask("What has been set aside for this?");
        p.Criterion("contact", d => d.LastActivity?.Date).WithinLast(days: 60).Required()
            .Label("Latest contact").Dimension(Dimensions.Engagement).Effort(2)
            .Ask("When did we last hear from the customer?");

        // Interest shows in several ways at once; together they can't outweigh fit and need.
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

        p.Criterion("industry", d => d.Industry).OneOf("saas", "fintech", "healthcare").Weight(20)
            .Label("Industry").Dimension(Dimensions.Fit).Effort(DealProfiles.OutOfReach)
            .Ask("What does the customer live on?");
        p.Criterion("employees", d => d.Employees).Between(20, 2_000).Weight(10)
            .Label("Employees").Dimension(Dimensions.Fit).Effort(DealProfiles.OutOfReach)
            .Ask("How many people work there?");
        p.Criterion("problem", d => d.ProblemConfirmed).IsTrue().Weight(10)
            .Label("Problem confirmed").Dimension(Dimensions.Need).Effort(2)
            .Ask("What happens if nothing is done?");
        p.Criterion("authority", d => d.HasDecisionMaker).IsTrue().Weight(10)
            .Label("Decision maker involved").Dimension(Dimensions.Authority).Effort(3)
            .Ask("Who signs, and have we spoken?");
        p.Criterion("timing", d => d.ExpectedClose?.Date).WithinNext(days: 180).Weight(10)
            .Label("Expected close").Dimension(Dimensions.Timing).Effort(1)
            .Ask("By when must it be in place?");
        p.Criterion("competition", d => d.Competitors).AtMost(2).Weight(5)
            .Label("Competitors").Dimension(Dimensions.Competition).Effort(DealProfiles.OutOfReach)
            .Ask("Who else is in the running?");
    }
}
