namespace CustomScoringStrategy;

/// <summary>The progress of a deal on the team's plan; <see langword="null"/> if unknown.</summary>
internal sealed record Deal(string Name)
{
    public bool? ProblemAgreed { get; init; }

    public bool? SponsorFound { get; init; }

    public bool? TrialDone { get; init; }

    public bool? TermsSent { get; init; }
}
