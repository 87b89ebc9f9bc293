namespace Sqo.Qualification;

/// <summary>A bin of a scorecard. Two bins are equal when both numbers are.</summary>
/// <param name="From">The lowest number of the bin; it ends where the next one starts.</param>
/// <param name="Points">The points of a number in it, in log-odds; negative points lower the score.</param>
public readonly record struct ScoreBin(double From, double Points);
