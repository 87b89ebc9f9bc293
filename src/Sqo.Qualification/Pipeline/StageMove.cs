namespace Sqo.Qualification;

/// <summary>How the stage of an opportunity moved between two snapshots.</summary>
public enum StageMove
{
    /// <summary>It did not move, or the stage is unknown in one of the snapshots.</summary>
    None = 0,

    /// <summary>To a later stage of the order.</summary>
    Forward = 1,

    /// <summary>To an earlier stage of the order.</summary>
    Back = 2,

    /// <summary>To another stage, if the order does not contain both.</summary>
    Unordered = 3,
}
