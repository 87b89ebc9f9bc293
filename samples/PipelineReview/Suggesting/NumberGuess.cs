using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using PipelineReview.Reading;

namespace PipelineReview.Suggesting;

/// <summary>The culture and the styles that read the numbers of a sample.</summary>
internal sealed record NumberGuess(string Culture, NumberStyle Styles, bool IsRead, bool IsAmbiguous)
{
    private const NumberStyle All = NumberStyle.Currency | NumberStyle.Percent | NumberStyle.Brackets | NumberStyle.TrailingMinus
        | NumberStyle.Lakhs | NumberStyle.Factor;

    private static readonly string[] Cultures = ["", "de-DE", "fr-FR", "de-CH"];

    /// <summary>Whether the cells of a column can be numbers.</summary>
    public static bool Fits(SampleColumn column)
    {
        TableCell[] sample = [.. column.Values.Where(cell => cell.Value is not decimal).Take(20)];
        return sample.Length == 0
            || Cultures.Any(culture => Reads(new NumberParser(CultureInfo.GetCultureInfo(culture), All), sample.Select(cell => cell.Text)));
    }

    /// <summary>The guess for some texts.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="commaFirst">Whether 1.234 is a thousand and more, if nothing in the sample says.</param>
    public static NumberGuess Of(IReadOnlyList<string> texts, bool commaFirst)
    {
        string[] distinct = [.. texts.Distinct(StringComparer.Ordinal)];
        string[] cultures = commaFirst ? [.. Cultures.OrderBy(culture => culture.Length == 0 ? 1 : 0)] : Cultures;
        NumberStyle[] all = [.. NumberParser.StyleNames.Values];
        string[] reading = [.. cultures.Where(culture => Reads(new NumberParser(CultureInfo.GetCultureInfo(culture), All), distinct))];
        if (reading.Length == 0)
        {
            return new NumberGuess("", NumberStyle.None, IsRead: false, IsAmbiguous: false);
        }

        // Plain digits are the same in every culture.
        bool isPlain = distinct.All(text => text.All(char.IsAsciiDigit));
        string best = isPlain ? "" : reading[0];
        NumberStyle styles = All;
        foreach (NumberStyle style in all)
        {
            NumberStyle without = styles & ~style;
            styles = Reads(new NumberParser(CultureInfo.GetCultureInfo(best), without), distinct) ? without : styles;
        }

        return new NumberGuess(best, styles, IsRead: true, !isPlain && reading.Any(culture => Differs(distinct, best, culture)));
    }

    private static bool Differs(string[] texts, string a, string b)
    {
        var first = new NumberParser(CultureInfo.GetCultureInfo(a), All);
        var second = new NumberParser(CultureInfo.GetCultureInfo(b), All);
        return texts.Any(text => first.TryRead(text, out decimal x, out _, out _, out _)
            && second.TryRead(text, out decimal y, out _, out _, out _) && x != y);
    }

    private static bool Reads(NumberParser parser, IEnumerable<string> texts) =>
        texts.All(text => parser.TryRead(text, out _, out _, out _, out _));
}
