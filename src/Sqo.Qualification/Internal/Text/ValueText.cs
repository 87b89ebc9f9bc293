using System;
using System.Globalization;

namespace Sqo.Qualification.Internal;

/// <summary>Any value as a text that two equal values share, independent of culture; null, an empty text and NaN have none.</summary>
internal static class ValueText
{
    public static string? Of<TValue>(TValue value) => value switch
    {
        null => null,
        double.NaN or float.NaN => null,
        _ when ValueKind.Of(value.GetType()) is { } kind => NotEmpty(kind.EqualTextOf(value)),
        IFormattable other => NotEmpty(other.ToString(null, CultureInfo.InvariantCulture)),
        _ => NotEmpty(value.ToString()),
    };

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
