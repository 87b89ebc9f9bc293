using System;
using System.Collections.Generic;
using Sqo.Qualification;

namespace AotConsole;

/// <summary>
/// An opportunity in this program: a plain type, without base class or attributes of the library.
/// A value that is <see langword="null"/> is not known yet.
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
