using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A criterion or a group while the profile is being built.</summary>
internal abstract class NodeDraft(string id, FaultList faults)
{
    public readonly string Id = id;
    public readonly FaultList Faults = faults;
    public readonly List<NodeDraft> Children = [];

    /// <summary>Where it is in data; <see langword="null"/> for one from code.</summary>
    public DataPath? Place;

    /// <summary>A copy for another profile, without one criterion and the groups that only held it; <see langword="null"/> if nothing is
    /// left.</summary>
    public NodeDraft? Without(string criterion, FaultList faults)
    {
        var copy = CopyFor(faults);
        if (this is CriterionDraft && Id == criterion) return null;
        foreach (var child in Children)
        {
            if (child.Without(criterion, faults) is { } kept) copy.Children.Add(kept);
        }

        return copy.Children.Count == 0 && Children.Count > 0 ? null : copy;
    }

    /// <summary>A copy without children.</summary>
    protected abstract NodeDraft CopyFor(FaultList faults);
}
