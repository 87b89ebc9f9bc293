using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The expected wins of deals that don't exist yet, such as those of one segment: a Poisson number of them in each period. Immutable.
/// </summary>
public sealed class ExpectedWins
{
    private readonly double[] _wins;

    /// <summary>Creates expected wins.</summary>
    /// <param name="wins">The expected number in each period, each 0 or above.</param>
    /// <param name="amounts">The amounts of a win.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN, infinite or below 0.</exception>
    public ExpectedWins(IEnumerable<double> wins, DealAmounts amounts)
    {
        _wins = [.. Guard.NotNull(wins)];
        foreach (var expected in _wins) Guard.NotNegative(expected, nameof(wins));
        Amounts = Guard.NotNull(amounts);
    }

    /// <summary>The expected number in each period.</summary>
    public IReadOnlyList<double> Wins => Array.AsReadOnly(_wins);

    /// <summary>The amounts of a win.</summary>
    public DealAmounts Amounts { get; }
}
