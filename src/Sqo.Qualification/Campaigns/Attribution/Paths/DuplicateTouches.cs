namespace Sqo.Qualification;

/// <summary>What happens to touches that repeat an earlier one of the same journey.</summary>
public enum DuplicateTouches
{
    /// <summary>
    /// A touch with the id of an earlier one, or without an id and with the channel, the contact and the time of an earlier one, is left
    /// out.
    /// </summary>
    DropEqual = 0,

    /// <summary>As <see cref="DropEqual"/>, and a touch with the channel of the one before it is left out too.</summary>
    CollapseNeighbors = 1,

    /// <summary>All are kept.</summary>
    Keep = 2,
}
