using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>Bands of scores in descending order, without gaps or overlaps: each ends where the one above it starts. Immutable.</summary>
public sealed class GradeScale
{
    // As for a threshold: a score that misses a band by a rounding error has reached it.
    private const double Tolerance = 1e-9;

    private readonly GradeBand[] _bands;

    /// <summary>Creates a scale.</summary>
    /// <param name="bands">The bands, the best first; the last one starts at 0.</param>
    /// <exception cref="ArgumentNullException"><paramref name="bands"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// There is no band, a grade is blank or appears twice, a start is outside 0 to 100 or not below the one before, or the last band
    /// does not start at 0.
    /// </exception>
    public GradeScale(params GradeBand[] bands)
    {
        if (Guard.NotNull(bands).Length == 0) throw new ArgumentException(
            "The scale has no bands; it must have at least one.", nameof(bands));
        var grades = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < bands.Length; i++)
        {
            var (grade, from) = bands[i];
            if (string.IsNullOrWhiteSpace(grade)) throw new ArgumentException(
                $"The band at index {i} has a blank grade; a grade must have a visible character.", nameof(bands));
            if (!grades.Add(grade)) throw new ArgumentException(
                $"The grade \"{grade}\" appears twice; each grade must appear once.", nameof(bands));
            if (!(from >= 0 && from <= 100)) throw new ArgumentException(
                $"The band \"{grade}\" starts at {InvariantText.Of(from)}; it must start from 0 to 100.", nameof(bands));
            if (i > 0 && !(from < bands[i - 1].From))
            {
                throw new ArgumentException(
                    $"The band \"{grade}\" starts at {InvariantText.Of(from)} after \"{bands[i - 1].Grade}\" at " +
                    $"{InvariantText.Of(bands[i - 1].From)}; bands must be in descending order.",
                    nameof(bands));
            }
        }

        var last = bands[bands.Length - 1];
        if (last.From > 0) throw new ArgumentException(
            $"The last band, \"{last.Grade}\", starts at {InvariantText.Of(last.From)}; it must start at 0, to leave no gap.",
            nameof(bands));
        _bands = (GradeBand[])bands.Clone();
        Bands = Array.AsReadOnly(_bands);
    }

    /// <summary>A from 75, B from 50, C from 25, D from 0.</summary>
    public static GradeScale Letters { get; } = new(
        new GradeBand("A", 75), new GradeBand("B", 50), new GradeBand("C", 25), new GradeBand("D", 0));

    /// <summary>1 from 75, 2 from 50, 3 from 25, 4 from 0.</summary>
    public static GradeScale Digits { get; } = new(
        new GradeBand("1", 75), new GradeBand("2", 50), new GradeBand("3", 25), new GradeBand("4", 0));

    /// <summary>The bands, the best first.</summary>
    public IReadOnlyList<GradeBand> Bands { get; }

    /// <summary>Gets the grade of a score.</summary>
    /// <param name="score">From 0 to 100.</param>
    /// <returns>The grade.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="score"/> is below 0, above 100 or NaN.</exception>
    public string GradeOf(double score)
    {
        if (!(score >= 0 && score <= 100)) throw new ArgumentOutOfRangeException(
            nameof(score), score, $"The score is {InvariantText.Of(score)}; it must lie from 0 to 100.");
        return _bands[IndexAt(score)].Grade;
    }

    /// <summary>The index of a score's grade, 0 for the best.</summary>
    internal int IndexAt(double score)
    {
        var index = 0;
        // The last band takes the rest.
        while (index < _bands.Length - 1 && !(score >= _bands[index].From - Tolerance)) index++;
        return index;
    }

    /// <summary>The index of a grade, 0 for the best; -1 when the scale has no such grade.</summary>
    internal int IndexOf(string grade) => Array.FindIndex(_bands, band => band.Grade == grade);
}
