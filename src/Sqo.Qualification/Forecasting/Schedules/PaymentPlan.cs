using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>
/// The payments of a deal that is won on a day, by the period they fall into: those that follow from winning it, and those of each renewal.
/// </summary>
internal sealed class PaymentPlan
{
    private readonly Dictionary<int, (decimal OneOff, decimal Recurring)> _booked = [];
    private readonly List<(double Probability, Dictionary<int, decimal> Amounts)> _renewals = [];

    private PaymentPlan()
    {
    }

    /// <summary>What follows from winning it, by the index of the period.</summary>
    public IReadOnlyDictionary<int, (decimal OneOff, decimal Recurring)> Booked => _booked;

    /// <summary>The renewals after that day, each with its probability if all earlier ones were made.</summary>
    public IReadOnlyList<(double Probability, Dictionary<int, decimal> Amounts)> Renewals => _renewals;

    /// <param name="schedule">The schedule.</param>
    /// <param name="amount">The amount.</param>
    /// <param name="recurring">The part of it that recurs.</param>
    /// <param name="closed">The day it is won.</param>
    /// <param name="placeOf">Gets the index of the period of a day.</param>
    public static PaymentPlan Of(DealSchedule schedule, decimal amount, decimal recurring, DateTime closed, Func<DateTime, int> placeOf)
    {
        var plan = new PaymentPlan();
        foreach (var due in Due(schedule.OneOff, amount - recurring, closed)) plan.Book(placeOf(due.Day), due.Amount, 0);
        foreach (var due in Due(schedule.Recurring, recurring, closed)) plan.Book(placeOf(due.Day), 0, due.Amount);
        foreach (var renewal in schedule.Renewals)
        {
            if (renewal.Day <= closed) continue;
            var amounts = new Dictionary<int, decimal>();
            foreach (var due in Due(renewal.Schedule ?? schedule.Recurring, renewal.Amount ?? recurring, renewal.Day))
            {
                var place = placeOf(due.Day);
                amounts.TryGetValue(place, out var sum);
                amounts[place] = sum + due.Amount;
            }

            plan._renewals.Add((renewal.Probability, amounts));
        }

        return plan;
    }

    private static IReadOnlyList<ScheduledAmount> Due(RevenueSchedule schedule, decimal amount, DateTime from) =>
        amount == 0 ? [] : schedule.Due(amount, from);

    private void Book(int place, decimal oneOff, decimal recurring)
    {
        _booked.TryGetValue(place, out var sum);
        _booked[place] = (sum.OneOff + oneOff, sum.Recurring + recurring);
    }
}
