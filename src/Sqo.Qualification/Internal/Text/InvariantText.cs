using System;
using System.Globalization;

namespace Sqo.Qualification.Internal;

/// <summary>Values as text that is the same on every target and reads back to the same value.</summary>
internal static class InvariantText
{
    private static readonly char[] Digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

    public static string Of(double value)
    {
        if (value == 0) return "0";
        if (double.IsNaN(value) || double.IsInfinity(value)) return value.ToString(CultureInfo.InvariantCulture);
        return ExactDouble.Write(value);
    }

    /// <summary>Without trailing zeros: 10.00 and 10 are the same bound.</summary>
    public static string Of(decimal value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        return text.IndexOf('.') < 0 ? text : text.TrimEnd('0').TrimEnd('.');
    }

    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number with its noun.</summary>
    public static string Count(double number, string one, string other) => $"{Of(number)} {(number == 1 ? one : other)}";

    public static string Of(bool value) => value ? "true" : "false";

    public static string Of(DateTime value) => value.ToString("o", CultureInfo.InvariantCulture);

    public static string Of(TimeSpan value) => value.ToString("c", CultureInfo.InvariantCulture);

    public static bool TryDouble(string text, out double value)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value)) return false;
        // A number too large for a double: .NET Framework does not read it as infinity.
        if (double.IsInfinity(value) && text.IndexOfAny(Digits) >= 0) return false;
#if !NET
        // .NET Framework and Mono can be a unit off in the last place.
        value = ExactDouble.Read(text.Trim(), value);
#endif
        return true;
    }

    public static bool TryDecimal(string text, out decimal value) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);

    public static bool TryLong(string text, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    public static bool TryDate(string text, out DateTime value) =>
        DateTime.TryParseExact(text, "o", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out value);

    public static bool TryDuration(string text, out TimeSpan value) =>
        TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out value);
}
