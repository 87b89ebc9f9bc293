namespace Sqo.Qualification;

/// <summary>The score of one dimension with its grade, and what its unknown answers leave open. Immutable.</summary>
public sealed class DimensionGrade
{
    internal DimensionGrade(string dimension, ScoreRange range, GradeScale scale)
    {
        Dimension = dimension;
        Range = range;
        Grade = scale.GradeOf(range.Score);
        Lowest = scale.GradeOf(range.Lowest);
        Highest = scale.GradeOf(range.Highest);
    }

    /// <summary>The dimension, as the criteria name it.</summary>
    public string Dimension { get; }

    /// <summary>The score of the dimension alone, from 0 to 100, with its range.</summary>
    public ScoreRange Range { get; }

    /// <summary>The grade of the score.</summary>
    public string Grade { get; }

    /// <summary>The grade if every unknown answer takes its worst value.</summary>
    public string Lowest { get; }

    /// <summary>The grade if every unknown answer takes its best value.</summary>
    public string Highest { get; }

    /// <inheritdoc/>
    public override string ToString() => Grade;
}
