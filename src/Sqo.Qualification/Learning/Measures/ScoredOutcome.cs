namespace Sqo.Qualification;

/// <summary>
/// The score of a deal, and how it ended. Closed deals only: an open one is neither won nor lost. Two are equal if both of their parts
/// are.
/// </summary>
/// <param name="Score">The score or probability that the deal had before it closed; a finite number; higher means more likely won.</param>
/// <param name="Won">Whether it was won.</param>
public readonly record struct ScoredOutcome(double Score, bool Won);
