using System;
using System.Globalization;

namespace Sqo.Qualification.Internal;

/// <summary>Values of the types that criteria read, as plain data and back.</summary>
internal static class DataValues
{
    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF"];

    /// <summary>Whether values of a type can be data.</summary>
    public static bool Supports(Type type) =>
        type.IsEnum || type == typeof(string) || type == typeof(DateTime) || type == typeof(TimeSpan) || IsNumber(type);

    /// <summary>The value as data. One that data can't give back is told by its text.</summary>
    public static DataNode Write(object? value) => value switch
    {
        string text => DataNode.Of(text),
        int number => DataNode.Of((long)number),
        long number => DataNode.Of(number),
        float number => DataNode.Of((double)number),
        double number => DataNode.Of(number),
        decimal number => DataNode.Digits(InvariantText.Of(number)),
        DateTime date => DataNode.Of(DateText(date)),
        TimeSpan duration => DataNode.Of(InvariantText.Of(duration)),
        Enum choice => NameOf(choice) is { } name ? DataNode.Of(name) : DataNode.Foreign(choice.ToString("D")),
        bool flag => DataNode.Foreign(InvariantText.Of(flag)),
        // Their usual texts leave out parts of them.
        DateTimeOffset moment => DataNode.Foreign(moment.ToString("o", CultureInfo.InvariantCulture)),
#if NET
        TimeOnly time => DataNode.Foreign(time.ToString("o", CultureInfo.InvariantCulture)),
#endif
        IFormattable other => DataNode.Foreign(other.ToString(null, CultureInfo.InvariantCulture)),
        _ => DataNode.Foreign(value?.ToString() ?? ""),
    };

    /// <summary>Whether two different values of a type could have one text: one that its class has not given it.</summary>
    public static bool HasNoText(object value) =>
        !Supports(value.GetType()) && value.ToString() is var text && (string.IsNullOrEmpty(text) || text == value.GetType().ToString());

    /// <summary>The value that data stands for; <see langword="null"/> when it stands for none of the type.</summary>
    public static object? Read(Type type, DataNode node)
    {
        if (type == typeof(string)) return node.Kind == DataKind.Text ? node.Scalar : null;
        // Settings hold texts alone; elsewhere a number in quotation marks is none.
        if (IsNumber(type)) return (node.Kind == DataKind.Number || node.IsLoose) && JsonNumber.Accepts(node.Scalar)
            ? Number(type, node.Scalar) : null;
        if (node.Kind != DataKind.Text && !node.IsLoose) return null;
        if (type == typeof(DateTime)) return Date(node.Scalar);
        if (type == typeof(TimeSpan)) return InvariantText.TryDuration(node.Scalar, out var duration) ? duration : null;
        return Choice(type, node.Scalar);
    }

    /// <summary>What a value of a type must be, for messages.</summary>
    public static string RuleOf(Type type) =>
        type == typeof(string) ? "it must be a text"
        : type == typeof(int) || type == typeof(long) ? $"it must be a whole number that fits {(type == typeof(int) ? "32" : "64")} bits"
        : type == typeof(decimal) ? "it must be a number with a decimal point, and a decimal must hold all its digits"
        : IsNumber(type) ? "it must be a finite number with a decimal point, and not so small that it becomes 0"
        : type == typeof(DateTime) ? "it must be a date such as \"2026-06-30\" or \"2026-06-30T16:00:00Z\", without an offset"
        : type == typeof(TimeSpan) ? "it must be a length of time such as \"1.12:00:00\""
        : $"it must be one of \"{string.Join("\", \"", Enum.GetNames(type))}\"";

    private static bool IsNumber(Type type) =>
        type == typeof(int) || type == typeof(long) || type == typeof(float) || type == typeof(double) || type == typeof(decimal);

    private static object? Number(Type type, string digits)
    {
        if (type == typeof(decimal))
        {
            return decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
                && JsonNumber.AreEqual(digits, InvariantText.Of(exact)) ? exact : null;
        }

        if (type == typeof(int) || type == typeof(long))
        {
            if (!InvariantText.TryLong(digits, out var whole)) return null;
            if (type == typeof(long)) return whole;
            return whole is >= int.MinValue and <= int.MaxValue ? (int)whole : null;
        }

        if (!InvariantText.TryDouble(digits, out var number) || double.IsInfinity(number)
            || (number == 0 && !JsonNumber.IsZero(digits))) return null;
        if (type == typeof(double)) return number;
        var single = (float)number;
        return float.IsInfinity(single) || (single == 0 && number != 0) ? null : single;
    }

    /// <summary>The name of a value of an enumeration, the same on every target where it has several; <see langword="null"/> when it has
    /// none.</summary>
    private static string? NameOf(Enum choice)
    {
        var type = choice.GetType();
        string? first = null;
        foreach (var name in Enum.GetNames(type))
        {
            if (Equals(Enum.Parse(type, name), choice) && (first is null || string.CompareOrdinal(name, first) < 0)) first = name;
        }

        if (first is not null) return first;
        // Flags that add up to no name of their own.
        var text = choice.ToString();
        return text[0] is '-' or (>= '0' and <= '9') ? null : text;
    }

    // A date that gives an offset would be put on the clock of the machine.
    private static object? Date(string text)
    {
        var isUtc = text.EndsWith("Z", StringComparison.Ordinal);
        return DateTime.TryParseExact(
            isUtc ? text.Substring(0, text.Length - 1) : text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? DateTime.SpecifyKind(date, isUtc ? DateTimeKind.Utc : DateTimeKind.Unspecified)
            : null;
    }

    private static string DateText(DateTime date) =>
        date.Kind == DateTimeKind.Unspecified && date.TimeOfDay == TimeSpan.Zero
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : date.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture) + (date.Kind == DateTimeKind.Utc ? "Z" : "");

    // Enum.Parse takes numbers too, which say nothing to who reads the data.
    private static object? Choice(Type type, string text)
    {
        if (text.Length == 0 || text[0] is '-' or '+' or (>= '0' and <= '9') || char.IsWhiteSpace(text[0])) return null;
        try
        {
            var value = Enum.Parse(type, text, ignoreCase: true);
            return char.IsLetter(value.ToString()![0]) || value.ToString()![0] == '_' ? value : null;
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            return null;
        }
    }
}
