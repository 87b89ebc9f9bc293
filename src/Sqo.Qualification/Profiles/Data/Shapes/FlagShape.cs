using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>True or false, or only true: the operand of an operator whose name says it all.</summary>
internal sealed class FlagShape : DataShape
{
    public static readonly FlagShape Any = new(mustBeTrue: false);
    public static readonly FlagShape True = new(mustBeTrue: true);

    private FlagShape(bool mustBeTrue) => MustBeTrue = mustBeTrue;

    public bool MustBeTrue { get; }

    public override DataNode? Check(DataNode node, FaultList faults, int depth)
    {
        bool? flag = null;
        if (node.Kind == DataKind.Flag || (node.IsLoose && node.Kind == DataKind.Text))
        {
            if (string.Equals(node.Scalar, "true", StringComparison.OrdinalIgnoreCase)) flag = true;
            else if (!MustBeTrue && string.Equals(node.Scalar, "false", StringComparison.OrdinalIgnoreCase)) flag = false;
        }

        return flag is { } known
            ? DataNode.Of(known, node.At)
            : Refuse(node, faults, "data.flag", MustBeTrue ? "it can only be true" : "it must be true or false");
    }
}
