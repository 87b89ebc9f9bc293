using System;

namespace Sqo.Qualification;

/// <summary>How long one lead or opportunity waited for sales. Immutable.</summary>
public sealed class ResponseTime
{
    internal ResponseTime(string id, EventTime start, Touchpoint? answer, TimeSpan elapsed, bool isDayOnly)
    {
        Id = id;
        Start = start;
        Answer = answer;
        Elapsed = elapsed;
        IsDayOnly = isDayOnly;
    }

    /// <summary>The id of the lead or opportunity.</summary>
    public string Id { get; }

    /// <summary>When the clock started.</summary>
    public EventTime Start { get; }

    /// <summary>The first contact by sales since then; <see langword="null"/> if there is none yet.</summary>
    public Touchpoint? Answer { get; }

    /// <summary>Whether sales has answered.</summary>
    public bool IsAnswered => Answer is not null;

    /// <summary>The time to the answer, or the time waited so far.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>Whether the time is in whole days, since only the day of its start or end is known.</summary>
    public bool IsDayOnly { get; }

    /// <summary>The id, and the time or "at least" the time, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Id}: {(IsAnswered ? "" : "at least ")}{Elapsed:c}";
}
