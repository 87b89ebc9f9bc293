namespace PipelineReview.Reading;

/// <summary>The kinds of files that can be read.</summary>
internal enum FileKind
{
    Csv,
    Excel,
    JsonLines,
}
