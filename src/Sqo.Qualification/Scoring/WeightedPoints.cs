using System;
using System.Collections.Generic;
#if NET
using System.Numerics;
using System.Runtime.InteropServices;
#endif

namespace Sqo.Qualification;

/// <summary>
/// The default scoring strategy: contribution = weight x value x decay; a group is the sum of its contributions kept within
/// its bounds; the score is 100 x (total - least) / (greatest - least) over the totals that the profile can give.
/// </summary>
internal sealed class WeightedPoints
{
    public const string Name = "weighted-points/1";

    private readonly Step[] _steps;
    private readonly int _depth;
    private readonly double _least;
    private readonly double _span;

    public WeightedPoints(Step[] steps, double[] metFrom)
    {
        _steps = steps;
        MetFrom = metFrom;
        var depth = 0;
        foreach (var step in steps)
        {
            depth += step.Kind == StepKind.Open ? 1 : step.Kind == StepKind.Close ? -1 : 0;
            _depth = Math.Max(_depth, depth);
        }

        var nothingKnown = new AnswerSheet(metFrom.Length);
        for (var i = 0; i < metFrom.Length; i++) nothingKnown.Answers[i] = Answer.Unknown;
        Total(nothingKnown, out _, out _least, out var greatest);
        Greatest = greatest;
        _span = greatest - _least;
    }

    /// <summary>By criterion, the least value that counts as met.</summary>
    public double[] MetFrom { get; }

    public double Least => _least;

    public double Greatest { get; }

    public ScoreRange Score(AnswerSheet sheet)
    {
        Total(sheet, out var total, out var lowest, out var highest);
        return new ScoreRange(Scaled(total), Scaled(lowest), Scaled(highest));
    }

    /// <summary>Scores the first rows and finds what is unmet and unknown in them, with the bits of the row-by-row way.</summary>
    public void ScoreMany(AnswerColumns columns, int count, bool vectorized)
    {
        var done = 0;
#if NET
        if (vectorized && Vector.IsHardwareAccelerated) done = ScoreLanes(columns, count);
#else
        _ = vectorized;
#endif
        if (done == count) return;
        var sheet = AnswerSheet.Rent();
        for (var row = done; row < count; row++)
        {
            columns.CopyRow(row, sheet);
            var range = Score(sheet);
            columns.Score[row] = range.Score;
            columns.Lowest[row] = range.Lowest;
            columns.Highest[row] = range.Highest;
            MasksOf(sheet.Answers, out columns.Unmet[row], out columns.Unknown[row]);
        }

        AnswerSheet.Return(sheet);
    }

    /// <summary>Which answers are unmet, and which unknown.</summary>
    public void MasksOf(Answer[] answers, out ulong unmet, out ulong unknown)
    {
        ulong unmetBits = 0;
        ulong unknownBits = 0;
        var metFrom = MetFrom;
        for (var i = 0; i < metFrom.Length; i++)
        {
            var value = answers[i].Raw;
            // Comparisons instead of branches: whether a deal meets a criterion is hard to foresee.
            unmetBits |= (value < metFrom[i] ? 1UL : 0) << i;
            unknownBits |= (double.IsNaN(value) ? 1UL : 0) << i;
        }

        unmet = unmetBits;
        unknown = unknownBits;
    }

    /// <summary>The score line by line: contributions, and what the bounds of groups take or add.</summary>
    public List<ExactLine> Explain(AnswerSheet sheet)
    {
        var lines = new List<ExactLine>(_steps.Length + 1);
        if (_least != 0) lines.Add(new ExactLine(ScoreLineKind.Base, null, null, -_least * 100 / _span));
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
                        var kind = clamped < sum ? ScoreLineKind.Cap : ScoreLineKind.Floor;
                        lines.Add(new ExactLine(kind, null, step.Group, (clamped - sum) * 100 / _span));
                    }

                    sum = sums.Pop() + clamped;
                    break;
                default:
                    var contribution = Contribution(step, sheet);
                    if (double.IsNaN(contribution)) contribution = 0;
                    lines.Add(new ExactLine(ScoreLineKind.Criterion, step.Criterion, null, contribution * 100 / _span));
                    sum += contribution;
                    break;
            }
        }

        return lines;
    }

    private static double Clamp(double value, double least, double greatest) =>
        value < least ? least : value > greatest ? greatest : value;

    private static double Contribution(in Step step, AnswerSheet sheet)
    {
        var contribution = step.Weight * sheet.Answers[step.Index].Raw;
        return step.Kind == StepKind.AddDecayed ? contribution * sheet.Decays[step.Index] : contribution;
    }

    private double Scaled(double total) => (total - _least) * 100 / _span;

    private void Total(AnswerSheet sheet, out double total, out double lowest, out double highest)
    {
        double sum = 0;
        double low = 0;
        double high = 0;
        if (_depth * 3 > sheet.Sums.Length) sheet.Sums = new double[_depth * 3];
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
    private int ScoreLanes(AnswerColumns columns, int count)
    {
        var width = Vector<double>.Count;
        Span<Vector<double>> open = stackalloc Vector<double>[_depth * 3];
        var least = new Vector<double>(_least);
        var span = new Vector<double>(_span);
        var hundred = new Vector<double>(100);
        var row = 0;
        for (; row <= count - width; row += width)
        {
            var sum = Vector<double>.Zero;
            var low = Vector<double>.Zero;
            var high = Vector<double>.Zero;
            var top = 0;
            foreach (ref readonly var step in _steps.AsSpan())
            {
                if (step.Kind <= StepKind.AddDecayed)
                {
                    var contribution = new Vector<double>(step.Weight) * Load(columns.Answers[step.Index], row);
                    if (step.Kind == StepKind.AddDecayed) contribution *= new Vector<double>(columns.Decays[step.Index], row);
                    var known = Vector.Equals(contribution, contribution);
                    if (Vector.EqualsAll(known, new Vector<long>(-1)))
                    {
                        sum += contribution;
                        low += contribution;
                        high += contribution;
                    }
                    else
                    {
                        sum += Vector.ConditionalSelect(known, contribution, Vector<double>.Zero);
                        low += Vector.ConditionalSelect(known, contribution, new Vector<double>(step.Least));
                        high += Vector.ConditionalSelect(known, contribution, new Vector<double>(step.Greatest));
                    }
                }
                else if (step.Kind == StepKind.Open)
                {
                    open[top++] = sum;
                    open[top++] = low;
                    open[top++] = high;
                    sum = low = high = Vector<double>.Zero;
                }
                else
                {
                    high = open[--top] + ClampLanes(high, step);
                    low = open[--top] + ClampLanes(low, step);
                    sum = open[--top] + ClampLanes(sum, step);
                }
            }

            ((sum - least) * hundred / span).CopyTo(columns.Score, row);
            ((low - least) * hundred / span).CopyTo(columns.Lowest, row);
            ((high - least) * hundred / span).CopyTo(columns.Highest, row);

            var unmet = Vector<ulong>.Zero;
            var unknown = Vector<ulong>.Zero;
            var metFrom = MetFrom;
            for (var i = 0; i < metFrom.Length; i++)
            {
                var value = Load(columns.Answers[i], row);
                var bit = new Vector<ulong>(1UL << i);
                unmet |= Vector.AsVectorUInt64(Vector.LessThan(value, new Vector<double>(metFrom[i]))) & bit;
                unknown |= Vector.AndNot(bit, Vector.AsVectorUInt64(Vector.Equals(value, value)));
            }

            unmet.CopyTo(columns.Unmet, row);
            unknown.CopyTo(columns.Unknown, row);
        }

        return row;

        static Vector<double> Load(Answer[] column, int row) =>
            new(MemoryMarshal.Cast<Answer, double>(column.AsSpan(row, Vector<double>.Count)));

        static Vector<double> ClampLanes(Vector<double> value, in Step step)
        {
            var lower = new Vector<double>(step.Least);
            var upper = new Vector<double>(step.Greatest);
            value = Vector.ConditionalSelect(Vector.LessThan(value, lower), lower, value);
            return Vector.ConditionalSelect(Vector.GreaterThan(value, upper), upper, value);
        }
    }
#endif

    /// <summary>One move of the sum: add a criterion's points, open a group, or close it within its bounds.</summary>
    internal readonly struct Step
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

    /// <summary>A line of the score before it is rounded.</summary>
    internal readonly record struct ExactLine(ScoreLineKind Kind, CriterionInfo? Criterion, GroupInfo? Group, double Points);

    internal enum StepKind : byte
    {
        Add = 0,
        AddDecayed = 1,
        Open = 2,
        Close = 3,
    }
}
