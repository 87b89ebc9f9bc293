using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Wins to be expected of deals that don't exist yet, such as those of one segment: a Poisson number of them in each period. Immutable.
/// </summary>
public sealed class ExpectedWins
{
    private readonly double[] _wins;

    /// <summary>Expected wins.</summary>
    /// <param name="wins">How many are expected in each period, each 0 or above.</param>
    /// <param name="amounts">What one of them brings.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN, infinite or below 0.</exception>
    public ExpectedWins(IEnumerable<double> wins, DealAmounts amounts)
    {
        _wins = [.. Guard.NotNull(wins)];
        foreach (var expected in _wins) Guard.NotNegative(expected, nameof(wins));
        Amounts = Guard.NotNull(amounts);
    }

    /// <summary>How many are expected in each period.</summary>
    public IReadOnlyList<double> Wins => Array.AsReadOnly(_wins);

    /// <summary>What one of them brings.</summary>
    public DealAmounts Amounts { get; }
}
