using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;

namespace PipelineReview.Reading;

/// <summary>Converts a cell to a value by the rules of the map, or reports the rule that it breaks. It never guesses.</summary>
internal sealed class CellParser
{
    /// <summary>The greatest number that is read: far above any deal, and small enough for sums of many.</summary>
    public const decimal LargestNumber = 1_000_000_000_000_000m;

    // A decoder replaces bytes that it can't read by this character.
    private const char Replacement = '\uFFFD';

    private readonly DealMap _map;
    private readonly NumberParser _numbers;
    private readonly string _dateRule;
    private readonly string _flagRule;

    public CellParser(DealMap map)
    {
        _map = map;
        _numbers = new NumberParser(map.NumberCulture, map.NumberStyles);
        _dateRule = $"is not a date in the form {Listed(map.DateFormats.Select(format => format.Text), " or ")}";
        _flagRule = $"is not one of {Listed(map.TrueValues)} or {Listed(map.FalseValues)}";
    }

    private static string Listed(IEnumerable<string> values, string separator = ", ") =>
        string.Join(separator, values.Select(value => Printable.Clip(value)));

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

    public bool TryDate(TableCell cell, out DateTime value, [NotNullWhen(false)] out string? rule)
    {
        if (cell.Value is DateTime date)
        {
            value = date;
            rule = null;
            return true;
        }

        value = default;
        bool found = false;
        foreach (DateFormat format in _map.DateFormats)
        {
            if (!format.TryRead(cell.Text, _map.TimeZone, out DateTime candidate))
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

        rule = found ? null : _map.DateFormats.Count == 0 ? "is a text, and the map has no date format" : _dateRule;
        return found;
    }

    /// <summary>Reads a number; a percentage is divided by 100.</summary>
    public bool TryNumber(
        TableCell cell, out decimal value, out CurrencySign? sign, out bool isPercent, [NotNullWhen(false)] out string? rule)
    {
        sign = null;
        isPercent = false;
        if (cell.Value is not decimal number)
        {
            return _numbers.TryRead(cell.Text, out value, out sign, out isPercent, out rule);
        }

        value = number;
        rule = Math.Abs(number) > LargestNumber ? $"must lie from -{LargestNumber} to {LargestNumber}" : null;
        return rule is null;
    }

    public bool TryCount(TableCell cell, out int value, [NotNullWhen(false)] out string? rule)
    {
        value = 0;
        if (!TryNumber(cell, out decimal number, out CurrencySign? sign, out bool isPercent, out rule))
        {
            return false;
        }

        if (number is < 0 or > int.MaxValue || decimal.Truncate(number) != number || isPercent || sign is not null)
        {
            rule = "must be a whole number, 0 or more";
            return false;
        }

        value = (int)number;
        return true;
    }

    public bool TryFlag(TableCell cell, out bool value, [NotNullWhen(false)] out string? rule)
    {
        if (cell.Value is bool flag)
        {
            value = flag;
            rule = null;
            return true;
        }

        value = _map.TrueValues.Contains(cell.Text);
        bool known = value || _map.FalseValues.Contains(cell.Text);
        rule = known ? null : _flagRule;
        return known;
    }
}
