namespace PipelineReview.Reviewing;

/// <summary>What the program is busy with.</summary>
internal enum ReviewStep
{
    Reading,
    Forecasting,
    Explaining,
}
