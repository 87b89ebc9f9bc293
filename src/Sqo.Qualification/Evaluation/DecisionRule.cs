using System;
using System.Runtime.CompilerServices;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Turns answers into a verdict: gates, threshold and margin over a score.</summary>
internal sealed class DecisionRule
{
    // A sum that is exact on paper may miss by a rounding error: 0.1 + 0.2 reaches 0.3.
    private const double Tolerance = 1e-9;

    private readonly double _reached;
    private ScoringStrategy? _strategy;
    private AnswerSettler? _settler;

    /// <param name="layout">The criteria.</param>
    /// <param name="strategy">The strategy; <see langword="null"/> for the default one, if <paramref name="sum"/> is its sum.</param>
    /// <param name="threshold">The score from which an opportunity qualifies.</param>
    /// <param name="margin">How far below it is a near miss; <see langword="null"/> if none is.</param>
    /// <param name="hysteresis">How far below it a qualified opportunity stays qualified.</param>
    /// <param name="grades">The grades; <see langword="null"/> if there are none.</param>
    /// <param name="sum">The strategy as a plain sum; <see langword="null"/> if it is not one.</param>
    public DecisionRule(
        ScoringLayout layout,
        ScoringStrategy? strategy,
        double threshold,
        double? margin,
        double hysteresis,
        GradeRule? grades = null,
        PlainSum? sum = null)
    {
        Layout = layout;
        _strategy = strategy;
        Sum = sum;
        Threshold = threshold;
        Margin = margin;
        Hysteresis = hysteresis;
        Grades = grades;
        _reached = threshold - Tolerance;
        Staying = hysteresis > 0 ? At(Math.Max(0, threshold - hysteresis)) : this;
    }

    public readonly ScoringLayout Layout;

    /// <summary>Makes answers final before the rule sees them; made when needed.</summary>
    public AnswerSettler Settler => LazyField.Of(ref _settler) ?? LazyField.Keep(ref _settler, new AnswerSettler(Layout));

    /// <summary>The score as a plain sum; <see langword="null"/> if it is not one.</summary>
    public readonly PlainSum? Sum;

    /// <summary>Scores and explains. If the score is a plain sum, it is made when needed: decisions use the sum.</summary>
    public ScoringStrategy Strategy => LazyField.Of(ref _strategy) ?? LazyField.Keep(ref _strategy, new WeightedPoints(Layout));

    public readonly double Threshold;

    public readonly double? Margin;

    public readonly double Hysteresis;

    /// <summary>The grades and which of them qualify; <see langword="null"/> if the strategy gives none.</summary>
    public readonly GradeRule? Grades;

    /// <summary>Whether an opportunity that qualifies still does when a criterion that counts for it is met.</summary>
    public bool IsMonotone => Grades is null || Grades.IsMonotone;

    /// <summary>
    /// The rule for an opportunity that is qualified already: one with a lower threshold if there is hysteresis; otherwise this one.
    /// </summary>
    public readonly DecisionRule Staying;

    /// <summary>The same rule with another threshold, and without hysteresis.</summary>
    public DecisionRule At(double threshold) => new(Layout, _strategy, threshold, Margin, 0, Grades, Sum);

    /// <summary>The rule for an opportunity with a previous decision.</summary>
    public DecisionRule After(Decision previous) => previous.IsQualified ? Staying : this;

    /// <summary>Whether a verdict may look at single answers again: for a near miss, if a gate has points.</summary>
    public bool LooksAtAnswers =>
        Margin is not null && Array.Exists(Layout.All, criterion => criterion.IsRequired && Layout.StakeOf(criterion) != 0);

    /// <summary>Whether a score reaches the threshold.</summary>
    public bool IsReached(double score) => score >= _reached;

    public Decision Decide(AnswerSheet sheet, ulong failed)
    {
        Layout.MasksOf(sheet.Answers, out var unmet, out var unknown);
        return Decide(sheet, unmet, unknown, failed);
    }

    /// <summary>Decides when the unmet and the unknown criteria are known already.</summary>
    public Decision Decide(AnswerSheet sheet, ulong unmet, ulong unknown, ulong failed)
    {
        var range = Score(sheet, out var outlook);
        return new(
            VerdictOf(in range, outlook, unmet, unknown, sheet), in range, unmet, unknown, Layout.CompletenessOf(unmet, unknown),
            failed != 0, outlook.Grade);
    }

    /// <summary>The score, with what it means for the grade.</summary>
    public ScoreRange Score(AnswerSheet sheet, out GradeOutlook outlook)
    {
        if (Grades is not null) return Grades.Score(sheet, out outlook);
        outlook = default;
        return Strategy.Score(sheet);
    }

    /// <summary>Scores the first rows. With grades, rows are scored when they are decided, because columns don't hold grades.</summary>
    public void ScoreMany(AnswerColumns columns, int count, bool vectorized)
    {
        if (Grades is null) Strategy.ScoreMany(columns, count, vectorized);
    }

    /// <summary>Decides the first rows of scored columns.</summary>
    public void DecideMany(AnswerColumns columns, int count, Decision[] decisions, int start)
    {
        if (Grades is not null)
        {
            DecideRows(columns, count, decisions, start);
            return;
        }

        var unmet = columns.Unmet;
        var unknown = columns.Unknown;
        var scores = columns.Score;
        var lowest = columns.Lowest;
        var highest = columns.Highest;
        var failed = columns.Failed;
        var gates = Layout.Gates;
        for (var row = 0; row < count; row++)
        {
            var range = new ScoreRange(scores[row], lowest[row], highest[row], areInOrder: true);
            var verdict = PlainVerdict(in range, unmet[row] & gates, unknown[row] & gates);
            var completeness = unknown[row] == 0 ? ScoringLayout.Complete : Layout.CompletenessOf(unmet[row], unknown[row]);
            decisions[start + row] = new Decision(verdict, in range, unmet[row], unknown[row], completeness, failed[row] != 0);
        }

        if (Margin is not null) FindNearMisses(columns, count, decisions, start);
    }

    /// <summary>Counts the verdicts of the first rows of scored columns, in which gates are marked.</summary>
    public void CountMany(AnswerColumns columns, int count, int[] counts)
    {
        var sheet = AnswerSheet.Rent();
        var copies = LooksAtAnswers;
        for (var row = 0; row < count; row++) counts[(int)VerdictOf(columns, row, sheet, copies)]++;
        AnswerSheet.Return(sheet);
    }

    /// <summary>Marks the verdicts of the first rows of scored columns: for each verdict, a bit per row in words of 64.</summary>
    public void MarkVerdicts(AnswerColumns columns, int count, ulong[][] marks)
    {
        foreach (var mark in marks) Array.Clear(mark, 0, mark.Length);
        var sheet = AnswerSheet.Rent();
        var copies = LooksAtAnswers;
        for (var row = 0; row < count; row++)
        {
            marks[(int)VerdictOf(columns, row, sheet, copies)][row / 64] |= 1UL << (row % 64);
        }

        AnswerSheet.Return(sheet);
    }

    /// <summary>Marks the qualified ones among the first rows of scored columns, with a bit per row in words of 64.</summary>
    /// <param name="columns">The columns, in which gates are marked.</param>
    /// <param name="count">The number of rows.</param>
    /// <param name="gates">The gates that must be met: those of the layout, or some of them.</param>
    /// <param name="marks">Receives the words.</param>
    public void MarkQualified(AnswerColumns columns, int count, ulong gates, ulong[] marks)
    {
        Array.Clear(marks, 0, marks.Length);
        var sheet = Grades is null ? null : AnswerSheet.Rent();
        for (var row = 0; row < count; row++)
        {
            var isQualified = (columns.Unmet[row] & gates) == 0 & (columns.Unknown[row] & gates) == 0;
            if (sheet is null)
            {
                isQualified &= columns.Lowest[row] >= _reached & columns.Highest[row] >= _reached;
            }
            else if (isQualified)
            {
                columns.CopyRow(row, sheet);
                var range = Score(sheet, out var outlook);
                isQualified = outlook.Limit(PlainVerdict(in range, 0, 0)) == Verdict.Qualified;
            }

            marks[row / 64] |= (isQualified ? 1UL : 0) << (row % 64);
        }

        if (sheet is not null) AnswerSheet.Return(sheet);
    }

    private Verdict VerdictOf(AnswerColumns columns, int row, AnswerSheet sheet, bool copies)
    {
        var gates = Layout.Gates;
        var (unmet, unknown) = (columns.Unmet[row], columns.Unknown[row]);
        if (Grades is not null)
        {
            columns.CopyRow(row, sheet);
            var graded = Score(sheet, out var outlook);
            return VerdictOf(in graded, outlook, unmet, unknown, sheet);
        }

        var range = new ScoreRange(columns.Score[row], columns.Lowest[row], columns.Highest[row], areInOrder: true);
        var verdict = PlainVerdict(in range, unmet & gates, unknown & gates);
        if (verdict != Verdict.Disqualified || Margin is null) return verdict;
        if (copies) columns.CopyRow(row, sheet);
        return NearMissOrNot(range, unmet & gates, unknown & gates, sheet);
    }

    /// <summary>Judges previously qualified rows by the lower threshold.</summary>
    public void KeepMany(AnswerColumns columns, int count, bool[] wasQualified, Decision[] decisions, int start)
    {
        if (Staying == this) return;
        var sheet = AnswerSheet.Rent();
        for (var row = 0; row < count; row++)
        {
            if (wasQualified[row] && !decisions[start + row].IsQualified) decisions[start + row] = Staying.DecideRow(columns, row, sheet);
        }

        AnswerSheet.Return(sheet);
    }

    private void DecideRows(AnswerColumns columns, int count, Decision[] decisions, int start)
    {
        var sheet = AnswerSheet.Rent();
        for (var row = 0; row < count; row++) decisions[start + row] = DecideRow(columns, row, sheet);
        AnswerSheet.Return(sheet);
    }

    /// <summary>Only near misses look at single answers again.</summary>
    private void FindNearMisses(AnswerColumns columns, int count, Decision[] decisions, int start)
    {
        var sheet = AnswerSheet.Rent();
        for (var row = 0; row < count; row++)
        {
            if (decisions[start + row].Verdict == Verdict.Disqualified) decisions[start + row] = DecideRow(columns, row, sheet);
        }

        AnswerSheet.Return(sheet);
    }

    /// <summary>Decides a row of scored columns, or if there are grades, of columns yet to be scored.</summary>
    private Decision DecideRow(AnswerColumns columns, int row, AnswerSheet sheet)
    {
        columns.CopyRow(row, sheet);
        if (Grades is not null) return Decide(sheet, columns.Unmet[row], columns.Unknown[row], columns.Failed[row]);
        var range = new ScoreRange(columns.Score[row], columns.Lowest[row], columns.Highest[row], areInOrder: true);
        return Decide(in range, columns.Unmet[row], columns.Unknown[row], columns.Failed[row], sheet);
    }

    private Decision Decide(in ScoreRange range, ulong unmet, ulong unknown, ulong failed, AnswerSheet sheet) =>
        new(VerdictOf(in range, unmet, unknown, sheet), in range, unmet, unknown, Layout.CompletenessOf(unmet, unknown), failed != 0);

    /// <summary>The verdict on a score and its grade.</summary>
    private Verdict VerdictOf(in ScoreRange range, GradeOutlook outlook, ulong unmet, ulong unknown, AnswerSheet sheet)
    {
        var gates = Layout.Gates;
        var verdict = outlook.Limit(PlainVerdict(in range, unmet & gates, unknown & gates));
        return verdict == Verdict.Disqualified && Margin is not null ? NearMissOrNot(range, unmet & gates, unknown & gates, sheet)
            : verdict;
    }

    /// <summary>The verdict on a score without a grade.</summary>
    /// <param name="range">The score.</param>
    /// <param name="unmet">The unmet criteria.</param>
    /// <param name="unknown">The unknown criteria.</param>
    /// <param name="sheet">The answers; <see langword="null"/> only if <see cref="LooksAtAnswers"/> is false.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Verdict VerdictOf(in ScoreRange range, ulong unmet, ulong unknown, AnswerSheet? sheet)
    {
        var gates = Layout.Gates;
        var verdict = PlainVerdict(in range, unmet & gates, unknown & gates);
        return verdict == Verdict.Disqualified && Margin is not null ? NearMissOrNot(range, unmet & gates, unknown & gates, sheet)
            : verdict;
    }

    // Counted, not branched: which way a deal goes is hard to predict.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Verdict PlainVerdict(in ScoreRange range, ulong unmetGates, ulong unknownGates)
    {
        var open = unmetGates == 0 & range.RawHighest >= _reached;
        var qualified = open & unknownGates == 0 & range.RawLowest >= _reached;
        return (Verdict)(((open ? 1 : 0) * (int)Verdict.NeedsDiscovery) + (qualified ? 1 : 0));
    }

    /// <summary>
    /// The criteria of a mask that could still change the verdict if they became known, while the other unknown ones stay unknown. As in
    /// <see cref="QualificationResult.Questions"/>, plus those that a near miss depends on.
    /// </summary>
    /// <param name="sheet">The answers.</param>
    /// <param name="candidates">Criteria that are not combinations, as a mask.</param>
    public ulong OpenAmong(AnswerSheet sheet, ulong candidates)
    {
        Layout.MasksOf(sheet.Answers, out var unmet, out var unknown);
        ulong ofGates = 0;
        ulong ofPoints = 0;
        ulong roots = 0;
        for (var left = candidates & unknown; left != 0; left &= left - 1)
        {
            if (Layout.OpenRootOf(Bits.Lowest(left), unknown) is not { } root) continue;
            var bit = left & (~left + 1);
            if (root.IsRequired) ofGates |= bit;
            else if (Layout.StakeOf(root) != 0) ofPoints |= bit;
            roots |= 1UL << root.Index;
        }

        if ((ofGates | ofPoints) == 0) return 0;
        var gates = Layout.Gates;
        var range = Score(sheet, out var outlook);
        return StakeOf(range, outlook, unmet & gates, unknown & gates, roots, sheet) switch
        {
            Stake.None => 0,
            Stake.Gates => ofGates,
            _ => ofGates | ofPoints,
        };
    }

    /// <summary>What the verdict still depends on, if only criteria under certain roots can become known.</summary>
    private Stake StakeOf(ScoreRange range, GradeOutlook outlook, ulong unmetGates, ulong unknownGates, ulong roots, AnswerSheet sheet)
    {
        var staysUnknown = (unknownGates & ~roots) != 0;
        if (unmetGates == 0)
        {
            if (range.RawHighest >= _reached && !outlook.IsRuledOut) return outlook.IsOpen ? Stake.GatesAndPoints
                : Of(range.RawLowest, _reached);

            // Too few points, or no grade that qualifies: a near miss needs every gate met, and a score within the margin.
            return Margin is not { } margin || staysUnknown || range.RawHighest < _reached - margin ? Stake.None
                : Of(range.RawLowest, _reached - margin);
        }

        // A gate is unmet: for a near miss it must stay the only one, and with it met the score must reach the threshold.
        if (Margin is null || !Bits.IsSingle(unmetGates) || (staysUnknown && !(Threshold > 0))) return Stake.None;
        var with = RangeWith(Bits.Lowest(unmetGates), range, sheet);
        return with.RawHighest < _reached ? Stake.None : Of(with.RawLowest, _reached);

        static Stake Of(double lowest, double needed) => lowest >= needed ? Stake.Gates : Stake.GatesAndPoints;
    }

    private Verdict NearMissOrNot(ScoreRange range, ulong unmetGates, ulong unknownGates, AnswerSheet? sheet)
    {
        var near = unmetGates == 0
            ? unknownGates == 0 && range.RawHighest >= _reached - Margin
            : Bits.IsSingle(unmetGates) && (unknownGates == 0 || Threshold > 0)
                && RangeWith(Bits.Lowest(unmetGates), range, sheet).RawScore >= _reached;
        return near ? Verdict.NearMiss : Verdict.Disqualified;
    }

    /// <summary>The score if one gate were met, without decay.</summary>
    private ScoreRange RangeWith(int gate, ScoreRange range, AnswerSheet? sheet)
    {
        if (Layout.StakeOf(Layout.All[gate]) == 0) return range;
        var (answer, decay) = (sheet!.Answers[gate], sheet.Decays[gate]);
        (sheet.Answers[gate], sheet.Decays[gate]) = (new Answer(Layout.All[gate].MeetingValue), 1);
        var score = Strategy.Score(sheet);
        (sheet.Answers[gate], sheet.Decays[gate]) = (answer, decay);
        return score;
    }

    private enum Stake
    {
        None,
        Gates,
        GatesAndPoints,
    }
}
