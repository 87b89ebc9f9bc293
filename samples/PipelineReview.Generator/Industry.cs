namespace PipelineReview.Generator;

/// <summary>An industry: the words of its company names, and how well they fit the products.</summary>
internal sealed record Industry(string Name, double Fit, string[] Words);
