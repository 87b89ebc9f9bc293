using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>So many places of a lattice, and the frequencies of a series over them.</summary>
internal sealed class FourierWindow
{
    private readonly long _first;
    private readonly double[] _scales;
    private readonly double[] _halfSines;

    /// <param name="step">The distance of two places.</param>
    /// <param name="first">The first place: its value is so many steps.</param>
    /// <param name="size">How many places there are.</param>
    /// <param name="frequencies">How many frequencies; not more than half the places.</param>
    public FourierWindow(long step, long first, long size, int frequencies)
    {
        Step = step;
        _first = first;
        Size = size;
        Frequencies = frequencies;
        _scales = new double[frequencies];
        _halfSines = new double[frequencies];
        for (var j = 0; j < frequencies; j++)
        {
            Circle.At((j + 1) / (2.0 * size), out _halfSines[j], out _);
            _scales[j] = 1 / (size * _halfSines[j]);
            // The highest frequency of an even number of places stands alone, all others for a pair.
            if (2L * (j + 1) == size) _scales[j] /= 2;
        }
    }

    public long Step { get; }

    public long Size { get; }

    public int Frequencies { get; }

    public long LeastValue => _first * Step;

    public long GreatestValue => (_first + Size - 1) * Step;

    /// <summary>How much a coefficient of frequency j counts for.</summary>
    public double ScaleOf(int j) => _scales[j];

    public long ValueAt(long place) => (_first + place) * Step;

    /// <summary>The last place whose value is at most <paramref name="value"/>, which is not below the least.</summary>
    public long PlaceAtOrBelow(long value) => (value / Step) - _first;

    /// <summary>The sum over all frequencies j of scale x Im(c_j exp(2 pi i j turns)).</summary>
    public double Sum(double[] series, int atom, double turns)
    {
        Circle.At(turns, out var sine, out var cosine);
        double re = cosine, im = sine, sum = 0;
        for (int j = 0, at = 2 * atom * Frequencies; j < Frequencies; j++, at += 2)
        {
            sum += _scales[j] * ((series[at] * im) + (series[at + 1] * re));
            (re, im) = ((re * cosine) - (im * sine), (re * sine) + (im * cosine));
        }

        return sum;
    }

    /// <summary>The sum over all frequencies j of scale / (2 sin(pi j / size)) x Re(c_j (1 - exp(-2 pi i j turns))).</summary>
    public double SumOfSums(double[] series, int atom, double turns)
    {
        Circle.At(turns, out var sine, out var cosine);
        double re = cosine, im = sine, sum = 0;
        for (int j = 0, at = 2 * atom * Frequencies; j < Frequencies; j++, at += 2)
        {
            sum += _scales[j] / (2 * _halfSines[j]) * ((series[at] * (1 - re)) - (series[at + 1] * im));
            (re, im) = ((re * cosine) - (im * sine), (re * sine) + (im * cosine));
        }

        return sum;
    }
}
