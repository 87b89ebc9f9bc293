using System;
using System.Collections.Generic;
#if NET
using System.Numerics;
using System.Runtime.InteropServices;
#endif
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The default scoring strategy: contribution = weight x value x decay; a group is the sum of its contributions kept within
/// its bounds; the score is 100 x (total - least) / (greatest - least) over the totals that the profile can give.
/// </summary>
internal sealed class WeightedPoints : ScoringStrategy
{
    private readonly Step[] _steps;
    private readonly double _least;
    private readonly double _greatest;
    private readonly double _span;

    public WeightedPoints(ScoringLayout layout)
        : this(layout, null)
    {
    }

    /// <param name="layout">The criteria and groups.</param>
    /// <param name="dimension">Which criteria are scored; <see langword="null"/> for all.</param>
    public WeightedPoints(ScoringLayout layout, string? dimension)
        : base(layout)
    {
        _steps = StepsOf(layout, dimension);
        Total(layout.NothingKnown(), out _, out _least, out _greatest);
        _span = _greatest - _least;
    }

    public override string Name => "weighted-points/1";

    /// <summary>The greatest total less the least.</summary>
    public double Span => _span;

    internal override DataNode ToData() => StrategyData.Of(StrategyData.WeightedPoints);

    protected internal override void Check(StrategyFaults faults)
    {
        StrategyRules.CheckBins(Layout, "a sum of weighted points", faults);
        if (!(_span > 0) || double.IsInfinity(_span * 100))
        {
            faults.Add(
                "score.flat",
                $"The points of every opportunity add up to between {InvariantText.Of(_least)} and {InvariantText.Of(_greatest)}; " +
                "the two must differ, by a finite amount, for a score to be made of them. Look at the weights, and at the bounds of the groups.");
            return;
        }

        CheckScale("all points together", faults);
    }

    /// <summary>Whether weights and bounds are on the scale of the score that is made of them.</summary>
    public void CheckScale(string all, StrategyFaults faults)
    {
        foreach (var step in _steps)
        {
            if (step.Criterion is { } criterion) StrategyRules.CheckScale("weight.scale", criterion.Id, "the weight", criterion.Weight, all, _span, faults);
            if (step.Kind != StepKind.Close || step.Group is not { } group) continue;
            StrategyRules.CheckScale("group.scale", group.Id, "the minimum", group.Minimum, all, _span, faults);
            StrategyRules.CheckScale("group.scale", group.Id, "the maximum", group.Maximum, all, _span, faults);
        }
    }

    protected internal override ScoreRange Score(AnswerSheet answers)
    {
        // An unknown answer is NaN, and so is any sum with it: where the plain sum is a number, the range is that number.
        var sum = Sum(answers);
        if (!double.IsNaN(sum))
        {
            var known = Scaled(sum);
            return ScoreRange.InOrder(known, known, known);
        }

        Total(answers, out var total, out var lowest, out var highest);
        return ScoreRange.InOrder(Scaled(total), Scaled(lowest), Scaled(highest));
    }

    internal override void ScoreMany(AnswerColumns columns, int count, bool vectorized)
    {
        var done = 0;
#if NET
        if (vectorized && Vector.IsHardwareAccelerated) done = ScoreLanes(columns, count);
#else
        _ = vectorized;
#endif
        if (done == count) return;
        var sheet = AnswerSheet.Rent();
        ScoreRows(columns, done, count, sheet);
        AnswerSheet.Return(sheet);
    }

    /// <summary>The score line by line: contributions, and what the bounds of groups take or add.</summary>
    protected internal override IEnumerable<ScoreContribution> Explain(AnswerSheet answers)
    {
        var lines = new List<ScoreContribution>(_steps.Length + 1);
        if (_least != 0) lines.Add(ScoreContribution.Base(-_least * 100 / _span));
        var sums = new Stack<double>();
        double sum = 0;
        foreach (var step in _steps)
        {
            switch (step.Kind)
            {
                case StepKind.Open:
                    sums.Push(sum);
                    sum = 0;
                    break;
                case StepKind.Close:
                    var clamped = Clamp(sum, step.Least, step.Greatest);
                    if (clamped != sum)
                    {
                        var points = (clamped - sum) * 100 / _span;
                        lines.Add(clamped < sum ? ScoreContribution.Cap(step.Group!, points) : ScoreContribution.Floor(step.Group!, points));
                    }

                    sum = sums.Pop() + clamped;
                    break;
                default:
                    var contribution = Contribution(step, answers);
                    if (double.IsNaN(contribution)) contribution = 0;
                    lines.Add(ScoreContribution.Of(step.Criterion!, contribution * 100 / _span));
                    sum += contribution;
                    break;
            }
        }

        return lines;
    }

    /// <summary>The moves of the sum, criterion by criterion, with the groups that each stands in opened and closed around them.</summary>
    private static Step[] StepsOf(ScoringLayout layout, string? dimension)
    {
        // Each criterion is a step at the most, and each group two, as is the total.
        var steps = new Step[layout.All.Length + (2 * (layout.AllGroups.Length + 1))];
        var count = 0;
        GroupInfo? open = null;
        if (layout.Total is { } total) steps[count++] = Step.Open(total);
        foreach (var criterion in layout.All)
        {
            if (criterion.Parent is not null || (dimension is not null && criterion.Dimension != dimension)) continue;
            while (open is not null && !IsInside(criterion.Group, open))
            {
                steps[count++] = Step.Close(open);
                open = open.Parent;
            }

            count = OpenDownTo(criterion.Group, open, steps, count);
            open = criterion.Group;
            if (criterion.Settings.Weight != 0) steps[count++] = Step.Add(criterion);
        }

        for (; open is not null; open = open.Parent) steps[count++] = Step.Close(open);
        if (layout.Total is not null) steps[count++] = Step.Close(layout.Total);
        var exact = new Step[count];
        Array.Copy(steps, exact, count);
        return exact;
    }

    private static int OpenDownTo(GroupInfo? group, GroupInfo? open, Step[] steps, int count)
    {
        if (group == open) return count;
        count = OpenDownTo(group!.Parent, open, steps, count);
        steps[count++] = Step.Open(group);
        return count;
    }

    private static bool IsInside(GroupInfo? group, GroupInfo outer)
    {
        for (; group is not null; group = group.Parent)
        {
            if (group == outer) return true;
        }

        return false;
    }

    private static double Clamp(double value, double least, double greatest) =>
        value < least ? least : value > greatest ? greatest : value;

    private static double Contribution(in Step step, AnswerSheet sheet)
    {
        var contribution = step.Weight * sheet.Answers[step.Index].Raw;
        return step.Kind == StepKind.AddDecayed ? contribution * sheet.Decays[step.Index] : contribution;
    }

    // Rounding may lead a hair past the end of the scale.
    private double Scaled(double total)
    {
        var score = (total - _least) * 100 / _span;
        return score > 100 ? 100 : score;
    }

    /// <summary>The total of answers that are all known; NaN when one is not.</summary>
    private double Sum(AnswerSheet sheet)
    {
        double sum = 0;
        var top = 0;
        var steps = _steps;
        for (var i = 0; i < steps.Length; i++)
        {
            ref readonly var step = ref steps[i];
            if (step.Kind <= StepKind.AddDecayed) sum += Contribution(in step, sheet);
            else if (step.Kind == StepKind.Open) (sheet.Sums[top++], sum) = (sum, 0);
            else sum = sheet.Sums[--top] + Clamp(sum, step.Least, step.Greatest);
        }

        return sum;
    }

    private void Total(AnswerSheet sheet, out double total, out double lowest, out double highest)
    {
        double sum = 0;
        double low = 0;
        double high = 0;
        var open = sheet.Sums;
        var top = 0;
        var steps = _steps;
        for (var i = 0; i < steps.Length; i++)
        {
            ref readonly var step = ref steps[i];
            if (step.Kind <= StepKind.AddDecayed)
            {
                var contribution = Contribution(step, sheet);
                if (double.IsNaN(contribution))
                {
                    low += step.Least;
                    high += step.Greatest;
                }
                else
                {
                    sum += contribution;
                    low += contribution;
                    high += contribution;
                }
            }
            else if (step.Kind == StepKind.Open)
            {
                open[top++] = sum;
                open[top++] = low;
                open[top++] = high;
                sum = low = high = 0;
            }
            else
            {
                high = open[--top] + Clamp(high, step.Least, step.Greatest);
                low = open[--top] + Clamp(low, step.Least, step.Greatest);
                sum = open[--top] + Clamp(sum, step.Least, step.Greatest);
            }
        }

        total = sum;
        lowest = low;
        highest = high;
    }

#if NET
    /// <summary>
    /// The same for whole columns: each step runs down all rows before the next. Returns how many rows are done; fewer than a
    /// vector may be left.
    /// </summary>
    private int ScoreLanes(AnswerColumns columns, int count)
    {
        var rows = count - (count % Vector<double>.Count);
        // As in Score: an unknown answer makes the plain sum NaN, and where none does the range is that sum.
        TotalLanes(columns, columns.Score, rows, End.Sum);
        if (Lanes.AnyNaN(columns.Score, rows))
        {
            TotalLanes(columns, columns.Lowest, rows, End.Lowest);
            TotalLanes(columns, columns.Highest, rows, End.Highest);
            TotalLanes(columns, columns.Score, rows, End.Score);
        }
        else
        {
            Array.Copy(columns.Score, columns.Lowest, rows);
            Array.Copy(columns.Score, columns.Highest, rows);
        }

        return rows;
    }

    private void TotalLanes(AnswerColumns columns, double[] totals, int rows, End end)
    {
        var depth = 0;
        var sums = totals;
        Array.Clear(sums, 0, rows);
        foreach (ref readonly var step in _steps.AsSpan())
        {
            switch (step.Kind)
            {
                case StepKind.Open:
                    sums = columns.OpenSums(depth++);
                    Array.Clear(sums, 0, rows);
                    break;
                case StepKind.Close:
                    var outer = --depth == 0 ? totals : columns.OpenSums(depth - 1);
                    Lanes.AddClamped(sums, step.Least, step.Greatest, outer, rows);
                    sums = outer;
                    break;
                default:
                    var decays = step.Kind == StepKind.AddDecayed ? columns.Decays[step.Index] : null;
                    var unknown = end switch
                    {
                        End.Sum => double.NaN,
                        End.Lowest => step.Least,
                        End.Highest => step.Greatest,
                        _ => 0,
                    };
                    Lanes.AddWeighted(Doubles(columns.Answers[step.Index]), step.Weight, decays, unknown, sums, rows);
                    break;
            }
        }

        Lanes.Scale(totals, _least, _span, rows);
    }

    private static Span<double> Doubles(Answer[] answers) => MemoryMarshal.Cast<Answer, double>(answers.AsSpan());

    /// <summary>What an unknown answer contributes: itself, its worst, its best, or nothing.</summary>
    private enum End
    {
        Sum,
        Lowest,
        Highest,
        Score,
    }
#endif

    /// <summary>One move of the sum: add a criterion's points, open a group, or close it within its bounds.</summary>
    private readonly struct Step
    {
        public readonly StepKind Kind;
        public readonly int Index;
        public readonly double Weight;

        /// <summary>What an unknown criterion may take away, or the least that a group gives.</summary>
        public readonly double Least;

        /// <summary>What an unknown criterion may add, or the most that a group gives.</summary>
        public readonly double Greatest;

        public readonly CriterionInfo? Criterion;
        public readonly GroupInfo? Group;

        private Step(StepKind kind, CriterionInfo? criterion, GroupInfo? group, double weight, double least, double greatest)
        {
            Kind = kind;
            Criterion = criterion;
            Group = group;
            Index = criterion?.Index ?? 0;
            Weight = weight;
            Least = least;
            Greatest = greatest;
        }

        public static Step Add(CriterionInfo criterion)
        {
            var far = criterion.Weight * criterion.HighestValue;
            var kind = criterion.DecayHalfLifeDays is null ? StepKind.Add : StepKind.AddDecayed;
            return new Step(kind, criterion, null, criterion.Weight, Math.Min(0, far), Math.Max(0, far));
        }

        public static Step Open(GroupInfo group) => new(StepKind.Open, null, group, 0, 0, 0);

        public static Step Close(GroupInfo group) =>
            new(StepKind.Close, null, group, 0, group.Minimum ?? double.NegativeInfinity, group.Maximum ?? double.PositiveInfinity);
    }

    private enum StepKind : byte
    {
        Add = 0,
        AddDecayed = 1,
        Open = 2,
        Close = 3,
    }
}
