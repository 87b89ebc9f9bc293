using System;

namespace Sqo.Qualification;

/// <summary>
/// One factor of a rate, with a value for each place that a day of a deal can have: the mean of a Gamma distribution whose prior
/// mean is 1 and counts as <paramref name="strength"/> events.
/// </summary>
/// <param name="size">How many places there are.</param>
/// <param name="strength">The events that the prior counts for.</param>
/// <param name="place">The place of a segment, a slot of the calendar and a band of age.</param>
/// <param name="shape">What the values are drawn to, by what was counted and what is expected; 1 unless given.</param>
internal sealed class RateFactor(int size, double strength, Func<int, int, int, int> place, Func<double[], double[], double[]>? shape = null)
{
    private readonly double[] _values = Ones(size);
    private readonly double[] _counted = new double[size];

    public double this[int segment, int slot, int band] => _values[place(segment, slot, band)];

    public double CountAt(int at) => _counted[at];

    public double ValueAt(int at) => _values[at];

    public int Place(int segment, int slot, int band) => place(segment, slot, band);

    public void Count(int segment, int slot, int band, long events) => _counted[place(segment, slot, band)] += events;

    /// <summary>
    /// The variance of the factor over its mean squared: of a Gamma distribution one over the events, the prior's included, as far as the
    /// place is not the whole, whose level is
    /// uncertain by itself.
    /// </summary>
    public double RelativeVariance(int at)
    {
        double all = 0;
        foreach (var counted in _counted) all += counted;
        return all == 0 ? 1 / strength : (1 - (_counted[at] / all)) / (_counted[at] + strength);
    }

    public int Size => _values.Length;

    /// <summary>
    /// Sets it to what was counted over what is expected, and says by how much it moved at the most. The mean over what was counted is
    /// kept at 1, since the rates of the ages take any other just as well. A place that no deal was in stays as the whole.
    /// </summary>
    public double Adjust(Action<double[]> expect)
    {
        var expected = new double[_values.Length];
        expect(expected);
        var adjusted = new double[_values.Length];
        double sum = 0, events = 0;
        // What was expected holds the factor as it was.
        for (var i = 0; i < expected.Length; i++) expected[i] /= _values[i];
        var drawnTo = shape?.Invoke(_counted, expected);
        for (var i = 0; i < adjusted.Length; i++)
        {
            adjusted[i] = (_counted[i] + strength) / (expected[i] + (strength / (drawnTo?[i] ?? 1)));
            sum += _counted[i] * adjusted[i];
            events += _counted[i];
        }

        double moved = 0;
        for (var i = 0; i < adjusted.Length && events > 0; i++)
        {
            if (expected[i] == 0 && _counted[i] == 0) continue;
            var value = adjusted[i] / (sum / events);
            moved = Math.Max(moved, Math.Abs(value - _values[i]));
            _values[i] = value;
        }

        return moved;
    }

    private static double[] Ones(int size)
    {
        var ones = new double[size];
        for (var i = 0; i < size; i++) ones[i] = 1;
        return ones;
    }
}
