using System;

namespace Sqo.Qualification.Internal;

/// <summary>Operations on numbers of any type. The type checks are removed in the code that is compiled for a value type.</summary>
internal static class GenericNumber
{
    public static double ToDouble<TNumber>(TNumber value)
        where TNumber : struct
    {
        if (typeof(TNumber) == typeof(double)) return (double)(object)value;
        if (typeof(TNumber) == typeof(int)) return (int)(object)value;
        if (typeof(TNumber) == typeof(long)) return (long)(object)value;
        if (typeof(TNumber) == typeof(decimal)) return (double)(decimal)(object)value;
        if (typeof(TNumber) == typeof(float)) return (float)(object)value;
        return ValueKind.Of(typeof(TNumber))?.ToDouble is { } number ? number(value)
            : throw new NotSupportedException($"A value of type {typeof(TNumber)} is not a number.");
    }

    /// <summary>The first number of four digits or so that is not below a bound, or not above it.</summary>
    /// <param name="bound">The bound.</param>
    /// <param name="up">Whether the number must not be below the bound; otherwise it must not be above it.</param>
    /// <param name="rounds">Whether a number that misses the bound by a rounding error is accepted.</param>
    /// <returns><see langword="null"/> if the type has no such number.</returns>
    public static TNumber? Beyond<TNumber>(double bound, bool up, bool rounds)
        where TNumber : struct
    {
        if (!(Math.Abs(bound) < 1e15) || ValueKind.Of(typeof(TNumber)) is not { OfDouble: { } number } kind) return null;
        long unit = 1;
        for (var size = Math.Abs(bound); !kind.IsWhole && size < 1_000 && unit < 1_000_000; size *= 10) unit *= 10;
        var scaled = bound * unit;
        var nearest = Math.Round(scaled);
        var count = rounds && Math.Abs(scaled - nearest) < 1e-6 ? nearest : up ? Math.Ceiling(scaled) : Math.Floor(scaled);
        return (TNumber?)number(count, unit);
    }

    public static bool IsNaN<TValue>(TValue value)
    {
        if (typeof(TValue) == typeof(double)) return double.IsNaN((double)(object)value!);
        if (typeof(TValue) == typeof(float)) return float.IsNaN((float)(object)value!);
        return false;
    }

    /// <summary>Whether a value is neither NaN nor infinite; true for a value that is not a number.</summary>
    public static bool IsFinite<TValue>(TValue value)
    {
        if (typeof(TValue) == typeof(double)) return !double.IsInfinity((double)(object)value!) && !IsNaN(value);
        if (typeof(TValue) == typeof(float)) return !float.IsInfinity((float)(object)value!) && !IsNaN(value);
        return true;
    }

    /// <summary>The order of two values, none of them NaN.</summary>
    public static bool IsLess<TValue>(TValue left, TValue right)
        where TValue : struct, IComparable<TValue>
    {
#if NET
        if (typeof(TValue) == typeof(int)) return (int)(object)left < (int)(object)right;
        if (typeof(TValue) == typeof(long)) return (long)(object)left < (long)(object)right;
        if (typeof(TValue) == typeof(double)) return (double)(object)left < (double)(object)right;
        if (typeof(TValue) == typeof(decimal)) return (decimal)(object)left < (decimal)(object)right;
        if (typeof(TValue) == typeof(DateTime)) return (DateTime)(object)left < (DateTime)(object)right;
#endif
        return left.CompareTo(right) < 0;
    }

    /// <summary>The distance from the smaller to the larger of two values of the same type; a length of time for dates.</summary>
    public static object? Difference<TValue>(TValue greater, TValue smaller)
        where TValue : struct =>
        ValueKind.Of(typeof(TValue))?.Difference?.Invoke(greater, smaller);

    /// <summary>The gap of a value that lacks nothing.</summary>
    public static object? Zero<TValue>()
        where TValue : struct =>
        ValueKind.Of(typeof(TValue)) is { } kind ? kind.Zero : default(TValue);
}
