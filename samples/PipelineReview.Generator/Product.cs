namespace PipelineReview.Generator;

/// <summary>A product and its list price.</summary>
internal sealed record Product(string Name, int ListPrice);
