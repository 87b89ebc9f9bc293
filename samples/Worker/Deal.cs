using System;

namespace Worker;

/// <summary>A deal as a line of the file holds it. What is missing has not been found out yet.</summary>
internal sealed record Deal
{
    public required string Account { get; init; }

    /// <summary>The number by which the credit register knows the company.</summary>
    public string? Organization { get; init; }

    public decimal? Budget { get; init; }

    public int? Employees { get; init; }

    public double? EngagementScore { get; init; }

    public DateOnly? DecisionDate { get; init; }
}
