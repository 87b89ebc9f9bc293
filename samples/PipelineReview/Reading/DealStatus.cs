namespace PipelineReview.Reading;

/// <summary>Whether a deal is still open, and how it ended.</summary>
internal enum DealStatus
{
    Open,
    Won,
    Lost,
}
