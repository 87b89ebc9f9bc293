using System;
using System.Collections.Generic;

namespace Sqo.Qualification;

/// <summary>
/// The times at which something ended, with how many were at risk and how many each cause ended. Those seen by a time and not ended
/// before it are at risk at it; one that is censored at that time was at risk.
/// </summary>
internal sealed class EventTable
{
    private readonly double[] _entries;
    private readonly double[] _ends;
    private readonly double[] _times;
    private readonly long[] _atRisk;
    private readonly long[] _ended;
    private readonly long[][] _byCause;

    public EventTable(IEnumerable<ObservedDuration> durations)
    {
        ObservedDuration[] all = [.. durations];
        _entries = Array.ConvertAll(all, duration => duration.Entry);
        _ends = Array.ConvertAll(all, duration => duration.End);
        Array.Sort(_entries);
        Array.Sort(_ends, all);
        var causes = 0;
        var times = new List<double>();
        foreach (var duration in all)
        {
            if (duration.Cause == ObservedDuration.Censored) continue;
            causes = Math.Max(causes, duration.Cause);
            if (times.Count == 0 || times[times.Count - 1] != duration.End) times.Add(duration.End);
        }

        _times = [.. times];
        _atRisk = new long[_times.Length];
        _ended = new long[_times.Length];
        _byCause = new long[causes][];
        for (var cause = 0; cause < causes; cause++) _byCause[cause] = new long[_times.Length];
        for (int i = 0, at = 0; i < all.Length; i++)
        {
            if (all[i].Cause == ObservedDuration.Censored) continue;
            while (_times[at] != all[i].End) at++;
            _ended[at]++;
            _byCause[all[i].Cause - 1][at]++;
        }

        for (var at = 0; at < _times.Length; at++) _atRisk[at] = AtRisk(_times[at]);
    }

    /// <summary>The number of times at which something ended.</summary>
    public int Length => _times.Length;

    public int Count => _ends.Length;

    /// <summary>The highest number of a cause that ended anything.</summary>
    public int Causes => _byCause.Length;

    public double? LastSeen => _ends.Length == 0 ? null : _ends[_ends.Length - 1];

    public double? LastEnded => _times.Length == 0 ? null : _times[_times.Length - 1];

    public double Time(int at) => _times[at];

    public long AtRiskOf(int at) => _atRisk[at];

    public long EndedOf(int at) => _ended[at];

    /// <summary>The number that a cause ended at a time; 0 for a cause that never ended any.</summary>
    public long EndedOf(int at, int cause) => cause <= _byCause.Length ? _byCause[cause - 1][at] : 0;

    public long Ended(int cause)
    {
        long sum = 0;
        for (var at = 0; at < Length; at++) sum += EndedOf(at, cause);
        return sum;
    }

    public long Ended()
    {
        long sum = 0;
        foreach (var ended in _ended) sum += ended;
        return sum;
    }

    public long AtRisk(double time) => UpTo(_entries, time, includes: true) - UpTo(_ends, time, includes: false);

    /// <summary>The number of times that are at or before a given one.</summary>
    public int UpTo(double time) => UpTo(_times, time, includes: true);

    private static int UpTo(double[] sorted, double time, bool includes)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (sorted[middle] < time || (includes && sorted[middle] == time)) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
