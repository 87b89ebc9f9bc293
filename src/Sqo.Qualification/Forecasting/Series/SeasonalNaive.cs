using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>The value one period before; with a period of 1 the naive model.</summary>
internal sealed class SeasonalNaive(string id, int period) : SeriesModel(id, period)
{
    private readonly int _period = period;

    protected override SeriesFit Estimate(IReadOnlyList<double> values)
    {
        var fitted = new double?[values.Count];
        for (var i = _period; i < fitted.Length; i++) fitted[i] = values[i - _period];
        var last = values.Count - _period;
        return new(
            this,
            values,
            fitted,
            point: step => values[last + ((step - 1) % _period)],
            spread: step => Math.Sqrt(((step - 1) / _period) + 1));
    }
}
