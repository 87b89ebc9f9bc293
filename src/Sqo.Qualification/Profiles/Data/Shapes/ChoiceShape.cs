using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>One of a closed list of names.</summary>
internal sealed class ChoiceShape(params string[] names) : DataShape
{
    public string[] Names => names;

    public override DataNode? Check(DataNode node, FaultList faults, int depth)
    {
        var comparison = node.IsLoose ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var name = node.Kind == DataKind.Text ? Array.Find(names, known => string.Equals(known, node.Scalar, comparison)) : null;
        return name is null ? Refuse(node, faults, "data.choice", $"it must be one of \"{string.Join("\", \"", names)}\"") : DataNode.Of(name, node.At);
    }
}
