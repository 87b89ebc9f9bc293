namespace Sqo.Qualification;

/// <summary>A score from 0 to 100 with the range that its unknown answers leave open.</summary>
internal readonly struct ScoreRange(double score, double lowest, double highest)
{
    public readonly double Score = score;
    public readonly double Lowest = lowest;
    public readonly double Highest = highest;
}
