using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>From answers to a verdict: gates, threshold and margin over a score.</summary>
internal sealed class DecisionRule
{
    // A sum that is right on paper may miss by a rounding: 0.1 + 0.2 reaches 0.3.
    private const double Tolerance = 1e-9;

    private readonly double _reached;

    public DecisionRule(ScoringLayout layout, ScoringStrategy strategy, double threshold, double? margin, double hysteresis)
    {
        Layout = layout;
        Strategy = strategy;
        Threshold = threshold;
        Margin = margin;
        Hysteresis = hysteresis;
        _reached = threshold - Tolerance;
        Staying = hysteresis > 0 ? new DecisionRule(layout, strategy, Math.Max(0, threshold - hysteresis), margin, 0) : this;
    }

    public ScoringLayout Layout { get; }

    public ScoringStrategy Strategy { get; }

    public double Threshold { get; }

    public double? Margin { get; }

    public double Hysteresis { get; }

    /// <summary>The rule for an opportunity that is qualified already: one with a lower threshold where there is hysteresis, else this.</summary>
    public DecisionRule Staying { get; }

    /// <summary>The rule for an opportunity with a decision of before.</summary>
    public DecisionRule After(Decision previous) => previous.IsQualified ? Staying : this;

    /// <summary>Whether a score reaches the threshold.</summary>
    public bool IsReached(double score) => score >= _reached;

    public Decision Decide(AnswerSheet sheet, ulong faulted)
    {
        Layout.MasksOf(sheet.Answers, out var unmet, out var unknown);
        return Decide(sheet, unmet, unknown, faulted);
    }

    /// <summary>Decides where it is known already what is unmet and what unknown.</summary>
    public Decision Decide(AnswerSheet sheet, ulong unmet, ulong unknown, ulong faulted)
    {
        var range = Strategy.Score(sheet);
        var gates = Layout.Gates;
        var verdict = PlainVerdict(range, unmet & gates, unknown & gates);
        if (Margin is not null && verdict == Verdict.Disqualified) verdict = NearMissOrNot(range, unmet & gates, unknown & gates, sheet);
        return new Decision(verdict, range, unmet, unknown, Layout.CompletenessOf(unknown), faulted != 0);
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
        var gates = Layout.Gates;
        for (var row = 0; row < count; row++)
        {
            var range = ScoreRange.InOrder(scores[row], lowest[row], highest[row]);
            var verdict = PlainVerdict(range, unmet[row] & gates, unknown[row] & gates);
            var completeness = unknown[row] == 0 ? ScoringLayout.Complete : Layout.CompletenessOf(unknown[row]);
            decisions[start + row] = new Decision(verdict, range, unmet[row], unknown[row], completeness, faulted[row] != 0);
        }

        if (Margin is not null) FindNearMisses(columns, count, decisions, start);
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
            var range = ScoreRange.InOrder(columns.Score[row], columns.Lowest[row], columns.Highest[row]);
            columns.CopyRow(row, sheet);
            if (NearMissOrNot(range, unmet & Layout.Gates, unknown & Layout.Gates, sheet) == Verdict.Disqualified) continue;
            decisions[start + row] = new Decision(Verdict.NearMiss, range, unmet, unknown, Layout.CompletenessOf(unknown), columns.Faulted[row] != 0);
        }

        AnswerSheet.Return(sheet);
    }

    // Counted, not branched: which way a deal goes is hard to foresee.
    private Verdict PlainVerdict(ScoreRange range, ulong unmetGates, ulong unknownGates)
    {
        var open = unmetGates == 0 & range.RawHighest >= _reached;
        var qualified = open & unknownGates == 0 & range.RawLowest >= _reached;
        return (Verdict)(((open ? 1 : 0) * (int)Verdict.NeedsDiscovery) + (qualified ? 1 : 0));
    }

    private Verdict NearMissOrNot(ScoreRange range, ulong unmetGates, ulong unknownGates, AnswerSheet sheet)
    {
        var near = unmetGates == 0
            ? unknownGates == 0 && range.RawHighest >= _reached - Margin
            : Bits.IsSingle(unmetGates) && (unknownGates == 0 || Threshold > 0) && ScoreWith(Bits.Lowest(unmetGates), range, sheet) >= _reached;
        return near ? Verdict.NearMiss : Verdict.Disqualified;
    }

    /// <summary>The score if one gate were met, as fresh as can be.</summary>
    private double ScoreWith(int gate, ScoreRange range, AnswerSheet sheet)
    {
        if (Layout.All[gate].Weight == 0) return range.Score;
        var (answer, decay) = (sheet.Answers[gate], sheet.Decays[gate]);
        (sheet.Answers[gate], sheet.Decays[gate]) = (new Answer(Layout.All[gate].MeetingValue), 1);
        var score = Strategy.Score(sheet).Score;
        (sheet.Answers[gate], sheet.Decays[gate]) = (answer, decay);
        return score;
    }
}
