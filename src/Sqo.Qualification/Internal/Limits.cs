using System;
using System.Runtime.CompilerServices;

namespace Sqo.Qualification.Internal;

/// <summary>Checks of numbers, each naming the argument, its value and the rule; NaN breaks every rule.</summary>
internal static class Limits
{
    public static double Finite(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        double.IsNaN(value) || double.IsInfinity(value) ? throw Broken(name, InvariantText.Of(value), "it must be a finite number") : value;

    /// <summary>Between 0 and 1, both left out: a confidence.</summary>
    public static double Inside01(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value > 0 && value < 1 ? value : throw Broken(name, InvariantText.Of(value), "it must lie above 0 and below 1");

    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value > 0 && !double.IsInfinity(value) ? value : throw Broken(name, InvariantText.Of(value), "it must be a finite number above 0");

    public static double Within(
        double least, double value, double greatest, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value >= least && value <= greatest
            ? value
            : throw Broken(name, InvariantText.Of(value), $"it must lie from {InvariantText.Of(least)} to {InvariantText.Of(greatest)}");

    public static double NotNegative(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value >= 0 && !double.IsInfinity(value) ? value
            : throw Broken(name, InvariantText.Of(value), "it must be a finite number, 0 or above");

    public static int NotNegative(int value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value >= 0 ? value : throw Broken(name, InvariantText.Of((long)value), "it must be 0 or above");

    public static int AtLeast(int least, int value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value >= least ? value : throw Broken(name, InvariantText.Of((long)value), "it must be at least " + InvariantText.Of((long)least));

    /// <summary>The ends of an interval: finite, the first not above the second.</summary>
    public static (double Low, double High) Ordered(double low, double high)
    {
        Finite(low);
        Finite(high);
        return low <= high
            ? (low, high)
            : throw new ArgumentOutOfRangeException(
                nameof(low),
                $"The interval is from {InvariantText.Of(low)} to {InvariantText.Of(high)}; the first must not be above the second.");
    }

    /// <summary>The bounds that a probability is kept within.</summary>
    public static void Bounds(double lowest, double highest)
    {
        if (!(lowest >= 0 && lowest < highest && highest <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(lowest), $"The probability is to be kept from {InvariantText.Of(lowest)} to {InvariantText.Of(highest)}; the first must be below the second, both from 0 to 1.");
        }
    }

    public static double Clamp(double value, double lowest, double highest) => value < lowest ? lowest : value > highest ? highest : value;

    private static ArgumentOutOfRangeException Broken(string? name, string value, string rule) => new(name, $"{name} is {value}; {rule}.");
}
