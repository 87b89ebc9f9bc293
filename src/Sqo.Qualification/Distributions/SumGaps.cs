using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>
/// Gaps between the sums of amounts that are near multiples of a pitch, such as prices just below round numbers: the sum is a number of
/// pitches and a rest. The rests lie in an interval narrower than the pitch, except with a small probability; if the pitch is shortened to
/// the width of the interval, the sums keep their order, and no gaps are left that take frequencies.
/// </summary>
internal sealed class SumGaps
{
    // The least ratio of the lengths of the circles with and without gaps.
    private const double LeastRatio = 1.5;

    // How many terms a pitch is sought from, how many amounts are tried, and how many times as much as the pitch they may be.
    private const int Sample = 64;
    private const int Tried = 4;
    private const int MostMultiple = 8;

    // About how many nodes of a band are looked at.
    private const int FewNodes = 8;

    // About the width of the rests, in standard deviations.
    private const double Width = 10;

    // A pitch need not be whole steps: below this, it is in fractions of one, as long as the total needs no more.
    private const double LeastPitch = 1 << 12;
    private const double MostTotal = 1L << 50;

    // The greatest length of a circle of whole steps, and how many times as long as another it may be.
    private const double MostWhole = 1 << 14;
    private const double MostLonger = 4;

    private readonly long _scale;
    private readonly long _pitch;
    private readonly long _width;
    private readonly double _low;
    private readonly SumWindow _rests;

    private SumGaps(ConditionalTerms closed, long scale, long pitch, long width, double low, SumWindow rests)
    {
        Closed = closed;
        _scale = scale;
        _pitch = pitch;
        _width = width;
        _low = low;
        _rests = rests;
    }

    /// <summary>The terms without the gaps, in <see cref="Unit"/>s.</summary>
    public ConditionalTerms Closed { get; }

    /// <summary>The unit of amounts without the gaps, in steps.</summary>
    public double Unit => 1.0 / _scale;

    /// <summary>The length of a gap, in units.</summary>
    public long Gap => _pitch - _width;

    /// <summary>Whether the amounts of all terms are near multiples of a pitch.</summary>
    public static bool MayExist(LatticeTerms terms) =>
        PitchOf(terms, Indexes.Of(terms.GroupCount), Indexes.Of(terms.NewCount), VariancesOf(terms), 1) is not null;

    /// <summary>The gaps of the sum of some terms; null if there are none, or if they are small.</summary>
    /// <param name="terms">The terms under each node.</param>
    /// <param name="deals">The groups of deals to include.</param>
    /// <param name="fresh">The new business to include.</param>
    /// <param name="window">The limits of the sum; if there are gaps, receives those without the gaps.</param>
    public static SumGaps? Find(ConditionalTerms terms, int[] deals, int[] fresh, ref SumWindow window)
    {
        var all = terms.Terms;
        // Under a band, other deals are uncertain than in all.
        var growth = terms.Mean(terms.Growth) / terms.Mean(AmountLayer.Certain(terms.Width));
        if (PitchOf(all, deals, fresh, VariancesOf(terms), growth) is not { } inSteps) return null;
        var (total, scale) = (Math.Max(window.End, all.Total), 1L);
        while (inSteps * scale < LeastPitch && total * scale < MostTotal) scale *= 2;
        var (widest, narrow) = (window.End - window.Start, window);
        var found = With(terms, deals, fresh, scale, (long)Math.Round(inSteps * scale), widest, ref narrow);
        if (scale > 1)
        {
            // Sums of whole steps on a short circle have an exact law.
            var ofWhole = window;
            var most = found is null ? MostWhole : Math.Min(MostWhole, MostLonger * found.Unit * (narrow.End - narrow.Start));
            if (With(terms, deals, fresh, 1, (long)Math.Round(inSteps), widest, ref ofWhole) is { } whole
                && ofWhole.End - ofWhole.Start <= most)
            {
                (found, narrow) = (whole, ofWhole);
            }
        }

        window = narrow;
        return found;
    }

    /// <summary>The gaps for a pitch; null if there are none, or if they are small.</summary>
    /// <param name="terms">The terms under each node.</param>
    /// <param name="deals">The groups of deals to include.</param>
    /// <param name="fresh">The new business to include.</param>
    /// <param name="scale">The number of units in a step.</param>
    /// <param name="pitch">The pitch, in units.</param>
    /// <param name="widest">The number of steps of which the circle must be a good deal shorter.</param>
    /// <param name="window">If there are gaps, receives the limits of the sum without them.</param>
    private static SumGaps? With(
        ConditionalTerms terms, int[] deals, int[] fresh, long scale, long pitch, double widest, ref SumWindow window)
    {
        var all = terms.Terms;
        var (multiples, newMultiples) = (Array.ConvertAll(all.Amounts, Multiple), Array.ConvertAll(all.NewAmounts, Multiple));
        var (amounts, newAmounts) = (new long[all.GroupCount], new long[all.NewCount]);
        foreach (var i in deals) amounts[i] = (scale * all.Amounts[i]) - (pitch * multiples[i]);
        foreach (var i in fresh) newAmounts[i] = (scale * all.NewAmounts[i]) - (pitch * newMultiples[i]);
        var rests = SumWindow.Of(terms.With(amounts, newAmounts), deals, fresh);
        var low = Math.Floor(rests.Start);
        var width = (long)Math.Ceiling(rests.End) - (long)low + 1;
        if (width * LeastRatio > pitch) return null;
        foreach (var i in deals) amounts[i] += width * multiples[i];
        foreach (var i in fresh) newAmounts[i] += width * newMultiples[i];
        if (Array.Exists(deals, i => amounts[i] <= 0) || Array.Exists(fresh, i => newAmounts[i] <= 0)) return null;
        var closed = terms.With(amounts, newAmounts);
        var narrow = SumWindow.Of(closed, deals, fresh);
        if ((narrow.End - narrow.Start) * LeastRatio > scale * widest) return null;
        window = narrow;
        // Sums are whole units, and the interval begins between two of them.
        return new(closed, scale, pitch, width, low - 0.5, rests);

        long Multiple(long amount) => (long)Math.Round(scale * amount / (double)pitch);
    }

    /// <summary>A sum in steps, in units without the gaps below it.</summary>
    public double Close(double sum)
    {
        var gaps = GapsBelow(sum);
        return Math.Min((sum * _scale) - (gaps * Gap), PlaceOf(gaps));
    }

    /// <summary>The sum in steps that an amount without gaps stands for; the upper one at the ends of a gap.</summary>
    public double Open(double closed) => (closed + (Math.Max(0, Math.Floor((closed - _low) / _width)) * Gap)) / _scale;

    /// <summary>The number of gaps that end below a sum.</summary>
    public double GapsBelow(double sum) => Math.Max(0, Math.Floor(((sum * _scale) - _low) / _pitch));

    /// <summary>Where a gap is, in units without gaps.</summary>
    public double PlaceOf(double gap) => _low + ((gap + 1) * _width);

    /// <summary>The maximum probability of sums that are not in order without the gaps, from those of each node.</summary>
    public double Outside(double[] shares) => _rests.Outside(shares);

    /// <summary>The variance of the number of wins of one deal.</summary>
    private static Func<int, double> VariancesOf(LatticeTerms terms) => deal => terms.Probabilities[deal] * (1 - terms.Probabilities[deal]);

    /// <summary>That under some of the nodes of a band, by weight.</summary>
    private static Func<int, double> VariancesOf(ConditionalTerms terms)
    {
        if (terms.Factor is not { } factor) return VariancesOf(terms.Terms);
        var (nodes, stride) = (terms.Nodes, 1 + (terms.Nodes.Count / FewNodes));
        return deal =>
        {
            double sum = 0, weight = 0;
            for (var node = stride / 2; node < nodes.Count; node += stride)
            {
                var p = factor.Probability(factor.Probits[deal], nodes.At(node));
                sum += nodes.Weight(node) * p * (1 - p);
                weight += nodes.Weight(node);
            }

            return sum / weight;
        };
    }

    /// <summary>The pitch with the narrowest rests relative to the number of pitches, from a sample of the terms.</summary>
    private static double? PitchOf(LatticeTerms all, int[] deals, int[] fresh, Func<int, double> variances, double growth)
    {
        var sample = new List<(double Amount, double Variance)>();
        var count = deals.Length + fresh.Length;
        var stride = Math.Max(1, count / (double)Sample);
        double square = 0;
        for (var at = 0.0; at < count; at += stride)
        {
            var i = (int)at;
            var (amount, variance) = i < deals.Length
                ? (all.Amounts[deals[i]], all.Counts[deals[i]] * variances(deals[i]))
                : (all.NewAmounts[fresh[i - deals.Length]], growth * all.NewRates[fresh[i - deals.Length]]);
            sample.Add((amount, variance * stride));
            square += amount * (double)amount * variance * stride;
        }

        var (best, most) = (0.0, LeastRatio * LeastRatio);
        double sum = 0;
        var next = 0;
        foreach (var (amount, variance) in sample)
        {
            // Amounts at equal shares of the variance.
            sum += amount * amount * variance;
            if (sum * Tried < (next + 0.5) * square) continue;
            next = (int)((sum * Tried / square) + 0.5);
            for (var multiple = 1; multiple <= MostMultiple; multiple++)
            {
                var pitch = amount / multiple;
                if (pitch < 2) break;
                if (Ratio(ref pitch) is var ratio && ratio > most) (best, most) = (pitch, ratio);
            }
        }

        return best > 0 ? best : null;

        // The square of the ratio of the standard deviations, with the pitch improved.
        double Ratio(ref double pitch)
        {
            double product = 0, multiples = 0, rests = 0;
            foreach (var (amount, variance) in sample)
            {
                var multiple = Math.Round(amount / pitch);
                product += variance * multiple * amount;
                multiples += variance * multiple * multiple;
            }

            if (multiples > 0) pitch = product / multiples;
            foreach (var (amount, variance) in sample)
            {
                var rest = amount - (pitch * Math.Round(amount / pitch));
                rests += variance * rest * rest;
            }

            return square / (Math.Max(1, rests) * (1 + (Width * Width * multiples)));
        }
    }
}
