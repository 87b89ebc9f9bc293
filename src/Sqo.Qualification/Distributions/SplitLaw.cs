using System;

namespace Sqo.Qualification;

/// <summary>The sum of two independent halves, each given by its values: a walk up one and down the other (Horowitz and Sahni 1974).</summary>
internal sealed class SplitLaw : LatticeLaw
{
    private readonly SparseProgram _first;
    private readonly long[] _second;
    private readonly double[] _cumulative;
    private readonly double[] _partialMeans;
    private readonly long _most;

    public SplitLaw(SparseProgram first, SparseProgram second)
    {
        _first = first;
        _second = second.Values;
        _cumulative = new double[_second.Length];
        _partialMeans = new double[_second.Length];
        double sum = 0, mean = 0;
        for (var i = 0; i < _second.Length; i++)
        {
            _cumulative[i] = sum += second.Weights[i];
            _partialMeans[i] = mean += second.Weights[i] * _second[i];
        }

        _most = _first.Values[_first.Values.Length - 1] + _second[_second.Length - 1];
    }

    public override DistributionMethod Method => DistributionMethod.MeetInTheMiddle;

    public override double ErrorBound => AtomLaw.Rounding;

    public override double Cumulative(long x)
    {
        if (x >= _most) return 1;
        var sum = 0.0;
        var other = _second.Length - 1;
        for (var i = 0; i < _first.Values.Length; i++)
        {
            while (other >= 0 && _second[other] > x - _first.Values[i]) other--;
            if (other < 0) break;
            sum += _first.Weights[i] * _cumulative[other];
        }

        return Math.Min(1, sum);
    }

    public override double Below(long x)
    {
        var sum = 0.0;
        var other = _second.Length - 1;
        for (var i = 0; i < _first.Values.Length; i++)
        {
            var rest = x - _first.Values[i];
            while (other >= 0 && _second[other] > rest) other--;
            if (other < 0) break;
            sum += _first.Weights[i] * ((rest * _cumulative[other]) - _partialMeans[other]);
        }

        return sum;
    }

    public override long Quantile(double p) => LeastReaching(p - AtomLaw.Rounding, 0, _most);
}
