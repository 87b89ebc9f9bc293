using System;

namespace Sqo.Qualification;

/// <summary>Draws the wins of new business: a Poisson number of them, each with an amount by its rate.</summary>
internal sealed class NewBusinessDraws
{
    private readonly long[] _amounts;
    private readonly double[] _rates;

    public NewBusinessDraws(LatticeTerms terms)
    {
        _amounts = terms.NewAmounts;
        _rates = (double[])terms.NewRates.Clone();
        for (var i = 1; i < _rates.Length; i++) _rates[i] += _rates[i - 1];
    }

    /// <summary>The sum of the rates.</summary>
    public double Rate => _rates.Length == 0 ? 0 : _rates[_rates.Length - 1];

    /// <summary>The amount of a win, in steps of the lattice.</summary>
    public long AmountOf(SeededGenerator random)
    {
        var place = Array.BinarySearch(_rates, random.NextShare() * Rate);
        return _amounts[Math.Min(_amounts.Length - 1, place < 0 ? ~place : place + 1)];
    }
}
