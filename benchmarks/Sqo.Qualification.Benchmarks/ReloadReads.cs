using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using Sqo.Qualification.Benchmarks.Workload;

namespace Sqo.Qualification.Benchmarks;

/// <summary>How slow the slowest decisions are while the configuration changes, beside those while it does not.</summary>
public static class ReloadReads
{
    private const int Rounds = 15;
    private const int Reads = 400_000;

    private static readonly double[] Shares = [0.5, 0.99, 0.999, 0.9999, 1];

    public static void Compare()
    {
        using var subject = new QualifierBenchmarks();
        Round(subject);
        var quiet = new double[Rounds][];
        var reloading = new double[Rounds][];
        for (var round = 0; round < Rounds; round++)
        {
            quiet[round] = Round(subject);
            subject.StartReloads();
            reloading[round] = Round(subject);
            subject.StopReloads();
        }

        Console.WriteLine("microseconds, the median of the rounds: share of reads, without reloads, with 100 a second");
        for (var i = 0; i < Shares.Length; i++)
        {
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{Shares[i],8:P2} {Median(quiet, i),10:F2} {Median(reloading, i),10:F2}"));
        }
    }

    private static double Median(double[][] rounds, int share) => rounds.Select(round => round[share]).Order().ElementAt(Rounds / 2);

    /// <summary>The time within which each share of the reads was done.</summary>
    private static double[] Round(QualifierBenchmarks subject)
    {
        var opportunities = Opportunities.Make(4_096);
        var ticks = new long[Reads];
        for (var i = 0; i < Reads; i++)
        {
            var start = Stopwatch.GetTimestamp();
            subject.Decide(opportunities[i % opportunities.Length]);
            ticks[i] = Stopwatch.GetTimestamp() - start;
        }

        Array.Sort(ticks);
        return Array.ConvertAll(Shares, share => ticks[Math.Min(Reads - 1, (int)(Reads * share))] * 1e6 / Stopwatch.Frequency);
    }
}
