using System;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The best of a stream, in one pass. Deals above the threshold, which is the worst of the best so far, are gathered; when there are
/// enough of them, the best are selected and the threshold rises (Hoare's quickselect). So a deal costs one comparison if it is below
/// the threshold, and a few if it is above: also when the values only rise.
/// </summary>
internal sealed class BestDeals
{
    private const int LeastSpace = 4_096;

    private readonly int _count;
    private readonly ulong _seed;
    private readonly int _most;
    private double[] _values = new double[LeastSpace];
    private Opportunity[] _deals = new Opportunity[LeastSpace];
    private double _threshold = double.NegativeInfinity;
    private ulong _thresholdHash = ulong.MaxValue;
    private int _size;
    private ulong _pivots;

    public BestDeals(int count, ulong seed)
    {
        _count = count;
        _seed = seed;
        _most = (int)Math.Max(LeastSpace, Math.Min(2L * count, int.MaxValue / 2));
    }

    public void Add(Opportunity deal, double value)
    {
        if (value < _threshold || (value == _threshold && SeededHash.Of(deal.Id, _seed) > _thresholdHash)) return;
        if (_size == _values.Length) MakeSpace();
        _values[_size] = value;
        _deals[_size++] = deal;
    }

    /// <summary>The best, in order.</summary>
    public RankingKey[] Found()
    {
        Select();
        return SortedKeys(0, _size);
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
        // After this, the deals up to low are better than the pivot, those up to high equal to it, and the rest is worse.
        int first = 0, end = _size, low, high;
        while (true)
        {
            var pivot = _values[first + (int)(SplitMix64.Next(ref _pivots) % (ulong)(end - first))];
            low = first;
            high = end;
            for (var i = first; i < high;)
            {
                if (_values[i] > pivot) Swap(i++, low++);
                else if (_values[i] < pivot) Swap(i, --high);
                else i++;
            }

            if (_count <= low) end = low;
            else if (_count > high) first = high;
            else break;
        }

        // Of those with the value of the threshold, the hash decides.
        var ties = SortedKeys(low, high);
        for (var i = low; i < _count; i++) _deals[i] = ties[i - low].Deal;
        _threshold = _values[_count - 1];
        _thresholdHash = ties[_count - 1 - low].Hash;
        Array.Clear(_deals, _count, _size - _count);
        _size = _count;
    }

    private RankingKey[] SortedKeys(int from, int to)
    {
        var keys = new RankingKey[to - from];
        for (var i = from; i < to; i++) keys[i - from] = new(_deals[i], _values[i], _seed);
        Array.Sort(keys);
        return keys;
    }

    private void Swap(int i, int j)
    {
        (_values[i], _values[j]) = (_values[j], _values[i]);
        (_deals[i], _deals[j]) = (_deals[j], _deals[i]);
    }
}
