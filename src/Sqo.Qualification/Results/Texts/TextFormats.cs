using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// How numbers, money and dates are written. The formats for English and Swedish are built in, so that texts are the
/// same bytes on every platform; formats from a culture depend on the platform's data. Immutable.
/// </summary>
public sealed class TextFormats
{
    private static readonly IReadOnlyList<string> EnglishMonths =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>Creates formats.</summary>
    /// <param name="decimalSeparator">The separator before the decimals.</param>
    /// <param name="groupSeparator">The separator between groups of three digits.</param>
    /// <param name="minusSign">The sign before a negative number.</param>
    /// <param name="percentPattern">A percentage, with {0} for the number.</param>
    /// <param name="moneyPattern">An amount of money, with {0} for the number and {1} for the ISO 4217 code of the currency.</param>
    /// <param name="datePattern">
    /// A date: {0} the year, {1} the month in two digits, {2} its name from <paramref name="monthNames"/>, {3} the day, {4} the day in two
    /// digits.
    /// </param>
    /// <param name="monthNames">The short names of the twelve months. The default is the English ones.</param>
    /// <exception cref="ArgumentNullException">A text is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">A pattern has other placeholders, or the number of names is not twelve.</exception>
    public TextFormats(
        string decimalSeparator = ".",
        string groupSeparator = ",",
        string minusSign = "-",
        string percentPattern = "{0}%",
        string moneyPattern = "{1} {0}",
        string datePattern = "{0}-{1}-{4}",
        IEnumerable<string>? monthNames = null)
    {
        DecimalSeparator = Guard.NotNull(decimalSeparator);
        GroupSeparator = Guard.NotNull(groupSeparator);
        MinusSign = Guard.NotNull(minusSign);
        PercentPattern = Checked(percentPattern, 1, nameof(percentPattern));
        MoneyPattern = Checked(moneyPattern, 2, nameof(moneyPattern));
        DatePattern = Checked(datePattern, 5, nameof(datePattern));
        MonthNames = monthNames is null ? EnglishMonths : Array.AsReadOnly(monthNames.ToArray());
        if (MonthNames.Count != 12) throw new ArgumentException(
            $"There are {MonthNames.Count} names of months; there must be 12.", nameof(monthNames));
        if (MonthNames.Contains(null!)) throw new ArgumentNullException(nameof(monthNames));
    }

    /// <summary>As in 1,234.5 and Nov 23, 2026.</summary>
    public static TextFormats English { get; } = new(datePattern: "{2} {3}, {0}");

    /// <summary>As in 1 234,5 and 2026-11-23.</summary>
    public static TextFormats Swedish { get; } = new(
        ",", "\u00A0", "\u2212", "{0}\u00A0%", "{0}\u00A0{1}",
            monthNames: ["jan", "feb", "mars", "apr", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"]);

    /// <summary>The separator before the decimals. The default is ".".</summary>
    public string DecimalSeparator { get; }

    /// <summary>The separator between groups of three digits. The default is ",".</summary>
    public string GroupSeparator { get; }

    /// <summary>The sign before a negative number. The default is "-".</summary>
    public string MinusSign { get; }

    /// <summary>A percentage, with {0} for the number. The default is "{0}%".</summary>
    public string PercentPattern { get; }

    /// <summary>An amount of money, with {0} for the number and {1} for the ISO 4217 code of the currency. The default is "{1}
    /// {0}".</summary>
    public string MoneyPattern { get; }

    /// <summary>
    /// A date: {0} the year, {1} the month in two digits, {2} its name from <see cref="MonthNames"/>, {3} the day, {4} the day in two
    /// digits. The default is "{0}-{1}-{4}".
    /// </summary>
    public string DatePattern { get; }

    /// <summary>The short names of the twelve months. The default is the English ones.</summary>
    public IReadOnlyList<string> MonthNames { get; }

    /// <summary>Creates the number formats of a culture, with dates as in 2026-11-23.</summary>
    /// <param name="culture">The culture; its formats depend on the platform.</param>
    /// <returns>The formats.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public static TextFormats From(CultureInfo culture)
    {
        var numbers = Guard.NotNull(culture).NumberFormat;
        return new TextFormats(numbers.NumberDecimalSeparator, numbers.NumberGroupSeparator, numbers.NegativeSign);
    }

    /// <summary>Formats a number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="leastDecimals">How many decimals are always written, from 0 to 10.</param>
    /// <param name="mostDecimals">The number of decimals to round to, from <paramref name="leastDecimals"/> to 10.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number of decimals is out of its range.</exception>
    public string Number(decimal value, int leastDecimals = 0, int mostDecimals = 6)
    {
        if (mostDecimals is < 0 or > 10) throw OutOfRange(nameof(mostDecimals), mostDecimals);
        if (leastDecimals < 0 || leastDecimals > mostDecimals) throw OutOfRange(nameof(leastDecimals), leastDecimals);

        var rounded = Math.Round(Math.Abs(value), mostDecimals, MidpointRounding.AwayFromZero);
        var digits = rounded.ToString("F" + InvariantText.Of(mostDecimals), CultureInfo.InvariantCulture);
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits.Substring(0, point);
        var decimals = point < 0 ? "" : digits.Substring(point + 1).TrimEnd('0').PadRight(leastDecimals, '0');

        var text = new StringBuilder();
        if (value < 0 && rounded != 0) text.Append(MinusSign);
        for (var i = 0; i < whole.Length; i++)
        {
            if (i > 0 && (whole.Length - i) % 3 == 0) text.Append(GroupSeparator);
            text.Append(whole[i]);
        }

        if (decimals.Length > 0) text.Append(DecimalSeparator).Append(decimals);
        return text.ToString();

        static ArgumentOutOfRangeException OutOfRange(string name, int value) =>
            new(name, $"The number of decimals is {value}; it must lie from 0 to 10, the least not above the most.");
    }

    /// <summary>Formats a number; very large and very small numbers with an exponent.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The text.</returns>
    public string Number(double value)
    {
        var size = Math.Abs(value);
        if (size is 0 or (>= 1e-4 and < 1e15)) return Number((decimal)value);
        return InvariantText.Of(value).Replace(".", DecimalSeparator).Replace("-", MinusSign);
    }

    /// <summary>Formats an amount of money, with two decimals unless it is whole.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="currency">The ISO 4217 code of the currency.</param>
    /// <returns>The text.</returns>
    public string Money(decimal amount, string currency)
    {
        // Rounded, 9,999.999 would be shown as 10,000, which it does not reach.
        var least = amount == decimal.Truncate(amount) ? 0 : 2;
        var most = amount == Math.Round(amount, 2) ? 2 : 6;
        return Fill(MoneyPattern, Number(amount, least, most), currency);
    }

    /// <summary>Formats a share as a percentage.</summary>
    /// <param name="share">The share, a finite number; 1 is 100 %.</param>
    /// <param name="decimals">The number of decimals to round to, from 0 to 10.</param>
    /// <returns>The text.</returns>
    public string Percent(double share, int decimals = 0) => Fill(PercentPattern, Number((decimal)(share * 100), 0, decimals));

    /// <summary>Formats a date, with its time of day unless that is midnight.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The text.</returns>
    public string Date(DateTime date)
    {
        var text = Fill(
            DatePattern,
            date.Year.ToString("0000", CultureInfo.InvariantCulture),
            TwoDigits(date.Month),
            MonthNames[date.Month - 1],
            InvariantText.Of(date.Day),
            TwoDigits(date.Day));
        return date.TimeOfDay == TimeSpan.Zero ? text : text + " " + TwoDigits(date.Hour) + ":" + TwoDigits(date.Minute);
    }

    private static string Checked(string pattern, int placeholders, string name)
    {
        try
        {
            Fill(Guard.NotNull(pattern), [.. Enumerable.Repeat("", placeholders)]);
            return pattern;
        }
        catch (FormatException)
        {
            throw new ArgumentException(
                $"The pattern is \"{pattern}\"; it may have placeholders from {{0}} to {{{placeholders - 1}}} and no other braces.", name);
        }
    }

    internal static string Fill(string pattern, params object[] values) => string.Format(CultureInfo.InvariantCulture, pattern, values);

    private static string TwoDigits(int number) => number.ToString("00", CultureInfo.InvariantCulture);
}
