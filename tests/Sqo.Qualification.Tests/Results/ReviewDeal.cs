using System;
using System.Collections.Generic;
using Sqo.Qualification.Tests.Infrastructure;

namespace Sqo.Qualification.Tests.Results;

/// <summary>A deal whose profile has a bit of everything, for texts and records.</summary>
internal sealed class ReviewDeal
{
    public decimal? Budget { get; set; }

    public bool? HasDecisionMaker { get; set; }

    public string? Industry { get; set; }

    public DateTime? LastActivity { get; set; }

    public DateTime? CloseDate { get; set; }

    public double? Engagement { get; set; }

    public DateTime? EngagementDate { get; set; }

    public bool? HasCompetitor { get; set; }

    public bool? HasPain { get; set; }

    public bool? HasProject { get; set; }

    public EvidenceLevel Champion { get; set; }

    public List<string>? Interests { get; set; }

    public TimeSpan? ResponseTime { get; set; }

    public DayOfWeek? MeetingDay { get; set; }

    public static QualificationProfile<ReviewDeal> Profile(string version = "3") => QualificationProfile.Create<ReviewDeal>("review", p =>
    {
        p.Version(version);
        p.Criterion("budget", d => d.Budget).AtLeast(10_000m).Required().Label("Budget").Currency("SEK").Dimension(Dimensions.Budget)
            .Effort(3);
        p.Criterion("authority", d => d.HasDecisionMaker).IsTrue().Required().Label("Decision maker").Ask("Who signs?");
        p.Criterion("industry", d => d.Industry).OneOf("saas", "fintech", "e-commerce").Weight(15);
        p.Criterion("close", d => d.CloseDate).WithinNext(180).Weight(5);
        p.Criterion("recency", d => d.LastActivity).HalfLife(days: 14).Weight(20);
        p.Group("engagement", g =>
        {
            g.Criterion("activity", d => d.Engagement).Linear(from: 0, to: 100).DecayBy(d => d.EngagementDate, 30).Weight(30);
            g.Criterion("interests", d => d.Interests).ContainsAny("api", "sso").Weight(20);
        }).Cap(45).Label("Engagement");
        p.Group("risk", g => g.Criterion("competitor", d => d.HasCompetitor).IsTrue().Weight(-25).Label("Competitor")).Floor(-20);
        p.AtLeast(2, "need", g =>
        {
            g.Criterion("pain", d => d.HasPain).IsTrue();
            g.Criterion("project", d => d.HasProject).IsTrue();
            g.NoneOf("late", none => none.Criterion("response", d => d.ResponseTime).Above(TimeSpan.FromHours(48)));
        }).Weight(10).Label("Need");
        p.Criterion("champion", d => d.Champion).AtLeast(EvidenceLevel.Confirmed).Weight(10);
        p.Criterion("meeting", d => d.MeetingDay).NoneOf(DayOfWeek.Saturday, DayOfWeek.Sunday).Weight(1);
        p.QualifyAt(60).NearMissWithin(10);
    });

    /// <summary>One gate short, the rest good.</summary>
    public static ReviewDeal Typical() => new()
    {
        Budget = 8_000m,
        HasDecisionMaker = true,
        Industry = "SaaS",
        CloseDate = Asking.AsOf.Date.AddDays(45),
        LastActivity = Asking.AsOf.AddDays(-7),
        Engagement = 85.5,
        EngagementDate = Asking.AsOf.AddDays(-3),
        HasCompetitor = true,
        HasPain = true,
        HasProject = false,
        Champion = EvidenceLevel.Claimed,
        Interests = ["API", "billing"],
        ResponseTime = TimeSpan.FromHours(5.5),
        MeetingDay = DayOfWeek.Monday,
    };

    /// <summary>Much is unknown.</summary>
    public static ReviewDeal Vague() =>
        new() { Budget = 1_250_000.5m, Industry = "retail \u2028 and \"more\"", Interests = [], Engagement = 10 };

    public static ReviewDeal Good()
    {
        var deal = Typical();
        deal.Budget = 25_000m;
        deal.HasCompetitor = false;
        deal.Champion = EvidenceLevel.Documented;
        return deal;
    }

    public static ReviewDeal Hopeless() => new()
    {
        Budget = 0,
        HasDecisionMaker = false,
        Industry = "",
        CloseDate = Asking.AsOf.Date.AddDays(-200),
        LastActivity = Asking.AsOf.AddDays(-900),
        Engagement = 0,
        HasCompetitor = true,
        HasPain = false,
        HasProject = false,
        Champion = EvidenceLevel.Claimed,
        Interests = ["billing"],
        ResponseTime = TimeSpan.FromDays(12),
        MeetingDay = DayOfWeek.Sunday,
    };
}
