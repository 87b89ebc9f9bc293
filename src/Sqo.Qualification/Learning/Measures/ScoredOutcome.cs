namespace Sqo.Qualification;

/// <summary>
/// What was said of a deal, and how it ended. Closed deals only: an open one is neither won nor lost. Two are equal when both
/// of their parts are.
/// </summary>
/// <param name="Score">The score or probability that the deal had before it closed; a finite number, the higher the likelier won.</param>
/// <param name="Won">Whether it was won.</param>
public readonly record struct ScoredOutcome(double Score, bool Won);
