using System;
using System.Linq;

namespace Sqo.Qualification;

/// <summary>The answers that are due, in words.</summary>
internal static class ResponseText
{
    public static string Target(ExplanationTexts texts, ResponseTarget target)
    {
        var who = target.Name ?? (target.Source is { } source ? texts.Message(MessageIds.ResponseForSource, source)
            : target.LeastValue is { } least ? texts.Message(MessageIds.ResponseForValue, least) : texts[MessageIds.ResponseStandard]);
        return texts.Message(MessageIds.ResponseTarget, target.Within, who);
    }

    public static string Line(ExplanationTexts texts, ResponseDue answer)
    {
        var state = answer.State switch
        {
            ResponseState.Overdue => texts.Message(MessageIds.ResponseOverdue, answer.OverdueBy),
            ResponseState.Waiting => texts.Message(MessageIds.ResponseWaiting, answer.Left),
            ResponseState.AnsweredInTime => texts.Message(MessageIds.ResponseInTime, answer.Elapsed),
            ResponseState.AnsweredLate => texts.Message(MessageIds.ResponseLate, answer.Elapsed),
            ResponseState.ClosedUnanswered => texts[MessageIds.ResponseClosedUnanswered],
            _ => texts[MessageIds.ResponseClosedBeforeDue],
        };
        var line = texts.Fill(MessageIds.ResponseLine, state, texts.Value(LastMoment(answer)), Target(texts, answer.Target));
        return answer.Undecided.Count == 0
            ? line
            : texts.Fill(
                MessageIds.ResponseUndecided, line, string.Join(", ", answer.Undecided.Select(target => Target(texts, target))));
    }

    /// <summary>The minute in which it is due; of a deal whose start is a day, the last day on which an answer is in time.</summary>
    private static DateTime LastMoment(ResponseDue answer)
    {
        var due = answer.Start.IsDayOnly && answer.Due.TimeOfDay == TimeSpan.Zero ? answer.Due.AddDays(-1) : answer.Due;
        return new(due.Ticks - (due.Ticks % TimeSpan.TicksPerMinute));
    }
}
