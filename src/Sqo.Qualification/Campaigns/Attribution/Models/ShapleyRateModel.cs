using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The Shapley value (1953) if a set of channels is worth the conversion rate of the paths with exactly these channels, and a set without
/// paths nothing.
/// </summary>
/// <remarks>
/// Only sets that were seen have a worth, so the sum over all subsets has only their terms: it is exact for any number of channels.
/// </remarks>
internal sealed class ShapleyRateModel() : AttributionModel("shapley-conversion-rate")
{
    public override void Count(AttributionPath path, AttributionTally tally) => Guard.NotNull(tally).CountSet();

    public override AttributionWeights Attribute(AttributionTally tally)
    {
        var channels = Guard.NotNull(tally).Channels.Count;
        var weights = WeightsOf(channels);
        var gains = new FixedPointSum[channels];
        var losses = new FixedPointSum();
        foreach (var set in tally.SortedSets())
        {
            var ends = (double)set.Conversions + set.NonConversions;
            if (ends == 0) continue;
            var rate = set.Conversions / ends;
            var size = set.Channels.Length;
            // What every channel outside of the set takes from it, and those inside don't.
            var lost = size == channels ? 0 : weights[size] * rate;
            losses.Add(-lost);
            foreach (var channel in set.Channels)
            {
                gains[channel].Add(weights[size - 1] * rate);
                gains[channel].Add(lost);
            }
        }

        var points = new double[channels];
        for (var i = 0; i < channels; i++)
        {
            gains[i].Add(losses);
            points[i] = gains[i].Value;
        }

        return AttributionWeights.Points(points);
    }

    /// <summary>s! (n - s - 1)! / n! for each size s.</summary>
    private static double[] WeightsOf(int channels)
    {
        var weights = new double[channels];
        for (var size = 0; size < channels; size++)
        {
            weights[size] = size == 0 ? 1.0 / channels : weights[size - 1] * size / (channels - size);
        }

        return weights;
    }
}
