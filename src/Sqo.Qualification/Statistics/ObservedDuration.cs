using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// How long something was seen, and what ended it: the input of <see cref="KaplanMeier"/> and <see cref="AalenJohansen"/>. Times are in
/// a unit that the caller chooses, the same for all. Two are equal if all three of their values are.
/// </summary>
public readonly record struct ObservedDuration
{
    /// <summary>The cause if nothing ended it: it was still going on when it was last seen (right censoring).</summary>
    public const int Censored = 0;

    /// <summary>The highest number of a cause.</summary>
    public const int GreatestCause = 64;

    /// <summary>Creates the duration of something that was seen from one time of its life to another.</summary>
    /// <param name="end">When it ended, or was last seen, counted from its beginning; not below <paramref name="entry"/>.</param>
    /// <param name="cause">What ended it, from 1 to 64; 0 if it was still going on.</param>
    /// <param name="entry">
    /// When it could first be seen, counted from its beginning, 0 or above: above 0 if records begin after it did (left truncation,
    /// delayed entry). The default is 0.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A time is negative or not finite, <paramref name="end"/> is below <paramref name="entry"/>, or <paramref name="cause"/> is not from
    /// 0 to 64.
    /// </exception>
    public ObservedDuration(double end, int cause, double entry = 0)
    {
        Entry = Guard.NotNegative(entry);
        End = Guard.NotNegative(end) >= entry
            ? end
            : throw new ArgumentOutOfRangeException(
                nameof(end), end, $"end is {InvariantText.Of(end)}; it must not be below entry, {InvariantText.Of(entry)}.");
        Cause = (int)Guard.Within(Censored, cause, GreatestCause);
    }

    /// <summary>When it could first be seen.</summary>
    public double Entry { get; }

    /// <summary>When it ended, or was last seen.</summary>
    public double End { get; }

    /// <summary>What ended it, from 1 to 64; 0 if it was still going on when it was last seen.</summary>
    public int Cause { get; }
}
