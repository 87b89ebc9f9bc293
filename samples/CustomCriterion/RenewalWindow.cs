using System;
using Sqo.Qualification;

namespace CustomCriterion;

/// <summary>The last day to give notice to the current supplier is in the near future.</summary>
/// <param name="days">The maximum number of days until then.</param>
/// <remarks>Many threads use a profile at once: the state of a criterion must not change.</remarks>
internal sealed class RenewalWindow(int days) : Criterion<Deal>
{
    public override Requirement Requirement => new(SampleTexts.RenewalWindow, days);

    protected override Answer Evaluate(Deal item, in EvaluationContext context)
    {
        // Missing data is unknown, never unmet. The only clock is that of the context.
        if (LastDayOf(item) is not { } last) return Answer.Unknown;
        var ahead = (last - context.AsOf.Date).Days;
        return Answer.From(ahead >= 0 && ahead <= days);
    }

    // Explanations show the value behind the answer, and the gap to the goal.
    protected override CriterionReading Read(Deal item, in EvaluationContext context)
    {
        DateTime? last = LastDayOf(item);
        TimeSpan? early = last - context.AsOf.Date.AddDays(days);
        return new CriterionReading(Evaluate(item, in context), last, early > TimeSpan.Zero ? early : null);
    }

    // All settings belong here: the profile's fingerprint must change when they do.
    protected override void Declare(DeclarationWriter writer) => writer.Add("rule", SampleTexts.RenewalWindow).Add("days", days);

    private static DateTime? LastDayOf(Deal item) =>
        item.ContractEnds is { } end && item.NoticeDays is { } notice ? end.Date.AddDays(-notice) : null;
}
