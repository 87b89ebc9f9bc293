using Sqo.Qualification;

namespace PipelineReview.Reviewing;

/// <summary>How one criterion stands in the way of the open deals.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="Unmet">How many deals don't meet it.</param>
/// <param name="Unknown">For how many it is unknown.</param>
/// <param name="OnlyUnmetGate">For a gate: how many deals meet every other gate, or leave it unknown; null for no gate.</param>
/// <param name="AloneEnough">
/// How many deals are near misses or disqualified, and would qualify if this criterion were turned and all else stayed.
/// </param>
/// <param name="AloneEnoughValue">The sum of their values, as far as they are known.</param>
internal sealed record CriterionTally(
    CriterionInfo Criterion, int Unmet, int Unknown, int? OnlyUnmetGate, int AloneEnough, decimal AloneEnoughValue);
