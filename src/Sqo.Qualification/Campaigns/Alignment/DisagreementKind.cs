namespace Sqo.Qualification;

/// <summary>How marketing, sales and the profile disagree about a lead.</summary>
public enum DisagreementKind
{
    /// <summary>Marketing qualified it (an MQL), and the profile disqualifies it.</summary>
    DisqualifiedByProfile = 0,

    /// <summary>Sales rejected it, as it was lost before it became an SQO, and the profile qualifies it.</summary>
    RejectedBySales = 1,
}
