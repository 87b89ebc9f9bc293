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
/// its bounds; the score is 100 x (total - start) / (greatest - start), kept from 0 to 100, where greatest is the greatest total that
/// the profile can give, and start is 0, or the least total if the profile has a floor or the scale is stretched. A criterion
/// with a prerequisite counts, in the total and in the ends of the scale, if that is met.
/// </summary>
internal sealed class WeightedPoints : ScoringStrategy
{
    // Points below it are rounding errors of a sum.
    private const double LeastKept = 1e-9;

    private readonly string? _dimension;

    // Without groups, bounds, decay and prerequisites; otherwise null.
    private readonly PlainSum? _plain;

    // The scale when no prerequisite is met: the only one if there are none.
    private readonly double _start;
    private readonly double _span;

    // By the prerequisites that are met; null if there are none.
    private readonly Ends[]? _ends;

    private Step[]? _steps;
    private Step[]? _unkept;

    /// <param name="layout">The criteria and groups.</param>
    /// <param name="scale">Where the scale starts.</param>
    /// <param name="dimension">The dimension of the criteria to score; <see langword="null"/> for all.</param>
    public WeightedPoints(ScoringLayout layout, ScoreScale scale = ScoreScale.FromZero, string? dimension = null)
        : base(layout)
    {
        Scale = scale;
        _dimension = dimension;
        if (dimension is null && layout.IsPlain)
        {
            var sum = new PlainSum(layout, scale);
            _plain = sum;
            _start = sum.Start;
            _span = sum.Span;
            TellsApart = sum.TellsApart;
            return;
        }

        FindEnds(out _start, out _span, out TellsApart, out _ends);
    }

    public override string Name => "weighted-points/2";

    /// <summary>Where the scale starts.</summary>
    public readonly ScoreScale Scale;

    // Made when needed: a plain sum is checked and computed without them.
    private Step[] Steps => LazyField.Of(ref _steps) ?? LazyField.Keep(ref _steps, StepsOf(Layout, _dimension));

    /// <summary>The greatest total minus the start of the scale, when no prerequisite is met.</summary>
    public double Span => _span;

    protected internal override bool TakesPrerequisites => true;

    protected internal override void Check(StrategyFaults faults)
    {
        StrategyRules.CheckBins(Layout, "a sum of weighted points", faults);
        if (Scale == ScoreScale.Stretched && Layout.Total?.Minimum is { } floor) AddTwoStarts(floor, faults);

        var hasLength = _ends is null && TellsApart && _span > 0 && !double.IsInfinity(_span * 100);
        if (!hasLength && FlatFault() is { } flat)
        {
            faults.Add("score.flat", flat);
            return;
        }

        CheckScale("all points together", faults);
    }

    private static void AddTwoStarts(double floor, StrategyFaults faults) => faults.Add(
        "score.scale",
        $"The profile has a Floor of {InvariantText.Of(floor)} and a stretched scale; " +
        "the scale starts at a floor or at the least total, so it must have one of the two.");

    /// <summary>Whether totals differ, when no prerequisite is met.</summary>
    public readonly bool TellsApart;

    /// <summary>The fault of a scale that has no length; <see langword="null"/> when it has one, whatever prerequisites are
    /// met.</summary>
    private string? FlatFault()
    {
        for (uint met = 0; met < (_ends?.Length ?? 1); met++)
        {
            var ends = _ends is null ? EndsOf(Layout.NothingKnown(), 0) : _ends[met];
            var where = _ends is null ? "" : met == 0 ? " with no prerequisite met"
                : $" with only {Named(met)} of the prerequisites met";
            if (!(ends.Greatest > ends.Least) || double.IsInfinity(ends.Span * 100))
            {
                return
                    "The points of every opportunity add up to between " +
                    $"{InvariantText.Of(ends.Least)} and {InvariantText.Of(ends.Greatest)}{where}; " +
                    "the two must differ, by a finite amount, to make a score. Look at the weights, and at the bounds of the groups.";
            }

            if (!(ends.Span > 0))
            {
                return
                    "The points of every opportunity add up to at most " +
                    $"{InvariantText.Of(ends.Greatest)}{where}, and the scale starts at 0; " +
                    "the greatest total must be above that. Penalties alone need a Floor, or ScoreScale.Stretched.";
            }
        }

        return null;

        string Named(uint met)
        {
            var ids = new List<string>();
            for (var i = 0; i < Layout.Prerequisites.Length; i++)
            {
                if ((met & (1U << i)) != 0) ids.Add($"\"{Layout.Prerequisites[i].Criterion.Id}\"");
            }

            return string.Join(" and ", ids);
        }
    }

    /// <summary>Checks that weights and bounds are on the scale of their score.</summary>
    public void CheckScale(string all, StrategyFaults faults)
    {
        foreach (var step in Steps)
        {
            if (step.Kind <= StepKind.AddDecayed && StrategyRules.IsOnScale(step.Weight, _span)) continue;
            CheckScale(in step, all, faults);
        }
    }

    private void CheckScale(in Step step, string all, StrategyFaults faults)
    {
        if (step.Criterion is { } criterion) StrategyRules.CheckScale(
            "weight.scale", criterion.Id, "the weight", criterion.Weight, all, _span, faults);
        if (step.Kind != StepKind.Close || step.Group is not { } group) return;
        StrategyRules.CheckScale("group.scale", group.Id, "the minimum", group.Minimum, all, _span, faults);
        StrategyRules.CheckScale("group.scale", group.Id, "the maximum", group.Maximum, all, _span, faults);
    }

    protected internal override ScoreRange Score(AnswerSheet answers)
    {
        if (_ends is not null) return ScoreByCases(answers);
        // An unknown answer is NaN, and so is any sum with it: if the plain sum is a number, the range is that number.
        var sum = Sum(answers);
        if (!double.IsNaN(sum))
        {
            var known = PlainSum.Scaled(sum, _start, _span);
            return new ScoreRange(known, known, known, areInOrder: true);
        }

        var range = Total(Steps, answers, default, 0);
        return new ScoreRange(
            PlainSum.Scaled(range.Sum, _start, _span),
            PlainSum.Scaled(range.Lowest, _start, _span),
            PlainSum.Scaled(range.Highest, _start, _span), areInOrder: true);
    }

    internal override PlainSum? AsPlainSum() => _plain;

    internal override double ProgressOf(AnswerSheet answers)
    {
        var steps = _unkept ??= WithoutFloor(Steps);
        var states = Layout.PrerequisitesOf(answers);
        var lowest = double.PositiveInfinity;
        for (var met = states.Met; ;)
        {
            var (start, span) = _ends is null ? (_start, _span) : (_ends[met].Start, _ends[met].Span);
            lowest = Math.Min(lowest, (Total(steps, answers, states, met).Lowest - start) * 100 / span);
            if (!states.TryNext(met, out met)) return lowest;
        }
    }

    /// <summary>The range over every case of the unknown prerequisites; for the score itself they count as unmet.</summary>
    private ScoreRange ScoreByCases(AnswerSheet answers)
    {
        var states = Layout.PrerequisitesOf(answers);
        var score = double.NaN;
        var lowest = double.PositiveInfinity;
        var highest = double.NegativeInfinity;
        for (var met = states.Met; ;)
        {
            ref readonly var ends = ref _ends![met];
            var range = Total(Steps, answers, states, met);
            if (double.IsNaN(score)) score = PlainSum.Scaled(range.Sum, ends.Start, ends.Span);
            lowest = Math.Min(lowest, PlainSum.Scaled(range.Lowest, ends.Start, ends.Span));
            highest = Math.Max(highest, PlainSum.Scaled(range.Highest, ends.Start, ends.Span));
            if (!states.TryNext(met, out met)) return new ScoreRange(score, lowest, highest, areInOrder: true);
        }
    }

    internal override void ScoreMany(AnswerColumns columns, int count, bool vectorized)
    {
        var done = 0;
#if NET
        if (vectorized && Vector.IsHardwareAccelerated && _ends is null) done = ScoreLanes(columns, count);
#else
        _ = vectorized;
#endif
        if (done == count) return;
        var sheet = AnswerSheet.Rent();
        ScoreRows(columns, done, count, sheet);
        AnswerSheet.Return(sheet);
    }

    /// <summary>The score line by line: contributions, and the points that the bounds of groups take away or add.</summary>
    protected internal override IEnumerable<ScoreLine> Explain(AnswerSheet answers)
    {
        var lines = new List<ScoreLine>(Steps.Length + 2);
        // While a prerequisite is unknown, the criteria that depend on it are not in the score.
        var met = Layout.PrerequisitesOf(answers).Met;
        var (start, span) = _ends is null ? (_start, _span) : (_ends[met].Start, _ends[met].Span);
        if (start != 0) lines.Add(ScoreLine.Base(-start * 100 / span));
        var sums = new Stack<double>();
        double sum = 0;
        foreach (var step in Steps)
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
                        var points = (clamped - sum) * 100 / span;
                        lines.Add(
                            clamped < sum ? ScoreLine.Cap(step.Group!, points) : ScoreLine.Floor(step.Group!, points));
                    }

                    sum = sums.Pop() + clamped;
                    break;
                default:
                    var contribution = step.Counts(met) ? Contribution(step, answers) : 0;
                    if (double.IsNaN(contribution)) contribution = 0;
                    if (answers.IsInForce(step.Criterion!) != false) lines.Add(
                        ScoreLine.Of(step.Criterion!, contribution * 100 / span));
                    sum += contribution;
                    break;
            }
        }

        if (start == 0 && sum * 100 / span < -LeastKept) lines.Add(ScoreLine.KeptAtZero(-sum * 100 / span));
        return lines;
    }

    /// <summary>The steps of the sum, criterion by criterion, with their groups opened and closed around them.</summary>
    private static Step[] StepsOf(ScoringLayout layout, string? dimension)
    {
        // At most one step for each criterion, and two for each group and for the total.
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
            if (criterion.Settings.Weight == 0) continue;
            steps[count++] = Step.Add(criterion, layout.HasPrerequisites ? layout.PlaceOf(criterion) : -1);
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

    private void FindEnds(out double start, out double span, out bool tellsApart, out Ends[]? byCase)
    {
        var nothing = Layout.NothingKnown();
        var ends = EndsOf(nothing, 0);
        start = ends.Start;
        span = ends.Span;
        tellsApart = ends.Greatest > ends.Least;
        byCase = null;
        if (!Layout.HasPrerequisites) return;
        byCase = new Ends[1 << Layout.Prerequisites.Length];
        for (uint met = 0; met < byCase.Length; met++) byCase[met] = EndsOf(nothing, met);
    }

    private Ends EndsOf(AnswerSheet nothing, uint met)
    {
        var range = Total(Steps, nothing, default, met);
        var isStretched = Scale == ScoreScale.Stretched || Layout.Total?.Minimum is not null;
        return new Ends(range.Lowest, range.Highest, isStretched ? range.Lowest : 0);
    }

    /// <summary>The same sum, with no floor under the total.</summary>
    private Step[] WithoutFloor(Step[] steps)
    {
        if (Layout.Total?.Minimum is null) return steps;
        var free = (Step[])steps.Clone();
        free[free.Length - 1] = Step.Close(new GroupInfo(GroupInfo.TotalId, null) { Maximum = Layout.Total.Maximum });
        return free;
    }

    /// <summary>The total of answers that are all known; NaN when one is unknown.</summary>
    private double Sum(AnswerSheet sheet)
    {
        double sum = 0;
        var top = 0;
        var steps = Steps;
        for (var i = 0; i < steps.Length; i++)
        {
            ref readonly var step = ref steps[i];
            if (step.Kind <= StepKind.AddDecayed) sum += Contribution(in step, sheet);
            else if (step.Kind == StepKind.Open) (sheet.Sums[top++], sum) = (sum, 0);
            else sum = sheet.Sums[--top] + Clamp(sum, step.Least, step.Greatest);
        }

        return sum;
    }

    /// <summary>The total with its range, for given prerequisites that are met.</summary>
    /// <param name="steps">The steps of the sum.</param>
    /// <param name="sheet">The answers.</param>
    /// <param name="states">Which prerequisites are unknown; none, if each may give any of its points.</param>
    /// <param name="met">The prerequisites that are met, or are assumed to be.</param>
    private TotalRange Total(Step[] steps, AnswerSheet sheet, PrerequisiteStates states, uint met)
    {
        double sum = 0;
        double low = 0;
        double high = 0;
        var open = sheet.Sums;
        var top = 0;
        for (var i = 0; i < steps.Length; i++)
        {
            ref readonly var step = ref steps[i];
            if (step.Kind <= StepKind.AddDecayed)
            {
                if (!step.Counts(met)) continue;
                var contribution = Contribution(step, sheet);
                if (double.IsNaN(contribution))
                {
                    if ((step.AsPrerequisite & states.Unknown) != 0)
                    {
                        var points = Layout.Prerequisites[Bits.Lowest(step.AsPrerequisite)].PointsIf((step.AsPrerequisite & met) != 0);
                        low += points.Least;
                        high += points.Greatest;
                    }
                    else
                    {
                        low += step.Least;
                        high += step.Greatest;
                    }
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

        return new TotalRange(sum, low, high);
    }

#if NET
    /// <summary>
    /// The same for whole columns: each step runs down all rows before the next. Returns how many rows are done; fewer than a
    /// vector may be left.
    /// </summary>
    private int ScoreLanes(AnswerColumns columns, int count)
    {
        var rows = count - (count % Vector<double>.Count);
        // As in Score: an unknown answer makes the plain sum NaN; without one, the range is that sum.
        TotalLanes(columns, columns.Score, rows, End.Sum);
        if (VectorArithmetic.AnyNaN(columns.Score, rows))
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
        foreach (ref readonly var step in Steps.AsSpan())
        {
            switch (step.Kind)
            {
                case StepKind.Open:
                    sums = columns.OpenSums(depth++);
                    Array.Clear(sums, 0, rows);
                    break;
                case StepKind.Close:
                    var outer = --depth == 0 ? totals : columns.OpenSums(depth - 1);
                    VectorArithmetic.AddClamped(sums, step.Least, step.Greatest, outer, rows);
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
                    VectorArithmetic.AddWeighted(Doubles(columns.Answers[step.Index]), step.Weight, decays, unknown, sums, rows);
                    break;
            }
        }

        VectorArithmetic.Scale(totals, _start, _span, rows);
    }

    private static Span<double> Doubles(Answer[] answers) => MemoryMarshal.Cast<Answer, double>(answers.AsSpan());

    /// <summary>The contribution of an unknown answer: NaN, its worst, its best, or nothing.</summary>
    private enum End
    {
        Sum,
        Lowest,
        Highest,
        Score,
    }
#endif

    /// <summary>A total in which unknown answers give nothing, with the least and the greatest that they leave open.</summary>
    private readonly struct TotalRange(double sum, double lowest, double highest)
    {
        public readonly double Sum = sum;
        public readonly double Lowest = lowest;
        public readonly double Highest = highest;
    }

    /// <summary>The least and the greatest total, and the one at which the scale starts.</summary>
    private readonly struct Ends(double least, double greatest, double start)
    {
        public readonly double Least = least;
        public readonly double Greatest = greatest;
        public readonly double Start = start;
        public readonly double Span = greatest - start;
    }

    /// <summary>One step of the sum: add a criterion's points, open a group, or close it within its bounds.</summary>
    private readonly struct Step
    {
        public readonly StepKind Kind;
        public readonly int Index;
        public readonly double Weight;

        /// <summary>The most that an unknown criterion may take away, or the least that a group gives.</summary>
        public readonly double Least;

        /// <summary>The most that an unknown criterion may add, or the most that a group gives.</summary>
        public readonly double Greatest;

        /// <summary>The prerequisite of a criterion, as the bit of its index; 0 when it always counts.</summary>
        public readonly uint Prerequisite;

        /// <summary>The bit of a criterion's index among the prerequisites; 0 when it is not one.</summary>
        public readonly uint AsPrerequisite;

        public readonly CriterionInfo? Criterion;
        public readonly GroupInfo? Group;

        private Step(
            StepKind kind, CriterionInfo? criterion, GroupInfo? group, double weight, double least, double greatest, int place = -1)
        {
            Kind = kind;
            Criterion = criterion;
            Group = group;
            Index = criterion?.Index ?? 0;
            Weight = weight;
            Least = least;
            Greatest = greatest;
            Prerequisite = criterion is { PrerequisitePlace: >= 0 } ? 1U << criterion.PrerequisitePlace : 0;
            AsPrerequisite = place >= 0 ? 1U << place : 0;
        }

        /// <summary>Whether it counts when the given prerequisites are met.</summary>
        public bool Counts(uint met) => (Prerequisite & ~met) == 0;

        public static Step Add(CriterionInfo criterion, int place)
        {
            var weight = criterion.Settings.Weight;
            var far = weight * criterion.HighestValue;
            var kind = criterion.Settings.DecayHalfLifeDays is null ? StepKind.Add : StepKind.AddDecayed;
            return new Step(kind, criterion, null, weight, Math.Min(0, far), Math.Max(0, far), place);
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
