using System;
using System.Collections.Generic;
using Sqo.Qualification;

namespace WebApi;

/// <summary>A posted deal. A value that is missing or <see langword="null"/> is not known yet.</summary>
/// <remarks>Dates without a time mean the same day in every time zone.</remarks>
internal sealed record Deal
{
    public required string Account { get; init; }

    public string? Industry { get; init; }

    public int? Employees { get; init; }

    public decimal? Budget { get; init; }

    public EvidenceLevel? DecisionMaker { get; init; }

    public IReadOnlyList<string>? Problems { get; init; }

    public DateOnly? DecisionDate { get; init; }

    public double? EngagementScore { get; init; }

    public bool? HadDemo { get; init; }

    public DateOnly? LastActivity { get; init; }
}
