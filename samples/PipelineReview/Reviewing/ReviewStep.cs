namespace PipelineReview.Reviewing;

/// <summary>The current step of the program.</summary>
internal enum ReviewStep
{
    Reading,
    Forecasting,
    Explaining,
}
