using System.Collections.Generic;

namespace PipelineReview.Reading;

/// <summary>The columns that fill a field.</summary>
/// <param name="Columns">The columns; none for the number of the row.</param>
/// <param name="Separator">What stands between them if all are joined; null if the first that has a value is taken.</param>
internal sealed record FieldColumns(IReadOnlyList<ColumnRef> Columns, string? Separator)
{
    /// <summary>The number of the row, as an id.</summary>
    public static FieldColumns RowNumber { get; } = new([], null);
}
