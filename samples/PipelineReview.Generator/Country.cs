namespace PipelineReview.Generator;

/// <summary>A country: its frequency, and the words of its company names.</summary>
internal sealed record Country(string Name, int Weight, string[] Families, string[] Forms);
