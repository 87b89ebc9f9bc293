using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>An object with a closed list of members.</summary>
internal sealed class ObjectShape(params DataMember[] members) : DataShape
{
    private readonly string _names = Excerpt.Listed(members.Select(member => member.Name));

    public DataMember[] Members => members;

    public override DataNode? Check(DataNode node, FaultList faults, int depth)
    {
        var before = faults.Count;
        var sound = CheckSound(node, faults, depth);
        return faults.Count > before ? null : sound;
    }

    /// <summary>The valid part of an object, for callers that go on to look for more faults.</summary>
    public DataNode CheckSound(DataNode node, FaultList faults, int depth)
    {
        if (node.Kind != DataKind.Object) Refuse(node, faults, "data.object", $"it must be an object with {_names}");
        var comparison = node.IsLoose ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        foreach (var found in node.Members)
        {
            if (Array.Exists(members, member => string.Equals(member.Name, found.Key, comparison))) continue;
            if (!faults.TakesMore()) break;
            var rule = NearestName.Before($"it must be one of {_names}", found.Key, members.Select(member => member.Name));
            faults.AddAt(found.Value.At, "data.member", $"\"{Excerpt.Of(found.Key)}\" is not a known member", rule);
        }

        var kept = new List<KeyValuePair<string, DataNode>>();
        foreach (var member in members)
        {
            if (node[member.Name] is not { } found)
            {
                if (member.IsRequired && node.Kind == DataKind.Object)
                {
                    faults.AddAt(node.At, "data.missing", $"there is no \"{member.Name}\"", "it is required");
                }
            }
            else if (member.Shape.Check(found, faults, depth) is { } value && !member.IsIgnored)
            {
                kept.Add(DataNode.Member(member.Name, value));
            }
        }

        return DataNode.Object([.. kept], node.At);
    }
}
