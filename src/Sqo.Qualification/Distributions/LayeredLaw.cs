using System;

namespace Sqo.Qualification;

/// <summary>A distribution in parts, by the layer of the largest amount won, each on a grid of its own scale, with an atom at 0.</summary>
internal sealed class LayeredLaw : LatticeLaw
{
    private readonly GridLaw[] _parts;
    private readonly double _atZero;
    private readonly long _most;

    /// <param name="parts">The parts.</param>
    /// <param name="atZero">P(X = 0), which no part includes.</param>
    /// <param name="errorBound">The maximum error of a cumulative probability.</param>
    public LayeredLaw(GridLaw[] parts, double atZero, double errorBound)
    {
        _parts = parts;
        _atZero = atZero;
        foreach (var part in parts) _most = Math.Max(_most, part.Most);
        ErrorBound = Math.Min(1, errorBound);
    }

    public override DistributionMethod Method => DistributionMethod.FourierInversion;

    public override double ErrorBound { get; }

    public override double Cumulative(long x)
    {
        if (x < 0) return 0;
        if (x >= _most) return 1;
        var sum = _atZero;
        if (x == 0 && sum > 0) return sum;
        foreach (var part in _parts) sum += part.Cumulative(x);
        return Math.Min(1, sum);
    }

    public override double Below(long x)
    {
        if (x <= 0) return 0;
        var sum = x * _atZero;
        foreach (var part in _parts) sum += part.Below(x);
        return sum;
    }

    public override long Quantile(double p) => LeastReaching(p - AtomLaw.Rounding, 0, _most);
}
