using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace PipelineReview.Reading;

/// <summary>A currency sign or code beside a number, and the currencies that it can mean.</summary>
/// <param name="Text">The sign as written.</param>
/// <param name="Codes">The ISO 4217 codes; the first is the most usual one. Empty if the sign is not known.</param>
internal sealed record CurrencySign(string Text, IReadOnlyList<string> Codes)
{
    private const int LongestSign = 4;

    private static readonly Dictionary<string, string[]> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["$"] = ["USD", "AUD", "CAD", "NZD", "SGD", "HKD", "MXN", "ARS", "CLP", "COP", "TWD", "BRL"],
        ["US$"] = ["USD"],
        ["A$"] = ["AUD"],
        ["AU$"] = ["AUD"],
        ["C$"] = ["CAD"],
        ["CA$"] = ["CAD"],
        ["NZ$"] = ["NZD"],
        ["S$"] = ["SGD"],
        ["HK$"] = ["HKD"],
        ["NT$"] = ["TWD"],
        ["MX$"] = ["MXN"],
        ["R$"] = ["BRL"],
        ["€"] = ["EUR"],
        ["£"] = ["GBP"],
        ["¥"] = ["JPY", "CNY"],
        ["CN¥"] = ["CNY"],
        ["円"] = ["JPY"],
        ["元"] = ["CNY"],
        ["₹"] = ["INR"],
        ["Rs"] = ["INR", "PKR", "LKR", "NPR"],
        ["Rs."] = ["INR", "PKR", "LKR", "NPR"],
        ["kr"] = ["SEK", "NOK", "DKK", "ISK"],
        ["kr."] = ["DKK", "SEK", "NOK", "ISK"],
        ["zł"] = ["PLN"],
        ["Kč"] = ["CZK"],
        ["Ft"] = ["HUF"],
        ["lei"] = ["RON", "MDL"],
        ["Fr"] = ["CHF"],
        ["Fr."] = ["CHF"],
        ["SFr."] = ["CHF"],
        ["R"] = ["ZAR"],
        ["₺"] = ["TRY"],
        ["₽"] = ["RUB"],
        ["₩"] = ["KRW"],
        ["₪"] = ["ILS"],
        ["₫"] = ["VND"],
        ["฿"] = ["THB"],
        ["₱"] = ["PHP"],
        ["₦"] = ["NGN"],
        ["₴"] = ["UAH"],
    };

    /// <summary>The currency if the sign can mean only one; else null.</summary>
    public string? OnlyCode => Codes is [string code] ? code : null;

    /// <summary>Whether the sign can mean a currency; one that is not known can mean any.</summary>
    public bool CanBe(string currency) => Codes.Count == 0 || Codes.Contains(currency, StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes the sign off the start or the end of a number; null if there is none.</summary>
    public static CurrencySign? Take(ref string text)
    {
        int digit = text.AsSpan().IndexOfAnyInRange('0', '9');
        int last = text.AsSpan().LastIndexOfAnyInRange('0', '9');
        if (digit < 0)
        {
            return null;
        }

        // A minus sign may stand before or after the currency sign, and a decimal point may start or end the number.
        string before = text[..digit].Trim('-', '+', '\u2212', ' ', '\u00A0', '\u202F', '(');
        string after = text[(last + 1)..].Trim('-', '+', '\u2212', ' ', '\u00A0', '\u202F', ')');
        string sign = before.Length > 0 ? before : after;
        if (sign.Length == 0 || (before.Length > 0 && after.Length > 0) || Of(sign) is not { } found)
        {
            return null;
        }

        int at = before.Length > 0 ? text.IndexOf(sign, StringComparison.Ordinal) : text.LastIndexOf(sign, StringComparison.Ordinal);
        text = text.Remove(at, sign.Length).Trim();
        if (text is ['-' or '+' or '\u2212', ' ' or '\u00A0', ..])
        {
            text = text[0] + text[1..].Trim();
        }

        return found;
    }

    private static CurrencySign? Of(string sign) =>
        Known.TryGetValue(sign, out string[]? codes) ? new CurrencySign(sign, codes)
        : sign.Length == 3 && sign.All(char.IsAsciiLetterUpper) ? new CurrencySign(sign, [sign])
        : sign.Length <= LongestSign
            && sign.EnumerateRunes().All(rune => System.Text.Rune.GetUnicodeCategory(rune) == UnicodeCategory.CurrencySymbol)
            ? new CurrencySign(sign, [])
        : null;
}
