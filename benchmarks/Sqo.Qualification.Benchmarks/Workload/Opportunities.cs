using System;

namespace Sqo.Qualification.Benchmarks.Workload;

/// <summary>Varied opportunities from a seed; 30 % fail the first gate, most of the rest pass the others.</summary>
public static class Opportunities
{
    public static readonly DateTime AsOf = new(2026, 11, 2);

    public static readonly string[] Industries =
        ["saas", "fintech", "healthcare", "logistics", "manufacturing", "retail", "energy", "education"];

    public static readonly string[] Countries =
    [
        "SE", "NO", "DK", "FI", "DE", "NL", "BE", "FR", "GB", "IE", "ES", "PT", "IT", "AT", "CH", "PL", "CZ", "US", "CA", "AU",
    ];

    private static readonly string[] OtherIndustries = ["gambling", "tobacco", "mining"];
    private static readonly string[] OtherCountries = ["BR", "IN", "JP", "ZA"];

    public static Deal[] Make(int count, ulong seed = 2026)
    {
        var random = new SplitMix(seed);
        var made = new Deal[count];
        for (var i = 0; i < count; i++)
        {
            made[i] = new Deal
            {
                Id = $"OPP-{i:D7}",
                Owner = $"owner {random.Below(40)}",
                Budget = random.Chance(0.3) ? 1_000 + random.Below(9_000) : 10_000 + random.Below(490_000),
                HasDecisionMaker = random.Chance(0.85),
                Industry = random.Chance(0.9) ? random.Pick(Industries) : random.Pick(OtherIndustries),
                CloseDate = AsOf.AddDays(random.Chance(0.9) ? random.Below(180) : 181 + random.Below(200)),
                Engagement = random.Below(10_001) / 100.0,
                Employees = 10 + random.Below(8_000),
                DemoRequested = random.Chance(0.4),
                LastActivity = AsOf.AddMinutes(-random.Below(60 * 24 * 60)),
                Competitors = random.Below(6),
                Country = random.Chance(0.8) ? random.Pick(Countries) : random.Pick(OtherCountries),
            };
        }

        return made;
    }
}
