namespace Sqo.Qualification;

/// <summary>What has to happen to a criterion.</summary>
public enum RemedyKind
{
    /// <summary>What it asks for must come true, as fully as it can.</summary>
    Meet = 0,

    /// <summary>What it asks for must no longer be so: it counts against the opportunity.</summary>
    Avoid = 1,

    /// <summary>It is met, but its points have decayed: it must happen again.</summary>
    Renew = 2,

    /// <summary>It is met and counts against the opportunity: it must become less, and stay met.</summary>
    Lower = 3,
}
