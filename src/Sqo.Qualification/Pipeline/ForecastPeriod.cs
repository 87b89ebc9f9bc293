using System;
using System.Collections.Generic;
using System.Globalization;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Consecutive days, including the first and the last. Two periods are equal if both days are equal, however they were created.
/// Immutable; the default value is the single day 0001-01-01.
/// </summary>
public readonly struct ForecastPeriod : IEquatable<ForecastPeriod>, IComparable<ForecastPeriod>
{
    private readonly int _first;
    private readonly int _last;

    private ForecastPeriod(int first, int last)
    {
        _first = first;
        _last = last;
    }

    /// <summary>The first day.</summary>
    public DateTime First => DayNumber.Date(_first);

    /// <summary>The last day; all of it is inside.</summary>
    public DateTime Last => DayNumber.Date(_last);

    /// <summary>The number of days, 1 or more.</summary>
    public int Days => _last - _first + 1;

    /// <summary>Whether it is a whole calendar month.</summary>
    public bool IsMonth => MonthOf(First) == this;

    /// <summary>Whether it is a whole calendar quarter.</summary>
    public bool IsQuarter => QuarterOf(First) == this;

    internal int FirstDay => _first;

    internal int LastDay => _last;

    /// <summary>Creates a period from its first and last day.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day, not before the first.</param>
    /// <returns>The period.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="last"/> is before <paramref name="first"/>.</exception>
    /// <exception cref="ArgumentException">A day has kind Local.</exception>
    public static ForecastPeriod Of(DateTime first, DateTime last)
    {
        var from = DayNumber.Checked(first);
        var to = DayNumber.Checked(last);
        return to >= from
            ? new(from, to)
            : throw new ArgumentOutOfRangeException(
                nameof(last), last, $"last is {DayNumber.Text(to)}; it must not be before first, {DayNumber.Text(from)}.");
    }

    /// <summary>Creates a calendar month.</summary>
    /// <param name="year">From 1 to 9999.</param>
    /// <param name="month">From 1 to 12.</param>
    /// <returns>The month.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static ForecastPeriod Month(int year, int month) => Months(year, Within(1, month, 12), 1);

    /// <summary>Creates a calendar quarter.</summary>
    /// <param name="year">From 1 to 9999.</param>
    /// <param name="quarter">From 1 to 4.</param>
    /// <returns>The quarter.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static ForecastPeriod Quarter(int year, int quarter) => Months(year, (3 * Within(1, quarter, 4)) - 2, 3);

    /// <summary>Gets the calendar month of a day.</summary>
    /// <param name="date">The day.</param>
    /// <returns>The month.</returns>
    /// <exception cref="ArgumentException"><paramref name="date"/> has kind Local.</exception>
    public static ForecastPeriod MonthOf(DateTime date)
    {
        DayNumber.Checked(date);
        return Months(date.Year, date.Month, 1);
    }

    /// <summary>Gets the calendar quarter of a day.</summary>
    /// <param name="date">The day.</param>
    /// <returns>The quarter.</returns>
    /// <exception cref="ArgumentException"><paramref name="date"/> has kind Local.</exception>
    public static ForecastPeriod QuarterOf(DateTime date)
    {
        DayNumber.Checked(date);
        return Quarter(date.Year, ((date.Month - 1) / 3) + 1);
    }

    /// <summary>
    /// Gets the first whole calendar months that begin after a day: after September 30, and after September 1, October is the first.
    /// </summary>
    /// <param name="asOf">The day.</param>
    /// <param name="count">How many, 1 or more.</param>
    /// <returns>The months, ascending.</returns>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> has kind Local.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1, or a month is after the year 9999.</exception>
    public static IReadOnlyList<ForecastPeriod> NextMonths(DateTime asOf, int count) =>
        Following(MonthOf(asOf), Guard.AtLeast(1, count), 1);

    /// <summary>Gets the first whole calendar quarters that begin after a day.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="count">How many, 1 or more.</param>
    /// <returns>The quarters, ascending.</returns>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> has kind Local.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1, or a quarter is after the year 9999.</exception>
    public static IReadOnlyList<ForecastPeriod> NextQuarters(DateTime asOf, int count) =>
        Following(QuarterOf(asOf), Guard.AtLeast(1, count), 3);

    /// <summary>Gets the part of the period that is still to come at the end of a day.</summary>
    /// <param name="asOf">The day.</param>
    /// <returns>The days after it; <see langword="null"/> if there are none.</returns>
    /// <exception cref="ArgumentException"><paramref name="asOf"/> has kind Local.</exception>
    public ForecastPeriod? After(DateTime asOf)
    {
        var day = DayNumber.Checked(asOf);
        return day >= _last ? null : new(Math.Max(day + 1, _first), _last);
    }

    /// <summary>Determines whether a day is in the period.</summary>
    /// <param name="date">The day.</param>
    /// <returns><see langword="true"/> if it is neither before the first nor after the last day.</returns>
    /// <exception cref="ArgumentException"><paramref name="date"/> has kind Local.</exception>
    public bool Contains(DateTime date) => Holds(DayNumber.Checked(date));

    /// <inheritdoc/>
    public bool Equals(ForecastPeriod other) => _first == other._first && _last == other._last;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ForecastPeriod other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((_first * 397) ^ _last);

    /// <summary>Compares by the first day, then by the last.</summary>
    /// <param name="other">The other period.</param>
    /// <returns>Below 0 when this one comes before the other, above 0 when after it, 0 when they are equal.</returns>
    public int CompareTo(ForecastPeriod other) => _first != other._first ? _first.CompareTo(other._first) : _last.CompareTo(other._last);

    /// <summary>"2017-10" for a month, "2017 Q4" for a quarter, otherwise "2017-10-03..2017-11-12"; in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        var first = First;
        if (IsMonth) return first.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        return IsQuarter
            ? first.ToString("yyyy", CultureInfo.InvariantCulture) + " Q" + InvariantText.Of(((first.Month - 1) / 3) + 1L)
            : DayNumber.Text(_first) + ".." + DayNumber.Text(_last);
    }

    /// <summary>Whether both days are equal.</summary>
    /// <param name="left">A period.</param>
    /// <param name="right">A period.</param>
    /// <returns>Whether they are the same days.</returns>
    public static bool operator ==(ForecastPeriod left, ForecastPeriod right) => left.Equals(right);

    /// <summary>Whether the first or the last day differs.</summary>
    /// <param name="left">A period.</param>
    /// <param name="right">A period.</param>
    /// <returns>Whether they are not the same days.</returns>
    public static bool operator !=(ForecastPeriod left, ForecastPeriod right) => !left.Equals(right);

    internal bool Holds(int day) => day >= _first && day <= _last;

    private static IReadOnlyList<ForecastPeriod> Following(ForecastPeriod period, int count, int months)
    {
        // Checked before the array is allocated: the count may be any integer.
        var left = (((9999 - period.Last.Year) * 12) + 12 - period.Last.Month) / months;
        if (count > left) throw new ArgumentOutOfRangeException(
            nameof(count), count, $"count is {InvariantText.Of((long)count)}; no period may lie after the year 9999.");
        var next = new ForecastPeriod[count];
        for (var i = 0; i < count; i++)
        {
            var first = DayNumber.Date(period._last + 1);
            period = next[i] = Months(first.Year, first.Month, months);
        }

        return Array.AsReadOnly(next);
    }

    private static ForecastPeriod Months(int year, int month, int count)
    {
        Within(1, year, 9999);
        // Not computed from the first day after it: the last representable month has none.
        var last = new DateTime(year, month + count - 1, DateTime.DaysInMonth(year, month + count - 1));
        return new(DayNumber.Of(new DateTime(year, month, 1)), DayNumber.Of(last));
    }

    private static int Within(
        int least,
        int value,
        int greatest,
        [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(value))] string? name = null) =>
        value >= least && value <= greatest
            ? value
            : throw new ArgumentOutOfRangeException(
                name, value,
                $"{name} is {InvariantText.Of((long)value)}; it must lie from {InvariantText.Of((long)least)} to " +
                $"{InvariantText.Of((long)greatest)}.");
}
