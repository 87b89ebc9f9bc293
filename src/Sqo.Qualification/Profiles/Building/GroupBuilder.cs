using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Adds the criteria of a group, whose points are added up and kept within bounds; it can contain groups itself.</summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public class GroupBuilder<T> : CriteriaBuilder<T>
{
    internal GroupBuilder(List<NodeDraft> nodes, FaultList faults, int depth = 0)
        : base(nodes, faults, depth)
    {
    }

    /// <summary>Adds a group of criteria.</summary>
    /// <param name="id">The id, unique in the profile.</param>
    /// <param name="criteria">Adds its criteria.</param>
    /// <returns>The builder for the bounds of the group, and how it is shown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="criteria"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException">The profile is already built.</exception>
    /// <example><code>
    /// p.Group("interest", g =>
    /// {
    ///     g.Criterion("activity", d => d.EngagementScore).Linear(from: 0, to: 100).Weight(30);
    ///     g.Criterion("demo", d => d.DemoRequested).IsTrue().Weight(20);
    /// }).Cap(40);
    /// </code></example>
    public GroupBoundsBuilder<T> Group(string id, Action<GroupBuilder<T>> criteria)
    {
        Guard.NotNull(criteria);
        var draft = new GroupDraft(id ?? "", Faults);
        Add(draft);
        if (TakesInner) criteria(new GroupBuilder<T>(draft.Children, Faults, Depth + 1));
        return new(draft);
    }
}
