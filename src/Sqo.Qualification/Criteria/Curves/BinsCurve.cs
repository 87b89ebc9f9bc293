using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The bins of a scorecard on the scale from 0, the fewest points, to 1, the most.</summary>
/// <param name="scale">The position of points on that scale.</param>
/// <param name="below">The points of a number below the first bin.</param>
/// <param name="bins">The bins in ascending order.</param>
internal sealed class BinsCurve(BinScale scale, double below, ScoreBin[] bins) : Curve, IOperatorSource
{
    private readonly double[] _froms = Array.ConvertAll(bins, bin => bin.From);
    private readonly double[] _values = Array.ConvertAll(bins, bin => scale.ValueOf(bin.Points));
    private readonly double _below = scale.ValueOf(below);

    public override Requirement Requirement => new(MessageIds.RequireBins, [_froms]);

    public override double At(double x)
    {
        var index = Array.BinarySearch(_froms, x);
        if (index < 0) index = ~index - 1;
        return index < 0 ? _below : _values[index];
    }

    public OperatorData ToData() => new(
        Operators.Bins,
        DataNode.Object(
            DataNode.Member("below", DataNode.Of(below)),
            DataNode.Member("bins", Operators.ListOf(bins, bin =>
                DataNode.Object(DataNode.Member("from", DataNode.Of(bin.From)), DataNode.Member("points", DataNode.Of(bin.Points)))))));
}
