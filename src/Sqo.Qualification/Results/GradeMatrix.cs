using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>How many opportunities have each grade: a row per band of fit, a column per band of engagement. Immutable.</summary>
public sealed class GradeMatrix
{
    private readonly FitEngagementOptions _options;
    private readonly int[,] _counts;

    /// <summary>Creates a matrix that counts grades.</summary>
    /// <param name="options">The bands of the profile that graded.</param>
    /// <param name="grades">The grades to count; none for an empty matrix, which shows the bands.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">An entry is <see langword="null"/>, or has a letter or digit that is not
    /// among the bands.</exception>
    public GradeMatrix(FitEngagementOptions options, IEnumerable<FitEngagementGrade> grades)
    {
        _options = Guard.NotNull(options).Copy();
        _counts = new int[options.Letters.Bands.Count, options.Digits.Bands.Count];
        foreach (var grade in Guard.NotNull(grades))
        {
            if (grade is null) throw new ArgumentException($"The grade at index {Total} is null; each must be a grade.", nameof(grades));
            var row = options.Letters.IndexOf(grade.Fit.Grade);
            var column = options.Digits.IndexOf(grade.Engagement.Grade);
            if (row < 0 || column < 0) throw new ArgumentException(
                $"The grade at index {Total} is \"{grade}\"; the bands have no such grade.", nameof(grades));
            _counts[row, column]++;
            Total++;
        }
    }

    /// <summary>The number of grades counted.</summary>
    public int Total { get; }

    /// <summary>Gets how many have a given grade.</summary>
    /// <param name="letter">The grade of fit.</param>
    /// <param name="digit">The grade of engagement.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="KeyNotFoundException">There is no such band.</exception>
    public int this[string letter, string digit]
    {
        get
        {
            var row = _options.Letters.IndexOf(Guard.NotNull(letter));
            var column = _options.Digits.IndexOf(Guard.NotNull(digit));
            return row >= 0 && column >= 0
                ? _counts[row, column]
                : throw new KeyNotFoundException(
                    $"There is no grade \"{letter}{digit}\"; letters are {Names(_options.Letters)} and digits {Names(_options.Digits)}.");
        }
    }

    /// <summary>Writes the matrix as a text table, in the language and the formats of a culture.</summary>
    /// <param name="culture">As for <see cref="ExplanationTexts.For"/>: English and Swedish come with the library.</param>
    /// <returns>Lines separated by "\n": the bands of engagement, then a line for each band of fit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string ToText(CultureInfo culture) => ToText(ExplanationTexts.For(culture));

    /// <summary>Writes the matrix as a text table.</summary>
    /// <param name="texts">The language and its formats.</param>
    /// <returns>Lines separated by "\n": the bands of engagement, then a line for each band of fit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    public string ToText(ExplanationTexts texts)
    {
        Guard.NotNull(texts);
        var head = BandsOf(_options.Digits, texts);
        var side = BandsOf(_options.Letters, texts);
        var corner = texts.Message(
            MessageIds.GradeCorner, texts.Dimension(_options.FitDimension), texts.Dimension(_options.EngagementDimension));
        var sideWidth = Math.Max(corner.Length, side.Max(name => name.Length));
        var text = new StringBuilder(corner.PadRight(sideWidth));
        foreach (var name in head) text.Append("  ").Append(name);
        for (var row = 0; row < side.Length; row++)
        {
            text.Append('\n').Append(side[row].PadRight(sideWidth));
            for (var column = 0; column < head.Length; column++)
            {
                text.Append("  ").Append(texts.Formats.Number(_counts[row, column], 0, 0).PadLeft(head[column].Length));
            }
        }

        return text.ToString();
    }

    /// <summary>The table in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToText(ExplanationTexts.English);

    private static string[] BandsOf(GradeScale scale, ExplanationTexts texts)
    {
        var top = 100.0;
        return [.. scale.Bands.Select(band =>
        {
            var name = texts.Message(MessageIds.GradeBand, band.Grade, band.From, top);
            top = band.From;
            return name;
        })];
    }

    private static string Names(GradeScale scale) => string.Join(", ", scale.Bands.Select(band => $"\"{band.Grade}\""));
}
