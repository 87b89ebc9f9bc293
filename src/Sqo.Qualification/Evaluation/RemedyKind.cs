namespace Sqo.Qualification;

/// <summary>What must happen to a criterion.</summary>
public enum RemedyKind
{
    /// <summary>It must be met, as fully as possible.</summary>
    Meet = 0,

    /// <summary>It counts against the opportunity, and must no longer apply.</summary>
    Avoid = 1,

    /// <summary>It is met, but its points have decayed, so it must happen again.</summary>
    Renew = 2,

    /// <summary>It is met and counts against the opportunity, so its answer must fall but stay met.</summary>
    Lower = 3,
}
