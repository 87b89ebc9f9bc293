using System;
using System.Collections.Generic;
using Sqo.Qualification;

namespace AotConsole;

/// <summary>
/// An opportunity as this program knows it: a plain type of its own, with no base class and no attribute of the library's.
/// What is <see langword="null"/> has not been found out yet.
/// </summary>
internal sealed record Deal(string Account)
{
    public string? Industry { get; init; }

    public int? Employees { get; init; }

    public decimal? Budget { get; init; }

    public EvidenceLevel DecisionMaker { get; init; }

    public IReadOnlyList<string>? Problems { get; init; }

    public DateTime? DecisionDate { get; init; }

    public double? EngagementScore { get; init; }

    public bool? HadDemo { get; init; }

    public DateTime? LastActivity { get; init; }

    public bool? CompetitorIsPreferred { get; init; }
}
