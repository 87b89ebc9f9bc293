using System;

namespace Sqo.Qualification.Testing.Tests;

internal sealed record Deal(decimal? Budget = null, bool? Authority = null, double? Activity = null);

internal static class Deals
{
    public static readonly QualificationProfile<Deal> Profile = QualificationProfile.Create<Deal>("saas", p =>
    {
        p.Criterion("budget", d => d.Budget).AtLeast(10_000m).Required();
        p.Criterion("authority", d => d.Authority).IsTrue().Required();
        p.Criterion("activity", d => d.Activity).Linear(0, 100).Weight(100);
        p.QualifyAt(60).NearMissWithin(10);
    });

    public static readonly QualificationResult Good = Explain(new Deal(25_000m, true, 70));

    public static readonly QualificationResult Poor = Explain(new Deal(5_000m, true, 20));

    public static readonly QualificationResult Near = Explain(new Deal(5_000m, true, 70));

    public static readonly QualificationResult Vague = Explain(new Deal(25_000m, null, 70));

    public static QualificationResult Explain(Deal deal) => Profile.Explain(deal, new DateTime(2026, 11, 23));
}
