using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The quota of an owner for a period. Immutable.</summary>
public sealed class OwnerQuota
{
    /// <summary>Creates a quota.</summary>
    /// <param name="owner">The owner, compared character by character with that of the deals; not blank.</param>
    /// <param name="amount">The quota, 0 or above.</param>
    /// <param name="won">
    /// The part that is already won, before the days that the forecast covers, 0 or above. The default is 0.
    /// </param>
    /// <param name="newBusinessShare">
    /// The owner's share of the wins of deals that don't exist yet, from 0 to 1. The default is 0: only open deals count.
    /// </param>
    /// <exception cref="ArgumentNullException"><paramref name="owner"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="owner"/> is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public OwnerQuota(string owner, decimal amount, decimal won = 0, double newBusinessShare = 0)
    {
        Owner = Guard.NotBlank(owner);
        Amount = NotNegative(amount, nameof(amount));
        Won = NotNegative(won, nameof(won));
        NewBusinessShare = Guard.Within(0, newBusinessShare, 1);
    }

    /// <summary>The owner.</summary>
    public string Owner { get; }

    /// <summary>The quota.</summary>
    public decimal Amount { get; }

    /// <summary>The part that is already won.</summary>
    public decimal Won { get; }

    /// <summary>The owner's share of the wins of deals that don't exist yet.</summary>
    public double NewBusinessShare { get; }

    private decimal NotNegative(decimal value, string name) => value >= 0
        ? value
        : throw new ArgumentOutOfRangeException(
            name, value, $"The {name} of the quota of \"{Owner}\" is {InvariantText.Of(value)}; it must be 0 or above.");
}
