using System;

namespace Sqo.Qualification.DependencyInjection.Tests.Infrastructure;

public sealed class Deal
{
    public decimal? Budget { get; init; }

    public bool? HasDecisionMaker { get; init; }

    public double? Engagement { get; init; }

    public DateTime? LastActivity { get; init; }

    public static Deal Good { get; } = new() { Budget = 50_000m, HasDecisionMaker = true, Engagement = 90 };

    public static void Startup(ProfileBuilder<Deal> p)
    {
        p.Criterion("budget", d => d.Budget).AtLeast(10_000m).Required();
        p.Criterion("authority", d => d.HasDecisionMaker).IsTrue().Required();
        p.Criterion("engagement", d => d.Engagement).Linear(0, 100).Weight(30);
        p.QualifyAt(50);
    }
}
