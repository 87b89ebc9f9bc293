using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;

namespace PipelineReview.Reading;

/// <summary>Converts a cell to a value by the rules of the map, or reports the rule that it breaks. It never guesses.</summary>
internal sealed class CellParser
{
    private const NumberStyles Number =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;

    // Without a date, the machine's clock would be used.
    private const DateTimeStyles Date = DateTimeStyles.AdjustToUniversal | DateTimeStyles.NoCurrentDateDefault;

    /// <summary>The greatest number that is read: far above any deal, and small enough for sums of many.</summary>
    public const decimal LargestNumber = 1_000_000_000_000_000m;

    // A decoder replaces bytes that it can't read by this character.
    private const char Replacement = '\uFFFD';

    private readonly DealMap _map;
    private readonly NumberFormatInfo _format;
    private readonly char _spaceGroup;
    private readonly string _dateRule;
    private readonly string _numberRule;
    private readonly string _flagRule;

    public CellParser(DealMap map)
    {
        _map = map;
        _format = map.NumberCulture.NumberFormat;
        _spaceGroup = _format.NumberGroupSeparator is [char separator] && char.IsWhiteSpace(separator) ? separator : '\0';
        string culture = map.NumberCulture.Name.Length == 0 ? "the invariant culture" : map.NumberCulture.Name;
        _dateRule = $"is not a date in the form {Listed(map.DateFormats, " or ")}";
        _numberRule = $"is not a number in {culture}, such as {1234.5m.ToString("N1", _format)}";
        _flagRule = $"is not one of {Listed(map.TrueValues)} or {Listed(map.FalseValues)}";
    }

    /// <summary>
    /// Reads a date. A date with an offset is the day as written, or the day in a time zone; never in that of the machine.
    /// </summary>
    public static bool TryExactDate(string text, string format, out DateTime value, TimeZoneInfo? zone = null)
    {
        if (HasOffset(format))
        {
            bool read = DateTimeOffset.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset moment);
            value = zone is null ? moment.DateTime : TimeZoneInfo.ConvertTime(moment, zone).DateTime;
            return read;
        }

        bool parsed = DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, Date, out value);
        value = DateTime.SpecifyKind(value, DateTimeKind.Unspecified);
        return parsed;
    }

    private static string Listed(IEnumerable<string> values, string separator = ", ") =>
        string.Join(separator, values.Select(value => Printable.Clip(value)));

    private static bool HasOffset(string format) => format.Contains('z', StringComparison.Ordinal) || format.Contains('K', StringComparison.Ordinal);

    /// <summary>Reads a text on one line: a line break within a cell becomes a space.</summary>
    public static bool TryText(
        string text, [NotNullWhen(true)] out string? value, [NotNullWhen(false)] out string? rule)
    {
        value = text.ReplaceLineEndings(" ").Replace('\t', ' ');
        bool damaged = value.AsSpan().ContainsAnyInRange('\0', '\u001F')
            || value.AsSpan().ContainsAnyInRange('\u007F', '\u009F')
            || value.Contains(Replacement);
        rule = damaged ? "has a character that isn't text; is the file damaged, or in another encoding than the map says?" : null;
        value = damaged ? null : value;
        return !damaged;
    }

    public bool TryDate(string text, out DateTime value, [NotNullWhen(false)] out string? rule)
    {
        value = default;
        bool found = false;
        foreach (string format in _map.DateFormats)
        {
            if (!TryExactDate(text, format, out DateTime candidate, _map.TimeZone))
            {
                continue;
            }

            if (found && candidate != value)
            {
                rule = string.Create(
                    CultureInfo.InvariantCulture,
                    $"could be {value:yyyy-MM-dd} or {candidate:yyyy-MM-dd} by the map's date formats");
                return false;
            }

            value = candidate;
            found = true;
        }

        rule = found ? null : _dateRule;
        return found;
    }

    public bool TryNumber(string text, out decimal value, [NotNullWhen(false)] out string? rule)
    {
        string normal = _spaceGroup == '\0' ? text : NormalizeSpaces(text);
        bool parsed = decimal.TryParse(normal, Number, _format, out value) && HasProperGroups(normal, value);
        rule = parsed ? null : _numberRule;
        if (parsed && Math.Abs(value) > LargestNumber)
        {
            rule = $"must lie from -{LargestNumber} to {LargestNumber}";
        }

        return rule is null;
    }

    public bool TryCount(string text, out int value, [NotNullWhen(false)] out string? rule)
    {
        value = 0;
        if (!TryNumber(text, out decimal number, out rule))
        {
            return false;
        }

        if (number is < 0 or > int.MaxValue || decimal.Truncate(number) != number)
        {
            rule = "must be a whole number, 0 or more";
            return false;
        }

        value = (int)number;
        return true;
    }

    public bool TryFlag(string text, out bool value, [NotNullWhen(false)] out string? rule)
    {
        value = _map.TrueValues.Contains(text);
        bool known = value || _map.FalseValues.Contains(text);
        rule = known ? null : _flagRule;
        return known;
    }

    // .NET reads "1,5" in en-US as 15, which is what a European decimal comma must never become.
    private bool HasProperGroups(string text, decimal value)
    {
        if (!text.Contains(_format.NumberGroupSeparator, StringComparison.Ordinal))
        {
            return true;
        }

        int point = text.IndexOf(_format.NumberDecimalSeparator, StringComparison.Ordinal);
        string whole = point < 0 ? text : text[..point];
        string expected = decimal.Truncate(Math.Abs(value)).ToString("N0", _format);
        return whole.EndsWith(expected, StringComparison.Ordinal) && whole.Length - expected.Length <= 1;
    }

    // Excel writes one kind of space between the digits; the culture data of the platform may use another.
    private string NormalizeSpaces(string text) => string.Create(text.Length, (text, _spaceGroup), static (span, state) =>
    {
        for (int i = 0; i < span.Length; i++)
        {
            char c = state.text[i];
            span[i] = c is ' ' or '\u00A0' or '\u202F' ? state._spaceGroup : c;
        }
    });
}
