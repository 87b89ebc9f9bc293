using System;
using System.Collections.Generic;

namespace Sqo.Qualification.Tests.Frameworks;

internal enum SalesStage
{
    Discovery,
    Proposal,
    Negotiation,
    Won,
}

/// <summary>The opportunity of the tests of frameworks.</summary>
internal sealed class Pursuit
{
    public EvidenceLevel Budget { get; init; }

    public EvidenceLevel? Authority { get; init; }

    public EvidenceLevel Need { get; init; }

    public EvidenceLevel Timing { get; init; }

    public bool? HasBudget { get; init; }

    public string? Stage { get; init; }

    public SalesStage? StageValue { get; init; }

    public QualificationAnswers? Answers { get; init; }

    public double? Score { get; init; }

    public decimal? Amount { get; init; }

    public string? Industry { get; init; }

    public string? Project { get; init; }

    public DateTime? Date { get; init; }

    public DateTime? Start { get; init; }

    public bool? Wish { get; init; }

    public string[]? Goals { get; init; }

    public IEnumerable<string>? Competitors { get; init; }

    public int? CompetitorCount { get; init; }

    public string? Incumbent { get; init; }

    public string[]? Answered { get; init; }

    public int? AnsweredCount { get; init; }
}
