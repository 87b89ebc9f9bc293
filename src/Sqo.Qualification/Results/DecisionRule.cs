using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>From answers to a verdict: gates, threshold and margin over a scored layout.</summary>
internal sealed class DecisionRule(ScoringLayout layout, double threshold, double? margin)
{
    // A sum that is right on paper may miss by a rounding: 0.1 + 0.2 reaches 0.3.
    private const double Tolerance = 1e-9;

    private readonly double _reached = threshold - Tolerance;

    public ScoringLayout Layout => layout;

    public double Threshold => threshold;

    public double? Margin => margin;

    /// <summary>Whether a score reaches the threshold.</summary>
    public bool IsReached(double score) => score >= _reached;

    public Decision Decide(AnswerSheet sheet, ulong faulted)
    {
        var strategy = layout.Strategy;
        strategy.MasksOf(sheet.Answers, out var unmet, out var unknown);
        var range = strategy.Score(sheet);
        var gates = layout.Gates;
        var verdict = PlainVerdict(range, unmet & gates, unknown & gates);
        if (margin is not null && verdict == Verdict.Disqualified) verdict = NearMissOrNot(range, unmet & gates, unknown & gates, sheet);
        return new Decision(verdict, range, unmet, unknown, layout.CompletenessOf(unknown), faulted != 0);
    }

    /// <summary>Decides the first rows of scored columns.</summary>
    public void DecideMany(AnswerColumns columns, int count, Decision[] decisions, int start)
    {
        var unmet = columns.Unmet;
        var unknown = columns.Unknown;
        var scores = columns.Score;
        var lowest = columns.Lowest;
        var highest = columns.Highest;
        var faulted = columns.Faulted;
        var gates = layout.Gates;
        for (var row = 0; row < count; row++)
        {
            var range = new ScoreRange(scores[row], lowest[row], highest[row]);
            var verdict = PlainVerdict(range, unmet[row] & gates, unknown[row] & gates);
            var completeness = unknown[row] == 0 ? ScoringLayout.Complete : layout.CompletenessOf(unknown[row]);
            decisions[start + row] = new Decision(verdict, range, unmet[row], unknown[row], completeness, faulted[row] != 0);
        }

        if (margin is not null) FindNearMisses(columns, count, decisions, start);
    }

    /// <summary>Only the question of a near miss looks at single answers again.</summary>
    private void FindNearMisses(AnswerColumns columns, int count, Decision[] decisions, int start)
    {
        var sheet = AnswerSheet.Rent();
        for (var row = 0; row < count; row++)
        {
            if (decisions[start + row].Verdict != Verdict.Disqualified) continue;
            var unmet = columns.Unmet[row];
            var unknown = columns.Unknown[row];
            var range = new ScoreRange(columns.Score[row], columns.Lowest[row], columns.Highest[row]);
            columns.CopyRow(row, sheet);
            if (NearMissOrNot(range, unmet & layout.Gates, unknown & layout.Gates, sheet) == Verdict.Disqualified) continue;
            decisions[start + row] = new Decision(Verdict.NearMiss, range, unmet, unknown, layout.CompletenessOf(unknown), columns.Faulted[row] != 0);
        }

        AnswerSheet.Return(sheet);
    }

    // Counted, not branched: which way a deal goes is hard to foresee.
    private Verdict PlainVerdict(ScoreRange range, ulong unmetGates, ulong unknownGates)
    {
        var open = unmetGates == 0 & range.Highest >= _reached;
        var qualified = open & unknownGates == 0 & range.Lowest >= _reached;
        return (Verdict)(((open ? 1 : 0) * (int)Verdict.NeedsDiscovery) + (qualified ? 1 : 0));
    }

    private Verdict NearMissOrNot(ScoreRange range, ulong unmetGates, ulong unknownGates, AnswerSheet sheet)
    {
        var near = unmetGates == 0
            ? unknownGates == 0 && range.Highest >= _reached - margin
            : Bits.IsSingle(unmetGates) && (unknownGates == 0 || threshold > 0) && ScoreWith(Bits.Lowest(unmetGates), range, sheet) >= _reached;
        return near ? Verdict.NearMiss : Verdict.Disqualified;
    }

    /// <summary>The score if one gate were met, as fresh as can be.</summary>
    private double ScoreWith(int gate, ScoreRange range, AnswerSheet sheet)
    {
        if (layout.Criteria[gate].Weight == 0) return range.Score;
        var (answer, decay) = (sheet.Answers[gate], sheet.Decays[gate]);
        (sheet.Answers[gate], sheet.Decays[gate]) = (new Answer(layout.Criteria[gate].MeetingValue), 1);
        var score = layout.Strategy.Score(sheet).Score;
        (sheet.Answers[gate], sheet.Decays[gate]) = (answer, decay);
        return score;
    }
}
