using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>A framework that data used by its name, so that an export names it again.</summary>
/// <param name="node">The data.</param>
/// <param name="criteria">What it added.</param>
/// <param name="actions">The next actions that it added.</param>
internal sealed class UsedFramework(DataNode node, IEnumerable<NodeDraft> criteria, List<NextAction> actions)
{
    public DataNode Node => node;

    /// <summary>The ids of its criteria.</summary>
    public string[] Ids { get; } = [.. criteria.Select(criterion => criterion.Id)];

    public List<NextAction> Actions => actions;
}
