using System;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Sqo.Qualification.Internal;

/// <summary>Days as numbers: 0 is 0001-01-01, which means no day, because it is the value of a date that was never set.</summary>
internal static class DayNumber
{
    public const int None = 0;

    /// <summary>The day of a moment; the time of day is ignored.</summary>
    public static int Of(DateTime value) => (int)(value.Ticks / TimeSpan.TicksPerDay);

    /// <summary>The day of an argument, which must not depend on the time zone of the machine.</summary>
    public static int Checked(DateTime value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value.Kind == DateTimeKind.Local
        ? throw new ArgumentException(
            $"{name} is {InvariantText.Of(value)} of kind Local, which depends on the time zone of the machine; " +
            "give it in UTC or with an unspecified kind.",
            name)
        : Of(value);

    public static int? Checked(DateTime? value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value is { } given ? Checked(given, name) : null;

    public static DateTime Date(int day) => new(day * TimeSpan.TicksPerDay);

    public static DateTime? DateOrNull(int day) => day == None ? null : Date(day);

    public static string Text(int day) => Date(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
