using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>The closed deals by their score, in steps of one point: counted, not sorted, so that parts add up.</summary>
internal sealed class ScoreSums
{
    /// <summary>The number of steps.</summary>
    public const int Steps = 100;

    // The sum of scores is exact in units of 2^-24 of a point, whatever the order.
    private const double UnitsPerPoint = 1 << 24;

    private readonly long[] _won = new long[Steps];
    private readonly long[] _lost = new long[Steps];
    private readonly long[] _units = new long[Steps];
    private readonly double[] _least = new double[Steps];
    private readonly double[] _greatest = new double[Steps];

    /// <summary>Adds a closed deal.</summary>
    public void Add(double score, bool isWon)
    {
        score = Math.Min(Math.Max(score, 0), Steps);
        // A score of 100 belongs to the last step.
        var step = Math.Min((int)score, Steps - 1);
        if (_won[step] + _lost[step] == 0) _least[step] = _greatest[step] = score;
        else if (score < _least[step]) _least[step] = score;
        else if (score > _greatest[step]) _greatest[step] = score;
        if (isWon) _won[step]++;
        else _lost[step]++;
        _units[step] += (long)(score * UnitsPerPoint);
    }

    public void Add(ScoreSums other)
    {
        for (var step = 0; step < Steps; step++)
        {
            if (other._won[step] + other._lost[step] == 0) continue;
            var isEmpty = _won[step] + _lost[step] == 0;
            _least[step] = isEmpty ? other._least[step] : Math.Min(_least[step], other._least[step]);
            _greatest[step] = isEmpty ? other._greatest[step] : Math.Max(_greatest[step], other._greatest[step]);
            _won[step] += other._won[step];
            _lost[step] += other._lost[step];
            _units[step] += other._units[step];
        }
    }

    public void Transfer(SumState state)
    {
        for (var step = 0; step < Steps; step++)
        {
            state.Of(ref _won[step]);
            state.Of(ref _lost[step]);
            state.Of(ref _units[step]);
            state.Of(ref _least[step]);
            state.Of(ref _greatest[step]);
        }
    }

    /// <summary>The deals in bins of equal width, without the empty ones.</summary>
    public List<ReliabilityBin> Bins(int count)
    {
        var bins = new List<ReliabilityBin>();
        var width = Steps / count;
        for (var first = 0; first < Steps; first += width)
        {
            long won = 0, closed = 0;
            double sum = 0, least = 0, greatest = 0;
            for (var step = first; step < first + width; step++)
            {
                var deals = _won[step] + _lost[step];
                if (deals == 0) continue;
                if (closed == 0) least = _least[step];
                greatest = _greatest[step];
                won += _won[step];
                closed += deals;
                sum += _units[step] / UnitsPerPoint;
            }

            if (closed > 0) bins.Add(new(least / Steps, greatest / Steps, sum / Steps / closed, new(won, closed)));
        }

        return bins;
    }
}
