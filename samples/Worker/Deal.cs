using System;

namespace Worker;

/// <summary>A deal as in a line of the file. Missing values are not known yet.</summary>
internal sealed record Deal
{
    public required string Account { get; init; }

    /// <summary>The company's number in the credit register.</summary>
    public string? Organization { get; init; }

    public decimal? Budget { get; init; }

    public int? Employees { get; init; }

    public double? EngagementScore { get; init; }

    public DateOnly? DecisionDate { get; init; }
}
