namespace Sqo.Qualification;

/// <summary>A bin of a scorecard. Two bins are equal when both numbers are.</summary>
/// <param name="From">The least number of the bin; it ends where the next one starts.</param>
/// <param name="Points">The points that a number in it gives, in log-odds; negative points count against.</param>
public readonly record struct ScoreBin(double From, double Points);
