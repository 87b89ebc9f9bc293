namespace PipelineReview.Generator;

/// <summary>An industry: what its companies are named with, and how well they fit what is sold.</summary>
internal sealed record Industry(string Name, double Fit, string[] Words);
