namespace PipelineReview.Reviewing;

/// <summary>The date by which deals are older or newer.</summary>
internal enum TimeSplit
{
    ByClosing,
    ByCreation,
}
