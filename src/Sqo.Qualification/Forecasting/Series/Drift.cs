using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>A line through the first and the last value.</summary>
internal sealed class Drift() : SeriesModel("drift", 2)
{
    protected override SeriesFit Estimate(IReadOnlyList<double> values)
    {
        var steps = values.Count - 1;
        var last = values[steps];
        // The slope is the only parameter; it is learned from all values, including those after the fitted one.
        var slope = (last - values[0]) / steps;
        var fitted = new double?[values.Count];
        for (var i = 1; i < fitted.Length; i++) fitted[i] = values[i - 1] + slope;
        return new(
            this,
            values,
            fitted,
            point: step => last + (step * slope),
            spread: step => Math.Sqrt(step * (1 + ((double)step / steps))),
            parameters: [new("slope", slope, estimated: true)],
            estimated: 1);
    }
}
