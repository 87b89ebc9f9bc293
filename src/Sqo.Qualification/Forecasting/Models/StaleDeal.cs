using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>An open deal that is older than any deal was when it closed: according to the history it will not be won. Immutable.</summary>
public sealed class StaleDeal
{
    /// <summary>Creates a stale deal.</summary>
    /// <param name="opportunity">The deal.</param>
    /// <param name="age">The age in days, 0 or more.</param>
    /// <exception cref="ArgumentNullException"><paramref name="opportunity"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="age"/> is negative.</exception>
    public StaleDeal(Opportunity opportunity, int age)
    {
        Opportunity = Guard.NotNull(opportunity);
        Age = Guard.NotNegative(age);
    }

    /// <summary>The deal.</summary>
    public Opportunity Opportunity { get; }

    /// <summary>The age in days.</summary>
    public int Age { get; }
}
