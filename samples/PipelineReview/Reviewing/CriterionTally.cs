using Sqo.Qualification;

namespace PipelineReview.Reviewing;

/// <summary>How one criterion stops the open deals.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="Unmet">How many deals don't meet it.</param>
/// <param name="Unknown">For how many it is unknown.</param>
/// <param name="OnlyUnmetGate">For a gate: how many deals have no other unmet gate; null for a criterion that isn't a gate.</param>
/// <param name="AloneEnough">
/// How many near misses and disqualified deals would qualify if only this criterion changed.
/// </param>
/// <param name="AloneEnoughValue">The sum of their values, as far as they are known.</param>
internal sealed record CriterionTally(
    CriterionInfo Criterion, int Unmet, int Unknown, int? OnlyUnmetGate, int AloneEnough, decimal AloneEnoughValue);
