namespace PipelineReview.Reading;

/// <summary>A key that the deals use and the look-up file doesn't have; what it would have given is unknown.</summary>
/// <param name="File">The look-up file, as the map names it.</param>
/// <param name="Key">The key after its alias; null for deals that have no key.</param>
/// <param name="Count">How many of the deals that were kept have it.</param>
internal sealed record LookupMiss(string File, string? Key, int Count);
