using System;
using System.Collections.Generic;
#if NET
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Sqo.Qualification.Internal;
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
    private readonly int _count;
    private readonly ulong _all;

    // By criterion, the least value that counts as met; padded like the answers of a sheet.
    private readonly double[] _metFrom;
    private readonly double _least;
    private readonly double _span;

    public WeightedPoints(Step[] steps, double[] metFrom)
    {
        _steps = steps;
        _count = metFrom.Length;
        _all = ulong.MaxValue >> (AnswerSheet.Size - _count);
        _metFrom = new double[AnswerSheet.Padded(_count)];
        metFrom.CopyTo(_metFrom, 0);
        var depth = 0;
        foreach (var step in steps)
        {
            depth += step.Kind == StepKind.Open ? 1 : step.Kind == StepKind.Close ? -1 : 0;
            _depth = Math.Max(_depth, depth);
        }

        var nothingKnown = new AnswerSheet(metFrom.Length);
        for (var i = 0; i < _count; i++) nothingKnown.Answers[i] = Answer.Unknown;
        Total(nothingKnown, out _, out _least, out var greatest);
        Greatest = greatest;
        _span = greatest - _least;
    }

    public double Least => _least;

    public double Greatest { get; }

    public ScoreRange Score(AnswerSheet sheet)
    {
        // An unknown answer is NaN, and so is any sum with it: where the plain sum is a number, the range is that number.
        var sum = Sum(sheet);
        if (!double.IsNaN(sum))
        {
            var known = Scaled(sum);
            return new ScoreRange(known, known, known);
        }

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
        var i = 0;
#if NET
        if (Vector128.IsHardwareAccelerated)
        {
            // Four at a time. What lies behind the last criterion is compared too, and cut off by the mask. Wider vectors gain next to nothing,
            // and their types take a while to load at the first decision.
            ArgumentOutOfRangeException.ThrowIfLessThan(answers.Length, _metFrom.Length);
            ref var values = ref Unsafe.As<Answer, double>(ref MemoryMarshal.GetArrayDataReference(answers));
            ref var bounds = ref MemoryMarshal.GetArrayDataReference(_metFrom);
            for (; i < _metFrom.Length; i += 2 * Vector128<double>.Count)
            {
                var first = Vector128.LoadUnsafe(ref values, (nuint)i);
                var second = Vector128.LoadUnsafe(ref values, (nuint)i + 2);
                var firstBounds = Vector128.LoadUnsafe(ref bounds, (nuint)i);
                var secondBounds = Vector128.LoadUnsafe(ref bounds, (nuint)i + 2);
                unmetBits |= (ulong)Bits(Vector128.LessThan(first, firstBounds), Vector128.LessThan(second, secondBounds)) << i;
                unknownBits |= (ulong)Bits(~Vector128.Equals(first, first), ~Vector128.Equals(second, second)) << i;
            }
        }
#endif
        for (; i < _count; i++)
        {
            var value = answers[i].Raw;
            // Comparisons instead of branches: whether a deal meets a criterion is hard to foresee.
            unmetBits |= (value < _metFrom[i] ? 1UL : 0) << i;
            unknownBits |= (double.IsNaN(value) ? 1UL : 0) << i;
        }

        unmet = unmetBits & _all;
        unknown = unknownBits & _all;
    }

#if NET
    private static uint Bits(Vector128<double> first, Vector128<double> second) =>
        first.ExtractMostSignificantBits() | (second.ExtractMostSignificantBits() << 2);
#endif

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
        Array.Clear(columns.Unmet, 0, rows);
        Array.Clear(columns.Unknown, 0, rows);
        for (var i = 0; i < _count; i++)
        {
            var bit = 1UL << i;
            var values = Doubles(columns.Answers[i]);
            if (Lanes.MarkBelow(values, _metFrom[i], bit, columns.Unmet, rows)) Lanes.MarkNaN(values, bit, columns.Unknown, rows);
        }

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
