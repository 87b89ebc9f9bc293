using System;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A curve through points in ascending order: in steps (the value of the last point reached, 0 before the first) or in
/// straight lines (level before the first point and after the last).
/// </summary>
internal sealed class PointsCurve(double[] xs, double[] values, bool inSteps) : Curve, IOperatorSource
{
    public override Requirement Requirement =>
        inSteps ? new(MessageIds.RequireSteps, xs[0]) : new(MessageIds.RequirePiecewise, xs[0], xs[xs.Length - 1]);

    public override double HighestValue { get; } = values.Max();

    public override double At(double x)
    {
        var index = Array.BinarySearch(xs, x);
        if (index >= 0) return values[index];
        var next = ~index;
        if (next == 0) return inSteps ? 0 : values[0];
        if (inSteps || next == xs.Length) return values[next - 1];
        var share = (x - xs[next - 1]) / (xs[next] - xs[next - 1]);
        var value = values[next - 1] + (share * (values[next] - values[next - 1]));
        // Rounding may go just past the higher end.
        return Math.Min(value, Math.Max(values[next - 1], values[next]));
    }

    protected internal override int Direction { get; } = IsSorted(values, 1) ? 1 : IsSorted(values, -1) && !inSteps ? -1 : 0;

    protected internal override double BoundFor(double value, bool isLeast)
    {
        if (inSteps)
        {
            var step = isLeast ? Array.FindIndex(values, each => each >= value) : -1;
            return step < 0 ? double.NaN : xs[step];
        }

        for (var i = 1; i < xs.Length; i++)
        {
            // The line that passes the value; if its near end has the value already, the line before is the one.
            var (start, end) = (values[i - 1], values[i]);
            var isPassed = isLeast ? (start < value && end >= value) || (start >= value && end < value) : (start <= value && end > value)
                || (start > value && end <= value);
            if (isPassed) return xs[i - 1] + ((value - start) / (end - start) * (xs[i] - xs[i - 1]));
        }

        return double.NaN;
    }

    private static bool IsSorted(double[] values, int direction)
    {
        for (var i = 1; i < values.Length; i++)
        {
            if ((values[i] - values[i - 1]) * direction < 0) return false;
        }

        return true;
    }

    public OperatorData ToData()
    {
        var points = new DataNode[xs.Length];
        for (var i = 0; i < points.Length; i++) points[i] = DataNode.Object(
            DataNode.Member("at", DataNode.Of(xs[i])), DataNode.Member("value", DataNode.Of(values[i])));
        return new(inSteps ? Operators.Steps : Operators.PiecewiseLinear, DataNode.List(points));
    }
}
