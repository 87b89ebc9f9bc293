namespace PipelineReview.Generator;

/// <summary>A country: how often it comes up, and what its companies are named with.</summary>
internal sealed record Country(string Name, int Weight, string[] Families, string[] Forms);
