using System.Collections.Generic;

namespace PipelineReview.Reading;

/// <summary>Which rows are deals, by the values of a column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Values">The values, compared without case; "" is the empty cell.</param>
/// <param name="Takes">Whether rows with one of the values are taken, rather than those with any other.</param>
internal sealed record RowFilter(ColumnRef Column, IReadOnlySet<string> Values, bool Takes);
