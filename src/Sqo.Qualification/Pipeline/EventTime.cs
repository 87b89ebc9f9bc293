using System;
using System.Globalization;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// When something happened: at a moment, or on a day of which the time is not known. Two are equal when both of their values are. What is
/// wrong with one is found when the record that holds it is read.
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

    /// <summary>Whether the day alone is known.</summary>
    public bool IsDayOnly { get; }

    internal int Day => DayNumber.Of(Value);

    /// <summary>A moment of which the time of day is known.</summary>
    /// <param name="moment">The moment; of any kind but local.</param>
    /// <returns>The time.</returns>
    public static EventTime At(DateTime moment) => new(moment, false);

    /// <summary>A day of which nothing more is known.</summary>
    /// <param name="day">The day, of any kind but local; its time of day is dropped.</param>
    /// <returns>The time.</returns>
    public static EventTime OnDay(DateTime day) => new(day.Date, true);

    /// <summary>"2026-03-02", or "2026-03-02T14:30:00" to the second when the time of day is known; in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => IsDayOnly ? DayNumber.Text(Day) : Value.ToString("s", CultureInfo.InvariantCulture);

    /// <summary>Whether this was certainly before another: on one day neither is, unless both moments are known.</summary>
    internal bool IsBefore(EventTime other) => IsDayOnly || other.IsDayOnly ? Day < other.Day : Value.Ticks < other.Value.Ticks;
}
