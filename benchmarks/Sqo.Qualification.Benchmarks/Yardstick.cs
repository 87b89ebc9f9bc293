using System;
using Sqo.Qualification.Benchmarks.Workload;

namespace Sqo.Qualification.Benchmarks;

/// <summary>Something that every machine can do, so that times of machines of different speeds can be compared.</summary>
internal static class Yardstick
{
    /// <summary>Sorts a million random doubles.</summary>
    /// <returns>The processor time in milliseconds.</returns>
    public static double Measure()
    {
        var random = new SplitMix(1);
        var numbers = new double[1_000_000];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = random.Share();
        var start = Environment.CpuUsage.TotalTime;
        Array.Sort(numbers);
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }
}
