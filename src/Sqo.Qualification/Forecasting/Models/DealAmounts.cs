using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>The possible amounts of a won deal, with their weights. Immutable.</summary>
public sealed class DealAmounts
{
    private readonly decimal[] _amounts;
    private readonly double[] _weights;

    /// <summary>Creates equally likely amounts.</summary>
    /// <param name="amounts">The amounts, such as those of past wins; at least one, each 0 or above.</param>
    /// <exception cref="ArgumentNullException"><paramref name="amounts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There is no amount.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is below 0.</exception>
    public DealAmounts(IReadOnlyList<decimal> amounts)
        : this(amounts, Ones(Guard.NotNull(amounts).Count))
    {
    }

    /// <summary>Creates amounts with weights.</summary>
    /// <param name="amounts">The amounts; at least one, each 0 or above.</param>
    /// <param name="weights">The relative likelihood of each amount; one per amount, each 0 or above, not all 0.</param>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are no amounts, the number of weights differs, or all weights are 0.</exception>
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

    /// <summary>The relative likelihood of each amount.</summary>
    public IReadOnlyList<double> Weights => Array.AsReadOnly(_weights);

    /// <summary>The mean amount.</summary>
    public double Mean { get; }

    /// <summary>The mean squared amount.</summary>
    internal double MeanSquare { get; }

    private static double[] Ones(int count)
    {
        var ones = new double[count];
        for (var i = 0; i < count; i++) ones[i] = 1;
        return ones;
    }
}
