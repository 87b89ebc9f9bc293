using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>What a won deal brings: amounts, each as likely as its weight says. Immutable.</summary>
public sealed class DealAmounts
{
    private readonly decimal[] _amounts;
    private readonly double[] _weights;

    /// <summary>Amounts that are all alike likely.</summary>
    /// <param name="amounts">The amounts: those of past wins, say; at least one, each 0 or above.</param>
    /// <exception cref="ArgumentNullException"><paramref name="amounts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no amount.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is below 0.</exception>
    public DealAmounts(IReadOnlyList<decimal> amounts)
        : this(amounts, Ones(Guard.NotNull(amounts).Count))
    {
    }

    /// <summary>Amounts by weight.</summary>
    /// <param name="amounts">The amounts; at least one, each 0 or above.</param>
    /// <param name="weights">How likely each amount is, relative to the others; as many, each 0 or above, not all 0.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no amount, there are not as many weights, or all weights are 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is NaN, infinite or below 0, or an amount is below 0.</exception>
    public DealAmounts(IReadOnlyList<decimal> amounts, IReadOnlyList<double> weights)
    {
        _amounts = [.. Guard.NotNull(amounts)];
        _weights = [.. Guard.NotNull(weights)];
        var total = RevenueDistributionBuilder.CheckAmounts(_amounts, _weights);
        double sum = 0, squares = 0;
        for (var i = 0; i < _amounts.Length; i++)
        {
            var amount = (double)_amounts[i];
            sum += amount * _weights[i];
            squares += amount * amount * _weights[i];
        }

        Mean = sum / total;
        MeanSquare = squares / total;
    }

    /// <summary>The amounts.</summary>
    public IReadOnlyList<decimal> Amounts => Array.AsReadOnly(_amounts);

    /// <summary>How likely each amount is, relative to the others.</summary>
    public IReadOnlyList<double> Weights => Array.AsReadOnly(_weights);

    /// <summary>The mean of an amount.</summary>
    public double Mean { get; }

    /// <summary>The mean of an amount squared.</summary>
    internal double MeanSquare { get; }

    private static double[] Ones(int count)
    {
        var ones = new double[count];
        for (var i = 0; i < count; i++) ones[i] = 1;
        return ones;
    }
}
