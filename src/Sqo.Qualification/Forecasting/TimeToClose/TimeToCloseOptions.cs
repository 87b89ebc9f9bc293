using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>How the time to close is learned. Immutable.</summary>
public sealed class TimeToCloseOptions
{
    /// <summary>Options, all with defaults.</summary>
    /// <param name="segment">
    /// The segment of a deal, from what is known while it is open; <see langword="null"/> is a segment of its own. Unless told, deals
    /// with an account and those without.
    /// </param>
    /// <param name="segmentStrength">How many closings the whole counts for beside a segment's own, above 0.</param>
    /// <param name="followsCalendar">Whether the month of the quarter, the month of the year and working days change the rates.</param>
    /// <param name="calendarStrength">How many closings no effect of the calendar counts for, above 0.</param>
    /// <param name="youngDays">The age in days below which a deal is young: the months of a quarter move young and older deals apart. 0 or more.</param>
    /// <param name="minimumWon">How many won deals it takes to learn, at least 1.</param>
    /// <param name="minimumDays">Over how many days closings must have been seen, at least 1.</param>
    /// <value>Deals with and without an account; 20 closings for both strengths; the calendar; 30 days; 20 won deals; 28 days.</value>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside of its range.</exception>
    public TimeToCloseOptions(
        Func<Opportunity, string?>? segment = null,
        double segmentStrength = 20,
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

    /// <summary>All the defaults.</summary>
    public static TimeToCloseOptions Default { get; } = new();

    /// <summary>The segment of a deal.</summary>
    public Func<Opportunity, string?> Segment { get; }

    /// <summary>How many closings the whole counts for beside a segment's own.</summary>
    public double SegmentStrength { get; }

    /// <summary>Whether the calendar changes the rates.</summary>
    public bool FollowsCalendar { get; }

    /// <summary>How many closings no effect of the calendar counts for.</summary>
    public double CalendarStrength { get; }

    /// <summary>The age in days below which a deal is young.</summary>
    public int YoungDays { get; }

    /// <summary>How many won deals it takes to learn.</summary>
    public int MinimumWon { get; }

    /// <summary>Over how many days closings must have been seen.</summary>
    public int MinimumDays { get; }
}
