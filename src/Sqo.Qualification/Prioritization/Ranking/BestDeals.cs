namespace Sqo.Qualification;

/// <summary>
/// The best of a stream, in one pass: a heap with the worst of them on top, which is the threshold for the others. Most deals cost one
/// comparison.
/// </summary>
internal sealed class BestDeals(int count, ulong seed)
{
    private RankingKey[] _heap = new RankingKey[System.Math.Min(count, 256)];
    private double _threshold = double.NegativeInfinity;
    private int _size;

    /// <summary>The best, in no order.</summary>
    public RankingKey[] Found
    {
        get
        {
            var found = new RankingKey[_size];
            System.Array.Copy(_heap, found, _size);
            return found;
        }
    }

    public void Add(Opportunity deal, double value)
    {
        // Until the heap is full, the threshold is below every value.
        if (value < _threshold) return;
        Keep(new(deal, value, seed));
    }

    private void Keep(RankingKey key)
    {
        if (_size < count)
        {
            if (_size == _heap.Length) System.Array.Resize(ref _heap, (int)System.Math.Min(count, 2L * _size));
            var place = _size++;
            for (; place > 0 && _heap[(place - 1) / 2].CompareTo(key) < 0; place = (place - 1) / 2) _heap[place] = _heap[(place - 1) / 2];
            _heap[place] = key;
        }
        else if (key.CompareTo(_heap[0]) < 0)
        {
            var place = 0;
            while ((2 * place) + 1 < _size)
            {
                var worse = (2 * place) + 1;
                if (worse + 1 < _size && _heap[worse + 1].CompareTo(_heap[worse]) > 0) worse++;
                if (_heap[worse].CompareTo(key) <= 0) break;
                _heap[place] = _heap[worse];
                place = worse;
            }

            _heap[place] = key;
        }

        if (_size == count) _threshold = _heap[0].Value;
    }
}
