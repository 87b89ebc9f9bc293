using System;
using System.Collections.Generic;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>How well SQOs are answered: of all, or of a segment. Immutable.</summary>
public sealed class ResponseSummary
{
    internal ResponseSummary(string? segment, IReadOnlyList<ResponseDue> answers)
    {
        Segment = segment;
        Waiting = Count(ResponseState.Waiting);
        Overdue = Count(ResponseState.Overdue);
        var inTime = Count(ResponseState.AnsweredInTime);
        var late = Count(ResponseState.AnsweredLate);
        Answered = inTime + late;
        InTime = new(inTime, inTime + late + Overdue + Count(ResponseState.ClosedUnanswered));
        Hours = KaplanMeier.Estimate(answers.Select(
            answer => new ObservedDuration(
                (double)answer.Elapsed.Ticks / TimeSpan.TicksPerHour, answer.Answer is null ? ObservedDuration.Censored : 1)));

        int Count(ResponseState state) => answers.Count(answer => answer.State == state);
    }

    /// <summary>The segment; <see langword="null"/> for all, and for deals whose segment is unknown.</summary>
    public string? Segment { get; }

    /// <summary>How many are not answered, and not due yet.</summary>
    public int Waiting { get; }

    /// <summary>How many are overdue.</summary>
    public int Overdue { get; }

    /// <summary>How many are answered.</summary>
    public int Answered { get; }

    /// <summary>
    /// The share answered in time, with Wilson's interval: of those that were answered, are overdue, or were closed unanswered after
    /// they were due. Those that are not due yet count neither way.
    /// </summary>
    public ObservedRate InTime { get; }

    /// <summary>The share that still waits, by hours, with unanswered ones as censored.</summary>
    public KaplanMeier Hours { get; }

    /// <summary>The median time to an answer; <see langword="null"/> when the share that still waits never falls to half.</summary>
    public TimeSpan? Median => ResponseClock.MedianOf(Hours);

    /// <summary>The segment and the share answered in time, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Segment ?? "(all or unknown)"}: {InTime} in time";
}
