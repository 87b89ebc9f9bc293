using System.Globalization;
using System.Text;

namespace Sqo.Qualification.Internal;

/// <summary>Works on JSON numbers by their digits.</summary>
internal sealed class JsonNumber(string digits)
{
    public string Digits => digits;

    /// <summary>Whether the digits of a number are those of 0, whatever value a number type gives them.</summary>
    public static bool IsZero(string digits) => Significant(digits, out _).Length == 0;

    /// <summary>Whether two numbers are the same to the last digit.</summary>
    public static bool AreEqual(string left, string right) =>
        Significant(left, out var leftPlace) == Significant(right, out var rightPlace) && leftPlace == rightPlace
        && (IsZero(left) || (left[0] == '-') == (right[0] == '-'));

    /// <summary>The digits from the first to the last that is not 0, and the power of ten of the last one.</summary>
    private static string Significant(string number, out long place)
    {
        var digits = new StringBuilder();
        var at = number[0] == '-' ? 1 : 0;
        long decimals = 0;
        var isAfterPoint = false;
        for (; at < number.Length && number[at] is not ('e' or 'E'); at++)
        {
            if (number[at] == '.')
            {
                isAfterPoint = true;
                continue;
            }

            if (isAfterPoint) decimals++;
            if (digits.Length > 0 || number[at] != '0') digits.Append(number[at]);
        }

        // An exponent with more digits than that is out of every range.
        if (at == number.Length
            || !long.TryParse(
            number.Substring(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)) exponent = 0;
        place = exponent - decimals;
        var last = digits.Length;
        while (last > 0 && digits[last - 1] == '0') last--;
        place += digits.Length - last;
        digits.Length = last;
        if (last == 0) place = 0;
        return digits.ToString();
    }

    /// <summary>Whether a text is a number by the grammar of JSON (RFC 8259, section 6).</summary>
    public static bool Accepts(string text)
    {
        var at = 0;
        if (At('-')) at++;
        if (At('0')) at++;
        else if (!Digit()) return false;
        if (At('.'))
        {
            at++;
            if (!Digit()) return false;
        }

        if (At('e') || At('E'))
        {
            at++;
            if (At('+') || At('-')) at++;
            if (!Digit()) return false;
        }

        return at == text.Length;

        bool At(char c) => at < text.Length && text[at] == c;

        bool Digit()
        {
            var start = at;
            while (at < text.Length && text[at] is >= '0' and <= '9') at++;
            return at > start;
        }
    }
}
