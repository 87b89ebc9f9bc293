using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// How long a deal was observed, in whole days of age, and how it ended: the input of <see cref="CumulativeIncidence"/>.
/// Two are equal if all three of their values are equal.
/// </summary>
public readonly record struct DealLifetime
{
    // The maximum number of days between two dates.
    private const int MostDays = 3_652_058;

    /// <summary>Creates the lifetime of a deal that was observed from one age to another.</summary>
    /// <param name="entryAge">
    /// The age at which it could first be observed, 0 or more: above 0 if the records begin after the deal (left truncation,
    /// delayed entry).
    /// </param>
    /// <param name="age">
    /// The age at which it was won or lost; for an open deal, its age on the last known day. Not below <paramref name="entryAge"/>, at most
    /// 3,652,058.
    /// </param>
    /// <param name="outcome">How it ended; an open deal is censored.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// An age is negative or above 3,652,058, the second is below the first, or the outcome is not a defined one.
    /// </exception>
    public DealLifetime(int entryAge, int age, OpportunityOutcome outcome)
    {
        EntryAge = (int)Guard.Within(0, entryAge, MostDays);
        Age = (int)Guard.Within(entryAge, age, MostDays);
        Outcome = outcome is OpportunityOutcome.Open or OpportunityOutcome.Won or OpportunityOutcome.Lost
            ? outcome
            : throw new ArgumentOutOfRangeException(nameof(outcome), outcome, $"outcome is {InvariantText.Of((long)outcome)}; it must be Open, Won or Lost.");
    }

    /// <summary>The age in days at which it could first be observed.</summary>
    public int EntryAge { get; }

    /// <summary>The age in days at which it was won or lost, or up to which it is known to be open.</summary>
    public int Age { get; }

    /// <summary>How it ended.</summary>
    public OpportunityOutcome Outcome { get; }
}
