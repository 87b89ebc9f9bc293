using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// When the money of a won deal is due: on the closing day, in installments on given days, or in equal payments over a term. A deal is
/// booked when it is won; a schedule says when it is billed, or recognized, whichever the caller's dates stand for. Immutable.
/// </summary>
public sealed class RevenueSchedule
{
    private const int LongestTerm = 1_200;
    private const int LastYear = 9999;
    private const int Cents = 2;

    private readonly Installment[] _installments;
    private readonly int _payments;
    private readonly int _everyMonths;
    private readonly DateTime? _start;

    private RevenueSchedule(Installment[] installments, int payments, int everyMonths, DateTime? start)
    {
        _installments = installments;
        _payments = payments;
        _everyMonths = everyMonths;
        _start = start;
    }

    /// <summary>Everything on the closing day.</summary>
    public static RevenueSchedule Upfront { get; } = Recurring(payments: 1);

    /// <summary>Creates a schedule of equal installments on given days.</summary>
    /// <param name="days">The days, in any order; at least one. Installments of days before the deal closes are due on the closing
    /// day.</param>
    /// <returns>The schedule.</returns>
    /// <exception cref="ArgumentException">There are no days, or one has kind Local.</exception>
    public static RevenueSchedule Installments(params DateTime[] days) =>
        Installments(Guard.NotNull(days).Select(day => new Installment(day)));

    /// <summary>Creates a schedule of installments on given days.</summary>
    /// <param name="installments">
    /// The installments, in any order; at least one. Those of days before the deal closes are due on the closing day.
    /// </param>
    /// <returns>The schedule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="installments"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no installment, or one was not created by its constructor.</exception>
    public static RevenueSchedule Installments(IEnumerable<Installment> installments)
    {
        Installment[] all = [.. Guard.NotNull(installments).OrderBy(each => each.Day)];
        if (all.Length == 0) throw new ArgumentException("There is no installment; a schedule has at least one.", nameof(installments));
        if (Array.Exists(all, each => each.Weight <= 0)) throw new ArgumentException(
            "An installment has a weight of 0; it must be above 0.", nameof(installments));
        return new(all, 0, 0, null);
    }

    /// <summary>Creates a schedule of equal payments at a regular interval, such as twelve monthly ones.</summary>
    /// <param name="payments">The number of payments, from 1 to 1,200.</param>
    /// <param name="everyMonths">
    /// The number of months from one payment to the next, 1 or more; all payments within 1,200 months. The default is 1.
    /// </param>
    /// <param name="start">
    /// The day of the first payment; if the deal closes later, it is the closing day. The default is the closing day.
    /// </param>
    /// <returns>The schedule.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    /// <exception cref="ArgumentException"><paramref name="start"/> has kind Local.</exception>
    public static RevenueSchedule Recurring(int payments, int everyMonths = 1, DateTime? start = null)
    {
        Guard.Within(1, payments, LongestTerm);
        Guard.Within(1, everyMonths, LongestTerm);
        if ((payments - 1L) * everyMonths > LongestTerm) throw new ArgumentOutOfRangeException(
            nameof(payments), payments,
            $"{InvariantText.Of((long)payments)} payments every {InvariantText.Of((long)everyMonths)} months take " +
            $"{InvariantText.Of((payments - 1L) * everyMonths)} months; the most is {InvariantText.Of((long)LongestTerm)}.");
        return new([], payments, everyMonths, DayNumber.Checked(start) is { } day ? DayNumber.Date(day) : null);
    }

    /// <summary>
    /// Gets what is due when. The parts are whole cents, or have the decimal places of the amount if these are more, and add up to it
    /// exactly: they are rounded by the largest remainder, ties to the earlier part.
    /// </summary>
    /// <param name="amount">The amount, 0 or above.</param>
    /// <param name="closed">The day the deal is won.</param>
    /// <returns>The amounts by day, ascending; one per day.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is below 0, or a day is after the year 9999.</exception>
    /// <exception cref="ArgumentException"><paramref name="closed"/> has kind Local.</exception>
    public IReadOnlyList<ScheduledAmount> Due(decimal amount, DateTime closed)
    {
        if (amount < 0) throw new ArgumentOutOfRangeException(nameof(amount), amount,
            $"amount is {InvariantText.Of(amount)}; it must be 0 or above.");
        var from = DayNumber.Date(DayNumber.Checked(closed));
        var days = DaysFrom(from);
        var weight = days.Sum(each => each.Weight);
        var parts = Array.ConvertAll(days, each => amount * (each.Weight / weight));
        // An amount of the last decimal place can't be divided.
        if (Array.TrueForAll(parts, part => part == 0)) parts[0] = amount;
        parts = LargestRemainder.Round(amount, parts, Cents);
        var due = new List<ScheduledAmount>();
        for (var i = 0; i < parts.Length;)
        {
            var (day, sum) = (days[i].Day, 0m);
            for (; i < parts.Length && days[i].Day == day; i++) sum += parts[i];
            due.Add(new(day, sum));
        }

        return due.AsReadOnly();
    }

    private Installment[] DaysFrom(DateTime closed)
    {
        if (_installments.Length > 0) return Array.ConvertAll(_installments, each => each.Day < closed ? new(closed, each.Weight) : each);
        var start = _start is { } given && given > closed ? given : closed;
        var months = (_payments - 1) * _everyMonths;
        if (months > ((LastYear - start.Year) * 12) + 12 - start.Month) throw new ArgumentOutOfRangeException(
            nameof(closed), closed,
            $"The payments start on {DayNumber.Text(DayNumber.Of(start))} and take {InvariantText.Of((long)months)} months; " +
            "no day may be after the year 9999.");
        var days = new Installment[_payments];
        for (var i = 0; i < days.Length; i++) days[i] = new(start.AddMonths(i * _everyMonths));
        return days;
    }
}
