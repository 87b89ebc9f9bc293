using System.Collections.Generic;

namespace PipelineReview.Reading;

/// <summary>How the status of a deal is read if its stage doesn't give it.</summary>
internal sealed record StatusMap
{
    /// <summary>The status of all deals; null if it stands in columns.</summary>
    public DealStatus? Constant { get; init; }

    /// <summary>The column of the status; null if there are flags.</summary>
    public ColumnRef? Column { get; init; }

    /// <summary>The status of each value of <see cref="Column"/>, compared without case.</summary>
    public IReadOnlyDictionary<string, DealStatus> Values { get; init; } = new Dictionary<string, DealStatus>();

    /// <summary>The column that says whether the deal is closed.</summary>
    public ColumnRef? Closed { get; init; }

    /// <summary>The column that says whether the deal is won.</summary>
    public ColumnRef? Won { get; init; }

    /// <summary>The column that says whether the deal is lost.</summary>
    public ColumnRef? Lost { get; init; }
}
