namespace PipelineReview.Reading;

/// <summary>A contradiction within a deal that is readable all the same.</summary>
internal enum RemarkKind
{
    ClosedBeforeCreated,
    ClosedWithoutDate,
    OpenWithClosedDate,
    GoneFromSnapshot,
}
