using Sqo.Qualification;

namespace WeeklyAudit;

/// <summary>What this team calls an SQO. The budget is a criterion that it trusts too much: it says nothing about the outcome.</summary>
internal sealed class TeamProfile : IProfileConfiguration<Deal>
{
    public string Name => "team";

    public void Define(ProfileBuilder<Deal> p)
    {
        p.Version("1").QualifyAt(60).NearMissWithin(15);
        p.Criterion("budget", d => d.Budget).AtLeast(10_000m).Required().Label("Budget");
        p.Criterion("authority", d => d.HasDecisionMaker).IsTrue().Weight(40).Label("Decision maker involved");
        p.Criterion("engagement", d => d.Engagement).Linear(from: 0, to: 80).Weight(60).Label("Engagement");
    }
}
