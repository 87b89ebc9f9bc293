using System;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Sqo.Qualification.Internal;

/// <summary>
/// The shortest digits that read back to a double, and the double that is nearest to digits, by whole-number arithmetic: the
/// platforms' own differ in the last place.
/// </summary>
internal static class ExactDouble
{
    private const int MantissaBits = 52;
    private const int LeastExponent = -1074;
    private const int LongestText = 32;

    private static readonly char[] ExponentMarks = ['e', 'E'];

    /// <summary>By Steele and White, and Dragon4. <paramref name="value"/> is finite and not 0.</summary>
    public static string Write(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var fraction = bits & ((1L << MantissaBits) - 1);
        var biased = (int)(bits >> MantissaBits) & 0x7FF;
        var mantissa = biased == 0 ? fraction : fraction | (1L << MantissaBits);
        var exponent = biased == 0 ? LeastExponent : biased + LeastExponent - 1;
        // Just above a power of two the neighbor below is half as far as the one above.
        var lopsided = fraction == 0 && biased > 1;

        // value = number / scale; low and high are half the distances to the neighbors, over the same scale.
        var low = BigInteger.One << (exponent > 0 ? exponent : 0);
        var high = lopsided ? low * 2 : low;
        var number = new BigInteger(mantissa) * low * (lopsided ? 4 : 2);
        var scale = (BigInteger.One << (exponent < 0 ? -exponent : 0)) * (lopsided ? 4 : 2);
        var inclusive = (mantissa & 1) == 0;

        var point = 0;
        for (; Reaches(number + high, scale); point++) scale *= 10;
        for (; !Reaches((number + high) * 10, scale); point--)
        {
            number *= 10;
            low *= 10;
            high *= 10;
        }

        var digits = new StringBuilder();
        while (true)
        {
            number *= 10;
            low *= 10;
            high *= 10;
            var digit = (int)BigInteger.DivRem(number, scale, out number);
            var lowEnough = inclusive ? number <= low : number < low;
            var highEnough = Reaches(number + high, scale);
            if (!lowEnough && !highEnough)
            {
                digits.Append((char)('0' + digit));
                continue;
            }

            var up = highEnough && (!lowEnough || number * 2 >= scale);
            digits.Append((char)('0' + digit + (up ? 1 : 0)));
            return Format(value < 0, digits.ToString(), point);
        }

        bool Reaches(BigInteger sum, BigInteger one) => inclusive ? sum >= one : sum > one;
    }

    /// <summary>The double nearest to a number as text, from one that is near; ties to the even one.</summary>
    public static double Read(string text, double near)
    {
        // Nothing that this library writes is longer; a longer text stays as the platform reads it.
        if (near == 0 || double.IsNaN(near) || double.IsInfinity(near) || text.Length > LongestText) return near;
        var mark = text.IndexOfAny(ExponentMarks);
        var power = mark < 0 ? 0 : int.Parse(text.Substring(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var point = text.IndexOf('.');
        var end = mark < 0 ? text.Length : mark;
        if (point >= 0) power -= end - point - 1;
        var number = BigInteger.Zero;
        for (var i = 0; i < end; i++)
        {
            if (text[i] is >= '0' and <= '9') number = (number * 10) + (text[i] - '0');
        }

        var scale = BigInteger.Pow(10, Math.Abs(power));
        var bits = BitConverter.DoubleToInt64Bits(Math.Abs(near));
        while (true)
        {
            var fraction = bits & ((1L << MantissaBits) - 1);
            var biased = (int)(bits >> MantissaBits);
            var mantissa = biased == 0 ? fraction : fraction | (1L << MantissaBits);
            var exponent = (biased == 0 ? LeastExponent : biased + LeastExponent - 1) - 2;
            // Four times the number against four times the ends of what rounds to these bits.
            var lower = (4 * new BigInteger(mantissa)) - (fraction == 0 && biased > 1 ? 1 : 2);
            var upper = (4 * new BigInteger(mantissa)) + 2;
            var toLower = Compare(lower, exponent);
            var toUpper = Compare(upper, exponent);
            if (toLower < 0 || (toLower == 0 && (mantissa & 1) != 0)) bits--;
            else if (toUpper > 0 || (toUpper == 0 && (mantissa & 1) != 0)) bits++;
            else return near < 0 ? -BitConverter.Int64BitsToDouble(bits) : BitConverter.Int64BitsToDouble(bits);
        }

        int Compare(BigInteger end, int exponent)
        {
            var left = power < 0 ? number : number * scale;
            var right = power < 0 ? end * scale : end;
            return exponent < 0 ? (left << -exponent).CompareTo(right) : left.CompareTo(right << exponent);
        }
    }

    private static string Format(bool negative, string digits, int point)
    {
        var text = new StringBuilder(negative ? "-" : "");
        if (point is > -5 and <= 0) return text.Append("0.").Append('0', -point).Append(digits).ToString();
        if (point is > 0 and <= 15)
        {
            text.Append(digits.Length <= point ? digits.PadRight(point, '0') : digits.Substring(0, point));
            return digits.Length <= point ? text.ToString() : text.Append('.').Append(digits, point, digits.Length - point).ToString();
        }

        text.Append(digits[0]);
        if (digits.Length > 1) text.Append('.').Append(digits, 1, digits.Length - 1);
        var exponent = point - 1;
        text.Append(exponent < 0 ? "E-" : "E+");
        var size = InvariantText.Of((long)Math.Abs(exponent));
        return text.Append(size.PadLeft(2, '0')).ToString();
    }
}
