using System;
using Sqo.Qualification;

namespace AotServices;

/// <summary>Three deals to judge.</summary>
internal static class Deals
{
    public static Deal[] All(DateTime asOf) =>
    [
        new("Nordlys Health")
        {
            Industry = "health",
            Employees = 140,
            Budget = 48_000m,
            DecisionMaker = EvidenceLevel.Documented,
            Source = Source.Referral,
            Problems = ["churn", "reporting"],
            DecisionDate = asOf.AddDays(45),
            EngagementScore = 62.5,
            HadDemo = true,
            LastActivity = asOf.AddDays(-9),
        },
        // Nobody has asked about the money yet.
        new("Brightwater Bank")
        {
            Industry = "fintech",
            Employees = 310,
            Source = Source.Website,
            Problems = ["compliance"],
            EngagementScore = 55,
        },
        // Enough for the data, too little for the settings that override it.
        new("Åkerö Trä")
        {
            Industry = "software",
            Employees = 12,
            Budget = 11_000m,
            DecisionMaker = EvidenceLevel.Confirmed,
            Source = Source.Partner,
            Problems = ["onboarding"],
            DecisionDate = asOf.AddDays(20),
            EngagementScore = 90,
            HadDemo = true,
            LastActivity = asOf.AddDays(-1),
        },
    ];
}
