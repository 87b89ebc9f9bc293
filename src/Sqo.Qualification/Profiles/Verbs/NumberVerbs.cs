using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The conditions and curves that fit a number. A curve gives part of the points instead of all or nothing.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
/// <typeparam name="TNumber">The type of number.</typeparam>
public sealed class NumberVerbs<T, TNumber> : ComparableVerbs<T, TNumber>
    where TNumber : struct, IComparable<TNumber>
{
    internal NumberVerbs(CriterionBuilder<T> builder, Func<T, TNumber>? selector = null)
        : base(builder, selector)
    {
    }

    /// <summary>Gives a straight line from 0 to 1.</summary>
    /// <param name="from">The number that gives 0, as does everything beyond it.</param>
    /// <param name="to">
    /// The number that gives 1, as does everything beyond it. If it is below <paramref name="from"/>, the line falls.
    /// </param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <example><code>
    /// p.Criterion("activity", d => d.EngagementScore).Linear(from: 0, to: 100).Weight(40);
    /// </code></example>
    public CriterionBuilder<T> Linear(double from, double to)
    {
        // Ends that aren't finite make a distance that isn't.
        var length = Math.Abs(to - from);
        if (!(length > 0 && length <= double.MaxValue)) CheckLine(from, to);
        return Is(new CurveCondition<TNumber>(new LinearCurve(from, to)));
    }

    /// <summary>Gives steps: the value of the last point that is reached, and 0 before the first.</summary>
    /// <param name="points">One point or more, with their numbers in ascending order and values from 0 to 1.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="points"/> is <see langword="null"/>.</exception>
    /// <example><code>
    /// p.Criterion("size", d => d.Employees).Steps(new CurvePoint(50, 0.3), new CurvePoint(500, 1)).Weight(20);
    /// </code></example>
    public CriterionBuilder<T> Steps(params CurvePoint[] points) => Through(points, inSteps: true);

    /// <summary>Gives straight lines from point to point, level before the first and after the last.</summary>
    /// <param name="points">Two points or more, with their numbers in ascending order and values from 0 to 1.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="points"/> is <see langword="null"/>.</exception>
    public CriterionBuilder<T> PiecewiseLinear(params CurvePoint[] points) => Through(points, inSteps: false);

    /// <summary>Gives an S-curve, 1 / (1 + e^(-steepness (x - midpoint))).</summary>
    /// <param name="midpoint">The number that gives 0.5.</param>
    /// <param name="steepness">How fast it rises at the midpoint, or falls if negative; not 0.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    public CriterionBuilder<T> Logistic(double midpoint, double steepness)
    {
        CheckNumber(midpoint);
        CheckNumber(steepness);
        if (steepness == 0) Draft.Faults.Add("logistic.flat", Draft.Id, "the steepness is 0", "it must differ from 0");
        return Curve(new LogisticCurve(midpoint, steepness));
    }

    /// <summary>
    /// Gives the bins of a scorecard, each with its points in log-odds: for a profile that scores by log-odds. They replace a weight.
    /// </summary>
    /// <param name="below">The points of a number below the first bin.</param>
    /// <param name="bins">One bin or more, in ascending order of where they start.</param>
    /// <returns>
    /// The builder for what the criterion counts for and how it is shown. If some bins help and others hurt, it counts as met from 0
    /// points on.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="bins"/> is <see langword="null"/>.</exception>
    public CriterionBuilder<T> Bins(double below, params ScoreBin[] bins)
    {
        if (Guard.NotNull(bins).Length == 0)
        {
            Draft.Faults.Add("bins.empty", Draft.Id, "there are no bins", "there must be at least one");
            bins = [new ScoreBin(0, below + 1)];
        }

        for (var i = 0; i < bins.Length; i++)
        {
            CheckNumber(bins[i].From);
            if (i > 0 && bins[i].From <= bins[i - 1].From)
            {
                Draft.Faults.Add(
                    "bins.order",
                    Draft.Id,
                    $"the bin from {InvariantText.Of(bins[i].From)} comes after the one from {InvariantText.Of(bins[i - 1].From)}",
                    "bins must be in ascending order");
            }
        }

        bins = [.. bins];
        var scale = ScaleOf([below, .. Array.ConvertAll(bins, bin => bin.Points)]);
        return Is(new CurveCondition<TNumber>(new BinsCurve(scale, below, bins)), scale);
    }

    /// <summary>Gives a curve in code.</summary>
    /// <param name="function">Returns a value from 0 to 1, or NaN for unknown. Anything else is an error when it happens.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <remarks>The fingerprint can't see into code: give it a <see cref="CriterionBuilder{T}.Revision"/>.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="function"/> is <see langword="null"/>.</exception>
    public CriterionBuilder<T> Curve(Func<double, double> function) => Curve(new FunctionCurve(Guard.NotNull(function)));

    /// <summary>Gives a curve of a custom class. The built-in curves are set the same way.</summary>
    /// <param name="curve">The curve.</param>
    /// <returns>The builder for what the criterion counts for and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="curve"/> is <see langword="null"/>.</exception>
    public CriterionBuilder<T> Curve(Curve curve)
    {
        var highest = Guard.NotNull(curve).HighestValue;
        if (!(highest > 0 && highest <= 1))
        {
            Draft.Faults.Add(
                "curve.highest", Draft.Id, $"the curve's highest value is {InvariantText.Of(highest)}", "it must be above 0 and at most 1");
        }

        return Is(new CurveCondition<TNumber>(curve));
    }

    internal override void Offer(OperatorList operators)
    {
        var verbs = this;
        base.Offer(operators);
        operators.Add(Operators.Linear, o => verbs.Linear(o.Number("from"), o.Number("to")));
        operators.Add(Operators.Steps, o => verbs.Steps(o.Each(PointOf)));
        operators.Add(Operators.PiecewiseLinear, o => verbs.PiecewiseLinear(o.Each(PointOf)));
        operators.Add(Operators.Logistic, o => verbs.Logistic(o.Number("midpoint"), o.Number("steepness")));
        operators.Add(Operators.Bins, o =>
            verbs.Bins(o.Number("below"), o.Each("bins", bin => new ScoreBin(bin.Number("from"), bin.Number("points")))));

        static CurvePoint PointOf(Operand point) => new(point.Number("at"), point.Number("value"));
    }

    private CriterionBuilder<T> Through(CurvePoint[] points, bool inSteps)
    {
        var least = inSteps ? 1 : 2;
        if (Guard.NotNull(points).Length < least)
        {
            Draft.Faults.Add(
                "curve.points", Draft.Id, $"the curve has {InvariantText.Count(points.Length, "point", "points")}",
                $"it must have at least {least}");
            points = [new CurvePoint(0, 0), new CurvePoint(1, 1)];
        }

        for (var i = 0; i < points.Length; i++)
        {
            CheckNumber(points[i].At);
            if (!(points[i].Value >= 0 && points[i].Value <= 1))
            {
                Draft.Faults.Add(
                    "curve.value", Draft.Id, $"the value at {InvariantText.Of(points[i].At)} is {InvariantText.Of(points[i].Value)}",
                    "it must lie from 0 to 1");
            }

            if (i > 0 && points[i].At - points[i - 1].At > double.MaxValue)
            {
                Draft.Faults.Add(
                    "curve.range",
                    Draft.Id,
                    $"the point at {InvariantText.Of(points[i].At)} comes after the one at {InvariantText.Of(points[i - 1].At)}",
                    "the distance between the two must be a finite number");
            }

            if (i > 0 && points[i].At <= points[i - 1].At)
            {
                Draft.Faults.Add(
                    "curve.order",
                    Draft.Id,
                    $"the point at {InvariantText.Of(points[i].At)} comes after the one at {InvariantText.Of(points[i - 1].At)}",
                    "points must be in ascending order");
            }
        }

        return Curve(new PointsCurve(Array.ConvertAll(points, p => p.At), Array.ConvertAll(points, p => p.Value), inSteps));
    }

    private void CheckLine(double from, double to)
    {
        CheckNumber(from);
        CheckNumber(to);
        if (from.Equals(to))
        {
            Draft.Faults.Add(
                "linear.flat", Draft.Id, $"the line goes from {InvariantText.Of(from)} to {InvariantText.Of(to)}", "the two must differ");
        }
        else if (double.IsInfinity(to - from) && !double.IsInfinity(from) && !double.IsInfinity(to))
        {
            Draft.Faults.Add(
                "linear.range", Draft.Id, $"the line goes from {InvariantText.Of(from)} to {InvariantText.Of(to)}",
                "the distance between the two must be a finite number");
        }
    }

    private void CheckNumber(double number) => Draft.Faults.CheckFinite("curve.number", Draft.Id, "a number of the curve", number);
}
