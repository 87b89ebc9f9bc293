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
        // Rounding may lead a hair past the higher end.
        return Math.Min(value, Math.Max(values[next - 1], values[next]));
    }

    public OperatorData ToData()
    {
        var points = new DataNode[xs.Length];
        for (var i = 0; i < points.Length; i++) points[i] = DataNode.Object(DataNode.Member("at", DataNode.Of(xs[i])), DataNode.Member("value", DataNode.Of(values[i])));
        return new(inSteps ? Operators.Steps : Operators.PiecewiseLinear, DataNode.List(points));
    }
}
