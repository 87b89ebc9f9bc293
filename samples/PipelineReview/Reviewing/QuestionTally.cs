using Sqo.Qualification;

namespace PipelineReview.Reviewing;

/// <summary>A question that can still decide deals.</summary>
/// <param name="Criterion">The first criterion that asks it.</param>
/// <param name="Deals">The number of deals that need discovery and have this open question.</param>
/// <param name="Value">The sum of their values, as far as they are known.</param>
/// <param name="OnlyQuestion">For how many of them it is the only question.</param>
internal sealed record QuestionTally(CriterionInfo Criterion, int Deals, decimal Value, int OnlyQuestion);
