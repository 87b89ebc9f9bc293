namespace Sqo.Qualification;

/// <summary>How the place of a deal changed since the previous list.</summary>
public enum RankingChangeKind
{
    /// <summary>It was not in the previous list.</summary>
    New = 0,

    /// <summary>It has a better place.</summary>
    Up = 1,

    /// <summary>It has a worse place.</summary>
    Down = 2,

    /// <summary>It is no longer in the list.</summary>
    Gone = 3,
}
