using System;

namespace Sqo.Qualification;

/// <summary>A distribution given by every value that it can take.</summary>
internal sealed class AtomLaw : LatticeLaw
{
    /// <summary>The maximum rounding error of sums of so many products.</summary>
    public const double Rounding = 1e-12;

    private readonly long[] _values;
    private readonly double[] _cumulative;
    private readonly double[] _partialMeans;

    /// <param name="values">Ascending.</param>
    /// <param name="weights">The probabilities of the values, which add up to 1 except for rounding.</param>
    /// <param name="method">How they were calculated.</param>
    /// <param name="errorBound">The maximum total error of the probabilities.</param>
    public AtomLaw(long[] values, double[] weights, DistributionMethod method, double errorBound = Rounding)
    {
        _values = values;
        Method = method;
        ErrorBound = errorBound;
        _cumulative = new double[values.Length];
        _partialMeans = new double[values.Length];
        double sum = 0, mean = 0;
        for (var i = 0; i < values.Length; i++)
        {
            _cumulative[i] = sum += weights[i];
            _partialMeans[i] = mean += weights[i] * values[i];
        }
    }

    public override DistributionMethod Method { get; }

    public override double ErrorBound { get; }

    public override double Cumulative(long x)
    {
        var index = IndexAtOrBelow(x);
        return index < 0 ? 0 : index == _values.Length - 1 ? 1 : Math.Min(1, _cumulative[index]);
    }

    public override double Below(long x)
    {
        var index = IndexAtOrBelow(x);
        return index < 0 ? 0 : (x * _cumulative[index]) - _partialMeans[index];
    }

    public override long Quantile(double p)
    {
        var index = Array.BinarySearch(_cumulative, p - Rounding);
        if (index < 0) index = ~index;
        // Values with probability 0 may share a cumulative sum; return the smallest value with a probability above 0.
        while (index > 0 && index < _values.Length && _cumulative[index - 1] >= p - Rounding) index--;
        return _values[Math.Min(index, _values.Length - 1)];
    }

    private int IndexAtOrBelow(long x)
    {
        var index = Array.BinarySearch(_values, x);
        return index >= 0 ? index : ~index - 1;
    }
}
