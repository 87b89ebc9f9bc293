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
        if (name is not null) return DataNode.Of(name, node.At);
        var rule = $"it must be one of {Excerpt.Listed(names)}";
        return Refuse(node, faults, "data.choice", node.Kind == DataKind.Text ? NearestName.Before(rule, node.Scalar, names) : rule);
    }
}
