using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PipelineReview.Reading;

namespace PipelineReview.Suggesting;

/// <summary>The formats that read the dates of a sample.</summary>
internal sealed class DateGuess
{
    private const decimal LeastSerial = 29_000;
    private const decimal MostSerial = 75_000;
    private const decimal LeastUnix = 300_000_000;

    private static readonly string[] Times = ["", " HH:mm:ss", " HH:mm", " H:mm", " h:mm tt", " h:mm:ss tt", ", h:mm tt"];

    // Where a day and a month can be either, the country decides.
    private static readonly string[] Days =
    [
        "yyyy-MM-dd", "d.M.yyyy", "d.M.yy", "d/M/yyyy", "M/d/yyyy", "d/M/yy", "M/d/yy", "d-M-yyyy", "M-d-yyyy", "yyyy/M/d", "yyyy.M.d",
        "d MMM yyyy", "d. MMM yyyy", "d-MMM-yyyy", "d-MMM-yy", "MMM d, yyyy", "MMM d yyyy", "d MMMM yyyy", "d. MMMM yyyy", "MMMM d, yyyy",
        "d 'de' MMMM 'de' yyyy", "ddd, MMM d, yyyy",
    ];

    private static readonly string[] Formats =
    [
        .. Days.SelectMany(day => Times.Select(time => day + time)), "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
        "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-dd HH:mm:ss 'UTC'", "yyyyMMdd",
        DateFormat.ExcelSerial, DateFormat.UnixSeconds, DateFormat.UnixMilliseconds,
    ];

    private static readonly string[] Cultures = ["", "de-DE", "fr-FR", "es-ES", "sv-SE"];

    private DateGuess(IReadOnlyList<string> formats, string culture, bool isAmbiguous)
    {
        FormatNames = formats;
        Culture = culture;
        IsAmbiguous = isAmbiguous;
    }

    public IReadOnlyList<string> FormatNames { get; }

    /// <summary>The culture of the names of months; "" for English ones.</summary>
    public string Culture { get; }

    /// <summary>Whether day and month could be the other way round.</summary>
    public bool IsAmbiguous { get; }

    /// <summary>Whether the dates have a time in UTC or with an offset.</summary>
    public bool HasOffset => FormatNames.Any(format => format.Contains('K', StringComparison.Ordinal)
        || format.Contains("zzz", StringComparison.Ordinal) || format.StartsWith("unix", StringComparison.Ordinal));

    /// <summary>Whether the cells of a column can be dates.</summary>
    public static bool Fits(SampleColumn column)
    {
        TableCell[] sample = [.. column.Values.Where(cell => cell.Value is not DateTime).Take(20)];
        return sample.Length == 0 ? true : Of([.. sample.Select(cell => cell.Text)], monthFirst: true).FormatNames.Count > 0;
    }

    /// <summary>The formats for some texts; none if no format reads them.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="monthFirst">Whether 1/2/2026 is the second of January, if nothing in the sample says.</param>
    public static DateGuess Of(IReadOnlyList<string> texts, bool monthFirst)
    {
        foreach (string culture in Cultures)
        {
            DateTimeFormatInfo names = DateFormat.NamesOf(CultureInfo.GetCultureInfo(culture))!;
            if (OfCulture(texts, monthFirst, culture, names) is { } guess)
            {
                return guess;
            }
        }

        return new DateGuess([], "", isAmbiguous: false);
    }

    private static DateGuess? OfCulture(IReadOnlyList<string> texts, bool monthFirst, string culture, DateTimeFormatInfo names)
    {
        List<DateFormat> formats = [.. Formats.Select(format => DateFormat.Of(format, names)!)];
        if (monthFirst)
        {
            formats = [.. formats.OrderBy(format => format.Text.StartsWith('M') ? 0 : 1)];
        }

        var found = new List<DateFormat>();
        string[] left = [.. texts.Distinct(StringComparer.Ordinal)];
        while (left.Length > 0)
        {
            // The first of those that read the most.
            (DateFormat format, int count) = formats
                .Select(format => (format, left.Count(text => Reads(format, text))))
                .MaxBy(each => each.Item2);
            if (count == 0 || found.Count == 4)
            {
                return null;
            }

            found.Add(format);
            left = [.. left.Where(text => !Reads(format, text))];
        }

        bool isAmbiguous = found.Any(format => Other(format.Text) is { } other
            && texts.Where(text => Reads(format, text)).All(text => Reads(DateFormat.Of(other, names)!, text))
            && texts.Any(text => Reads(format, text) && !Same(text, format, DateFormat.Of(other, names)!)));
        return new DateGuess([.. found.Select(format => format.Text)], culture, isAmbiguous);
    }

    private static bool Same(string text, DateFormat a, DateFormat b) =>
        a.TryRead(text, null, out DateTime first) && b.TryRead(text, null, out DateTime second) && first == second;

    private static string? Other(string format) =>
        format.StartsWith("d/M", StringComparison.Ordinal) ? "M/d" + format[3..]
        : format.StartsWith("M/d", StringComparison.Ordinal) ? "d/M" + format[3..]
        : format.StartsWith("d-M-", StringComparison.Ordinal) ? "M-d-" + format[4..]
        : format.StartsWith("M-d-", StringComparison.Ordinal) ? "d-M-" + format[4..]
        : null;

    // A small number is rather a number than a date.
    private static bool Reads(DateFormat format, string text) => format.TryRead(text, null, out DateTime date)
        && date.Year is > 1950 and < 2200
        && (format.Text switch
        {
            DateFormat.ExcelSerial => Number(text) is > LeastSerial and < MostSerial,
            DateFormat.UnixSeconds => Number(text) > LeastUnix,
            _ => true,
        });

    private static decimal Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? number : 0;
}
