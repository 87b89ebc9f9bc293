namespace WeeklyAudit.Store;

/// <summary>What is carried from week to week, as JSON.</summary>
internal sealed class StoredState
{
    public required string Name { get; init; }

    public required string Json { get; set; }
}
