using System;
using System.Collections.Generic;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The best of a stream, in one pass. Deals above the threshold, which is the worst of the best so far, are gathered; when there are
/// enough of them, the best are selected and the threshold rises. So a deal costs one comparison if it is below
/// the threshold, and a few if it is above: also when the values only rise.
/// </summary>
internal sealed class BestDeals
{
    private const int LeastSpace = 4_096;

    private readonly int _count;
    private readonly long _seed;
    private readonly int _most;
    private double[] _scratch = [];
    private double[] _values = new double[LeastSpace];
    private Opportunity[] _deals = new Opportunity[LeastSpace];
    private double _threshold = double.NegativeInfinity;
    private ulong _thresholdHash = ulong.MaxValue;
    private int _size;
    private ulong _pivots;

    public BestDeals(int count, long seed)
    {
        _count = count;
        _seed = seed;
        _most = (int)Math.Max(LeastSpace, Math.Min(2L * count, int.MaxValue / 2));
    }

    /// <summary>The value that a deal must have to be among the best so far.</summary>
    public double Threshold => _threshold;

    /// <summary>Sets a value that enough of the deals to come have or exceed.</summary>
    public void Start(double threshold) => _threshold = threshold;

    public void Add(Opportunity deal, double value)
    {
        if (value < _threshold || (value == _threshold && SeededHash.Of(deal.Id, _seed) > _thresholdHash)) return;
        if (_size == _values.Length) MakeSpace();
        _values[_size] = value;
        _deals[_size++] = deal;
    }

    /// <summary>The best, in no order.</summary>
    public RankingKey[] Found()
    {
        Select();
        var keys = new RankingKey[_size];
        for (var i = 0; i < _size; i++) keys[i] = new(_deals[i], _values[i], _seed);
        return keys;
    }

    private void MakeSpace()
    {
        if (_size < _most)
        {
            var size = (int)Math.Min(_most, 2L * _size);
            Array.Resize(ref _values, size);
            Array.Resize(ref _deals, size);
        }
        else
        {
            Select();
        }
    }

    /// <summary>Keeps the best, and takes the worst of them as the threshold.</summary>
    private void Select()
    {
        if (_size <= _count) return;
        var least = LeastOfBest();
        var kept = 0;
        var ties = new List<RankingKey>();
        for (var i = 0; i < _size; i++)
        {
            if (_values[i] == least) ties.Add(new(_deals[i], least, _seed));
            if (_values[i] <= least) continue;
            _values[kept] = _values[i];
            _deals[kept++] = _deals[i];
        }

        // Of those with the value of the threshold, the hash decides.
        ties.Sort();
        for (var i = kept; i < _count; i++) (_values[i], _deals[i]) = (least, ties[i - kept].Deal);
        _threshold = least;
        _thresholdHash = ties[_count - kept - 1].Hash;
        Array.Clear(_deals, _count, _size - _count);
        _size = _count;
    }

    /// <summary>The value of the worst of the best: quickselect (Hoare 1961) on the values alone.</summary>
    private double LeastOfBest()
    {
        if (_scratch.Length < _size) _scratch = new double[_values.Length];
        Array.Copy(_values, _scratch, _size);
        int first = 0, end = _size;
        while (true)
        {
            // After this, the values up to low are above the pivot, those up to high equal to it, and the rest is below.
            var pivot = _scratch[first + (int)(SplitMix64.Next(ref _pivots) % (ulong)(end - first))];
            int low = first, high = end;
            for (var i = first; i < high;)
            {
                var value = _scratch[i];
                if (value > pivot)
                {
                    _scratch[i++] = _scratch[low];
                    _scratch[low++] = value;
                }
                else if (value < pivot)
                {
                    _scratch[i] = _scratch[--high];
                    _scratch[high] = value;
                }
                else
                {
                    i++;
                }
            }

            if (_count <= low) end = low;
            else if (_count > high) first = high;
            else return pivot;
        }
    }
}
