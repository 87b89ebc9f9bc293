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
        var line = texts.Fill(MessageIds.ResponseLine, state, texts.Value(ToTheMinute(answer.Due)), Target(texts, answer.Target));
        return answer.Undecided.Count == 0
            ? line
            : texts.Fill(
                MessageIds.ResponseUndecided, line, string.Join(", ", answer.Undecided.Select(target => Target(texts, target))));
    }

    private static DateTime ToTheMinute(DateTime moment) => new(moment.Ticks - (moment.Ticks % TimeSpan.TicksPerMinute));
}
