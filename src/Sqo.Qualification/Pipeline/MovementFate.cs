namespace Sqo.Qualification;

/// <summary>What became of an opportunity between two snapshots.</summary>
public enum MovementFate
{
    /// <summary>Open in both.</summary>
    Stayed = 0,

    /// <summary>Open in the later one, but not in the earlier.</summary>
    New = 1,

    /// <summary>Won in the later one, but not in the earlier.</summary>
    Won = 2,

    /// <summary>Lost in the later one, but not in the earlier.</summary>
    Lost = 3,

    /// <summary>Open in the earlier one, and missing from the later: deleted, merged, or no longer listed.</summary>
    Vanished = 4,

    /// <summary>Closed in the earlier one, but open in the later.</summary>
    Reopened = 5,
}
