#if !NETFRAMEWORK && !NETSTANDARD_ASSET
using System;

namespace Sqo.Qualification.Tests.Docs.Comparisons;

/// <summary>What both sides of a comparison judge.</summary>
public sealed record ComparedDeal
{
    public static readonly DateTime AsOf = new(2026, 11, 23);

    /// <summary>Nothing is missing, and all rules hold.</summary>
    public static readonly ComparedDeal Good = new()
    {
        Budget = 25_000m,
        HasDecisionMaker = true,
        Industry = "saas",
        LastActivity = AsOf.AddDays(-5),
        Employees = 2_000,
    };

    /// <summary>One of each kind that fails, and two at the edge.</summary>
    public static readonly ComparedDeal[] Known = [
        Good,
        Good with { Budget = 10_000m, LastActivity = AsOf.AddDays(-30) },
        Good with { Budget = 9_999m },
        Good with { HasDecisionMaker = false },
        Good with { HasDecisionMaker = false, Employees = 10 },
        Good with { Industry = "retail" },
        Good with { LastActivity = AsOf.AddDays(-31) },
        Good with { Budget = 0m, HasDecisionMaker = false, Industry = "retail", LastActivity = AsOf.AddDays(-400) }];

    public decimal? Budget { get; init; }

    public bool? HasDecisionMaker { get; init; }

    public string? Industry { get; init; }

    public DateTime? LastActivity { get; init; }

    public int? Employees { get; init; }
}
#endif
