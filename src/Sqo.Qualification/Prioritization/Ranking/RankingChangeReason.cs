namespace Sqo.Qualification;

/// <summary>Why the place of a deal changed.</summary>
public enum RankingChangeReason
{
    /// <summary>It was not in the previous list.</summary>
    Added = 0,

    /// <summary>Its value changed: by its previous value, it would not have moved as far.</summary>
    ValueChanged = 1,

    /// <summary>Others changed, came or left; its own value changes nothing about its place.</summary>
    OthersChanged = 2,

    /// <summary>It was won.</summary>
    Won = 3,

    /// <summary>It was lost.</summary>
    Lost = 4,

    /// <summary>Its value is no longer known.</summary>
    Unknown = 5,

    /// <summary>It is still open, but no longer among the best that are listed.</summary>
    BelowTheBest = 6,

    /// <summary>It is not in the input.</summary>
    Missing = 7,
}
