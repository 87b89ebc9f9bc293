using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A value of a field: a number or a text, depending on the field.</summary>
internal sealed class ValueShape : DataShape
{
    public static readonly ValueShape Any = new(isCompared: false);

    /// <summary>An ordered value: a text from settings that is a number counts as one.</summary>
    public static readonly ValueShape Compared = new(isCompared: true);

    private readonly bool _isCompared;

    private ValueShape(bool isCompared) => _isCompared = isCompared;

    public override DataNode? Check(DataNode node, FaultList faults, int depth) => node.Kind switch
    {
        DataKind.Text when _isCompared && node.IsLoose && NumberShape.Accepts(node.Scalar) =>
            DataNode.Digits(node.Scalar, node.At, isLoose: true),
        DataKind.Text => TextShape.Any.Check(node, faults, depth),
        DataKind.Number when NumberShape.Accepts(node.Scalar) => node,
        _ => Refuse(
            node, faults, "data.value",
            "it must be a text, or a finite number of at most 32 characters that is not so small that it becomes 0"),
    };
}
