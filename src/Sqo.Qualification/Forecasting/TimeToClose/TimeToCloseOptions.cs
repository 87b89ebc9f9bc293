using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>How the time to close is learned. Immutable.</summary>
public sealed class TimeToCloseOptions
{
    /// <summary>Creates options.</summary>
    /// <param name="segment">
    /// The segment of a deal, from values known while it is open; deals with <see langword="null"/> form a separate segment. The default is
    /// deals with an account and deals without.
    /// </param>
    /// <param name="segmentStrength">
    /// The number of closings that the whole counts as, next to those of a segment, above 0. The default is 10: segments usually differ
    /// by about a third.
    /// </param>
    /// <param name="followsCalendar">
    /// Whether the month of the quarter, the month of the year and working days change the rates. The default is <see langword="true"/>.
    /// </param>
    /// <param name="calendarStrength">
    /// The number of closings that the assumption of no calendar effect counts as, above 0. The default is 20.
    /// </param>
    /// <param name="youngDays">
    /// The age in days below which a deal is young: the months of a quarter affect young and older deals differently. 0 or more. The
    /// default is 30.
    /// </param>
    /// <param name="minimumWon">The number of won deals needed to learn, at least 1. The default is 20.</param>
    /// <param name="minimumDays">
    /// The number of days over which closings must have been observed, at least 1. The default is 28.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public TimeToCloseOptions(
        Func<Opportunity, string?>? segment = null,
        double segmentStrength = 10,
        bool followsCalendar = true,
        double calendarStrength = 20,
        int youngDays = 30,
        int minimumWon = 20,
        int minimumDays = 28)
    {
        Segment = segment ?? (static opportunity => opportunity.Account is null ? "no account" : "account");
        SegmentStrength = Guard.Positive(segmentStrength);
        FollowsCalendar = followsCalendar;
        CalendarStrength = Guard.Positive(calendarStrength);
        YoungDays = Guard.NotNegative(youngDays);
        MinimumWon = Guard.AtLeast(1, minimumWon);
        MinimumDays = Guard.AtLeast(1, minimumDays);
    }

    /// <summary>The default options.</summary>
    public static TimeToCloseOptions Default { get; } = new();

    /// <summary>The segment of a deal.</summary>
    public Func<Opportunity, string?> Segment { get; }

    /// <summary>The number of closings that the whole counts as, next to those of a segment.</summary>
    public double SegmentStrength { get; }

    /// <summary>Whether the calendar changes the rates.</summary>
    public bool FollowsCalendar { get; }

    /// <summary>The number of closings that the assumption of no calendar effect counts as.</summary>
    public double CalendarStrength { get; }

    /// <summary>The age in days below which a deal is young.</summary>
    public int YoungDays { get; }

    /// <summary>The number of won deals needed to learn.</summary>
    public int MinimumWon { get; }

    /// <summary>The number of days over which closings must have been observed.</summary>
    public int MinimumDays { get; }
}
