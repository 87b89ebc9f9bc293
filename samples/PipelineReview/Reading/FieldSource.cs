namespace PipelineReview.Reading;

/// <summary>Where the text of a field comes from.</summary>
/// <param name="Column">The name of the column.</param>
/// <param name="Index">Its index in the deals file, or in the cells of the look-up's row.</param>
/// <param name="Lookup">The look-up; null for the deals file itself.</param>
internal sealed record FieldSource(string Column, int Index, LookupTable? Lookup);
