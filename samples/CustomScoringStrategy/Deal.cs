namespace CustomScoringStrategy;

/// <summary>How far a deal has come on the team's plan; <see langword="null"/> where nobody has said.</summary>
internal sealed record Deal(string Name)
{
    public bool? ProblemAgreed { get; init; }

    public bool? SponsorFound { get; init; }

    public bool? TrialDone { get; init; }

    public bool? TermsSent { get; init; }
}
