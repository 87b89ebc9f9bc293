using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Equally spaced values of the shared factor and their weights. For smooth functions under the normal curve the trapezoidal rule
/// converges faster than any power of the step (Trefethen and Weideman 2014).
/// </summary>
internal sealed class FactorNodes
{
    private readonly double _step;
    private readonly double[] _weights;

    public FactorNodes(double step)
    {
        var half = (int)Math.Ceiling(SharedFactor.Reach / step);
        _step = SharedFactor.Reach / half;
        _weights = new double[(2 * half) + 1];
        var total = 0.0;
        for (var i = 0; i < _weights.Length; i++)
        {
            var z = At(i);
            total += _weights[i] = Exponential.Exp(-z * z / 2);
        }

        for (var i = 0; i < _weights.Length; i++) _weights[i] /= total;
    }

    public int Count => _weights.Length;

    public double At(int node) => (node - (_weights.Length / 2)) * _step;

    public double Weight(int node) => _weights[node];

    public double Deviation(double[] values, out double mean)
    {
        mean = 0;
        for (var i = 0; i < _weights.Length; i++) mean += _weights[i] * values[i];
        var sum = 0.0;
        for (var i = 0; i < _weights.Length; i++) sum += _weights[i] * ((values[i] - mean) * (values[i] - mean));
        return Math.Sqrt(sum);
    }
}
