using System;
using System.Threading;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// Brings activities in order of time. A reader keeps one for its next list; a second thread finds it taken and makes its own.
/// </summary>
internal sealed class ActivitySorter
{
    // Twice 32 KB; what an unusually long list takes is not kept.
    private const int MostKept = 4_096;

    private readonly long[] _times;
    private readonly double[] _sizes;
    private int _count;

    private ActivitySorter(int capacity)
    {
        _times = new long[capacity];
        _sizes = new double[capacity];
    }

    public static ActivitySorter Rent(ref ActivitySorter? kept, int capacity)
    {
        var sorter = Interlocked.Exchange(ref kept, null);
        if (sorter is null || sorter._times.Length < capacity) sorter = new ActivitySorter(Math.Max(capacity, 64));
        sorter._count = 0;
        return sorter;
    }

    public void Return(ref ActivitySorter? kept)
    {
        if (_times.Length <= MostKept) Volatile.Write(ref kept, this);
    }

    public void Add(DateTime at, double size)
    {
        _times[_count] = at.Ticks;
        _sizes[_count++] = size;
    }

    /// <summary>Adds them to a sum, the oldest first, and those of the same time by size.</summary>
    public void AddTo(ref ActivitySum sum)
    {
        CanonicalOrder.SortAscending(_times, _sizes, _count);
        for (var i = 0; i < _count; i++) sum.TryAdd(new DateTime(_times[i]), _sizes[i]);
    }
}
