using System;
using System.Globalization;

namespace PipelineReview.Reading;

/// <summary>A form in which dates are written.</summary>
internal sealed class DateFormat
{
    /// <summary>Days since the last of 1899, as Excel counts them.</summary>
    public const string ExcelSerial = "excelSerial";

    /// <summary>Seconds since the start of 1970 in UTC.</summary>
    public const string UnixSeconds = "unixSeconds";

    /// <summary>Milliseconds since the start of 1970 in UTC.</summary>
    public const string UnixMilliseconds = "unixMilliseconds";

    // Excel counts a February 29, 1900 that never was; from March 1 on its days are right.
    private const int FirstSerial = 61;
    private const int LastSerial = 2_958_465;

    // Seconds of a date are below, milliseconds above: March 1973 as milliseconds, the year 5138 as seconds.
    private const decimal SecondsEnd = 100_000_000_000m;
    private const decimal MillisecondsEnd = 100_000_000_000_000m;
    private const NumberStyles Digits = NumberStyles.AllowDecimalPoint;

    // Without a date, the machine's clock would be used.
    private const DateTimeStyles Date = DateTimeStyles.AdjustToUniversal | DateTimeStyles.NoCurrentDateDefault;

    private readonly DateTimeFormatInfo _names;
    private readonly DateTimeFormatInfo? _namesWithoutDots;

    private DateFormat(string format, DateTimeFormatInfo names)
    {
        Text = format;
        _names = names;
        _namesWithoutDots = format.Contains("MMM", StringComparison.Ordinal) ? WithoutDots(names) : null;
    }

    /// <summary>The format, as in the map.</summary>
    public string Text { get; }

    /// <summary>Reads a format; null if it is none, or has no whole day.</summary>
    /// <param name="format">An exact .NET format, or one of the names above.</param>
    /// <param name="names">The names of months and days.</param>
    public static DateFormat? Of(string format, DateTimeFormatInfo names) =>
        format is ExcelSerial or UnixSeconds or UnixMilliseconds || HasWholeDay(format, names) ? new DateFormat(format, names) : null;

    /// <summary>
    /// Reads a date. A date with an offset is the day as written, or the day in a time zone; never in that of the machine.
    /// </summary>
    public static bool TryExact(string text, string format, out DateTime value, TimeZoneInfo? zone = null, DateTimeFormatInfo? names = null)
    {
        names ??= DateTimeFormatInfo.InvariantInfo;
        if (HasOffset(format))
        {
            bool read = DateTimeOffset.TryParseExact(text, format, names, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment);
            value = zone is null ? moment.DateTime : TimeZoneInfo.ConvertTime(moment, zone).DateTime;
            return read;
        }

        bool parsed = DateTime.TryParseExact(text, format, names, Date, out value);
        value = DateTime.SpecifyKind(value, DateTimeKind.Unspecified);
        return parsed;
    }

    /// <summary>The names of a culture in the calendar of Gregory; null if the culture can't use it.</summary>
    public static DateTimeFormatInfo? NamesOf(CultureInfo culture)
    {
        var names = (DateTimeFormatInfo)culture.DateTimeFormat.Clone();
        try
        {
            names.Calendar = new GregorianCalendar();
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }

        return names;
    }

    public bool TryRead(string text, TimeZoneInfo? zone, out DateTime value)
    {
        value = default;
        return Text switch
        {
            ExcelSerial => TryNumber(text, out decimal days) && TrySerial(days, out value),
            UnixSeconds => TryNumber(text, out decimal seconds) && seconds < SecondsEnd && TryUnix(seconds * 1000, zone, out value),
            UnixMilliseconds => TryNumber(text, out decimal number) && number is >= SecondsEnd and < MillisecondsEnd
                && TryUnix(number, zone, out value),
            _ => TryExact(text, Text, out value, zone, _names)
                || (_namesWithoutDots is not null
                    && (TryExact(text, Text, out value, zone, _namesWithoutDots)
                        || (WithoutDots(text) is { } plain && TryExact(plain, Text, out value, zone, _namesWithoutDots)))),
        };
    }

    private static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, Digits, CultureInfo.InvariantCulture, out number);

    private static bool TrySerial(decimal days, out DateTime value)
    {
        bool isDate = days is >= FirstSerial and < LastSerial + 1;

        // To the second, which Excel shows.
        value = isDate ? new DateTime(1899, 12, 30).AddSeconds((double)decimal.Round(days * 86_400)) : default;
        return isDate;
    }

    private static bool TryUnix(decimal milliseconds, TimeZoneInfo? zone, out DateTime value)
    {
        DateTime utc = DateTime.UnixEpoch.AddTicks((long)(milliseconds * TimeSpan.TicksPerMillisecond));
        value = DateTime.SpecifyKind(zone is null ? utc : TimeZoneInfo.ConvertTimeFromUtc(utc, zone), DateTimeKind.Unspecified);
        return true;
    }

    private static bool HasOffset(string format) =>
        format.Contains('z', StringComparison.Ordinal) || format.Contains('K', StringComparison.Ordinal);

    // A format without a year uses the clock's, and mm for MM reads minutes: the check is that a day survives the round trip.
    private static bool HasWholeDay(string format, DateTimeFormatInfo names)
    {
        var probe = new DateTime(2003, 4, 15, 0, 0, 0, DateTimeKind.Utc);
        try
        {
            string text = probe.ToString(format, names);
            return TryExact(text, format, out DateTime day, zone: null, names) && day.Date == probe.Date;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    // Abbreviations have a dot in the data of one platform and none in that of another.
    private static DateTimeFormatInfo WithoutDots(DateTimeFormatInfo names)
    {
        var plain = (DateTimeFormatInfo)names.Clone();
        plain.AbbreviatedMonthNames = Array.ConvertAll(names.AbbreviatedMonthNames, name => name.TrimEnd('.'));
        plain.AbbreviatedMonthGenitiveNames = Array.ConvertAll(names.AbbreviatedMonthGenitiveNames, name => name.TrimEnd('.'));
        return plain;
    }

    // Null if no letter has a dot after it.
    private static string? WithoutDots(string text)
    {
        for (int i = 1; i < text.Length; i++)
        {
            if (text[i] == '.' && char.IsLetter(text[i - 1]))
            {
                return text.Remove(i, 1);
            }
        }

        return null;
    }
}
