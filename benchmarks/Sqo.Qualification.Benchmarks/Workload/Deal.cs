using System;

namespace Sqo.Qualification.Benchmarks.Workload;

/// <summary>What is judged: twelve fields, all of them there.</summary>
public sealed class Deal
{
    public required string Id { get; init; }

    public required string Owner { get; init; }

    public required decimal Budget { get; init; }

    public required bool HasDecisionMaker { get; init; }

    public required string Industry { get; init; }

    public required DateTime CloseDate { get; init; }

    public required double Engagement { get; init; }

    public required int Employees { get; init; }

    public required bool DemoRequested { get; init; }

    public required DateTime LastActivity { get; init; }

    public required int Competitors { get; init; }

    public required string Country { get; init; }
}
