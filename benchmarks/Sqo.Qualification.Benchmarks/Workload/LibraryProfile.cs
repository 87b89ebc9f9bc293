namespace Sqo.Qualification.Benchmarks.Workload;

/// <summary>The ten criteria, in the library; and three of them.</summary>
public static class LibraryProfile
{
    public static QualificationProfile<Deal> Create() => QualificationProfile.Create<Deal>("ten", Define);

    public static QualificationProfile<Deal> CreateThree() => QualificationProfile.Create<Deal>("three", p =>
    {
        p.Criterion("budget", o => o.Budget).AtLeast(10_000m).Required();
        p.Criterion("engagement", o => o.Engagement).Linear(from: 0, to: 100).Weight(60);
        p.Criterion("demo", o => o.DemoRequested).IsTrue().Weight(40);
        p.QualifyAt(60);
    });

    /// <summary>The ten criteria with another weight of the demo; the selectors are the same delegates.</summary>
    public static QualificationProfile<Deal> CreateReweighted(double demo) =>
        QualificationProfile.Create<Deal>("ten", p => Define(p, demo));

    public static void Define(ProfileBuilder<Deal> p) => Define(p, 20);

    private static void Define(ProfileBuilder<Deal> p, double demo)
    {
        p.Criterion("budget", o => o.Budget).AtLeast(10_000m).Required();
        p.Criterion("authority", o => o.HasDecisionMaker).IsTrue().Required();
        p.Criterion("industry", o => o.Industry).OneOf(Opportunities.Industries).Required();
        p.Criterion("timing", o => o.CloseDate).WithinNext(days: 180).Required();
        p.Criterion("engagement", o => o.Engagement).Linear(from: 0, to: 100).Weight(30);
        p.Criterion("employees", o => o.Employees).Between(50, 5_000).Weight(15);
        p.Criterion("demo", o => o.DemoRequested).IsTrue().Weight(demo);
        p.Criterion("recency", o => o.LastActivity).HalfLife(days: 14).Weight(20);
        p.Criterion("competitors", o => o.Competitors).AtMost(2).Weight(10);
        p.Criterion("country", o => o.Country).OneOf(Opportunities.Countries).Weight(5);
        p.QualifyAt(60);
    }
}
