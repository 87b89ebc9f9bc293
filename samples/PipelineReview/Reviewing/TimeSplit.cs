namespace PipelineReview.Reviewing;

/// <summary>By which day deals are older or newer.</summary>
internal enum TimeSplit
{
    ByClosing,
    ByCreation,
}
