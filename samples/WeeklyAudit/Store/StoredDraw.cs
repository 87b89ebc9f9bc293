using System;

namespace WeeklyAudit.Store;

/// <summary>The draw of the hold-out for a deal, made once.</summary>
internal sealed class StoredDraw
{
    public required string DealId { get; init; }

    public required double Probability { get; init; }

    public required bool IsIn { get; init; }

    public required DateTime DrawnOn { get; init; }
}
