using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// What became of one lead with its opportunities, or of one opportunity without a lead, by the end of a day. A lead counts once for each
/// event, however many opportunities it has.
/// </summary>
internal sealed class FunnelUnit
{
    private const int NotReached = -1;

    // The day of each event, DayNumber.None if only the day is unknown.
    private readonly int[] _reached = [NotReached, NotReached, NotReached, NotReached, NotReached, NotReached];

    public FunnelUnit(Lead? lead, IReadOnlyList<Opportunity> opportunities, int today)
    {
        Lead = lead;
        if (lead is not null) Take(lead.Funnel, lead.Touchpoints, today);
        var isOpen = false;
        var lost = DayNumber.None;
        foreach (var opportunity in opportunities)
        {
            Take(opportunity.Funnel, opportunity.Touchpoints, today);
            First = Earlier(First, opportunity.CreatedDay, today);
            if (opportunity.IsOpen || opportunity.ClosedDay > today) isOpen = true;
            else if (opportunity.Outcome == OpportunityOutcome.Lost) lost = Math.Max(lost, opportunity.ClosedDay);
            else Reach((int)ConversionEvent.Won, opportunity.ClosedDay);
        }

        if (lead?.Funnel[FunnelStage.Closed] is { } closed && closed.Day <= today) lost = Math.Max(lost, closed.Day);
        // Whoever reached a later stage has reached those before it: a skip counts as reached.
        for (var i = _reached.Length - 1; i > 0; i--)
        {
            if (_reached[i] != NotReached && _reached[i - 1] == NotReached) _reached[i - 1] = DayNumber.None;
        }

        LostDay = HasReached(ConversionEvent.Won) || isOpen ? DayNumber.None : lost;
    }

    /// <summary>The lead; null for an opportunity without one.</summary>
    public Lead? Lead { get; }

    /// <summary>The day of the first contact; None if it is unknown.</summary>
    public int First { get; private set; }

    /// <summary>The day on which the last of its opportunities was lost; None if one is open or won, or there is none.</summary>
    public int LostDay { get; }

    public bool IsLost => LostDay != DayNumber.None;

    /// <summary>Whether it was lost before it became an SQO.</summary>
    public bool IsRejected => IsLost && !HasReached(ConversionEvent.QualifiedOpportunity);

    public decimal WonValue { get; private set; }

    public decimal Refunded { get; private set; }

    public int WonWithoutValue { get; private set; }

    public decimal ExpectedValue { get; private set; }

    public int OpenWithoutExpectation { get; private set; }

    /// <summary>What came in on which day, refunds below 0.</summary>
    public List<(int Day, decimal Amount)>? Income { get; private set; }

    public bool HasReached(ConversionEvent reached) => reached == ConversionEvent.Lead || _reached[(int)reached] != NotReached;

    /// <summary>The day of an event; None if it is unknown, or was not reached.</summary>
    public int DayOf(ConversionEvent reached) => Math.Max(_reached[(int)reached], DayNumber.None);

    /// <summary>Whether something is known to have happened before the first contact.</summary>
    public bool IsOutOfOrder(ConversionEvent reached) =>
        First != DayNumber.None && DayOf(reached) is not DayNumber.None and var day && day < First;

    /// <summary>
    /// How long it took from the first contact to an event, in days, or how long it has not happened. A lead that was lost before an
    /// event will never reach it: until the given day it still counts as one that has not.
    /// </summary>
    /// <returns><see langword="null"/> if one of the days is unknown, or the event was before the first contact.</returns>
    public ObservedDuration? To(ConversionEvent reached, int today, bool isLossCause)
    {
        if (First == DayNumber.None) return null;
        if (HasReached(reached))
        {
            var day = DayOf(reached);
            return day == DayNumber.None || day < First ? null : new(day - First, 1);
        }

        return isLossCause && LostDay >= First ? new(LostDay - First, 2) : new(today - First, ObservedDuration.Censored);
    }

    public void Won(int day, decimal? value)
    {
        if (value is not { } known)
        {
            WonWithoutValue++;
            return;
        }

        WonValue += known;
        (Income ??= []).Add((day, known));
    }

    public void Refund(int day, decimal amount)
    {
        Refunded += amount;
        (Income ??= []).Add((day, -amount));
    }

    public void Expect(double probability, decimal? amount)
    {
        if (amount is not { } known || double.IsNaN(probability)) OpenWithoutExpectation++;
        else ExpectedValue += known * (decimal)probability;
    }

    private void Take(FunnelTimes funnel, IReadOnlyList<Touchpoint> touchpoints, int today)
    {
        for (var stage = FunnelStage.Lead; stage < FunnelStage.Closed; stage++)
        {
            if (funnel[stage] is { } time && time.Day <= today) Reach((int)stage, time.Day);
        }

        First = Earlier(First, funnel[FunnelStage.Lead]?.Day ?? DayNumber.None, today);
        if (touchpoints.Count > 0) First = Earlier(First, touchpoints[0].Day, today);
    }

    private void Reach(int reached, int day) =>
        _reached[reached] = _reached[reached] == NotReached ? day : Math.Min(_reached[reached], day);

    private static int Earlier(int first, int day, int today) =>
        day == DayNumber.None || day > today ? first : first == DayNumber.None ? day : Math.Min(first, day);
}
