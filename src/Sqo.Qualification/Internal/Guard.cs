using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Sqo.Qualification.Internal;

/// <summary>Checks arguments; each message names the argument, its value and the rule that it breaks. NaN breaks every rule.</summary>
internal static class Guard
{
    public static TArg NotNull<TArg>([NotNull] TArg? value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where TArg : class
    {
        if (value is null) ThrowNull(name);
        return value;
    }

    public static string NotBlank([NotNull] string? value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (value is null) ThrowNull(name);
        if (string.IsNullOrWhiteSpace(value)) ThrowBlank(name);
        return value;
    }

    /// <summary>Rejects a number that is not a value of its enumeration.</summary>
    public static TEnum Defined<TEnum>(TEnum value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where TEnum : struct, Enum
    {
        if (Enum.IsDefined(typeof(TEnum), value)) return value;
        var names = string.Join(", ", Enum.GetNames(typeof(TEnum)));
        throw new ArgumentOutOfRangeException(name, value, $"The value is {value:D}; it must be one of {names}.");
    }

    /// <summary>Rejects a moment that means different instants on different machines.</summary>
    public static void NotLocal(DateTime asOf)
    {
        if (asOf.Kind == DateTimeKind.Local) ThrowLocal(asOf);
    }

    public static double Finite(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        double.IsNaN(value) || double.IsInfinity(value) ? throw Broken(name, value, InvariantText.Of(value), "it must be a finite number")
            : value;

    /// <summary>Above 0 and below 1, like a confidence level.</summary>
    public static double OpenUnit(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value > 0 && value < 1 ? value : throw Broken(name, value, InvariantText.Of(value), "it must lie above 0 and below 1");

    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value > 0 && !double.IsInfinity(value) ? value
            : throw Broken(name, value, InvariantText.Of(value), "it must be a finite number above 0");

    public static double Within(
        double least, double value, double greatest, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value >= least && value <= greatest
            ? value
            : throw Broken(
                name, value, InvariantText.Of(value), $"it must lie from {InvariantText.Of(least)} to {InvariantText.Of(greatest)}");

    public static double NotNegative(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value >= 0 && !double.IsInfinity(value) ? value
            : throw Broken(name, value, InvariantText.Of(value), "it must be a finite number, 0 or above");

    public static int NotNegative(int value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value >= 0 ? value : throw Broken(name, value, InvariantText.Of((long)value), "it must be 0 or above");

    public static int AtLeast(int least, int value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value >= least ? value
            : throw Broken(name, value, InvariantText.Of((long)value), "it must be at least " + InvariantText.Of((long)least));

    /// <summary>Checks the ends of an interval: finite, the first not above the second.</summary>
    public static (double Low, double High) Ordered(double low, double high)
    {
        Finite(low);
        Finite(high);
        return low <= high
            ? (low, high)
            : throw new ArgumentOutOfRangeException(
                nameof(low), low,
                $"The interval is from {InvariantText.Of(low)} to {InvariantText.Of(high)}; the first must not be above the second.");
    }

    /// <summary>Checks the bounds of a probability.</summary>
    public static void Bounds(double lowest, double highest)
    {
        if (!(lowest >= 0 && lowest < highest && highest <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(lowest), lowest, $"The probability is to be kept from {InvariantText.Of(lowest)} to {InvariantText.Of(highest)}; " +
                "the first must be below the second, both from 0 to 1.");
        }
    }

    private static ArgumentOutOfRangeException Broken(string? name, object value, string shown, string rule) =>
        new(name, value, $"{name} is {shown}; {rule}.");

    [DoesNotReturn]
    private static void ThrowBlank(string? name) =>
        throw new ArgumentException("The value is blank; it must contain a visible character.", name);

    [DoesNotReturn]
    public static void ThrowNull(string? name) => throw new ArgumentNullException(name);

    [DoesNotReturn]
    private static void ThrowLocal(DateTime asOf) => throw new ArgumentException(
        $"asOf is {InvariantText.Of(asOf)} of kind Local, which depends on the time zone of the machine; " +
        "give it in UTC or with an unspecified kind.",
        nameof(asOf));
}
