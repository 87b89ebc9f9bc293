namespace Sqo.Qualification;

/// <summary>How contested a deal is.</summary>
public enum CompetitionLevel
{
    /// <summary>Not enough is known to say.</summary>
    Unknown = 0,

    /// <summary>No other supplier is known to compete for it, and none is in place.</summary>
    Uncontested = 1,

    /// <summary>Another supplier competes for it or is in place.</summary>
    Contested = 2,

    /// <summary>The customer has more alternatives than the profile allows.</summary>
    Crowded = 3,
}
