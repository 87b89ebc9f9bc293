using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>Adds the criteria of an all-of, any-of, none-of or at-least combination; they can be combinations themselves.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public sealed class CombinationBuilder<T> : CriteriaBuilder<T>
{
    internal CombinationBuilder(List<NodeDraft> nodes, FaultList faults, int depth = 0)
        : base(nodes, faults, depth)
    {
    }
}
