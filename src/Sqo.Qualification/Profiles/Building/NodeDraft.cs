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
}
