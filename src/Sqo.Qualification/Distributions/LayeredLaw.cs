using System;

namespace Sqo.Qualification;

/// <summary>
/// A distribution in parts, by the layer of the largest amount that comes out otherwise than expected, each on a grid of its own scale,
/// with atoms.
/// </summary>
internal sealed class LayeredLaw : LatticeLaw
{
    private readonly GridLaw[] _parts;
    private readonly (long Value, double Mass)[] _atoms;
    private readonly long _most;

    /// <param name="parts">The parts.</param>
    /// <param name="atoms">Values with their probabilities, which no part includes.</param>
    /// <param name="most">The greatest value that is possible.</param>
    /// <param name="errorBound">The maximum error of a cumulative probability.</param>
    public LayeredLaw(GridLaw[] parts, (long Value, double Mass)[] atoms, long most, double errorBound)
    {
        _parts = parts;
        _atoms = atoms;
        foreach (var (value, _) in atoms) _most = Math.Max(_most, value);
        foreach (var part in parts) _most = Math.Max(_most, part.Most);
        _most = Math.Min(_most, most);
        ErrorBound = Math.Min(1, errorBound);
    }

    public override DistributionMethod Method => DistributionMethod.FourierInversion;

    public override double ErrorBound { get; }

    public override double Cumulative(long x)
    {
        if (x < 0) return 0;
        if (x >= _most) return 1;
        var sum = 0.0;
        foreach (var (value, mass) in _atoms) sum += value <= x ? mass : 0;
        if (x == 0 && sum > 0) return sum;
        foreach (var part in _parts) sum += part.Cumulative(x);
        return Math.Min(1, sum);
    }

    public override double Below(long x)
    {
        if (x <= 0) return 0;
        var sum = 0.0;
        foreach (var (value, mass) in _atoms) sum += Math.Max(0, x - value) * mass;
        foreach (var part in _parts) sum += part.Below(x);
        return sum;
    }

    public override long Quantile(double p) => LeastReaching(p - AtomLaw.Rounding, 0, _most);
}
