namespace PipelineReview.Generator;

/// <summary>An invented company. Size is the logarithm of its headcount, standardized.</summary>
internal sealed record Company(string Name, Country Country, Industry Industry, int Employees, double Size);
