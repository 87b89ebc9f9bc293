namespace Sqo.Qualification;

/// <summary>A band of scores with its grade. Two bands are equal when both parts are.</summary>
/// <param name="Grade">The grade, such as "A".</param>
/// <param name="From">The lowest score of the band, from 0 to 100; the band ends where the one above it starts.</param>
public readonly record struct GradeBand(string Grade, double From);
