using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The values of a row of the table <c>msdyn_predictivescores</c>, which the score widget of Dynamics 365 Sales shows. Immutable.
/// </summary>
/// <remarks>The id and the type of the lead or opportunity complete the row; the caller knows them.</remarks>
public sealed class PredictiveScore
{
    private PredictiveScore(int score, int grade, ScoreTrend trend)
    {
        Score = score;
        Grade = grade;
        Trend = trend;
    }

    /// <summary>The column <c>msdyn_score</c>: the score, rounded to a whole number from 0 to 100.</summary>
    public int Score { get; }

    /// <summary>The column <c>msdyn_grade</c>: 0 for A to 3 for D.</summary>
    public int Grade { get; }

    /// <summary>The column <c>msdyn_scoretrend</c>.</summary>
    public ScoreTrend Trend { get; }

    /// <summary>Gets the values of a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="previous">
    /// The result before it, of the same opportunity; <see langword="null"/> for none. One of another profile or another version of its
    /// rules has a score that can't be compared: the trend is then <see cref="ScoreTrend.NotEnoughInfo"/>.
    /// </param>
    /// <param name="grades">
    /// Four bands or fewer, the best first. The default is <see cref="GradeScale.Letters"/>: A from 75, B from 50, C from 25, D from 0.
    /// </param>
    /// <param name="steadyWithin">The change of the whole score that still counts as steady, 0 or above. The default is 0.</param>
    /// <returns>The values.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="previous"/> is later than <paramref name="result"/>, or there are more than four bands.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steadyWithin"/> is below 0.</exception>
    /// <example><code>
    /// foreach (var column in PredictiveScore.Of(result, earlier).ToColumns()) Console.WriteLine($"{column.Key} = {column.Value}");
    /// </code></example>
    public static PredictiveScore Of(
        QualificationResult result, QualificationResult? previous = null, GradeScale? grades = null, int steadyWithin = 0)
    {
        Guard.NotNull(result);
        Guard.NotNegative(steadyWithin);
        grades ??= GradeScale.Letters;
        if (grades.Bands.Count > 4) throw new ArgumentException(
            $"There are {InvariantText.Of((long)grades.Bands.Count)} grades; the table has four, A to D.", nameof(grades));
        if (previous?.AsOf > result.AsOf) throw new ArgumentException(
            $"The previous result is as of {InvariantText.Of(previous.AsOf)}, after {InvariantText.Of(result.AsOf)}; it must be the " +
            "earlier one.", nameof(previous));
        var score = Whole(result);
        var grade = grades.GradeOf(result.Decision.Score);
        return new(
            score, grades.Bands.Select(band => band.Grade).ToList().IndexOf(grade),
            previous is null || previous.Fingerprint != result.Fingerprint ? ScoreTrend.NotEnoughInfo
                : score - Whole(previous) > steadyWithin ? ScoreTrend.Improving
                : Whole(previous) - score > steadyWithin ? ScoreTrend.Declining : ScoreTrend.Steady);
    }

    /// <summary>Gets the values by the names of their columns, to copy into a row.</summary>
    /// <returns>A new dictionary.</returns>
    public IReadOnlyDictionary<string, int> ToColumns() => new ReadOnlyDictionary<string, int>(new Dictionary<string, int>
    {
        ["msdyn_score"] = Score,
        ["msdyn_grade"] = Grade,
        ["msdyn_scoretrend"] = (int)Trend,
    });

    /// <summary>The score, the grade and the trend.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{InvariantText.Of((long)Score)}, {"ABCD"[Grade]}, {Trend}";

    private static int Whole(QualificationResult result) => (int)Math.Floor(result.Decision.Score + 0.5);
}
