using System.Collections.Generic;

namespace PipelineReview.Reading;

/// <summary>Where the text of a field comes from.</summary>
/// <param name="Columns">The names of the columns with their indexes in the deals file, or in the cells of the look-up's row.</param>
/// <param name="Separator">What stands between them if all are joined; null if the first that has a value is taken.</param>
/// <param name="Lookup">The look-up; null for the deals file itself.</param>
internal sealed record FieldSource(IReadOnlyList<(string Name, int Index)> Columns, string? Separator, LookupTable? Lookup)
{
    /// <summary>Whether the field is the number of the row.</summary>
    public bool IsRowNumber => Columns.Count == 0;
}
