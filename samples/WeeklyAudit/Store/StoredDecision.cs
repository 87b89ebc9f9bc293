using Sqo.Qualification;

namespace WeeklyAudit.Store;

/// <summary>The decision on a deal in a week: its record, from which the decision can be replayed, and what queries look for.</summary>
internal sealed class StoredDecision
{
    public required int Week { get; init; }

    public required string DealId { get; init; }

    /// <summary>Whether it is the first decision on the deal.</summary>
    public required bool IsFirst { get; init; }

    public required Verdict Verdict { get; init; }

    public required double Score { get; init; }

    /// <summary>The <see cref="DecisionRecord"/>, as JSON.</summary>
    public required string Record { get; init; }
}
