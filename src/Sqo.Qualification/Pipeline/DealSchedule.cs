using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>When the one-off part of a deal, the part that recurs, and its renewals are due. Immutable.</summary>
public sealed class DealSchedule
{
    private const int MonthsOfYear = 12;

    /// <summary>Creates the schedule of a deal.</summary>
    /// <param name="oneOff">When the one-off part is due. The default is <see cref="RevenueSchedule.Upfront"/>.</param>
    /// <param name="recurring">When the part that recurs is due. The default is twelve monthly payments from the closing day.</param>
    /// <param name="renewals">The renewals, in any order. The default is none.</param>
    /// <param name="recurringShare">
    /// The share that recurs of the amount of a deal whose parts are unknown, from 0 to 1. The default is unknown: such an amount counts as
    /// one-off, and the deal is listed.
    /// </param>
    /// <exception cref="ArgumentException">A renewal is <see langword="null"/>, or two are on one day.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="recurringShare"/> is not from 0 to 1.</exception>
    public DealSchedule(
        RevenueSchedule? oneOff = null, RevenueSchedule? recurring = null, IEnumerable<Renewal>? renewals = null,
        decimal? recurringShare = null)
    {
        OneOff = oneOff ?? RevenueSchedule.Upfront;
        Recurring = recurring ?? RevenueSchedule.Recurring(MonthsOfYear);
        Renewal[] all = [.. renewals ?? []];
        if (Array.IndexOf(all, null!) >= 0) throw new ArgumentException("One of the renewals is null.", nameof(renewals));
        all = [.. all.OrderBy(renewal => renewal.Day)];
        for (var i = 1; i < all.Length; i++)
        {
            if (all[i].Day == all[i - 1].Day) throw new ArgumentException(
                $"Two renewals are on {DayNumber.Text(DayNumber.Of(all[i].Day))}; a deal is renewed once on a day.", nameof(renewals));
        }

        Renewals = Array.AsReadOnly(all);
        if (recurringShare is < 0 or > 1) throw new ArgumentOutOfRangeException(
            nameof(recurringShare), recurringShare,
            $"recurringShare is {InvariantText.Of(recurringShare.Value)}; it must lie from 0 to 1.");
        RecurringShare = recurringShare;
    }

    /// <summary>Everything on the closing day, without renewals.</summary>
    public static DealSchedule Upfront { get; } = new(recurring: RevenueSchedule.Upfront);

    /// <summary>When the one-off part is due.</summary>
    public RevenueSchedule OneOff { get; }

    /// <summary>When the part that recurs is due.</summary>
    public RevenueSchedule Recurring { get; }

    /// <summary>The renewals, by day.</summary>
    public IReadOnlyList<Renewal> Renewals { get; }

    /// <summary>The share that recurs of the amount of a deal whose parts are unknown; <see langword="null"/> if it is unknown
    /// too.</summary>
    public decimal? RecurringShare { get; }

    /// <summary>The part of an amount that recurs, in proportion to the parts of the deal; <see langword="null"/> if unknown.</summary>
    internal decimal? RecurringOf(decimal amount, Opportunity? deal)
    {
        if (deal is not { RecurringAmount: { } recurring, Amount: { } whole }) return amount * RecurringShare;
        return whole == amount ? recurring : whole == 0 ? 0 : amount * (recurring / whole);
    }
}
