namespace PipelineReview.Reading;

/// <summary>A deal that was kept although it contradicts itself.</summary>
internal sealed record DealRemark(int Line, string Id, RemarkKind Kind);
