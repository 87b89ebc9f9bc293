namespace WeeklyAudit.Store;

/// <summary>A deal that sales works on, or has closed.</summary>
internal sealed class StoredDeal
{
    public required string Id { get; init; }

    /// <summary>The week in which the work began.</summary>
    public required int Since { get; init; }

    /// <summary>Whether it is worked on as an SQO; if not, it is in the hold-out.</summary>
    public required bool IsQualified { get; init; }

    /// <summary>The week in which it closed; null while it is open.</summary>
    public int? Closed { get; set; }

    public bool IsWon { get; set; }
}
