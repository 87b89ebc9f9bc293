using System;

namespace Sqo.Qualification;

/// <summary>
/// One factor of a rate, with a value for each category that a day of a deal can have: the mean of a Gamma distribution whose prior
/// mean is 1 and counts as <paramref name="strength"/> events.
/// </summary>
/// <param name="size">The number of categories.</param>
/// <param name="strength">The number of events that the prior counts as.</param>
/// <param name="places">The category of each kind of day, by <see cref="DayKind"/>.</param>
/// <param name="shape">The targets that the values are shrunk to, from the counts and expectations. The default is 1.</param>
internal sealed class RateFactor(int size, double strength, int[] places, Func<double[], double[], double[]>? shape = null)
{
    private readonly double[] _values = Ones(size);
    private readonly double[] _counted = new double[size];

    /// <summary>The value for a kind of day.</summary>
    public double this[int kind] => _values[places[kind]];

    public double CountAt(int at) => _counted[at];

    public double ValueAt(int at) => _values[at];

    /// <summary>The category of a kind of day.</summary>
    public int Place(int kind) => places[kind];

    public void Count(int kind, long events) => _counted[places[kind]] += events;

    /// <summary>
    /// The variance of the factor divided by its squared mean: for a Gamma distribution the inverse of the number of events, including
    /// those of the prior, to the extent that the category is not the whole, whose level has its own uncertainty.
    /// </summary>
    public double RelativeVariance(int at)
    {
        double all = 0;
        foreach (var counted in _counted) all += counted;
        return all == 0 ? 1 / strength : (1 - (_counted[at] / all)) / (_counted[at] + strength);
    }

    public int Size => _values.Length;

    /// <summary>
    /// Sets the values to the counts divided by the expectations, and returns the greatest change. The mean weighted by the counts is
    /// kept at 1, since the rates of the ages absorb any other. A category without deals stays like the whole.
    /// </summary>
    public double Adjust(Action<double[]> expect)
    {
        var expected = new double[_values.Length];
        expect(expected);
        var adjusted = new double[_values.Length];
        double sum = 0, events = 0;
        // The expectations include the previous factor.
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
