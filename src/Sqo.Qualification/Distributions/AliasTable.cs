namespace Sqo.Qualification;

/// <summary>Draws an index by weight in constant time, for any number of indexes (Walker 1977, in the form of Vose 1991).</summary>
internal sealed class AliasTable
{
    /// <summary>The maximum total error of the probabilities of one draw: thresholds have 32 binary digits.</summary>
    public const double Rounding = 3e-10;

    // The threshold, and the index that is drawn at or above it.
    private readonly ulong[] _cells;
    private readonly int[] _small;
    private readonly double[] _shares;
    private int _count;

    /// <param name="count">The maximum number of indexes.</param>
    public AliasTable(int count)
    {
        _cells = new ulong[count];
        _small = new int[count];
        _shares = new double[count];
    }

    /// <summary>Sets the weights of the first indexes, 0 or above and not all 0.</summary>
    public void Set(double[] weights, int count)
    {
        _count = count;
        var total = 0.0;
        for (var i = 0; i < count; i++) total += weights[i];
        int small = 0, large = count;
        for (var i = 0; i < count; i++)
        {
            _shares[i] = weights[i] / total * count;
            if (_shares[i] < 1) _small[small++] = i;
            else _small[--large] = i;
        }

        while (small > 0 && large < count)
        {
            var (less, more) = (_small[--small], _small[large]);
            _cells[less] = ((ulong)(uint)(_shares[less] * 4294967295.0) << 32) | (uint)more;
            _shares[more] -= 1 - _shares[less];
            if (_shares[more] >= 1) continue;
            large++;
            _small[small++] = more;
        }

        // Those left over by rounding are 1.
        for (; large < count; large++) Keep(_small[large]);
        for (; small > 0; small--) Keep(_small[small - 1]);

        void Keep(int place) => _cells[place] = ((ulong)uint.MaxValue << 32) | (uint)place;
    }

    public int Draw(ulong bits)
    {
        var place = (int)(((bits >> 32) * (ulong)_count) >> 32);
        // Without a branch, which would be mispredicted half the time.
        var cell = _cells[place];
        var other = (int)(uint)cell;
        return (bits & uint.MaxValue) < cell >> 32 ? place : other;
    }
}
