using System;

namespace Sqo.Qualification;

/// <summary>What came of one deal of a locked plan. Immutable.</summary>
public sealed class PlanOutcomeDeal
{
    internal PlanOutcomeDeal(PlanRecordDeal planned, Opportunity? deal, TimeSpan? worked, decimal? wonValue)
    {
        Planned = planned;
        Deal = deal;
        Worked = worked;
        WonValue = wonValue;
    }

    /// <summary>The deal as it was planned.</summary>
    public PlanRecordDeal Planned { get; }

    /// <summary>The deal as it is now; <see langword="null"/> if it is no longer there.</summary>
    public Opportunity? Deal { get; }

    /// <summary>Its outcome so far; <see langword="null"/> if it is no longer there.</summary>
    public OpportunityOutcome? Outcome => Deal?.Outcome;

    /// <summary>The time that was spent on it; <see langword="null"/> if unknown.</summary>
    public TimeSpan? Worked { get; }

    /// <summary>The value won; <see langword="null"/> if it is not won, or its value is unknown.</summary>
    public decimal? WonValue { get; }

    /// <summary>The id and the outcome.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Planned.Id}: {(Outcome is { } outcome ? outcome.ToString() : "missing")}";
}
