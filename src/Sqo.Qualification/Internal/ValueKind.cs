using System;
using System.Collections.Generic;
using System.Globalization;

namespace Sqo.Qualification.Internal;

/// <summary>
/// The types of values that criteria read, besides enumerations and collections: one row per type. A value of a type without a row is
/// known only to the program. The overloads for these types come from the table in <c>eng/Generate</c>.
/// </summary>
internal sealed class ValueKind
{
    private const string Finite = "it must be a finite number with a decimal point, and not so small that it becomes 0";

    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF"];

    /// <summary>Every type of value, one row each.</summary>
    public static readonly ValueKind[] All =
    [
        new(
            typeof(string), "string", "string",
            value => (string)value,
            text => text)
        {
            ToData = value => DataNode.Of((string)value),
            Rule = "it must be a text",
        },
        new(
            typeof(bool), "bool", "bool",
            value => InvariantText.Of((bool)value),
            text => text == "true" ? true : text == "false" ? false : null)
        {
            Zero = false,
        },
        new(
            typeof(int), "int", "int",
            value => InvariantText.Of((int)value),
            text => WholeOf(text))
        {
            ToData = value => DataNode.Of((long)(int)value),
            OfDigits = digits => WholeOf(digits),
            Rule = "it must be a whole number that fits 32 bits",
            Zero = 0L,
            Difference = (a, b) => (long)(int)a - (int)b,
            ToDouble = value => (int)value,
            OfDouble = (count, _) => count is >= int.MinValue and <= int.MaxValue ? (int)count : null,
            IsWhole = true,
        },
        new(
            typeof(long), "long", "long",
            value => InvariantText.Of((long)value),
            text => InvariantText.TryLong(text, out var number) ? number : null)
        {
            ToData = value => DataNode.Of((long)value),
            OfDigits = digits => InvariantText.TryLong(digits, out var number) ? number : null,
            Rule = "it must be a whole number that fits 64 bits",
            Zero = 0L,
            // The distance between the ends of a type's range is outside the range.
            Difference = (a, b) => (long)b < 0 && (long)a > long.MaxValue + (long)b ? null : (long)a - (long)b,
            ToDouble = value => (long)value,
            OfDouble = (count, _) => (long)count,
            IsWhole = true,
        },
        new(
            typeof(float), "float", "float",
            value => InvariantText.Of((double)(float)value),
            text => InvariantText.TryDouble(text, out var number) ? (float)number : null)
        {
            ToData = value => DataNode.Of((double)(float)value),
            OfDigits = digits => SingleOf(digits),
            Rule = Finite,
            Zero = 0d,
            Difference = (a, b) => (double)(float)a - (float)b,
            ToDouble = value => (float)value,
            OfDouble = (count, unit) => (float)(count / unit),
        },
        new(
            typeof(double), "double", "double",
            value => InvariantText.Of((double)value),
            text => InvariantText.TryDouble(text, out var number) ? number : null)
        {
            ToData = value => DataNode.Of((double)value),
            OfDigits = digits => DoubleOf(digits),
            Rule = Finite,
            Zero = 0d,
            Difference = (a, b) => (double)a - (double)b,
            ToDouble = value => (double)value,
            OfDouble = (count, unit) => count / unit,
        },
        new(
            typeof(decimal), "decimal", "decimal",
            value => ((decimal)value).ToString(CultureInfo.InvariantCulture),
            text => InvariantText.TryDecimal(text, out var number) ? number : null)
        {
            // A record keeps the zeros at its end; equal values share a text without them.
            EqualTextOf = value => InvariantText.Of((decimal)value),
            ToData = value => DataNode.Digits(InvariantText.Of((decimal)value)),
            OfDigits = digits => ExactOf(digits),
            Rule = "it must be a number with a decimal point, and a decimal must hold all its digits",
            Zero = 0m,
            Difference = (a, b) => (decimal)b < 0 && (decimal)a > decimal.MaxValue + (decimal)b ? null : (decimal)a - (decimal)b,
            ToDouble = value => (double)(decimal)value,
            OfDouble = (count, unit) => (decimal)count / unit,
        },
        new(
            typeof(DateTime), null, "date",
            value => InvariantText.Of(WithoutZone((DateTime)value)),
            text => InvariantText.TryDate(text, out var date) && date.Kind != DateTimeKind.Local ? date : null)
        {
            EqualTextOf = value => InvariantText.Of((DateTime)value),
            ToData = value => DataNode.Of(DateText((DateTime)value)),
            OfText = text => DateOf(text),
            Rule = "it must be a date such as \"2026-06-30\" or \"2026-06-30T16:00:00Z\", without an offset",
            Zero = TimeSpan.Zero,
            Difference = (a, b) => (DateTime)a - (DateTime)b,
        },
        new(
            typeof(TimeSpan), null, "duration",
            value => InvariantText.Of((TimeSpan)value),
            text => DurationOf(text))
        {
            ToData = value => DataNode.Of(InvariantText.Of((TimeSpan)value)),
            OfText = text => DurationOf(text),
            Rule = "it must be a length of time such as \"1.12:00:00\"",
            Zero = TimeSpan.Zero,
            Difference = (a, b) =>
                ((TimeSpan)b).Ticks < 0 && ((TimeSpan)a).Ticks > long.MaxValue + ((TimeSpan)b).Ticks ? null : (TimeSpan)a - (TimeSpan)b,
            ToDouble = value => ((TimeSpan)value).TotalDays,
        },
        new(
            typeof(Guid), null, "guid",
            value => ((Guid)value).ToString("D"),
            text => Guid.TryParseExact(text, "D", out var id) ? id : null)
        {
            ToData = value => DataNode.Of(((Guid)value).ToString("D")),
            OfText = text => Guid.TryParseExact(text, "D", out var id) ? id : null,
            Rule = "it must be a Guid such as \"6f9619ff-8b86-d011-b42d-00c04fc964ff\"",
        },
    ];

    private static readonly Dictionary<Type, ValueKind> ByType = Index();

    private ValueKind(Type type, string? keyword, string name, Func<object, string> textOf, Func<string, object?> parse)
    {
        Type = type;
        Keyword = keyword;
        Name = name;
        TextOf = textOf;
        Parse = parse;
    }

    public Type Type { get; }

    /// <summary>Its C# name, if that is not the name of its type.</summary>
    public string? Keyword { get; }

    /// <summary>Its name in records and declarations.</summary>
    public string Name { get; }

    /// <summary>The text of a value in records, the same on every target.</summary>
    public Func<object, string> TextOf { get; }

    /// <summary>The text that two equal values share.</summary>
    public Func<object, string> EqualTextOf { get => field ?? TextOf; init; }

    /// <summary>The value of a text in a record; <see langword="null"/> if it is not of the type.</summary>
    public Func<string, object?> Parse { get; }

    /// <summary>A value as data; <see langword="null"/> for a type that can't be read back from data.</summary>
    public Func<object, DataNode>? ToData { get; init; }

    /// <summary>For a number, the value of digits in data; <see langword="null"/> if they are not of the type.</summary>
    public Func<string, object?>? OfDigits { get; init; }

    /// <summary>For a type other than string that is a text in data, its value; <see langword="null"/> if it is not of the type.</summary>
    public Func<string, object?>? OfText { get; init; }

    /// <summary>What a value in data must be, for messages.</summary>
    public string Rule { get; init; } = "";

    /// <summary>A gap of 0; <see langword="null"/> if there are no gaps.</summary>
    public object? Zero { get; init; }

    /// <summary>
    /// The distance from the second, smaller value to the first; <see langword="null"/> if no type can hold it, and for a type without
    /// distances.
    /// </summary>
    public Func<object, object, object?>? Difference { get; init; }

    /// <summary>The value as a number on a curve.</summary>
    public Func<object, double>? ToDouble { get; init; }

    /// <summary>The value of a number of parts, given how many make a whole; <see langword="null"/> beyond the type's range.</summary>
    public Func<double, long, object?>? OfDouble { get; init; }

    /// <summary>Whether it holds only whole numbers.</summary>
    public bool IsWhole { get; init; }

    public bool IsNumber => OfDigits is not null;

    /// <summary>The row of a type; <see langword="null"/> if it has none.</summary>
    public static ValueKind? Of(Type type) => ByType.TryGetValue(type, out var kind) ? kind : null;

    /// <summary>The row of a name in records; <see langword="null"/> if there is none.</summary>
    public static ValueKind? Named(string name) => Array.Find(All, kind => kind.Name == name);

    /// <summary>The date as it is: one of kind Local would be written with the time zone of the machine.</summary>
    public static DateTime WithoutZone(DateTime date) =>
        date.Kind == DateTimeKind.Local ? DateTime.SpecifyKind(date, DateTimeKind.Unspecified) : date;

    private static Dictionary<Type, ValueKind> Index()
    {
        var index = new Dictionary<Type, ValueKind>(All.Length);
        foreach (var kind in All) index.Add(kind.Type, kind);
        return index;
    }

    private static object? WholeOf(string text) =>
        InvariantText.TryLong(text, out var number) && number is >= int.MinValue and <= int.MaxValue ? (int)number : null;

    private static object? ExactOf(string digits) =>
        decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
            && JsonNumber.AreEqual(digits, InvariantText.Of(exact)) ? exact : null;

    private static double? DoubleOf(string digits) =>
        InvariantText.TryDouble(digits, out var number) && !double.IsInfinity(number) && (number != 0 || JsonNumber.IsZero(digits))
            ? number : null;

    private static object? SingleOf(string digits)
    {
        if (DoubleOf(digits) is not { } number) return null;
        var single = (float)number;
        return float.IsInfinity(single) || (single == 0 && number != 0) ? null : single;
    }

    private static object? DurationOf(string text) => InvariantText.TryDuration(text, out var duration) ? duration : null;

    // A date with an offset would be converted to the time zone of the machine.
    private static object? DateOf(string text)
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
}
