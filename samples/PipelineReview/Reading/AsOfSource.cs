namespace PipelineReview.Reading;

/// <summary>Where the as-of date comes from. Never the clock: the same input gives the same review.</summary>
internal enum AsOfSource
{
    Option,
    Map,
    LatestDate,
    LatestSnapshot,
}
