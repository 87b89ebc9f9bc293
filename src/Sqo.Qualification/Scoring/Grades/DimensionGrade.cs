using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The score of one dimension with its grade, and the range that unknown answers leave open. Immutable.</summary>
public sealed class DimensionGrade
{
    /// <summary>Grades the score of a dimension, for a custom scoring strategy.</summary>
    /// <param name="dimension">The dimension, as the criteria name it.</param>
    /// <param name="range">Its score, with the range that unknown answers leave open.</param>
    /// <param name="scale">The bands.</param>
    /// <exception cref="System.ArgumentException"><paramref name="dimension"/> is <see langword="null"/> or blank.</exception>
    /// <exception cref="System.ArgumentNullException"><paramref name="scale"/> is <see langword="null"/>.</exception>
    public DimensionGrade(string dimension, ScoreRange range, GradeScale scale)
    {
        Dimension = Guard.NotBlank(dimension);
        Range = range;
        Grade = Guard.NotNull(scale).GradeOf(range.Score);
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
