using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;
using System.Text.Json;

namespace PipelineReview.Reading;

/// <summary>Reads numbers in a culture and in the styles that the map allows.</summary>
internal sealed class NumberParser
{
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands;

    private static readonly (string Name, decimal Value)[] Factors =
    [
        ("k", 1_000), ("m", 1_000_000), ("mn", 1_000_000), ("mio", 1_000_000), ("mio.", 1_000_000), ("bn", 1_000_000_000),
        ("b", 1_000_000_000), ("mrd", 1_000_000_000), ("mrd.", 1_000_000_000), ("lakh", 100_000), ("lakhs", 100_000), ("lac", 100_000),
        ("l", 100_000), ("cr", 10_000_000), ("crore", 10_000_000), ("crores", 10_000_000),
    ];

    private readonly NumberStyle _styles;
    private readonly NumberFormatInfo _format;
    private readonly NumberFormatInfo _lakhs;
    private readonly char _spaceGroup;
    private readonly bool _hasApostrophes;
    private readonly string _rule;

    public NumberParser(CultureInfo culture, NumberStyle styles)
    {
        _styles = styles;
        _format = culture.NumberFormat;
        _lakhs = (NumberFormatInfo)_format.Clone();
        _lakhs.NumberGroupSizes = [3, 2];
        _spaceGroup = _format.NumberGroupSeparator is [char separator] && char.IsWhiteSpace(separator) ? separator : '\0';
        _hasApostrophes = _format.NumberGroupSeparator is "'" or "\u2019";
        string name = culture.Name.Length == 0 ? "the invariant culture" : culture.Name;
        _rule = $"is not a number in {name}, such as {1234.5m.ToString("N1", _format)}";
    }

    /// <summary>The names of the styles in a map, in their order.</summary>
    public static IReadOnlyDictionary<string, NumberStyle> StyleNames { get; } = Enum.GetValues<NumberStyle>()
        .Where(style => style != NumberStyle.None)
        .ToDictionary(style => JsonNamingPolicy.CamelCase.ConvertName(style.ToString()));

    /// <summary>Reads a number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The number; a percentage is divided by 100.</param>
    /// <param name="sign">The currency sign beside it; null if there is none.</param>
    /// <param name="isPercent">Whether it has a percent sign.</param>
    /// <param name="rule">The rule that it breaks.</param>
    public bool TryRead(
        string text, out decimal value, out CurrencySign? sign, out bool isPercent, [NotNullWhen(false)] out string? rule)
    {
        sign = null;
        isPercent = false;
        value = 0;
        string number = text;
        bool isNegative = TakeBrackets(ref number);
        decimal factor = Has(NumberStyle.Factor) ? TakeFactor(ref number) : 1;
        sign = Has(NumberStyle.Currency) ? CurrencySign.Take(ref number) : null;
        isPercent = Has(NumberStyle.Percent) && TakeEnd(ref number, "%");
        isNegative |= !isNegative && Has(NumberStyle.TrailingMinus) && TakeEnd(ref number, "-");
        number = Normalized(number);
        rule = decimal.TryParse(number, Number, _format, out value) && HasProperGroups(number, value) && !(isNegative && value < 0)
            ? null
            : _rule + Hint(text);
        if (rule is not null)
        {
            return false;
        }

        if (Math.Abs(value) > CellParser.LargestNumber / factor)
        {
            rule = $"must lie from -{CellParser.LargestNumber} to {CellParser.LargestNumber}";
            return false;
        }

        value *= isNegative ? -factor : factor;
        value = isPercent ? value / 100 : value;
        return true;
    }

    private bool Has(NumberStyle style) => (_styles & style) != 0;

    private bool TakeBrackets(ref string text)
    {
        bool has = Has(NumberStyle.Brackets) && text is ['(', .., ')'];
        text = has ? text[1..^1].Trim() : text;
        return has;
    }

    private static bool TakeEnd(ref string text, string end)
    {
        bool has = text.EndsWith(end, StringComparison.Ordinal);
        text = has ? text[..^end.Length].TrimEnd() : text;
        return has;
    }

    // A currency sign may follow: 1,5 Mio. €.
    private static decimal TakeFactor(ref string text)
    {
        int end = text.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        string tail = text[end..].Trim();
        int space = tail.AsSpan().IndexOfAny(' ', '\u00A0', '\u202F');
        string unit = space < 0 ? tail : tail[..space];
        foreach ((string name, decimal value) in Factors)
        {
            if (string.Equals(unit, name, StringComparison.OrdinalIgnoreCase))
            {
                text = text[..end] + tail[unit.Length..];
                return value;
            }
        }

        return 1;
    }

    // Says which style would read the number, so that nobody has to look for it.
    private string Hint(string text)
    {
        string rest = text;
        NumberStyle style = text is ['(', .., ')'] ? NumberStyle.Brackets
            : text.EndsWith('%') ? NumberStyle.Percent
            : text.EndsWith('-') ? NumberStyle.TrailingMinus
            : CurrencySign.Take(ref rest) is not null ? NumberStyle.Currency
            : TakeFactor(ref rest) != 1 ? NumberStyle.Factor
            : NumberStyle.None;
        return style == NumberStyle.None || Has(style)
            ? ""
            : $"; numberStyles with \"{StyleNames.First(pair => pair.Value == style).Key}\" in the map would allow it";
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
        decimal shown = decimal.Truncate(Math.Abs(value));
        return IsWhole(whole, shown.ToString("N0", _format))
            || (Has(NumberStyle.Lakhs) && IsWhole(whole, shown.ToString("N0", _lakhs)));
    }

    private static bool IsWhole(string whole, string expected) =>
        whole.EndsWith(expected, StringComparison.Ordinal) && whole.Length - expected.Length <= 1;

    // Excel writes one kind of space or apostrophe between the digits; the culture data of the platform may use another.
    private string Normalized(string text)
    {
        if (_spaceGroup != '\0')
        {
            return text.Replace(' ', _spaceGroup).Replace('\u00A0', _spaceGroup).Replace('\u202F', _spaceGroup);
        }

        return _hasApostrophes ? text.Replace("'", _format.NumberGroupSeparator).Replace("\u2019", _format.NumberGroupSeparator) : text;
    }
}
