using System;
using Sqo.Qualification.Tests.Infrastructure;
using Xunit;

namespace Sqo.Qualification.Tests.Criteria;

/// <summary>The example of the design, word for word, with its k of n filled in.</summary>
public class DesignExampleTests
{
    [Fact]
    public void Create_TheExampleOfTheDesign_Decides()
    {
        var profile = QualificationProfile.Create<Deal>("saas-startup", p =>
        {
            p.Criterion("budget", d => d.Budget).AtLeast(10_000m).Required();
            p.Criterion("authority", d => d.HasDecisionMaker).IsTrue().Required();
            p.Criterion("fit", d => d.Industry).OneOf("saas", "fintech").Weight(15);
            p.Criterion("recency", d => d.LastActivity).HalfLife(days: 14).Weight(20);
            p.Group("engagement", g =>
            {
                g.Criterion("activity", d => d.EngagementScore).Linear(from: 0, to: 100).Weight(30);
                g.Criterion("demo", d => d.DemoRequested).IsTrue().Weight(20);
            }).Cap(45);
            p.AtLeast(2, "need", g =>
            {
                g.Criterion("pain", d => d.HasPain).IsTrue();
                g.Criterion("project", d => d.HasProject).IsTrue();
                g.Criterion("deadline", d => d.HasDeadline).IsTrue();
            }).Weight(10);
            p.QualifyAt(60).NearMissWithin(10);
        });
        var asOf = Asking.AsOf;
        var deal = new Deal
        {
            Budget = 25_000m,
            HasDecisionMaker = true,
            Industry = "SaaS",
            LastActivity = asOf.AddDays(-14),
            EngagementScore = 100,
            DemoRequested = true,
            HasPain = true,
            HasDeadline = true,
        };

        Decision decision = profile.Decide(deal, asOf);
        QualificationResult result = profile.Explain(deal, asOf);

        // 15 + 20/2 + min(45, 30 + 20) + 10 of 90.
        Assert.Equal(100.0 * 80 / 90, decision.Score, 1e-12);
        Assert.Equal(Verdict.Qualified, decision.Verdict);
        Assert.Equal(decision, result.Decision);
        Assert.Empty(profile.Lint);
        Deal[] deals = [deal];
        var decisions = new Decision[1];
        profile.DecideAll(deals, decisions, asOf);
        Assert.Equal(decision, decisions[0]);
    }

    private sealed class Deal
    {
        public decimal? Budget { get; init; }

        public bool HasDecisionMaker { get; init; }

        public string Industry { get; init; } = "";

        public DateTime? LastActivity { get; init; }

        public int EngagementScore { get; init; }

        public bool DemoRequested { get; init; }

        public bool? HasPain { get; init; }

        public bool? HasProject { get; init; }

        public bool? HasDeadline { get; init; }
    }
}
