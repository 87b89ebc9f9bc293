using System;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Sqo.Qualification.Internal;

/// <summary>Checks of arguments, each naming the argument and the rule that it broke.</summary>
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
        if (string.IsNullOrWhiteSpace(value)) throw new ArgumentException("The value is blank; it must contain a visible character.", name);
        return value;
    }

    /// <summary>Rejects a number that is no value of its enumeration.</summary>
    public static TEnum Defined<TEnum>(TEnum value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where TEnum : struct, Enum
    {
        if (Enum.IsDefined(typeof(TEnum), value)) return value;
        var names = string.Join(", ", Enum.GetNames(typeof(TEnum)));
        throw new ArgumentOutOfRangeException(name, $"The value is {value:D}; it must be one of {names}.");
    }

    /// <summary>Rejects a moment that means different instants on different machines.</summary>
    public static void NotLocal(DateTime asOf)
    {
        if (asOf.Kind == DateTimeKind.Local) ThrowLocal(asOf);
    }

    [DoesNotReturn]
    private static void ThrowNull(string? name) => throw new ArgumentNullException(name);

    [DoesNotReturn]
    private static void ThrowLocal(DateTime asOf) => throw new ArgumentException(
        $"asOf is {InvariantText.Of(asOf)} of kind Local, which depends on the time zone of the machine; give it in UTC or with an unspecified kind.",
        nameof(asOf));
}
