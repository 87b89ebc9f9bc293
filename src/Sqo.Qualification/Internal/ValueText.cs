using System;
using System.Globalization;

namespace Sqo.Qualification.Internal;

/// <summary>Any value as a text that two equal values share, in no culture; null, an empty text and NaN have none.</summary>
internal static class ValueText
{
    public static string? Of<TValue>(TValue value) => value switch
    {
        null => null,
        string text => text.Length == 0 ? null : text,
        bool truth => InvariantText.Of(truth),
        double number => double.IsNaN(number) ? null : InvariantText.Of(number),
        float number => float.IsNaN(number) ? null : InvariantText.Of(number),
        decimal number => InvariantText.Of(number),
        DateTime date => InvariantText.Of(date),
        IFormattable other => NotEmpty(other.ToString(null, CultureInfo.InvariantCulture)),
        _ => NotEmpty(value.ToString()),
    };

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
