namespace PipelineReview.Reading;

/// <summary>Where the owners of the team are listed.</summary>
/// <param name="File">The file, relative to the folder of the deals file.</param>
/// <param name="Column">The column that holds the names.</param>
internal sealed record OwnerListMap(string File, ColumnRef Column);
