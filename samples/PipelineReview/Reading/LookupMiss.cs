namespace PipelineReview.Reading;

/// <summary>A key that the deals use and the look-up file doesn't have; the fields are unknown.</summary>
/// <param name="File">The look-up file, as in the map.</param>
/// <param name="Key">The key after its alias; null for deals that have no key.</param>
/// <param name="Count">The number of kept deals with this key.</param>
internal sealed record LookupMiss(string File, string? Key, int Count);
