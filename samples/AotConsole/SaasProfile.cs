using Sqo.Qualification;

namespace AotConsole;

/// <summary>What makes a deal an SQO for a young software company: ten criteria, two of them gates.</summary>
internal sealed class SaasProfile : IProfileConfiguration<Deal>
{
    public string Name => "saas";

    public void Define(ProfileBuilder<Deal> p)
    {
        p.Version("2026.4").QualifyAt(60).NearMissWithin(10);

        // The gates: without money and somebody who can spend it there is no opportunity, whatever else is in its favor.
        p.Criterion("budget", d => d.Budget).AtLeast(10_000m).Required()
            .Label("Budget").Dimension(Dimensions.Budget).Currency("EUR").Effort(5)
            .Ask("What has been set aside for this, this year?");
        p.Criterion("authority", d => d.DecisionMaker).AtLeast(EvidenceLevel.Confirmed).Required()
            .Label("Decision maker").Dimension(Dimensions.Authority).Effort(3)
            .Ask("Who signs, and have we spoken?");

        // The points.
        p.Criterion("industry", d => d.Industry).OneOf("software", "fintech", "health").Weight(15)
            .Label("Industry").Dimension(Dimensions.Fit);
        p.Criterion("size", d => d.Employees).Between(20, 500).Weight(10)
            .Label("Employees").Dimension(Dimensions.Fit);
        p.Criterion("problem", d => d.Problems).ContainsAny("churn", "onboarding", "compliance").Weight(20)
            .Label("Problem that we solve").Dimension(Dimensions.Need)
            .Ask("What happens if nothing is done?");
        p.Criterion("timing", d => d.DecisionDate).WithinNext(days: 90).Weight(15)
            .Label("Decision date").Dimension(Dimensions.Timing)
            .Ask("By when must it be in place?");

        // Interest shows in several ways at once; together they can't outweigh need and fit.
        p.Group("engagement", g =>
        {
            g.Criterion("activity", d => d.EngagementScore).Linear(from: 0, to: 100).Weight(20)
                .Label("Activity").Dimension(Dimensions.Engagement);
            g.Criterion("demo", d => d.HadDemo).IsTrue().Weight(15).DecayBy(d => d.LastActivity, halfLifeDays: 60)
                .Label("Demo").Dimension(Dimensions.Engagement);
            g.Criterion("recency", d => d.LastActivity).HalfLife(days: 14).Weight(15)
                .Label("Latest activity").Dimension(Dimensions.Engagement);
        }).Label("Engagement").Cap(40);

        p.Criterion("competitor", d => d.CompetitorIsPreferred).IsTrue().Weight(-15)
            .Label("Competitor preferred").Dimension(Dimensions.Competition)
            .Ask("Who else is in the running?");
    }
}
