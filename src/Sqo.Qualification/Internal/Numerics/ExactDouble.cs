using System;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Sqo.Qualification.Internal;

/// <summary>
/// The shortest digits that read back to a double, and the double nearest to digits, by integer arithmetic: the results of the
/// platforms differ in the last place.
/// </summary>
internal static class ExactDouble
{
    private const int MantissaBits = 52;
    private const int LeastExponent = -1074;
    private const int LongestText = 32;
    private const int MostPower = 400;

    private static readonly char[] ExponentMarks = ['e', 'E'];

    /// <summary>By Steele and White, and Dragon4. <paramref name="value"/> is finite and not 0.</summary>
    public static string Write(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var fraction = bits & ((1L << MantissaBits) - 1);
        var biased = (int)(bits >> MantissaBits) & 0x7FF;
        var mantissa = biased == 0 ? fraction : fraction | (1L << MantissaBits);
        var exponent = biased == 0 ? LeastExponent : biased + LeastExponent - 1;
        // At a power of two, the neighbor below is half as far away as the one above.
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

    /// <summary>The double nearest to a number as text, ties to the even one.</summary>
    /// <param name="text">An optional sign, digits with or without a point, and an optional exponent.</param>
    /// <param name="near">The value that the platform reads: correct for 0 and for infinity and NaN.</param>
    public static double Read(string text, double near)
    {
        // The library writes nothing longer; for a longer text, the value that the platform reads is kept.
        if (near == 0 || double.IsNaN(near) || double.IsInfinity(near) || text.Length > LongestText) return near;
        var mark = text.IndexOfAny(ExponentMarks);
        var power = 0;
        if (mark >= 0 && !int.TryParse(text.Substring(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out power))
        {
            return near;
        }
        var point = text.IndexOf('.');
        var end = mark < 0 ? text.Length : mark;
        if (point >= 0) power -= end - point - 1;
        var number = BigInteger.Zero;
        for (var i = 0; i < end; i++)
        {
            if (text[i] is >= '0' and <= '9') number = (number * 10) + (text[i] - '0');
        }

        // With so few digits, anything beyond is not a finite number.
        if (number.IsZero || Math.Abs((long)power) > MostPower) return near;
        var magnitude = Nearest(
            power > 0 ? number * BigInteger.Pow(10, power) : number, power < 0 ? BigInteger.Pow(10, -power) : BigInteger.One);
        return near < 0 ? -magnitude : magnitude;
    }

    /// <summary>The double nearest to <paramref name="number"/> / <paramref name="scale"/>, both above 0.</summary>
    public static double Nearest(BigInteger number, BigInteger scale)
    {
        // A quotient with two more bits than a mantissa, or with the bits down to half of the smallest double.
        var shift = Math.Min(MantissaBits + 3 - LengthOf(number) + LengthOf(scale), 1 - LeastExponent);
        var quotient = (ulong)BigInteger.DivRem(shift > 0 ? number << shift : number, shift < 0 ? scale << -shift : scale, out var rest);
        var surplus = Math.Max(LengthOf(quotient) - MantissaBits - 1, shift + LeastExponent);
        var mantissa = quotient >> surplus;
        var half = 1UL << (surplus - 1);
        var cut = quotient & ((half << 1) - 1);
        if (cut > half || (cut == half && (!rest.IsZero || (mantissa & 1) != 0))) mantissa++;
        var exponent = surplus - shift;
        if (mantissa == 1UL << (MantissaBits + 1))
        {
            mantissa >>= 1;
            exponent++;
        }

        // A subnormal number has no leading bit, and the lowest exponent.
        if (mantissa < 1UL << MantissaBits) return BitConverter.Int64BitsToDouble((long)mantissa);
        var biased = exponent - LeastExponent + 1;
        return biased > 2046
            ? double.PositiveInfinity
            : BitConverter.Int64BitsToDouble(((long)biased << MantissaBits) | ((long)mantissa & ((1L << MantissaBits) - 1)));
    }

    private static int LengthOf(BigInteger number)
    {
        var bytes = number.ToByteArray();
        var length = (bytes.Length - 1) * 8;
        for (var top = bytes[bytes.Length - 1]; top > 0; top >>= 1) length++;
        return length;
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
