using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>From answers to a verdict: gates, threshold and margin over a scored layout.</summary>
internal sealed class DecisionRule(ScoringLayout layout, double threshold, double? margin)
{
    // A sum that is right on paper may miss by a rounding: 0.1 + 0.2 reaches 0.3.
    private const double Tolerance = 1e-9;

    public ScoringLayout Layout => layout;

    public double Threshold => threshold;

    public double? Margin => margin;

    public Decision Decide(AnswerSheet sheet, ulong faulted)
    {
        var strategy = layout.Strategy;
        strategy.MasksOf(sheet.Answers, out var unmet, out var unknown);
        return Decide(strategy.Score(sheet), unmet, unknown, sheet, faulted);
    }

    /// <summary>Decides the first rows of scored columns.</summary>
    public void DecideMany(AnswerColumns columns, int count, Decision[] decisions)
    {
        AnswerSheet? sheet = null;
        for (var row = 0; row < count; row++)
        {
            var unmet = columns.Unmet[row];
            var unmetGates = unmet & layout.Gates;
            // Only the question of a near miss looks at single answers again.
            if (unmetGates != 0 && margin is not null && Bits.IsSingle(unmetGates))
            {
                sheet ??= AnswerSheet.Rent();
                columns.CopyRow(row, sheet);
            }

            var range = new ScoreRange(columns.Score[row], columns.Lowest[row], columns.Highest[row]);
            decisions[row] = Decide(range, unmet, columns.Unknown[row], sheet, columns.Faulted[row]);
        }

        if (sheet is not null) AnswerSheet.Return(sheet);
    }

    private Decision Decide(in ScoreRange range, ulong unmet, ulong unknown, AnswerSheet? sheet, ulong faulted) =>
        new(VerdictOf(range, unmet, unknown, sheet), range, unmet, unknown, layout.CompletenessOf(unknown), faulted != 0);

    private Verdict VerdictOf(in ScoreRange range, ulong unmet, ulong unknown, AnswerSheet? sheet)
    {
        var unmetGates = unmet & layout.Gates;
        var unknownGates = unknown & layout.Gates;
        if (unmetGates == 0 && range.Highest >= threshold - Tolerance)
        {
            return unknownGates == 0 && range.Lowest >= threshold - Tolerance ? Verdict.Qualified : Verdict.NeedsDiscovery;
        }

        if (margin is not { } within) return Verdict.Disqualified;
        var near = unmetGates == 0
            ? unknownGates == 0 && range.Highest >= threshold - within - Tolerance
            : Bits.IsSingle(unmetGates) && ScoreWith(Bits.Lowest(unmetGates), range, sheet!) >= threshold - Tolerance;
        return near ? Verdict.NearMiss : Verdict.Disqualified;
    }

    /// <summary>The score if one gate were fully met.</summary>
    private double ScoreWith(int gate, in ScoreRange range, AnswerSheet sheet)
    {
        if (layout.Criteria[gate].Weight == 0) return range.Score;
        var answer = sheet.Answers[gate];
        sheet.Answers[gate] = new Answer(layout.Criteria[gate].HighestValue);
        var score = layout.Strategy.Score(sheet).Score;
        sheet.Answers[gate] = answer;
        return score;
    }
}
