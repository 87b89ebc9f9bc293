using System;
using System.Globalization;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// When something happened: at a moment, or on a day whose time of day is unknown. Two are equal if both of their values are equal.
/// The value is validated when the record that contains it is read.
/// </summary>
public readonly record struct EventTime
{
    private EventTime(DateTime value, bool isDayOnly)
    {
        Value = value;
        IsDayOnly = isDayOnly;
    }

    /// <summary>The moment, or midnight of the day.</summary>
    public DateTime Value { get; }

    /// <summary>Whether only the day is known.</summary>
    public bool IsDayOnly { get; }

    internal int Day => DayNumber.Of(Value);

    /// <summary>Creates a time whose time of day is known.</summary>
    /// <param name="moment">The moment, of any kind except Local.</param>
    /// <returns>The time.</returns>
    public static EventTime At(DateTime moment) => new(moment, false);

    /// <summary>Creates a time of which only the day is known.</summary>
    /// <param name="day">The day, of any kind except Local; its time of day is dropped.</param>
    /// <returns>The time.</returns>
    public static EventTime OnDay(DateTime day) => new(day.Date, true);

    /// <summary>"2026-03-02", or "2026-03-02T14:30:00" to the second when the time of day is known; in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => IsDayOnly ? DayNumber.Text(Day) : Value.ToString("s", CultureInfo.InvariantCulture);

    /// <summary>Whether this was certainly before another: on the same day neither was, unless both times of day are known.</summary>
    internal bool IsBefore(EventTime other) => IsDayOnly || other.IsDayOnly ? Day < other.Day : Value.Ticks < other.Value.Ticks;
}
